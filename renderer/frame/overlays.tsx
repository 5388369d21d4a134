// Everything that opens over the screens: dialogs, palette, help, the waiting veil.
import { Spin } from 'antd';
import { useStore } from '../state/store.ts';
import { FillZeroDialog } from '../views/table/fill-zero-dialog.tsx';
import { NewDialog } from '../views/start/new-dialog.tsx';

export function Overlays() {
  const dialog = useStore((now) => now.dialog);
  const busy = useStore((now) => now.busy);
  return (
    <>
      {dialog === 'new' && <NewDialog />}
      {dialog === 'fill-zero' && <FillZeroDialog />}
      {busy && (
        <div className="busy" role="status">
          <Spin />
          <span>{busy}</span>
        </div>
      )}
    </>
  );
}
