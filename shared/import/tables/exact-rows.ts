// Tables whose every cell is known (web pages, Word, Excel, ruled PDF, pasted rows) -> rows of the form, by their labels.
import type { TableId } from '../../editions/types.ts';
import { columnOrder, type HeadLeaf, headLeaves, isRemark } from './column-heads.ts';
import type { Hit } from './exact-columns.ts';
import { takeFigures } from './exact-figures.ts';
import type { FormRow } from '../form-labels.ts';
import { type FormModel, matchRow, type RowMatch } from '../form-model.ts';
import { bareLabel, labelMatch, similarity, squeeze } from '../labels.ts';
import type { RawCell, RawTable } from '../raw-document.ts';
import { cellKind, rowText, type TableReadings, type UnknownRow } from './row-reading.ts';

export interface PlacedTable {
  readonly block: number;
  readonly table: RawTable;
}

/** A row of a table as the file has it. */
interface PrintedRow {
  readonly block: number;
  readonly at: number;
  readonly cells: readonly RawCell[];
  readonly kinds: readonly ReturnType<typeof cellKind>[];
}

const hasFigures = ({ kinds }: PrintedRow): boolean => kinds.includes('figure');
const labelsOf = ({ cells, kinds }: PrintedRow): readonly RawCell[] =>
  cells.filter((_, index) => kinds[index] === 'label');

interface Walk {
  readonly hits: Hit[];
  readonly unknown: UnknownRow[];
  heads: (readonly RawCell[])[];
  /** The columns that these heads make, by table. */
  leaves: Map<TableId, readonly HeadLeaf[]>;
  /** The row before was a head row. */
  inHead: boolean;
  /** The last rows of words alone, which may be heads that were not known. */
  above: { readonly rows: (readonly RawCell[])[]; closed: boolean };
  table: TableId | null;
  /** The row before, where it has figures and a label that is no row of the form: perhaps the first piece of one. */
  piece: { readonly label: string; readonly cells: readonly RawCell[]; readonly after: readonly RawCell[] } | null;
}

export function exactRows(model: FormModel, tables: readonly PlacedTable[]): TableReadings {
  const walk: Walk = {
    hits: [],
    unknown: [],
    heads: [],
    leaves: new Map(),
    inHead: false,
    above: { rows: [], closed: true },
    table: null,
    piece: null,
  };
  for (const { block, table } of tables) {
    table.rows.forEach((cells, at) =>
      readRow(model, walk, { block, at, cells, kinds: cells.map(({ text }) => cellKind(text)) }),
    );
    if (walk.inHead) endAtHeads(model, walk, { block, table });
  }
  return { readings: takeFigures(model, walk.hits, walk.unknown), unknown: walk.unknown };
}

function readRow(model: FormModel, walk: Walk, printed: PrintedRow): void {
  const { cells, kinds, block, at } = printed;
  if (isColumnNumbers(printed)) return;
  noteWords(walk, printed);
  const isSection = cells.some((cell) => model.sections.has(bareLabel(cell.text)));
  if (isHeadRow(model, printed) || isSection) {
    walk.heads = walk.inHead && !isSection ? [...walk.heads, cells] : isSection ? [] : [cells];
    walk.leaves = new Map();
    walk.inHead = true;
    return;
  }
  const labels = labelsIn(model, printed);
  const { piece } = walk;
  walk.piece = null;
  if (piece && !hasFigures(printed) && readRest(model, walk, piece, printed)) return;
  if (!hasFigures(printed) && completesLast(model, walk, printed)) return;
  if (labels.length > 0) {
    labels.forEach(({ index, match }, order) => {
      const until = labels[order + 1]?.from ?? cells.length;
      const after = cells.slice(index + 1, until);
      const stray = piece && !hasFigures(printed) ? { stray: rowText(piece.cells) } : {};
      const leaves = leavesFor(model, walk, match.row.table);
      walk.hits.push({ ...placeOf(walk, printed), ...match, after, total: until, leaves, ...stray });
      walk.table = match.row.table;
    });
    walk.inHead = false;
    return;
  }
  if (readUnlabelled(model, walk, printed)) {
    walk.inHead = false;
    return;
  }
  if (hasFigures(printed)) {
    walk.inHead = false;
    const last = walk.hits.at(-1);
    if (last && last.block === block && !kinds.includes('label')) last.stray = rowText(cells);
    const [label] = labelsOf(printed);
    if (label && (walk.table || walk.heads.length > 0) && looksStatutory(model, walk, label.text)) {
      walk.unknown.push({ label: squeeze(label.text), place: label.place, text: rowText(cells) });
      if (last && last.block === block && last.at === at - 1 && last.after.every(({ text }) => squeeze(text) === ''))
        last.stray = rowText(cells);
      walk.piece = { label: label.text, cells, after: cells.slice(cells.indexOf(label) + 1) };
    }
  }
}

const placeOf = (
  { heads, above }: Walk,
  { block, at, cells }: PrintedRow,
): Pick<Hit, 'block' | 'at' | 'cells' | 'total' | 'heads' | 'above'> => ({
  block,
  at,
  cells,
  total: cells.length,
  heads,
  above: above.rows,
});

function noteWords(walk: Walk, printed: PrintedRow): void {
  if (hasFigures(printed)) walk.above.closed = true;
  else if (labelsOf(printed).length >= 2) {
    if (walk.above.closed) walk.above = { rows: [], closed: false };
    walk.above.rows.push(printed.cells);
  }
}

