// The screen in the middle, by the place where the person is. Heavy screens load when first shown.
import { Spin } from 'antd';
import { Suspense, useEffect } from 'react';
import { assertNever } from '../../shared/model/result.ts';
import { FaultBoundary } from '../frame/fault-boundary.tsx';
import { enterWork } from '../state/panes.ts';
import type { Place } from '../state/place.ts';
import { inQuiet } from '../state/quiet.ts';
import { state, useStore } from '../state/store.ts';
import { inOwnFile, loadAhead } from './in-own-file.tsx';
import { StartView } from './start/start-view.tsx';
import { OverviewView } from './overview/overview-view.tsx';
import { TableView } from './table/table-view.tsx';

const NarrativeView = inOwnFile(async () => (await import('./narrative/narrative-view.tsx')).NarrativeView);
const ImportView = inOwnFile(async () => (await import('./import/import-view.tsx')).ImportView);
const CompareView = inOwnFile(async () => (await import('./compare/compare-view.tsx')).CompareView);
// brings the reader of PDF along, and waits for the printing in any case
const PreviewView = inOwnFile(async () => (await import('./preview/preview-view.tsx')).PreviewView, false);
const HistoryView = inOwnFile(async () => (await import('./history/history-view.tsx')).HistoryView);
const SignoffView = inOwnFile(async () => (await import('./signoff/signoff-view.tsx')).SignoffView);

function view(place: Place) {
  switch (place.view) {
    case 'start':
      return <StartView />;
    case 'import':
      return <ImportView />;
    case 'overview':
      return <OverviewView />;
    case 'table':
      return <TableView key={place.table} table={place.table} />;
    case 'chapter':
      return <NarrativeView key={place.chapter} chapter={place.chapter} />;
    case 'compare':
      return <CompareView />;
    case 'preview':
      return <PreviewView key={place.paper} paper={place.paper} />;
    case 'history':
      return <HistoryView />;
    case 'signoff':
      return <SignoffView />;
    default:
      return assertNever(place);
  }
}

export function WorkArea() {
  const place = useStore((now) => now.place);
  useEffect(() => {
    // after a dialog that closes at the same moment has given the focus back
    const timer = setTimeout(() => enterWork(place), 0);
    return () => clearTimeout(timer);
  }, [place]);
  const path = useStore((now) => now.document?.path);
  useEffect(loadAhead, []);
  useEffect(() => {
    const { document } = state();
    if (path !== undefined && document)
      inQuiet(async () => (await import('./narrative/read-ahead.ts')).readAhead(document));
  }, [path]);
  // another screen is tried afresh
  return (
    <FaultBoundary key={JSON.stringify(place)}>
      <Suspense fallback={<Spin className="work-waiting" />}>{view(place)}</Suspense>
    </FaultBoundary>
  );
}
