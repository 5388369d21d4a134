// Which figures are selected: a cell, a range that takes in merged cells whole, a row, a column, everything; and what they add up to.
import { addDecimals, toMillionths } from '../../shared/model/decimal.ts';
import type { Cells } from '../../shared/model/report.ts';
import type { GridLayout, PlacedFigure, PlacedLabel } from './layout.ts';

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Rows and columns of the grid, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** `active` has the focus and takes what is typed; the range lies between `anchor` and `head`, the end that Shift moves. */
export interface Selection {
  readonly active: Position;
  readonly anchor: Position;
  readonly head: Position;
}

/** Of the figures in the selection that are numbers. All exact; an average that does not come out even begins with “约”. */
export interface SelectionSummary {
  /** Selected cells, blank ones too. */
  readonly cells: number;
  /** Selected cells that hold a number. */
  readonly count: number;
  readonly sum: string;
  readonly average: string;
}

export const at = (position: Position): Selection => ({ active: position, anchor: position, head: position });

export const between = (anchor: Position, head: Position): Selection => ({ active: anchor, anchor, head });

export const positionOf = ({ row, column }: Position): Position => ({ row, column });

export const figureAt = (layout: GridLayout, { row, column }: Position): PlacedFigure | undefined => {
  const cell = layout.at[row]?.[column];
  return cell?.kind === 'figure' ? cell : undefined;
};

export function firstPosition(layout: GridLayout): Position {
  const first = layout.figures[0];
  return first ? positionOf(first) : { row: 0, column: 0 };
}

export function lastPosition(layout: GridLayout): Position {
  const last = layout.figures.at(-1);
  return last ? positionOf(last) : { row: 0, column: 0 };
}

const inside = (range: Range, cell: PlacedFigure): boolean =>
  cell.row >= range.top &&
  cell.row <= range.bottom &&
  cell.column <= range.right &&
  cell.column + cell.colspan > range.left;

/** The range of a selection, widened until no merged cell is cut. */
export function rangeOf(layout: GridLayout, { anchor, head }: Pick<Selection, 'anchor' | 'head'>): Range {
  let range: Range = {
    top: Math.min(anchor.row, head.row),
    bottom: Math.max(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    right: Math.max(anchor.column, head.column),
  };
  for (;;) {
    const cells = figuresIn(layout, range);
    const left = Math.min(range.left, ...cells.map(({ column }) => column));
    const right = Math.max(range.right, ...cells.map(({ column, colspan }) => column + colspan - 1));
    if (left === range.left && right === range.right) return range;
    range = { ...range, left, right };
  }
}

/** The figures of each row of a range; rows of labels are left out. */
export const linesIn = (layout: GridLayout, range: Range): readonly (readonly PlacedFigure[])[] =>
  layout.lines
    .slice(range.top, range.bottom + 1)
    .map((line) => line.filter((cell) => inside(range, cell)))
    .filter((line) => line.length > 0);

export const figuresIn = (layout: GridLayout, range: Range): readonly PlacedFigure[] => linesIn(layout, range).flat();

export const wholeTable = (layout: GridLayout): Selection => ({
  ...between(firstPosition(layout), lastPosition(layout)),
});

/** What a click on a head selects: its rows, its columns down to the next section, or the section under it. */
export function underLabel(layout: GridLayout, label: PlacedLabel): Selection | null {
  const rows =
    label.role === 'row'
      ? [label.row, label.row + label.rowspan - 1]
      : [label.row + label.rowspan, endOfSection(layout, label.row + label.rowspan)];
  const columns = label.role === 'row' ? [0, layout.columnCount - 1] : [label.column, label.column + label.colspan - 1];
  const [top = 0, bottom = 0, left = 0, right = 0] = [...rows, ...columns];
  const cells = figuresIn(layout, { top, bottom, left, right });
  const first = cells[0];
  const last = cells.at(-1);
  // the corner and the head over the row heads have no figures below them: they stand for everything
  if (!first || !last) return wholeTable(layout);
  return between(positionOf(first), { row: last.row, column: Math.min(right, last.column + last.colspan - 1) });
}

/** The last row before the next section that has heads of its own. */
function endOfSection(layout: GridLayout, from: number): number {
  const first = layout.lines.findIndex((line, row) => row >= from && line.length > 0);
  const end = layout.lines.findIndex((line, row) => row > first && line.length === 0);
  return end < 0 ? layout.lines.length - 1 : end - 1;
}

/** Count, sum and average of some figures; null for a single one. */
export function summaryOf(cells: Cells, figures: readonly PlacedFigure[]): SelectionSummary | null {
  if (figures.length < 2) return null;
  const values = figures.flatMap(({ id }) => cells[id]?.value ?? []);
  return { cells: figures.length, count: values.length, sum: addDecimals(values), average: averageOf(values) };
}

function averageOf(values: readonly string[]): string {
  if (values.length === 0) return '';
  const sum = toMillionths(addDecimals(values));
  const size = BigInt(values.length);
  // hundredths, rounded half away from zero
  const scaled = (sum < 0n ? -sum : sum) * 2n;
  const hundredths = (scaled + 10_000n * size) / (20_000n * size);
  const exact = hundredths * 10_000n * size * 2n === scaled;
  const fraction = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  const text = `${sum < 0n ? '-' : ''}${hundredths / 100n}${fraction && `.${fraction}`}`;
  return exact ? text : `约${text}`;
}
