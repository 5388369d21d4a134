// The report as it was after an entry of the history; the newest is the one on the screen.
import { useEffect, useState } from 'react';
import type { Report } from '../../../shared/model/report.ts';
import { request } from '../../state/desktop.ts';
import { valueOf } from '../../state/notices.ts';
import { useStore } from '../../state/store.ts';

/** null while it is being read; for `revision` null the report as it is now. */
export function useMoment(revision: number | null): Report | null {
  const now = useStore((state) => state.document?.report ?? null);
  const [read, setRead] = useState<{ readonly revision: number; readonly report: Report } | null>(null);
  useEffect(() => {
    if (revision === null) return;
    let current = true;
    void request('history:report', revision).then((reply) => {
      const report = valueOf(reply);
      if (current && report) setRead({ revision, report });
    });
    return () => {
      current = false;
    };
  }, [revision]);
  if (revision === null) return now;
  return read?.revision === revision ? read.report : null;
}