/** The rest of a label that was broken over two rows, the figures beside its first piece: “4.无正当 | 1 | 0 …” and “理由大量反复申请”. */
function readRest(model: FormModel, walk: Walk, piece: NonNullable<Walk['piece']>, printed: PrintedRow): boolean {
  const [rest] = labelsOf(printed);
  const whole = bareLabel(piece.label + (rest?.text ?? ''));
  const match = rest ? matchRow(model, whole) : null;
  if (!match?.row.names.some((name) => similarity(whole, name) >= 0.9)) return false;
  walk.unknown.pop();
  const leaves = leavesFor(model, walk, match.row.table);
  const { cells, after } = piece;
  walk.hits.push({ ...placeOf(walk, printed), ...match, cells, total: cells.length, after, leaves });
  walk.table = match.row.table;
  return true;
}

/** The same where the first piece is a label of its own: “2.其他 | 1 | 0 …”, cut by the end of a page, and “法律行政法规禁止公开”. */
function completesLast(model: FormModel, walk: Walk, printed: PrintedRow): boolean {
  const { block, at } = printed;
  const last = walk.hits.at(-1);
  const rest = labelsOf(printed);
  if (!last || rest.length !== 1 || last.block !== block || last.at !== at - 1) return false;
  const begun = last.cells[last.cells.length - last.after.length - 1]?.text ?? '';
  const whole = bareLabel(begun + (rest[0]?.text ?? ''));
  const match = matchRow(model, whole);
  if (!match || match.row === last.row || match.score < 1) return false;
  if (matchRow(model, rest[0]?.text ?? '')?.score === 1) return false;
  walk.hits[walk.hits.length - 1] = { ...last, ...match, leaves: leavesFor(model, walk, match.row.table) };
  walk.table = match.row.table;
  return true;
}

/** No figures, and two heads of columns or more; or heads alone. */
function isHeadRow(model: FormModel, printed: PrintedRow): boolean {
  if (hasFigures(printed)) return false;
  const texts = labelsOf(printed).map(({ text }) => bareLabel(text));
  const heads = texts.filter((text) => isColumnHead(model, text)).length;
  const foreign = texts.filter((text) => model.foreign.has(text)).length;
  if (texts.length === 1) return heads === 1 && !matchRow(model, texts[0] ?? '') && printed.cells.length <= 2;
  return heads + foreign >= 2 || (heads + foreign >= 1 && texts.some((text) => model.labelHeads.has(text)));
}

/** “1 2 3 …” under the heads: the numbers of the columns, no figures. */
function isColumnNumbers({ cells, kinds }: PrintedRow): boolean {
  const figures = cells.filter((_, index) => kinds[index] === 'figure').map(({ text }) => squeeze(text));
  return figures.length >= 5 && figures.every((text, index) => text === String(index + 1));
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
function labelsIn(model: FormModel, { cells, kinds }: PrintedRow): LabelAt[] {
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
    model.foreign,
  );
  walk.leaves.set(table, leaves);
  return leaves;
}

/** The rows of a table whose rows have no label: figures under heads that are the table's own, or as many figures as no other row has. */
function readUnlabelled(model: FormModel, walk: Walk, printed: PrintedRow): boolean {
  const { cells, kinds } = printed;
  for (const row of model.rows.filter(({ names }) => names.length === 0)) {
    const firstFigure = kinds.indexOf('figure');
    const labels = cells.filter((_, index) => kinds[index] === 'label' && (firstFigure < 0 || index < firstFigure));
    const heads = labels.map(({ text }) => bareLabel(text));
    const beside = heads.findLast((text) => isGroupHead(row, text));
    if (heads.some((text) => text !== beside && text.length > LONGEST_OTHER)) continue;
    const start = labels.length > 0 ? kinds.lastIndexOf('label', Math.max(firstFigure, 0)) + 1 : 0;
    const after = cells.slice(start);
    const leaves = leavesFor(model, walk, row.table);
    const own = columnOrder(row, leaves, model.foreign, beside)?.order.filter((index) => index >= 0).length ?? 0;
    const underHeads = own >= 4 && own >= leaves.length - 1;
    const counted = firstFigure >= 0 && isWhole(row, after);
    if (!counted && (!underHeads || (firstFigure < 0 && (labels.length > 0 || cells.length < leaves.length)))) continue;
    const columns = leaves.filter(({ path }) => !isRemark(path.at(-1) ?? '')).length;
    const heading =
      underHeads && (!counted || own === columns) ? { leaves, ...(beside ? { beside } : {}) } : { leaves: [] };
    walk.hits.push({ ...placeOf(walk, printed), row, score: 1, after, ...heading });
    walk.table = row.table;
    return true;
  }
  return false;
}

/** A table that ends with its heads: a sheet does not keep the blank row below them. */
function endAtHeads(model: FormModel, walk: Walk, { block, table }: PlacedTable): void {
  for (const row of model.rows.filter(({ names }) => names.length === 0)) {
    const leaves = leavesFor(model, walk, row.table);
    const order = columnOrder(row, leaves, model.foreign)?.order ?? [];
    if (order.length !== row.figures.length || order.some((index) => index < 0)) continue;
    const at = table.rows.length - 1;
    walk.hits.push({ row, score: 1, block, at, cells: [], after: [], total: 0, leaves, heads: walk.heads, above: [] });
    walk.table = row.table;
    walk.inHead = false;
  }
}

/** What may stand in front of such a row: “数量”, “合计”. */
const LONGEST_OTHER = 4;

/** The number of cells is the number of the row's figures, which no other row of the form has. */
const isWhole = (row: FormRow, after: readonly RawCell[]): boolean =>
  after.length >= row.figures.length && after.slice(row.figures.length).every(({ text }) => squeeze(text) === '');

const isGroupHead = (row: FormRow, text: string): boolean =>
  row.columns.some((names) => names.slice(0, -1).some((upper) => upper.some((name) => labelMatch(text, name) >= 0.8)));
