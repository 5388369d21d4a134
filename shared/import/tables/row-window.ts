// Which cells of a source row are its figures: the row's own cells in order after its label, never a place on the page.
import type { FormEdition } from '../../editions/types.ts';
import type { FormRow } from '../form-labels.ts';
import type { RawCell } from '../raw-document.ts';
import { isBlank, type RowDoubt, rowSums, rowText } from './row-reading.ts';

/** What the rows of one table have in common; a row that differs has lost or gained a cell. */
export interface RowShape {
  /** All rows have this many cells, whether labels take them or figures (the clipboard of Excel). */
  readonly gridTotal: number | null;
  /** Most rows with the same columns have this many cells behind the label. */
  readonly usualAfter: number | null;
}

interface SourceRow {
  readonly row: FormRow;
  /** The cells behind the label. */
  readonly after: readonly RawCell[];
  /** Cells of the whole row. */
  readonly total: number;
  /** How many of them are figures. */
  readonly wanted: number;
  /** For each column of the file the index of the row's figure. */
  readonly order: readonly number[];
  readonly shape: RowShape;
  /** The cells under the heads, where the table is a plain grid. */
  readonly byHead: readonly (RawCell | null)[] | null;
}

export interface Windowed {
  /** One for each column of the file. */
  readonly cells: readonly (RawCell | null)[];
  readonly doubt: RowDoubt | null;
}

/** The `wanted` cells of a row that hold its figures. */
export function rowWindow(edition: FormEdition, source: SourceRow): Windowed {
  const { row, after, total, wanted, order, shape, byHead } = source;
  // a whole row without a figure: an editor cut the blank end of the line, no single cell was lost
  if (wanted >= 4 && after.every(isBlank)) return { cells: Array.from({ length: wanted }, () => null), doubt: null };
  const sums = (cells: readonly (RawCell | null)[]): 'holds' | 'breaks' | 'open' =>
    rowSums(edition, row, inFormOrder(cells, order, row.figures.length));
  if (byHead) {
    const whole = total === shape.gridTotal && isClean(after, byHead);
    const full = byHead.every((cell) => !isBlank(cell)) && isClean(after, byHead);
    return {
      cells: isClean(after, byHead) ? byHead : inOrder(after, wanted),
      doubt: whole || full ? null : lost(after, wanted),
    };
  }
  const merged = spanned(after, wanted);
  const outcomes = distinct([...windows(after, wanted), ...merged]);
  const regular =
    shape.gridTotal === null
      ? after.length === (shape.usualAfter ?? wanted) || merged.length > 0
      : total === shape.gridTotal;
  const only = outcomes.length === 1 ? outcomes[0] : undefined;
  // blank cells behind (or in front of) a full row are those of merged areas
  const full = only?.every((cell) => !isBlank(cell)) && sums(only) !== 'breaks';
  if (only && (regular || wanted === 1 || full)) return { cells: only, doubt: null };
  // rows that are all alike have lost no cell: the sums tell which of the blank cells are figures
  const proven = outcomes.filter((cells) => sums(cells) === 'holds');
  const isProven = regular || after.length > wanted;
  if (isProven && proven.length === 1 && proven[0]) return { cells: proven[0], doubt: null };
  const cells = proven[0] ?? only ?? outcomes[0] ?? inOrder(after, wanted);
  return { cells, doubt: lost(after, wanted) };
}

function lost(after: readonly RawCell[], wanted: number): RowDoubt {
  const found = after.length < wanted ? `只有${after.length}格` : `有${after.length}格`;
  return {
    code: 'cells-lost',
    message: `应有${wanted}格数字，文件中${found}，数字可能错位，请对照原文“${rowText(after)}”逐格核对`,
  };
}

/** Every run of `wanted` cells outside of which all is blank. */
function windows(after: readonly RawCell[], wanted: number): (readonly RawCell[])[] {
  return Array.from({ length: Math.max(0, after.length - wanted + 1) }, (_, from) =>
    after.slice(from, from + wanted),
  ).filter((run) => isClean(after, run));
}

const isClean = (after: readonly RawCell[], taken: readonly (RawCell | null)[]): boolean =>
  after.every((cell) => isBlank(cell) || taken.includes(cell));

/** Fewer cells that span the right number of columns: certain where only blank cells and dashes are merged. */
function spanned(after: readonly RawCell[], wanted: number): (readonly RawCell[])[] {
  const width = after.reduce((sum, cell) => sum + (cell.colspan ?? 1), 0);
  if (after.length >= wanted || width !== wanted) return [];
  if (after.some((cell) => (cell.colspan ?? 1) > 1 && !/^[-—–－/／\s\u00a0]*$/.test(cell.text))) return [];
  return [after.flatMap((cell) => Array.from({ length: cell.colspan ?? 1 }, () => cell))];
}

/** The first cells, where nothing better can be said; always with a warning. */
const inOrder = (after: readonly RawCell[], wanted: number): (RawCell | null)[] => {
  const figures = after.length > wanted ? after.filter((cell) => !isBlank(cell)) : after;
  return Array.from({ length: wanted }, (_, index) => figures[index] ?? null);
};

function distinct(candidates: readonly (readonly (RawCell | null)[])[]): (readonly (RawCell | null)[])[] {
  const seen = new Set<string>();
  return candidates.filter((cells) => {
    const key = cells.map((cell) => (isBlank(cell) ? '' : (cell?.text ?? ''))).join('\u0001');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Cells by column of the file -> cells by figure of the form row. */
export function inFormOrder(
  cells: readonly (RawCell | null)[],
  order: readonly number[],
  figures: number,
): (RawCell | null)[] {
  const placed = Array.from({ length: figures }, (): RawCell | null => null);
  order.forEach((index, column) => {
    if (index >= 0) placed[index] = cells[column] ?? null;
  });
  return placed;
}
