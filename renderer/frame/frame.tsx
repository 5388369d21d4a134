// The frame: outline on the left, the work in the middle, the panel on the right, the status bar below.
import { useStore } from '../state/store.ts';
import { WorkArea } from '../views/work-area.tsx';
import { FaultBoundary } from './fault-boundary.tsx';
import { Outline } from './outline.tsx';
import { SidePanel } from './side-panel.tsx';
import { StatusBar } from './status-bar.tsx';

/** Screens that need the whole width. */
const WIDE = new Set(['start', 'import', 'preview']);

export function Frame() {
  const open = useStore((now) => now.document !== null);
  const view = useStore((now) => now.place.view);
  const outlineOpen = useStore((now) => now.outlineOpen);
  const panelOpen = useStore((now) => now.panelOpen);
  const outline = open && outlineOpen && view !== 'start' && view !== 'import';
  const panel = open && panelOpen && !WIDE.has(view);
  return (
    <div className="frame">
      <div className="frame-columns">
        {outline && <Outline />}
        <main className="frame-work" tabIndex={-1}>
          <WorkArea />
        </main>
        {panel && (
          <FaultBoundary>
            <SidePanel />
          </FaultBoundary>
        )}
      </div>
      <StatusBar />
    </div>
  );
}
