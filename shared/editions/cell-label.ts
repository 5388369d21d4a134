// How a cell and a row are called in messages, from the printed heads of the form.
import type { CellId } from '../model/report.ts';
import { EDITIONS, tableOf } from './index.ts';
import type { FormEdition, LabelCell, TableSpec } from './types.ts';

interface CellHeads {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const known = new Map<string, ReadonlyMap<string, CellHeads>>();

/** The printed row heads and column heads of every figure of a table. */
function headsOf(edition: FormEdition, table: TableSpec): ReadonlyMap<string, CellHeads> {
  const key = `${edition.id}/${table.id}`;
  const ready = known.get(key);
  if (ready) return ready;
  const heads = new Map<string, CellHeads>();
  const open: { label: LabelCell; row: number; column: number }[] = [];
  const taken: boolean[][] = table.rows.map(() => []);
  table.rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (taken[row]?.[column]) column++;
      for (let r = row; r < row + cell.rowspan; r++)
        for (let c = column; c < column + cell.colspan; c++) (taken[r] ??= [])[c] = true;
      if (cell.kind === 'label') open.push({ label: cell, row, column });
      else heads.set(cell.id, { rows: rowHeads(open, row), columns: columnHeads(open, row, column) });
      column += cell.colspan;
    }
  });
  known.set(key, heads);
  return heads;
}

type Placed = readonly { readonly label: LabelCell; readonly row: number; readonly column: number }[];

const rowHeads = (labels: Placed, row: number): string[] =>
  labels
    .filter(({ label, row: top }) => label.role === 'row' && top <= row && row < top + label.rowspan)
    .map(({ label }) => label.text);

/** The nearest block of column heads above, outermost first; the corner cell and heads over the whole table say nothing. */
function columnHeads(labels: Placed, row: number, column: number): string[] {
  const above = labels.filter(
    ({ label, row: top, column: left }) =>
      label.role === 'column' && top < row && left <= column && column < left + label.colspan,
  );
  const bottom = Math.max(...above.map(({ label, row: top }) => top + label.rowspan));
  const block = above.filter(
    ({ row: top }) =>
      above.some((other) => other.row >= top && other.row + other.label.rowspan === bottom) && top > bottom - 4,
  );
  const section = Math.max(
    -1,
    ...labels.filter(({ label, row: top }) => label.role === 'section' && top < row).map(({ row: top }) => top),
  );
  return block.filter(({ row: top }) => top > section).map(({ label }) => label.text);
}

/** “表三 一、本年新收政府信息公开申请数量 · 总计”; the id itself where the form has no such cell. */
export function cellLabel(edition: FormEdition, id: CellId): string {
  const table = tableOf(edition, id);
  const heads = table && headsOf(edition, table).get(id);
  if (!table || !heads) return id;
  const row = heads.rows.at(-1) ?? '';
  const column = heads.columns.slice(heads.rows.length > 0 ? -1 : 0).join(' · ');
  return `${table.name} ${[row, column].filter(Boolean).join(' · ')}`;
}

/** The label of a row, such as `applications.new` -> “表三 一、本年新收政府信息公开申请数量”. */
export function rowLabel(edition: FormEdition, row: string): string {
  for (const table of edition.tables) {
    for (const [id, { rows, columns }] of headsOf(edition, table)) {
      if (id.startsWith(`${row}.`)) return `${table.name} ${rows.at(-1) ?? columns.at(-2) ?? ''}`.trim();
    }
  }
  return row;
}

/** Last part of a column's heads, e.g. “自然人”; used where the row is named apart. */
export function columnLabel(edition: FormEdition, id: CellId): string {
  const table = tableOf(EDITIONS[edition.id], id);
  return (table && headsOf(edition, table).get(id)?.columns.at(-1)) ?? '';
}
