// Column widths that follow the figures: a column whose longest figure would not stand on one line takes room from the others.
import { figuresOf, type LayoutFigure, type LayoutTable } from './layout-document.ts';
import { widthOf } from './title-lines.ts';

/** The border of a cell, both sides, and what rounding may cost, in points. */
const EDGES = 1.2;
/**
 * Advance of a digit in em, a little above the widest of the faces used (0.548): the printed page has its faces with it.
 * A word processor that lacks the faces named in its file puts in one of its own, with digits up to 0.636 wide.
 */
export const DIGIT = { embedded: 0.56, substituted: 0.64 } as const;

/** A column of figures is never narrower than two characters of its head. */
const NARROWEST = 22;
/** A column of labels gives up at most this share of its width, and nothing of the room for so many characters. */
const GIVES = 0.5;
const KEEPS = 4.5;

/** Width of a figure on one line in em; its note may wrap, and so may a text in its place, the figure itself may not. */
const emOf = ({ text, note, value }: LayoutFigure, digit: number): number =>
  value === null ? 0 : widthOf(note ? text.slice(0, text.length - note.length - 2) : text) * 2 * digit;

/** Width of the grid columns that a cell covers, in points, where the table is `width` wide. */
export const widthAt = (
  table: LayoutTable,
  { column, colspan }: { readonly column: number; readonly colspan: number },
  width: number,
): number => table.columnWidths.slice(column, column + colspan).reduce((sum, share) => sum + share, 0) * width;

/** What the width of a figure depends on: the advance of a digit in em, and the room at either side of a cell in points. */
export interface Measures {
  readonly digit: number;
  readonly side: number;
}

/** The largest letter size in points, in quarters, at which a figure stands on one line in its columns; Infinity where it may wrap. */
export function fittingSize(
  table: LayoutTable,
  figure: LayoutFigure,
  width: number,
  { digit, side }: Measures,
): number {
  const em = emOf(figure, digit);
  const room = widthAt(table, figure, width) - 2 * side - EDGES;
  return em === 0 ? Infinity : Math.floor((room / em) * 4 + 1e-6) / 4;
}

/** Letter sizes in points. */
interface Letters {
  readonly figure: number;
  readonly label: number;
}

/** The same table with the widths of its columns changed where a figure needs it; unchanged where everything fits. */
export function fitColumns(table: LayoutTable, width: number, size: Letters & Measures): LayoutTable {
  const widths = table.columnWidths.map((share) => share * width);
  const needs = widths.map(() => 0);
  const holdsFigures = new Set<number>();
  for (const figure of figuresOf(table)) {
    const need = (emOf(figure, size.digit) * size.figure + 2 * size.side + EDGES) / figure.colspan;
    for (let column = figure.column; column < figure.column + figure.colspan; column++) {
      holdsFigures.add(column);
      needs[column] = Math.max(needs[column] ?? 0, need);
    }
  }
  const missing = widths.map((points, column) => Math.max(0, (needs[column] ?? 0) - points));
  const wanted = missing.reduce((sum, points) => sum + points, 0);
  if (wanted === 0) return table;
  const spare = widths.map((points, column) => {
    const floor = holdsFigures.has(column)
      ? Math.max(NARROWEST, needs[column] ?? 0)
      : Math.max(KEEPS * size.label, points * (1 - GIVES));
    return Math.max(0, points - floor);
  });
  const available = spare.reduce((sum, points) => sum + points, 0);
  const moved = Math.min(wanted, available);
  const columnWidths = widths.map(
    (points, column) =>
      (points + ((missing[column] ?? 0) / wanted) * moved - ((spare[column] ?? 0) / (available || 1)) * moved) / width,
  );
  return { ...table, columnWidths };
}
