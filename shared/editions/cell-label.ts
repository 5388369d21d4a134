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

/**
 * Several cells whose sum is spoken of: “表三 （三）不予公开各项 · 总计”, “表四 行政诉讼 · 总计”, “表三 一、本年新收… · 法人或其他组织”.
 * One cell is its own label.
 */
export function sumLabel(edition: FormEdition, cells: readonly CellId[]): string {
  const [first] = cells;
  if (!first || cells.length === 1) return first ? cellLabel(edition, first) : '';
  const table = tableOf(edition, first);
  const heads = cells.flatMap((id) => (table && headsOf(edition, table).get(id)) ?? []);
  if (!table || heads.length !== cells.length) return cells.join('、');
  const rows = commonHead(heads.map((one) => one.rows));
  const columns = commonHead(heads.map((one) => one.columns));
  return `${table.name} ${[rows, columns].filter(Boolean).join(' · ')}`;
}

/** The head that all share at the end, or the last one that covers them all; else each by name. */
function commonHead(lists: readonly (readonly string[])[]): string {
  const names = [...new Set(lists.map((list) => list.at(-1) ?? ''))];
  const outer = [...new Set(lists.map((list) => list.at(-2) ?? ''))];
  if (names.length === 1) {
    // 行政诉讼：未经复议直接起诉 and 复议后起诉, both 总计
    const above = [...new Set(lists.map((list) => list.at(-3) ?? ''))];
    const [name = ''] = names;
    if (outer.length === 1) return name;
    const covering = above.length === 1 && above[0] ? above : [...new Set(lists.map((list) => list[0] ?? ''))];
    return [covering.filter((head) => head !== name).join('、'), name].filter(Boolean).join(' · ');
  }
  if (outer.length === 1 && outer[0] && lists.length > 2) return `${outer[0]}各项`;
  return names.length > 3 ? `${names[0]}等${names.length}项` : names.join('、');
}
