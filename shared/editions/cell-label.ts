// How a cell and a row are called in messages, from the printed heads of the form.
import type { CellId } from '../model/report.ts';
import { tableOf } from './index.ts';
import { headsOf, type PlacedCell, placedCells } from './placed-cells.ts';
import type { FormEdition, LabelCell, TableSpec } from './types.ts';

interface CellHeads {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

const known = new WeakMap<TableSpec, ReadonlyMap<string, CellHeads>>();

/** The printed row heads and column heads of every figure of a table. */
function headsByCell(table: TableSpec): ReadonlyMap<string, CellHeads> {
  const ready = known.get(table);
  if (ready) return ready;
  const texts = (placed: readonly PlacedCell<LabelCell>[]): string[] => placed.map(({ cell }) => cell.text);
  const heads = new Map(
    placedCells(table)
      .flat()
      .flatMap((placed) => {
        if (placed.cell.kind === 'label') return [];
        const { beside, above } = headsOf(table, placed);
        return [[placed.cell.id, { rows: texts(beside), columns: texts(above) }] as const];
      }),
  );
  known.set(table, heads);
  return heads;
}

/** “表三 一、本年新收政府信息公开申请数量 · 总计”; the id itself where the form has no such cell. */
export function cellLabel(edition: FormEdition, id: CellId): string {
  const table = tableOf(edition, id);
  const heads = table && headsByCell(table).get(id);
  if (!table || !heads) return id;
  const row = heads.rows.at(-1) ?? '';
  const column = heads.columns.slice(heads.rows.length > 0 ? -1 : 0).join(' · ');
  return `${table.name} ${[row, column].filter(Boolean).join(' · ')}`;
}

/** The label of a row, such as `applications.new` -> “表三 一、本年新收政府信息公开申请数量”. */
export function rowLabel(edition: FormEdition, row: string): string {
  for (const table of edition.tables) {
    for (const [id, { rows, columns }] of headsByCell(table)) {
      if (id.startsWith(`${row}.`)) return `${table.name} ${rows.at(-1) ?? columns.at(-2) ?? ''}`.trim();
    }
  }
  return row;
}

/** Last part of a column's heads, e.g. “自然人”; used where the row is named apart. */
export function columnLabel(edition: FormEdition, id: CellId): string {
  const table = tableOf(edition, id);
  return (table && headsByCell(table).get(id)?.columns.at(-1)) ?? '';
}

/**
 * Several cells whose sum is spoken of: “表三 （三）不予公开各项 · 总计”, “表四 行政诉讼 · 总计”, “表三 一、本年新收… · 法人或其他组织”.
 * One cell is its own label.
 */
export function sumLabel(edition: FormEdition, cells: readonly CellId[]): string {
  const [first] = cells;
  if (!first || cells.length === 1) return first ? cellLabel(edition, first) : '';
  const table = tableOf(edition, first);
  const heads = cells.flatMap((id) => (table && headsByCell(table).get(id)) ?? []);
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
