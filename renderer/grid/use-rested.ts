// A hint beside a cell comes once the person stays there: placing it is more work than all else that a key press draws.
import { useEffect, useState } from 'react';
import type { CellId } from '../../shared/model/report.ts';

const REST_MS = 150;

/** The cell once it has been the same for a moment; null until then. */
export function useRested(cell: CellId | null): CellId | null {
  const [rested, setRested] = useState<CellId | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(cell), REST_MS);
    return () => clearTimeout(timer);
  }, [cell]);
  return rested === cell ? cell : null;
}
