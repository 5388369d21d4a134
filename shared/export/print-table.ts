// How a table is set in the type area: letter sizes and row heights chosen so that it stands whole on one page.
import type { LayoutFigure, LayoutLabel, LayoutTable } from './layout-document.ts';
import type { TableStyles } from './html-table.ts';
import { widthOf } from './title-lines.ts';

/** Width of the type area in points: 156 mm. */
const TYPE_WIDTH = 442.2;
const PADDING = 5;
/** Advance of a digit in em, a little above the widest of the faces used. */
const DIGIT = 0.6;

/** From 20 rows on a table is set close, so that it fits on one page with the heading above it. */
export const isTall = (table: LayoutTable): boolean => table.rows.length > 20;

const LARGEST = 10.5;
const READABLE = 8.5;
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
  for (const cell of table.rows.flatMap((row) => row.filter((cell) => cell.kind === 'figure'))) {
    sizes.set(cell.column, Math.min(sizes.get(cell.column) ?? LARGEST, fittingSize(table, cell)));
  }
  const common = Math.max(READABLE, Math.min(LARGEST, ...sizes.values()));
  return new Map([...sizes].map(([column, size]) => [column, Math.min(common, size)]));
}

function fittingSize(table: LayoutTable, cell: LayoutFigure): number {
  const shares = table.columnWidths.slice(cell.column, cell.column + cell.colspan);
  const width = shares.reduce((sum, share) => sum + share, 0) * TYPE_WIDTH - PADDING;
  // a note may wrap, the figure itself may not
  const figure = cell.note ? cell.text.slice(0, cell.text.length - cell.note.length - 2) : cell.text;
  const em = widthOf(figure) * 2 * DIGIT;
  const size = em > 0 ? Math.floor((width / em) * 4) / 4 : LARGEST;
  return Math.max(SMALLEST, Math.min(LARGEST, size));
}
