// The list of changes, newest first, read again after each change.
import { useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { valueOf } from '../../state/notices.ts';
import { useStore } from '../../state/store.ts';

/** null while it is being read for the first time. */
export function useHistory(): readonly HistoryEntry[] | null {
  const revision = useStore((now) => now.document?.revision);
  const [entries, setEntries] = useState<readonly HistoryEntry[] | null>(null);
  useEffect(() => {
    if (revision === undefined) return;
    let current = true;
    void request('history:list').then((reply) => {
      const list = valueOf(reply);
      if (current && list) setEntries(list.toSorted((left, right) => right.revision - left.revision));
    });
    return () => {
      current = false;
    };
  }, [revision]);
  return entries;
}
