// The hint of a cell comes when the focus or the mouse rests on it and its figures rest too: going through a table with the keys asks for none.
import { useEffect, useState } from 'react';
import type { CellId, Cells } from '../../shared/model/report.ts';

const REST_MS = 150;

/** The cell once it has been the same, beside the same figures, for a moment; null before. */
export function useRested(cell: CellId | null, cells: Cells): CellId | null {
  const [rested, setRested] = useState<{ readonly cell: CellId | null; readonly cells: Cells } | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested({ cell, cells }), REST_MS);
    return () => clearTimeout(timer);
  }, [cell, cells]);
  return rested?.cell === cell && rested.cells === cells ? cell : null;
}
