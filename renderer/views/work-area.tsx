// The screen in the middle, by the place where the person is. Heavy screens load when first shown.
import { Spin } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { assertNever } from '../../shared/model/result.ts';
import { FaultBoundary } from '../frame/fault-boundary.tsx';
import { enterWork } from '../state/panes.ts';
import type { Place } from '../state/place.ts';
import { useStore } from '../state/store.ts';
import { StartView } from './start/start-view.tsx';
import { OverviewView } from './overview/overview-view.tsx';
import { TableView } from './table/table-view.tsx';

const NarrativeView = lazy(async () => ({ default: (await import('./narrative/narrative-view.tsx')).NarrativeView }));
const ImportView = lazy(async () => ({ default: (await import('./import/import-view.tsx')).ImportView }));
const CompareView = lazy(async () => ({ default: (await import('./compare/compare-view.tsx')).CompareView }));
const PreviewView = lazy(async () => ({ default: (await import('./preview/preview-view.tsx')).PreviewView }));
const HistoryView = lazy(async () => ({ default: (await import('./history/history-view.tsx')).HistoryView }));
const SignoffView = lazy(async () => ({ default: (await import('./signoff/signoff-view.tsx')).SignoffView }));

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
  // another screen is tried afresh
  return (
    <FaultBoundary key={JSON.stringify(place)}>
      <Suspense fallback={<Spin className="work-waiting" />}>{view(place)}</Suspense>
    </FaultBoundary>
  );
}
