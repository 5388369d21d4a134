// Everything that opens over the screens: dialogs, palette, help, the waiting veil.
import { Spin } from 'antd';
import { useStore } from '../state/store.ts';
import { ExportDialog } from '../views/export/export-dialog.tsx';
import { FillZeroDialog } from '../views/table/fill-zero-dialog.tsx';
import { FindDialog } from '../views/find/find-dialog.tsx';
import { NewDialog } from '../views/start/new-dialog.tsx';
import { BackupsDialog } from '../views/history/backups.tsx';
import { SettingsDialog } from '../views/settings/settings-dialog.tsx';
import { NoteDialog } from '../views/table/note-dialog.tsx';
import { HelpDrawer } from './help-drawer.tsx';
import { Palette } from './palette.tsx';
import { Question } from './question.tsx';

export function Overlays() {
  const dialog = useStore((now) => now.dialog);
  const paletteOpen = useStore((now) => now.paletteOpen);
  const helpOpen = useStore((now) => now.helpOpen);
  const busy = useStore((now) => now.busy);
  const question = useStore((now) => now.question);
  return (
    <>
      {dialog === 'new' && <NewDialog />}
      {dialog === 'export' && <ExportDialog />}
      {dialog === 'find' && <FindDialog />}
      {dialog === 'fill-zero' && <FillZeroDialog />}
      {dialog === 'note' && <NoteDialog />}
      {dialog === 'settings' && <SettingsDialog />}
      {dialog === 'backups' && <BackupsDialog />}
      {paletteOpen && <Palette />}
      {helpOpen && <HelpDrawer />}
      {question && <Question question={question} />}
      {busy && (
        <div className="busy" role="status">
          <Spin />
          <span>{busy}</span>
        </div>
      )}
    </>
  );
}
