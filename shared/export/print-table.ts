// A set table in CSS.
import type { TableStyles } from './html-table.ts';
import type { LayoutLabel, LayoutTable } from './layout-document.ts';
import type { TableSetting } from './set-table.ts';

export function printStyles({ table, label, line, room, side, figureRoom, sizes }: TableSetting): TableStyles {
  const common = `line-height:${line}pt;padding:`;
  return {
    label: (cell) => {
      const way = startsAtLeft(table, cell) ? ';text-align:left' : '';
      return `font-size:${label}pt;${common}${room}pt ${side + besideHead(cell)}pt${way}${breaksOf(cell)}`;
    },
    figure: (cell) => `${common}${figureRoom}pt ${side}pt;font-size:${sizes.get(cell.column) ?? label}pt`,
  };
}

/** Row heads that run along the line are set from the left; heads of columns and of groups of rows are centred. */
export const startsAtLeft = (table: LayoutTable, cell: LayoutLabel): boolean =>
  (cell.role === 'row' && cell.rowspan === 1 && table.gridColumns > 7) ||
  (cell.role === 'column' && cell.text.startsWith('（'));

/** More room beside the head of one column, in points: “商业企业” breaks in the middle, not before its last character. */
export const besideHead = ({ role, colspan, text }: LayoutLabel): number =>
  role === 'column' && colspan === 1 && text.length > 3 ? 2 : 0;

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

/** The label in the lines that a program must be told of; each may still wrap. */
export function labelLines(cell: LayoutLabel): readonly string[] {
  const end = isNumberedGroup(cell) ? cell.text.indexOf('）') + 1 : 0;
  return end > 0 ? [cell.text.slice(0, end), cell.text.slice(end)] : [cell.text];
}
