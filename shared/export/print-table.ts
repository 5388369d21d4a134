// A set table in CSS.
import type { TableStyles } from './html-table.ts';
import type { LayoutLabel, LayoutTable } from './layout-document.ts';
import type { TableSetting } from './set-table.ts';

export function printStyles({ table, label, line, room, side, figureRoom, sizes }: TableSetting): TableStyles {
  const common = `line-height:${line}pt;padding:`;
  return {
    label: (cell) => {
      const way = startsAtLeft(table, cell) ? ';text-align:left' : '';
      return `font-size:${label}pt;${common}${room}pt ${side}pt${way}${breaksOf(cell)}`;
    },
    figure: (cell) => `${common}${figureRoom}pt ${side}pt;font-size:${sizes.get(cell.column) ?? label}pt`,
  };
}

/** Row heads that run along the line are set from the left; heads of columns and of groups of rows are centred. */
export const startsAtLeft = (table: LayoutTable, cell: LayoutLabel): boolean =>
  (cell.role === 'row' && cell.rowspan === 1 && table.gridColumns > 7) ||
  (cell.role === 'column' && cell.text.startsWith('（'));

/** Where a label breaks: heads of columns and of groups of rows in even lines, numbered groups after their number. */
export const breaksOf = (cell: LayoutLabel): string =>
  isNumberedGroup(cell)
    ? ';word-break:keep-all'
    : cell.role === 'column' || cell.rowspan > 1
      ? ';text-wrap:balance'
      : '';

/** “（三）不予公开” breaks after its number, not inside the words. */
const isNumberedGroup = (cell: LayoutLabel): boolean =>
  cell.role === 'row' && cell.rowspan > 1 && cell.text.startsWith('（');

/**
 * The label in the lines that a program must be told of, where a line holds `letters` characters: a numbered group breaks behind its
 * number, the head of a column in even lines (“商业/企业”, not “商业企/业”). Each line may still wrap.
 */
export function labelLines(cell: LayoutLabel, letters: number): readonly string[] {
  const end = isNumberedGroup(cell) ? cell.text.indexOf('）') + 1 : 0;
  if (end > 0) return [cell.text.slice(0, end), cell.text.slice(end)];
  if (cell.role !== 'column' || cell.colspan > 1) return [cell.text];
  const lines = Math.max(1, Math.ceil(cell.text.length / Math.max(1, Math.floor(letters))));
  const each = Math.ceil(cell.text.length / lines);
  return Array.from({ length: lines }, (_, line) => cell.text.slice(line * each, (line + 1) * each));
}
