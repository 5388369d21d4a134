// Where a key takes the active cell: arrows over merged cells, jumps, Tab order, turns inside a range.
import type { GridLayout, PlacedFigure } from './layout.ts';
import { figureAt, figuresIn, type Position, positionOf, type Range } from './selection.ts';

/** Rows down, columns right. */
export type Step = readonly [down: number, right: number];

/**
 * The next figure in a direction, over labels and merged cells; the same position at the edge. The column is kept on the way through
 * a merged cell, so that going down and up again ends where it began.
 */
export function arrow(layout: GridLayout, from: Position, [down, right]: Step): Position {
  const here = figureAt(layout, from);
  let { row, column } = from;
  for (;;) {
    row += down;
    column += right;
    if (row < 0 || column < 0 || row >= layout.rows.length || column >= layout.columnCount) return from;
    const cell = figureAt(layout, { row, column });
    if (cell && cell !== here) return { row, column };
  }
}

const same = (left: Position, right: Position): boolean => left.row === right.row && left.column === right.column;

/** Ctrl+arrow: to the end of the run of filled cells, over a gap to the next filled cell, else to the edge. */
export function jump(
  layout: GridLayout,
  from: Position,
  step: Step,
  isFilled: (cell: PlacedFigure) => boolean,
): Position {
  const filled = (position: Position): boolean => {
    const cell = figureAt(layout, position);
    return cell !== undefined && isFilled(cell);
  };
  let here = from;
  let next = arrow(layout, here, step);
  const run = filled(from) && filled(next);
  while (!same(next, here)) {
    if (run && !filled(next)) return here;
    if (!run && filled(next)) return next;
    here = next;
    next = arrow(layout, here, step);
  }
  return here;
}

/** Home and End: the first or last figure of the row. */
export function rowEnd(layout: GridLayout, { row, column }: Position, end: 'first' | 'last'): Position {
  const line = layout.lines[row] ?? [];
  const cell = end === 'first' ? line[0] : line.at(-1);
  return cell ? positionOf(cell) : { row, column };
}

/** PageUp and PageDown: as many rows as are in view. */
export function page(layout: GridLayout, from: Position, rows: number): Position {
  let here = from;
  for (let step = 0; step < Math.abs(rows); step++) here = arrow(layout, here, [Math.sign(rows), 0]);
  return here;
}

/** Tab: the next figure in reading order that can be edited; null past the last one, where Tab leaves the table. */
export function tabStop(
  layout: GridLayout,
  from: Position,
  step: 1 | -1,
  isEditable: (cell: PlacedFigure) => boolean,
): Position | null {
  const here = figureAt(layout, from);
  const order = step === 1 ? layout.figures : layout.figures.toReversed();
  const next = order.slice(here ? order.indexOf(here) + 1 : 0).find(isEditable);
  return next ? positionOf(next) : null;
}

/**
 * Tab and Enter inside a range of several cells stay in it: Tab along the rows, Enter down the columns, over locked figures. Null at the
 * end of the range.
 */
export function turn(
  layout: GridLayout,
  range: Range,
  from: Position,
  along: 'rows' | 'columns',
  step: 1 | -1,
  isEditable: (cell: PlacedFigure) => boolean,
): Position | null {
  const cells = figuresIn(layout, range);
  const rows = along === 'rows' ? cells : cells.toSorted((left, right) => left.column - right.column);
  const order = step === 1 ? rows : rows.toReversed();
  const here = figureAt(layout, from);
  const next = order.slice(here ? order.indexOf(here) + 1 : 0).find(isEditable);
  return next ? positionOf(next) : null;
}
