// How a table is set in the type area: letter sizes and row heights chosen so that it stands whole on one page.
import { fittingSize, LARGEST, READABLE } from './fit-columns.ts';
import { figuresOf, type LayoutLabel, type LayoutTable } from './layout-document.ts';
import type { TableStyles } from './html-table.ts';

/** With more than 20 rows a table is set close, so that it fits on one page with the heading above it. */
export const isTall = (table: LayoutTable): boolean => table.rows.length > 20;

/** Below this, in points, a figure rather wraps. */
const SMALLEST = 5;

export function printStyles(table: LayoutTable): TableStyles {
  const close = isTall(table);
  const narrow = table.gridColumns > 12;
  const label = close
    ? 'font-size:9.5pt;line-height:12pt;padding:2pt 1pt 2pt 2pt'
    : narrow
      ? 'font-size:9.5pt;line-height:13pt;padding:4pt 1pt'
      : 'padding:4.4pt 3pt';
  const figure = close ? 'line-height:12pt;padding:2pt 1pt' : narrow ? 'padding:6pt 1pt' : 'padding:4.4pt 3pt';
  const sizes = figureSizes(table);
  return {
    label: (cell) =>
      `${label}${startsAtLeft(table, cell) ? ';text-align:left' : ''}${isNumberedGroup(cell) ? ';word-break:keep-all' : ''}`,
    figure: (cell) => `${figure};font-size:${sizes.get(cell.column) ?? LARGEST}pt`,
  };
}

/** Row heads that run along the line are set from the left; heads of columns and of groups of rows are centred. */
export const startsAtLeft = (table: LayoutTable, cell: LayoutLabel): boolean =>
  (cell.role === 'row' && cell.rowspan === 1 && table.gridColumns > 7) ||
  (cell.role === 'column' && cell.text.startsWith('（'));

/** “（三）不予公开” breaks after its number, not inside the words. */
const isNumberedGroup = (cell: LayoutLabel): boolean =>
  cell.role === 'row' && cell.rowspan > 1 && cell.text.startsWith('（');

/**
 * Letter size in points of the figures in each grid column: one size for the table where its longest figure stands on one line at a
 * readable size, else smaller in the columns that need it.
 */
export function figureSizes(table: LayoutTable): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const cell of figuresOf(table)) {
    sizes.set(cell.column, Math.min(sizes.get(cell.column) ?? LARGEST, Math.max(SMALLEST, fittingSize(table, cell))));
  }
  const common = Math.max(READABLE, Math.min(LARGEST, ...sizes.values()));
  return new Map([...sizes].map(([column, size]) => [column, Math.min(common, size)]));
}
