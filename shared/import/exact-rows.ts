// Tables whose every cell is known (web pages, Word, Excel, ruled PDF, pasted rows) -> rows of the form, by their labels.
import type { TableId } from '../editions/types.ts';
import { columnOrder, type HeadLeaf, headLeaves } from './column-heads.ts';
import type { FormRow } from './form-labels.ts';
import { type FormModel, matchRow, type RowMatch } from './form-model.ts';
import { bareLabel, labelMatch, squeeze } from './labels.ts';
import type { RawCell, RawTable } from './raw-document.ts';
import {
  cellKind,
  type RowDoubt,
  type RowReading,
  rowSums,
  rowText,
  type TableReadings,
  type UnknownRow,
} from './row-reading.ts';
import { inFormOrder, type RowShape, rowWindow } from './row-window.ts';

export interface PlacedTable {
  readonly block: number;
  readonly table: RawTable;
}

/** A source row whose label was recognised, before its figures are taken. */
interface Hit extends RowMatch {
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

interface Walk {
  readonly hits: Hit[];
  readonly unknown: UnknownRow[];
  heads: (readonly RawCell[])[];
  /** The columns that these heads make, by table. */
  leaves: Map<TableId, readonly HeadLeaf[]>;
  /** The row before was a head row. */
  inHead: boolean;
  table: TableId | null;
}

export function exactRows(model: FormModel, tables: readonly PlacedTable[]): TableReadings {
  const walk: Walk = { hits: [], unknown: [], heads: [], leaves: new Map(), inHead: false, table: null };
  for (const { block, table } of tables) {
    table.rows.forEach((cells, at) => readRow(model, walk, cells, block, at));
  }
  return { readings: takeFigures(model, walk.hits, walk.unknown), unknown: walk.unknown };
}

function readRow(model: FormModel, walk: Walk, cells: readonly RawCell[], block: number, at: number): void {
  const kinds = cells.map((cell) => cellKind(cell.text));
  const isSection = cells.some((cell) => /^第二十条/.test(bareLabel(cell.text)));
  if (isHeadRow(model, cells, kinds) || isSection) {
    walk.heads = walk.inHead && !isSection ? [...walk.heads, cells] : isSection ? [] : [cells];
    walk.leaves = new Map();
    walk.inHead = true;
    return;
  }
  const labels = labelsIn(model, cells, kinds);
  const position = { block, at, cells, total: cells.length, heads: walk.heads };
  if (labels.length > 0) {
    labels.forEach(({ index, match }, order) => {
      const until = labels[order + 1]?.from ?? cells.length;
      const after = cells.slice(index + 1, until);
      walk.hits.push({ ...position, ...match, after, total: until, leaves: leavesFor(model, walk, match.row.table) });
      walk.table = match.row.table;
    });
    walk.inHead = false;
    return;
  }
  if (readUnlabelled(model, walk, cells, kinds, position)) {
    walk.inHead = false;
    return;
  }
  if (kinds.includes('figure')) {
    walk.inHead = false;
    const last = walk.hits.at(-1);
    if (last && last.block === block && !kinds.includes('label')) last.stray = rowText(cells);
    const label = cells.find((_, index) => kinds[index] === 'label');
    if (label && (walk.table || walk.heads.length > 0) && looksStatutory(model, walk, label.text))
      walk.unknown.push({ label: squeeze(label.text), place: label.place, text: rowText(cells) });
  }
}

/** No figures, and two heads of columns or more; or heads alone. */
function isHeadRow(model: FormModel, cells: readonly RawCell[], kinds: readonly string[]): boolean {
  if (kinds.includes('figure')) return false;
  const texts = cells.filter((_, index) => kinds[index] === 'label').map(({ text }) => bareLabel(text));
  const heads = texts.filter((text) => isColumnHead(model, text)).length;
  const foreign = texts.filter((text) => model.foreign.has(text)).length;
  if (texts.length === 1) return heads === 1 && !matchRow(model, texts[0] ?? '') && kinds.length <= 2;
  return heads + foreign >= 2 || (heads + foreign >= 1 && texts.some((text) => text === '信息内容'));
}

const isColumnHead = (model: FormModel, text: string): boolean =>
  model.columns.some((names) => names.some((name) => labelMatch(text, name) >= 0.75));

/** An unknown row of figures is worth a word where it stands under heads of the form or names a row of another edition. */
const looksStatutory = (model: FormModel, walk: Walk, label: string): boolean =>
  model.foreign.has(bareLabel(label)) || walk.heads.length > 0 || walk.hits.length > 0;

interface LabelAt {
  /** First cell that belongs to this row: its heads stand before its label. */
  readonly from: number;
  readonly index: number;
  readonly match: RowMatch;
}

/** The row labels in a source row: one, or several where rows lost their ends. */
function labelsIn(model: FormModel, cells: readonly RawCell[], kinds: readonly string[]): LabelAt[] {
  const found: LabelAt[] = [];
  let from = 0;
  for (let index = 0; index < cells.length; index++) {
    if (kinds[index] !== 'label') continue;
    if (kinds[index - 1] === 'figure' || (kinds[index - 1] === 'blank' && found.length > 0)) from = index;
    const match = matchRow(model, cells[index]?.text ?? '');
    if (!match) continue;
    const before = found.at(-1);
    const figuresBetween = before && kinds.slice(before.index + 1, index).some((kind) => kind !== 'label');
    if (!before || figuresBetween) found.push({ from: before ? from : 0, index, match });
    else if (match.score >= before.match.score) found[found.length - 1] = { ...before, index, match };
  }
  if (found.length > 0) return found;
  // a label spread over cells
  const last = kinds.lastIndexOf('label');
  const whole = cells
    .slice(0, last + 1)
    .map(({ text }) => text)
    .join('');
  const match = last > 0 && !kinds.slice(0, last).includes('figure') ? matchRow(model, whole) : null;
  return match ? [{ from: 0, index: last, match }] : [];
}

function leavesFor(model: FormModel, walk: Walk, table: TableId): readonly HeadLeaf[] {
  if (walk.heads.length === 0) return [];
  const ready = walk.leaves.get(table);
  if (ready) return ready;
  const rows = model.rows.filter((row) => row.table === table);
  const own = new Set(rows.flatMap((row) => row.columns.flat()));
  const leaves = headLeaves(
    walk.heads.map((cells) => cells.map(({ text }) => text)),
    rows,
    model.names.filter((names) => !own.has(names)),
  );
  walk.leaves.set(table, leaves);
  return leaves;
}

/** The rows of a table whose rows have no label: figures under heads that are the table's own. */
function readUnlabelled(
  model: FormModel,
  walk: Walk,
  cells: readonly RawCell[],
  kinds: readonly string[],
  position: Pick<Hit, 'block' | 'at' | 'cells' | 'total' | 'heads'>,
): boolean {
  for (const row of model.rows.filter(({ names }) => names.length === 0)) {
    const leaves = leavesFor(model, walk, row.table);
    if (leaves.length === 0) continue;
    const firstFigure = kinds.indexOf('figure');
    const labels = cells.filter((_, index) => kinds[index] === 'label' && (firstFigure < 0 || index < firstFigure));
    const beside = labels.map(({ text }) => bareLabel(text)).findLast((text) => isGroupHead(row, text));
    const order = columnOrder(row, leaves, model.foreign, beside);
    const own = order?.order.filter((index) => index >= 0).length ?? 0;
    if (!order || own < 2 || own < leaves.length - 1) continue;
    if (firstFigure < 0 && (labels.length > 0 || cells.length < leaves.length)) continue;
    const start = labels.length > 0 ? kinds.lastIndexOf('label', Math.max(firstFigure, 0)) + 1 : 0;
    const after = cells.slice(start);
    walk.hits.push({ ...position, row, score: 1, after, leaves, ...(beside ? { beside } : {}) });
    walk.table = row.table;
    return true;
  }
  return false;
}

const isGroupHead = (row: FormRow, text: string): boolean =>
  row.columns.some((names) => names.slice(0, -1).some((upper) => upper.some((name) => labelMatch(text, name) >= 0.8)));

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

function takeFigures(model: FormModel, hits: readonly Hit[], unknown: UnknownRow[]): RowReading[] {
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
    const doubts: RowDoubt[] = doubt ? [doubt] : [];
    if (one.assumed) doubts.push({ code: 'label-fuzzy', message: '表头与表式不同，按表式的列次读取，请核对' });
    if (one.moved) doubts.push({ code: 'label-fuzzy', message: '表头的列次与表式不同，请对照原文核对' });
    if (hit.stray)
      doubts.push({ code: 'cells-lost', message: `下一行另有数字“${hit.stray}”没有归入任何一行，请对照原文核对` });
    if (hit.score < 1) {
      const printed = hit.cells.filter((cell) => cellKind(cell.text) === 'label').map(({ text }) => squeeze(text));
      doubts.push({ code: 'label-fuzzy', message: `按文件中的“${printed.at(-1) ?? ''}”识别，与表式用语不同，请核对` });
    }
    for (const head of one.unknown) {
      // a head of another edition stands over figures that are others; any other head may be a damaged one
      if (!model.foreign.has(head) && order.includes(-1))
        doubts.push({ code: 'label-fuzzy', message: `表头“${head}”不是表式中的列，请对照原文核对` });
      const taken = order[hit.leaves.findIndex(({ path }) => path.at(-1) === head)] ?? -1;
      if (taken >= 0) doubts.push({ code: 'label-fuzzy', message: `表头“${head}”与表式用语不同，请核对` });
      else if (!told.has(`${hit.row.id} ${head}`)) {
        told.add(`${hit.row.id} ${head}`);
        unknown.push({
          label: `${hit.row.label} · ${head}`,
          place: hit.cells[0]?.place ?? '',
          text: rowText(hit.cells),
        });
      }
    }
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

/** What the rows of the same table have in common. */
function shapeOf(all: readonly Prepared[], { hit, wanted, grid }: Prepared): RowShape {
  const table = all.filter((other) => other.hit.block === hit.block && other.hit.row.table === hit.row.table);
  const totals = table.map((other) => other.hit.total);
  if (grid) return { gridTotal: Math.max(...totals, ...hit.heads.map((row) => row.length)), usualAfter: null };
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
