// Column widths that follow the figures: a column whose longest figure would not stand on one line takes room from the others.
import { figuresOf, type LayoutFigure, type LayoutTable } from './layout-document.ts';
import { widthOf } from './title-lines.ts';

/** Width of the type area in points: 156 mm. */
export const TYPE_WIDTH = 442.2;
/** Padding and border of a cell, both sides, in points. */
const PADDING = 5;
/** Advance of a digit in em, a little above the widest of the faces used. */
const DIGIT = 0.6;

/** Letter sizes of figures in points. */
export const LARGEST = 10.5;
export const READABLE = 8.5;

/** A column of figures is never narrower than two characters of its head. */
const NARROWEST = 22;
/** A column of labels gives up at most this share of its width, and nothing of these points. */
const GIVES = 0.4;
const KEEPS = 44;

/** Width of a figure on one line in em; its note may wrap, and so may a text in its place, the figure itself may not. */
const emOf = ({ text, note, value }: LayoutFigure): number =>
  value === null ? 0 : widthOf(note ? text.slice(0, text.length - note.length - 2) : text) * 2 * DIGIT;

const widthAt = (table: LayoutTable, { column, colspan }: LayoutFigure): number =>
  table.columnWidths.slice(column, column + colspan).reduce((sum, share) => sum + share, 0) * TYPE_WIDTH;

/** The largest letter size at which a figure stands on one line in its columns, in quarters of a point. */
export function fittingSize(table: LayoutTable, figure: LayoutFigure): number {
  const em = emOf(figure);
  return em === 0 ? LARGEST : Math.floor(((widthAt(table, figure) - PADDING) / em) * 4) / 4;
}

/** The same table with the widths of its columns changed where a figure needs it; unchanged where everything fits. */
export function fitColumns(table: LayoutTable): LayoutTable {
  const widths = table.columnWidths.map((share) => share * TYPE_WIDTH);
  const needs = widths.map(() => 0);
  const holdsFigures = new Set<number>();
  for (const figure of figuresOf(table)) {
    const need = (emOf(figure) * READABLE + PADDING) / figure.colspan;
    for (let column = figure.column; column < figure.column + figure.colspan; column++) {
      holdsFigures.add(column);
      needs[column] = Math.max(needs[column] ?? 0, need);
    }
  }
  const missing = widths.map((width, column) => Math.max(0, (needs[column] ?? 0) - width));
  const wanted = missing.reduce((sum, points) => sum + points, 0);
  if (wanted === 0) return table;
  const spare = widths.map((width, column) => {
    const floor = holdsFigures.has(column)
      ? Math.max(NARROWEST, needs[column] ?? 0)
      : Math.max(KEEPS, width * (1 - GIVES));
    return Math.max(0, width - floor);
  });
  const available = spare.reduce((sum, points) => sum + points, 0);
  const moved = Math.min(wanted, available);
  const columnWidths = widths.map(
    (width, column) =>
      (width + ((missing[column] ?? 0) / wanted) * moved - ((spare[column] ?? 0) / (available || 1)) * moved) /
      TYPE_WIDTH,
  );
  return { ...table, columnWidths };
}
