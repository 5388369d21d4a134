// 此格的注: whether a cell can have one, and the way to its dialog.
import { EDITIONS } from '../../shared/editions/index.ts';
import { computedCells } from '../../shared/editions/totals.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import { flushDrafts } from './drafts.ts';
import { notify } from './notices.ts';
import { isLocked } from './selectors.ts';
import { setState, state } from './store.ts';

/** Why the cell can have no note, or null: a note stands behind a figure that a person entered. */
export function noteObstacle(
  document: { readonly report: Report; readonly readOnly: boolean },
  cell: CellId | null,
): string | null {
  const { report } = document;
  if (!cell) return '请先在表格中选一个格。';
  if (isLocked(document)) return '内容已锁定，不能加注。';
  if (report.status === 'draft' && computedCells(EDITIONS[report.edition]).has(cell))
    return '总计由程序计算，不能加注。';
  return report.cells[cell]?.state === 'number' ? null : '先填好此格的数，再加注。';
}

/** Opens the dialog for the active cell, or says why it can have no note. */
export function editNote(): void {
  flushDrafts();
  const { document, activeCell } = state();
  if (!document) return;
  const reason = noteObstacle(document, activeCell);
  if (reason) notify('info', reason);
  else setState({ dialog: 'note' });
}
