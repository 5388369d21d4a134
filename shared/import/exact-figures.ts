// Source rows whose label is known -> their figures: heads give the order of the columns, the rows of a table each other's shape.
import { columnOrder, type HeadLeaf } from './column-heads.ts';
import type { FormModel, RowMatch } from './form-model.ts';
import { bareLabel, squeeze } from './labels.ts';
import type { RawCell } from './raw-document.ts';
import { cellKind, type RowDoubt, type RowReading, rowSums, rowText, type UnknownRow } from './row-reading.ts';
import { inFormOrder, type RowShape, rowWindow } from './row-window.ts';

/** A source row whose label was recognised, before its figures are taken. */
export interface Hit extends RowMatch {
  readonly block: number;
  readonly at: number;
  readonly cells: readonly RawCell[];
  readonly after: readonly RawCell[];
  readonly total: number;
  readonly leaves: readonly HeadLeaf[];
  readonly heads: readonly (readonly RawCell[])[];
  /** Figures without a label follow on rows of their own. */
  stray?: string;
  /** A column head beside the row instead of above it. */
  readonly beside?: string;
}

/** A hit with the columns of its table in the file. */
interface Prepared {
  readonly hit: Hit;
  readonly order: readonly number[];
  readonly wanted: number;
  readonly unknown: readonly string[];
  /** The cells under the heads, where the table is a plain grid. */
  readonly grid: readonly number[] | null;
  /** The heads do not account for the columns: the order of the form is assumed. */
  readonly assumed: boolean;
  /** The heads stand in another order than the form's. */
  readonly moved: boolean;
}

