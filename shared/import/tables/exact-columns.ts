// Source rows whose label is known -> the columns of their figures: the heads give the order, where they can be trusted.
import { columnOrder, type HeadLeaf, isRemark } from './column-heads.ts';
import type { FormModel, RowMatch } from '../form-model.ts';
import { bareLabel, labelMatch, squeeze } from '../labels.ts';
import { headRowsFit } from './line-heads.ts';
import type { RawCell } from '../raw-document.ts';
import { rowSums } from './row-reading.ts';
import { inFormOrder } from './row-window.ts';

/** A source row whose label was recognised, before its figures are taken. */
export interface Hit extends RowMatch {
  readonly block: number;
  readonly at: number;
  readonly cells: readonly RawCell[];
  readonly after: readonly RawCell[];
  readonly total: number;
  readonly leaves: readonly HeadLeaf[];
  readonly heads: readonly (readonly RawCell[])[];
  /** The rows of words above, known as heads or not. */
  readonly above: readonly (readonly RawCell[])[];
  /** Figures that belong to no row stand on the row before or behind. */
  stray?: string;
  /** A column head beside the row instead of above it. */
  readonly beside?: string;
}

/** A hit with the columns of its table in the file. */
export interface Prepared {
  readonly hit: Hit;
  readonly order: readonly number[];
  readonly wanted: number;
  readonly leaves: readonly HeadLeaf[];
  readonly unknown: readonly string[];
  /** The cells under the heads, where the table is a plain grid. */
  readonly grid: readonly number[] | null;
  /** The heads do not account for the columns: the order of the form is assumed. */
  readonly assumed: boolean;
  /** The heads stand in another order than the form's. */
  readonly moved: boolean;
  /** All heads are of another edition. */
  readonly foreign: boolean;
  /** Nothing tells the columns apart. */
  readonly headless: boolean;
}

/** The rows with their columns, in the order of the file. */
export const prepareHits = (model: FormModel, hits: readonly Hit[]): Prepared[] =>
  settleOrder(
    model,
    hits.map((hit) => prepare(model, hit)),
  );

function prepare(model: FormModel, found: Hit): Prepared {
  const hit = withoutExtras(found);
  const natural = [...hit.row.figures.keys()];
  const plain = {
    hit,
    order: natural,
    wanted: natural.length,
    leaves: [],
    unknown: [],
    grid: null,
    assumed: false,
    moved: false,
    foreign: false,
    headless: false,
  };
  const leaves = withoutCorner(model, hit);
  const heads = columnOrder(hit.row, leaves, model.foreign, hit.beside);
  if (!heads) {
    const others = leaves.flatMap(({ path }) => path.at(-1) ?? '').filter((head) => model.foreign.has(head));
    // every head is of another edition, and so is every figure
    return others.length > 1
      ? { ...plain, order: others.map(() => -1), leaves, unknown: others, foreign: true }
      : { ...plain, headless: natural.length > 1 && !headsFit(hit) };
  }
  const { order, unknown } = heads;
  const known = order.filter((index) => index >= 0);
  const complete = new Set(known).size === natural.length;
  // columns that the file leaves out: one group of 表四, 表三 without 总计
  const part = known.length === order.length && (hit.row.names.length === 0 || hit.after.length === order.length);
  if (!complete && !part) return { ...plain, assumed: hit.after.length !== natural.length || known.length > 0 };
  const moved = known.some((index, at) => index < (known[at - 1] ?? 0));
  return {
    hit,
    order,
    wanted: order.length,
    leaves,
    unknown,
    grid: leafColumns(hit, leaves),
    assumed: false,
    moved,
    foreign: false,
    headless: false,
  };
}

const headsFit = ({ row, heads, above }: Hit): boolean =>
  [heads, above].some((rows) =>
    headRowsFit(
      row,
      rows.map((cells) => cells.map(({ text }) => ({ text, centre: null }))),
    ),
  );

/**
 * A program that dissolved merged cells printed their text in each part: a figure again under the same head again is the same figure.
 * A blank cell under a blank head is no figure either.
 */
function withoutExtras(hit: Hit): Hit {
  const heads = (hit.heads.at(-1) ?? []).map(({ text }) => squeeze(text));
  if (heads.length !== hit.cells.length || hit.after.length <= hit.row.figures.length) return hit;
  const after = hit.cells.filter((cell, index) => {
    const again = heads[index] !== '' && heads[index] === heads[index - 1];
    const extra = heads[index] === '' ? squeeze(cell.text) === '' : again && cell.text === hit.cells[index - 1]?.text;
    return hit.after.includes(cell) && !extra;
  });
  return after.length === hit.row.figures.length ? { ...hit, after } : hit;
}

/** A misspelt head over the labels is no column, nor is 备注 where the rows have no such cell: they have a cell less than there are heads. */
function withoutCorner(model: FormModel, { row, leaves, after }: Hit): readonly HeadLeaf[] {
  const first = leaves[0]?.path.at(-1) ?? '';
  if (after.length !== leaves.length - 1) return leaves;
  if (isRemark(leaves.at(-1)?.path.at(-1) ?? '')) return leaves.slice(0, -1);
  const known = row.columns.some((path) => path.at(-1)?.some((name) => labelMatch(first, name) >= 0.75));
  return !known && !model.foreign.has(first) ? leaves.slice(1) : leaves;
}

/** Heads in another order may be moved columns or damaged heads: the sums of the rows tell which. */
function settleOrder(model: FormModel, prepared: readonly Prepared[]): Prepared[] {
  const holding = (one: Prepared, order: readonly number[]): number => {
    const { after, row } = one.hit;
    return after.length === order.length &&
      rowSums(model.edition, row, inFormOrder(after, order, row.figures.length)) === 'holds'
      ? 1
      : 0;
  };
  return prepared.map((one) => {
    if (!one.moved) return one;
    const natural = [...one.hit.row.figures.keys()];
    const table = prepared.filter(
      ({ hit, moved }) => moved && hit.row.table === one.hit.row.table && hit.block === one.hit.block,
    );
    const asMoved = table.reduce((sum, other) => sum + holding(other, other.order), 0);
    const asForm = table.reduce((sum, other) => sum + holding(other, [...other.hit.row.figures.keys()]), 0);
    return asForm > asMoved ? { ...one, order: natural, wanted: natural.length, grid: null } : one;
  });
}

/**
 * The column of each leaf, where heads and rows are one plain grid: the lowest head row that prints it, leaves in order. A table whose
 * rows leave merged areas out is no such grid, and neither is one with spans.
 */
function leafColumns(hit: Hit, heads: readonly HeadLeaf[]): number[] | null {
  if ([...hit.heads.flat(), ...hit.cells].some((cell) => (cell.colspan ?? 1) > 1 || (cell.rowspan ?? 1) > 1))
    return null;
  const leaves = heads.map(({ path }) => path.at(-1) ?? '');
  const columns: number[] = [];
  for (let column = 0; column < Math.max(...hit.heads.map((row) => row.length)); column++) {
    const printed = hit.heads.findLast((row) => bareLabel(row[column]?.text ?? '') !== '')?.[column]?.text ?? '';
    if (bareLabel(printed) !== '' && bareLabel(printed) === leaves[columns.length]) columns.push(column);
  }
  const label = hit.cells.length - hit.after.length;
  return columns.length === leaves.length && columns.length > 0 && label <= (columns[0] ?? 0) ? columns : null;
}
