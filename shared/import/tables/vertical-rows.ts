// 表四 turned on its side, a figure a row behind its head -> the row of the form that has no label of its own.
import type { PlacedTable } from './exact-rows.ts';
import type { FormModel } from '../form-model.ts';
import { bareLabel } from '../labels.ts';
import type { RawCell } from '../raw-document.ts';
import { cellKind, type RowReading, rowText } from './row-reading.ts';

/** @returns null where the table is not such a one from beginning to end. */
export function verticalRow(model: FormModel, { block, table }: PlacedTable): RowReading | null {
  const row = model.rows.find(({ names }) => names.length === 0);
  if (!row) return null;
  const cells: RawCell[] = [];
  let unsure = false;
  let before = '';
  for (const line of table.rows) {
    const path = row.columns[cells.length];
    const last = line.findLastIndex((cell) => cellKind(cell.text) === 'label');
    const heads = line.slice(0, last + 1).flatMap(({ text }) => (bareLabel(text) === '' ? [] : bareLabel(text)));
    const figure = line[last + 1];
    if (!path || !path.at(-1)?.includes(heads.at(-1) ?? '') || !figure || line.length > last + 2) {
      if (cells.length > 0 || line.some((cell) => cellKind(cell.text) === 'figure')) return null;
      continue; // heads in front of the first figure
    }
    // the group is printed at its first figure
    const group = path
      .slice(0, -1)
      .map((names) => names[0] ?? '')
      .join('/');
    const upper = path.slice(0, -1).at(-1) ?? [];
    if (group !== before && !heads.slice(0, -1).some((text) => upper.includes(text))) unsure = true;
    before = group;
    cells.push(figure);
  }
  if (cells.length < row.figures.length) return null;
  const message = '表格竖排而没有认出各组的名称，按表式的次序读取，请对照原文核对';
  return {
    row,
    cells,
    block,
    at: 0,
    text: rowText(cells),
    score: 1,
    doubts: unsure ? [{ code: 'label-fuzzy', message }] : [],
  };
}