function prepare(model: FormModel, hit: Hit): Prepared {
  const natural = [...hit.row.figures.keys()];
  const plain = { hit, order: natural, wanted: natural.length, unknown: [], grid: null, assumed: false, moved: false };
  const heads = columnOrder(hit.row, hit.leaves, model.foreign, hit.beside);
  if (!heads) return plain;
  const { order, unknown } = heads;
  const known = order.filter((index) => index >= 0);
  const complete = new Set(known).size === natural.length;
  // a part of a row that has no label of its own: one group of 表四
  const part = hit.row.names.length === 0 && known.length === order.length;
  if (!complete && !part) return { ...plain, assumed: true };
  const moved = known.some((index, at) => index < (known[at - 1] ?? 0));
  return { hit, order, wanted: order.length, unknown, grid: leafColumns(hit), assumed: false, moved };
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

/** The figures of each row; columns that the form does not have are added to `unknown`. */
export function takeFigures(model: FormModel, hits: readonly Hit[], unknown: UnknownRow[]): RowReading[] {
  const prepared = settleOrder(
    model,
    hits.map((hit) => prepare(model, hit)),
  );
  const told = new Set<string>();
  return prepared.map((one): RowReading => {
    const { hit, order, wanted } = one;
    const shape = shapeOf(prepared, one);
    const byHead = one.grid?.map((column) => hit.cells[column] ?? null) ?? null;
    const { cells, doubt } = rowWindow(model.edition, hit.row, hit, wanted, shape, order, byHead);
    const doubts = [...(doubt ? [doubt] : []), ...headDoubts(model, one)];
    tellUnknown(one, told, unknown);
    return {
      row: hit.row,
      cells: inFormOrder(cells, order, hit.row.figures.length),
      block: hit.block,
      at: hit.at,
      text: rowText(hit.cells),
      score: hit.score,
      doubts,
    };
  });
}

function headDoubts(model: FormModel, { hit, order, unknown, assumed, moved }: Prepared): RowDoubt[] {
  const doubts: RowDoubt[] = [];
  const fuzzy = (message: string): void => {
    doubts.push({ code: 'label-fuzzy', message });
  };
  if (assumed) fuzzy('表头与表式不同，按表式的列次读取，请核对');
  if (moved) fuzzy('表头的列次与表式不同，请对照原文核对');
  if (hit.stray)
    doubts.push({ code: 'cells-lost', message: `下一行另有数字“${hit.stray}”没有归入任何一行，请对照原文核对` });
  if (hit.score < 1) {
    const printed = hit.cells.filter((cell) => cellKind(cell.text) === 'label').map(({ text }) => squeeze(text));
    fuzzy(`按文件中的“${printed.at(-1) ?? ''}”识别，与表式用语不同，请核对`);
  }
  for (const head of unknown) {
    // a head of another edition stands over figures that are others; any other head may be a damaged one
    if (!model.foreign.has(head) && order.includes(-1)) fuzzy(`表头“${head}”不是表式中的列，请对照原文核对`);
    if (takenBy(hit, order, head) >= 0) fuzzy(`表头“${head}”与表式用语不同，请核对`);
  }
  return doubts;
}

const takenBy = (hit: Hit, order: readonly number[], head: string): number =>
  order[hit.leaves.findIndex(({ path }) => path.at(-1) === head)] ?? -1;

/** Columns that the form does not have, once for each row. */
function tellUnknown({ hit, order, unknown: heads }: Prepared, told: Set<string>, unknown: UnknownRow[]): void {
  for (const head of heads) {
    const key = `${hit.row.id} ${head}`;
    if (takenBy(hit, order, head) >= 0 || told.has(key)) continue;
    told.add(key);
    unknown.push({ label: `${hit.row.label} · ${head}`, place: hit.cells[0]?.place ?? '', text: rowText(hit.cells) });
  }
}

/** What the rows of the same table have in common. */
function shapeOf(all: readonly Prepared[], { hit, wanted, grid }: Prepared): RowShape {
  const table = all.filter((other) => other.hit.block === hit.block && other.hit.row.table === hit.row.table);
  if (grid) {
    const alike = table.filter((other) => other.hit.heads === hit.heads).map((other) => other.hit.total);
    return { gridTotal: Math.max(...alike, ...hit.heads.map((row) => row.length)), usualAfter: null };
  }
  const totals = table.map((other) => other.hit.total);
  const spans = table.some(({ hit: { cells } }) => cells.some((cell) => (cell.colspan ?? 1) > 1));
  const total = usual(totals);
  const same = table.filter((other) => other.hit.total === total).length;
  const alike = table.filter((other) => other.wanted === wanted);
  const filled = alike.filter((other) => other.hit.after.some((cell) => cellKind(cell.text) !== 'blank'));
  const after = usual(filled.map((other) => other.hit.after.length));
  return {
    gridTotal: !spans && table.length >= 3 && same / table.length >= 0.85 && (total ?? 0) > wanted + 1 ? total : null,
    usualAfter: filled.length >= 3 ? after : null,
  };
}

const usual = (counts: readonly number[]): number | null => {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  return [...tally].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
};

/**
 * The column of each leaf, where heads and rows are one plain grid: the lowest head row that prints it, leaves in order. A table whose
 * rows leave merged areas out is no such grid, and neither is one with spans.
 */
function leafColumns(hit: Hit): number[] | null {
  if ([...hit.heads.flat(), ...hit.cells].some((cell) => (cell.colspan ?? 1) > 1 || (cell.rowspan ?? 1) > 1))
    return null;
  const leaves = hit.leaves.map(({ path }) => path.at(-1) ?? '');
  const columns: number[] = [];
  for (let column = 0; column < Math.max(...hit.heads.map((row) => row.length)); column++) {
    const printed = hit.heads.findLast((row) => bareLabel(row[column]?.text ?? '') !== '')?.[column]?.text ?? '';
    if (bareLabel(printed) !== '' && bareLabel(printed) === leaves[columns.length]) columns.push(column);
  }
  const label = hit.cells.length - hit.after.length;
  return columns.length === leaves.length && columns.length > 0 && label <= (columns[0] ?? 0) ? columns : null;
}
