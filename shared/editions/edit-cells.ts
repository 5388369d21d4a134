// What typing, pasting, filling or clearing does to a report: one Change with the totals that follow. Used by window and program alike.
import type { Change, Edit } from '../model/edit.ts';
import { readTypedFigure } from '../model/number-cell.ts';
import {
  BLANK,
  type CellId,
  cellIds,
  type Cells,
  type CellSource,
  type CellValue,
  type Report,
} from '../model/report.ts';
import { ok, refuse, type Result } from '../model/result.ts';
import { cellLabel } from './cell-label.ts';
import { EDITIONS, figures } from './index.ts';
import { computedCells, computedTotal, withTotals } from './totals.ts';

export interface CellText {
  readonly cell: CellId;
  /** As typed or pasted. */
  readonly text: string;
}

type EnteredKind = Extract<CellSource['kind'], 'typed' | 'pasted' | 'filled'>;

const DONE = { typed: '填写', pasted: '粘贴', filled: '填充' } as const satisfies Record<EnteredKind, string>;

/** The figure of a text that a person entered, or the reason why it cannot stand in the cell. */
export function enteredValue(report: Report, input: CellText, kind: EnteredKind): Result<CellValue> {
  const edition = EDITIONS[report.edition];
  const figure = figures(edition).get(input.cell);
  if (!figure) return refuse('cell-unknown', `${edition.id}年版的表中没有单元格“${input.cell}”。`);
  const where = cellLabel(edition, input.cell);
  if (report.status === 'final') return refuse('finalised', '年报已定稿，不能修改；如需修改请先解除定稿。');
  if (report.status === 'draft' && computedCells(edition).has(input.cell)) {
    return refuse('cell-locked', `${where}由程序自动计算，不能直接填写。`);
  }
  const read = readTypedFigure(input.text, figure.type);
  if (!read.ok) return refuse('bad-value', `${where}：${read.reason}。`);
  if (read.state === 'blank') return ok(BLANK);
  const { state, value, note } = read;
  return ok({ state, value, raw: input.text.trim(), ...(note ? { note } : {}), source: { kind } });
}

/** One Change for all inputs, with the totals that agreed before and follow now. Nothing changes when one input is refused. */
export function editCells(report: Report, inputs: readonly CellText[], kind: EnteredKind): Result<Change> {
  const set: Record<CellId, CellValue> = {};
  for (const input of inputs) {
    const entered = enteredValue(report, input, kind);
    if (!entered.ok) return entered;
    set[input.cell] = entered.value;
  }
  const first = inputs[0];
  const where = first ? cellLabel(EDITIONS[report.edition], first.cell) : '';
  const label = inputs.length === 1 ? `${DONE[kind]} ${where}` : `${DONE[kind]} ${inputs.length} 格`;
  return ok({ label, edits: cellEdits(report, set) });
}

/** The user takes what the program proposed (上年结转): the same figures, no longer marked as proposals. */
export function acceptProposed(report: Report, cells: readonly CellId[]): Change {
  const set: Record<CellId, CellValue> = {};
  for (const cell of cells) {
    const { proposed, ...taken } = report.cells[cell] ?? BLANK;
    if (proposed) set[cell] = taken;
  }
  return { label: '采用上年结转', edits: cellEdits(report, set) };
}

/** The computed total in place of a printed one that disagrees with its parts. */
export function takeComputedTotals(report: Report, cells: readonly CellId[]): Change {
  const set: Record<CellId, CellValue> = {};
  for (const equation of EDITIONS[report.edition].equations) {
    const total = equation.computes;
    if (total && cells.includes(total)) set[total] = computedTotal({ ...report.cells, ...set }, equation);
  }
  return { label: '采用计算的总计', edits: cellEdits(report, set) };
}

function cellEdits(report: Report, set: Cells): Edit[] {
  const after = withTotals(EDITIONS[report.edition], report.cells, set);
  return cellIds(after).flatMap((cell): Edit[] => {
    const before = report.cells[cell] ?? BLANK;
    const value = after[cell] ?? BLANK;
    return sameValue(before, value) ? [] : [{ kind: 'cell', cell, before, after: value }];
  });
}

const sameValue = (left: CellValue, right: CellValue): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
