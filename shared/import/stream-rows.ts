// Tables as a stream of lines, a cell a line, without borders between the rows -> rows of the form. Blank cells are blank lines, or lost.
import { columnOrder, headLeaves } from './column-heads.ts';
import type { FormRow } from './form-labels.ts';
import { type FormModel, matchRow, type RowMatch } from './form-model.ts';
import { type HeadPiece, headsSay, type HeadsSaid, sameHeads, settledOrder } from './line-heads.ts';
import { bareLabel, bareText, labelMatch } from './labels.ts';
import type { RawCell } from './raw-document.ts';
import { doubtLostCells } from './lost-cells.ts';
import {
  cellKind,
  doubtIfBlank,
  provenTotal,
  type RowDoubt,
  type RowReading,
  rowSums,
  type TableReadings,
  type UnknownRow,
} from './row-reading.ts';
import { inFormOrder } from './row-window.ts';

export interface StreamLine {
  readonly cell: RawCell;
  readonly block: number;
  readonly at: number;
}

interface OpenRow extends RowMatch {
  readonly line: StreamLine;
  readonly order: readonly number[];
  /** About the columns. */
  readonly doubt: RowDoubt | null;
  readonly printed: string;
  /** Lines behind the label up to the next label: figures and blanks. */
  readonly behind: RawCell[];
  /** Figures that no row takes follow behind the next label. */
  stray?: true;
  /** How the next label is numbered. */
  next: number | null;
}

/** @param blanksKept every blank cell is a blank line; otherwise blank cells left no trace. */
export function streamRows(
  model: FormModel,
  rows: readonly FormRow[],
  lines: readonly StreamLine[],
  blanksKept: boolean,
): TableReadings {
  const open: OpenRow[] = [];
  let heads: string[] = [];
  let over: { readonly row: FormRow; readonly heads: readonly string[] } | null = null;
  const strays: { readonly label: StreamLine; readonly figures: string[] }[] = [];
  let inStray = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as StreamLine; // index is in range
    if (cellKind(line.cell.text) !== 'label') {
      const blank = cellKind(line.cell.text) === 'blank';
      if (!inStray) open.at(-1)?.behind.push(line.cell);
      else if (!blank) strays.at(-1)?.figures.push(line.cell.text.trim());
      continue;
    }
    inStray = false;
    const last = open.at(-1);
    if (last && last.next === null) last.next = numbering(line.cell.text);
    // 总计 and 其他 among column heads are column heads, without a number of their own
    const isHead =
      heads.length > 0 &&
      bareText(line.cell.text) === bareLabel(line.cell.text) &&
      isColumn(model, bareLabel(line.cell.text));
    const named = isHead ? null : labelAt(model, rows, lines, index);
    if (named) {
      index = named.until;
      const anew = heads.filter((text) => isColumn(model, text)).length > 1;
      if (!over || anew || !sameHeads(over.row, named.match.row)) over = { row: named.match.row, heads };
      open.push({
        ...named.match,
        line,
        printed: named.printed,
        ...orderOf(model, named.match.row, over.heads),
        behind: [],
        next: null,
      });
      heads = [];
      continue;
    }
    const bare = bareLabel(line.cell.text);
    heads.push(bare);
    const unlabelled = rows.find((row) => row.names.length === 0 && endsHeads(row, heads));
    if (unlabelled) {
      const said = headsSay(unlabelled, asPieces(heads));
      open.push({ row: unlabelled, score: 1, line, printed: '', ...said, behind: [], next: null });
    } else if (model.foreign.has(bare) || !isKnown(model, bare)) {
      strays.push({ label: line, figures: [] });
      inStray = true;
    } else open.push(deadEnd(line));
  }
  const labelled = open.filter((row, index) => {
    // figures behind a head belong to a row that was not recognised, or to the one before
    const before = open.slice(0, index).findLast(({ score }) => score > 0);
    if (row.score === 0 && before && row.behind.some((cell) => !isBlank(cell))) before.stray = true;
    return row.score > 0;
  });
  const recognised = labelled.map((row) => {
    const figures = row.behind.filter((cell) => !isBlank(cell));
    return { ...row, order: settledOrder(model, row.row, row, figures) };
  });
  const proven = blanksKept ? provenEndings(model, recognised) : null;
  const whole = new Set(
    recognised.flatMap(({ row, behind, order }) => (countFigures(behind) === order.length ? row.table : [])),
  );
  const read = recognised.map((open) => readRow(model, open, proven, whole.has(open.row.table)));
  const stray =
    open.some((row) => row.stray) || recognised.some(({ behind, order }) => countFigures(behind) > order.length);
  // figures in front of the label that they belong to: the lines have lost their order
  const scrambled =
    open.some(({ score, behind }) => score === 0 && countFigures(behind) > 0) ||
    strays.some(({ label, figures }) => figures.length > 0 && !model.foreign.has(bareLabel(label.cell.text)));
  const readings = doubtLostCells(model, scrambled ? read.map(doubtOrder) : stray ? read.map(doubtIfBlank) : read);
  const unknown = strays.flatMap(({ label: { cell }, figures }): UnknownRow[] =>
    figures.length > 0 ? [{ label: cell.text.trim(), place: cell.place, text: figures.join(' ') }] : [],
  );
  return { readings, unknown };
}

function doubtOrder(reading: RowReading): RowReading {
  if (reading.doubts.length > 0) return reading;
  const message = '表中有数字没有归入任何一行，各行的数字可能错行，请对照原文核对';
  return { ...reading, doubts: [{ code: 'cells-uncertain', message }] };
}

const countFigures = (cells: readonly RawCell[]): number => cells.filter((cell) => !isBlank(cell)).length;

const NUMBERINGS = [/^\d/, /^[（(]/, /^[一二三四五六七八九]、/];

/** How a label is numbered; -1 without a number. */
const numbering = (label: string): number => NUMBERINGS.findIndex((pattern) => pattern.test(label.trim()));

/** A head: what stands behind it belongs to no row. */
const deadEnd = (line: StreamLine): OpenRow => ({
  row: { table: 'disclosure', id: '', label: '', names: [], heads: [], figures: [], columns: [] },
  score: 0,
  line,
  printed: '',
  order: [],
  doubt: null,
  behind: [],
  next: null,
});

const isKnown = (model: FormModel, bare: string): boolean =>
  model.names.some((names) =>
    names.some((name) => labelMatch(bare, name) >= 0.75 || (bare.length >= 2 && name.includes(bare))),
  );

/** A label on one line, or on up to three. */
function labelAt(
  model: FormModel,
  rows: readonly FormRow[],
  lines: readonly StreamLine[],
  index: number,
): { readonly match: RowMatch; readonly until: number; readonly printed: string } | null {
  let printed = '';
  let best: { readonly match: RowMatch; readonly until: number; readonly printed: string } | null = null;
  for (let until = index; until < Math.min(lines.length, index + 3); until++) {
    const text = lines[until]?.cell.text ?? '';
    if (cellKind(text) !== 'label') break;
    printed += text.trim();
    const match = matchRow(model, printed);
    if (match && rows.includes(match.row) && match.score > (best?.match.score ?? 0)) best = { match, until, printed };
    if (match?.score === 1) break;
  }
  return best && (best.until === index || best.match.score === 1) ? best : null;
}

/** The last column heads of a table whose rows have no label: the next lines are its figures. Heads may be wrapped over lines. */
function endsHeads(row: FormRow, heads: readonly string[]): boolean {
  const wanted = row.columns.map((path) => path.at(-1) ?? []).toReversed();
  const groups = row.columns.flatMap((path) => path.slice(0, -1).flat());
  let rest = heads.join('');
  return wanted.every((names) => {
    let leaf = names.find((name) => rest.endsWith(name));
    for (let group; leaf === undefined; leaf = names.find((name) => rest.endsWith(name))) {
      group = groups.find((name) => rest.endsWith(name));
      if (group === undefined) return false;
      rest = rest.slice(0, -group.length);
    }
    rest = rest.slice(0, -leaf.length);
    return true;
  });
}

const asPieces = (heads: readonly string[]): readonly HeadPiece[] => heads.map((text) => ({ text, centre: null }));

function orderOf(model: FormModel, row: FormRow, heads: readonly string[]): HeadsSaid {
  if (row.columns.some((path) => path.length !== 1)) return headsSay(row, asPieces(heads));
  const order = columnOrder(
    row,
    headLeaves([heads], [row], [], model.foreign).filter(({ path }) => isColumn(model, path.at(-1) ?? '')),
    model.foreign,
  );
  const complete = order && new Set(order.order.filter((index) => index >= 0)).size === row.figures.length;
  return order && complete ? { order: order.order, doubt: null } : headsSay(row, asPieces(heads));
}

const isColumn = (model: FormModel, text: string): boolean =>
  model.foreign.has(text) || model.columns.some((names) => names.includes(text));

/** @param someWhole the table has rows with all their figures: where figures were lost, it hardly has. */
function readRow(model: FormModel, open: OpenRow, proven: ReadonlySet<string> | null, someWhole: boolean): RowReading {
  const { row, line, order, printed, score, behind } = open;
  const filled = behind.map((cell) => cell.text.trim()).filter(Boolean);
  const text = [printed, ...filled].join(' ');
  const doubts: RowDoubt[] = [];
  if (score < 1) doubts.push({ code: 'label-fuzzy', message: `按文件中的“${printed}”识别，与表式用语不同，请核对` });
  if (open.doubt && behind.some((cell) => !isBlank(cell))) doubts.push(open.doubt);
  const taken = proven ? takeLines(model, open, proven) : takeFigures(model, row, behind, order, someWhole);
  if (taken.doubt) doubts.push({ code: 'cells-uncertain', message: `${taken.doubt}，请对照原文“${text}”核对` });
  if (open.stray) doubts.push({ code: 'cells-uncertain', message: '其后有数字没有归入任何一行，请对照原文核对' });
  const cells = inFormOrder(taken.cells, order, row.figures.length);
  return { row, cells, block: line.block, at: line.at, text, score, doubts };
}

interface Taken {
  readonly cells: readonly (RawCell | null)[];
  readonly doubt: string | null;
}

const isBlank = (cell: RawCell | undefined): boolean => !cell || cellKind(cell.text) === 'blank';

/**
 * Blank lines are blank cells, but one of them ends the row and others stand in front of the next label: the first lines count.
 * Certain where all figures are there, evenly apart, where the sums within the row prove it, or where the row ends like rows that are proven.
 */
function takeLines(model: FormModel, open: OpenRow, proven: ReadonlySet<string>): Taken {
  const { row, behind, order } = open;
  const wanted = order.length;
  const filled = behind.filter((cell) => !isBlank(cell));
  const first = behind.slice(0, wanted);
  if (filled.length === 0) {
    const lost = wanted < 4 && behind.length <= wanted && !proven.has(ending(open));
    return { cells: first, doubt: lost ? '没有数字，可能是空白，也可能丢失' : null };
  }
  if (filled.length === wanted && first.every((cell) => !isBlank(cell))) return { cells: filled, doubt: null };
  if (filled.length === wanted) {
    const sums = sumsOf(model, open, filled);
    if (sums === 'holds') return { cells: filled, doubt: null };
    if (isEven(behind)) return { cells: filled, doubt: sums === 'breaks' ? '行内合计不相等，数字可能错位' : null };
  }
  if (row.names.length > 0) {
    const whole = filled.every((cell) => first.includes(cell)) && first.length === wanted;
    if (whole && (sumsOf(model, open, first) === 'holds' || proven.has(ending(open))))
      return { cells: first, doubt: null };
    const sure = whole && sumsOf(model, open, first) === 'open';
    return { cells: sure ? first : [], doubt: '行内有空白，各格的位置不能确定' };
  }
  // one blank line ends the heads, or none; the last figure is the last line
  const rest = behind.length === wanted && !isBlank(behind[0]) ? behind : behind.slice(1);
  const whole = rest === behind || (rest.length === wanted && isBlank(behind[0]) && !isBlank(rest.at(-1)));
  return whole && sumsOf(model, open, rest) !== 'breaks'
    ? { cells: rest, doubt: null }
    : { cells: [], doubt: '行内有空白，各格的位置不能确定' };
}

/** As many blank lines between each two figures: they part the cells, and none of them is one. */
function isEven(behind: readonly RawCell[]): boolean {
  const places = behind.flatMap((cell, index) => (isBlank(cell) ? [] : [index]));
  const gaps = new Set(places.slice(1).map((place, index) => place - (places[index] ?? 0)));
  return gaps.size <= 1;
}

const sumsOf = (model: FormModel, { row, order }: OpenRow, cells: readonly RawCell[]): 'holds' | 'breaks' | 'open' =>
  rowSums(model.edition, row, inFormOrder(cells, order, row.figures.length));

/** Every row has just the lines of its cells: no blank line stands for anything but a blank cell. */
function isRegular(rows: readonly OpenRow[]): boolean {
  const labelled = rows.filter(({ row }) => row.names.length > 0);
  const exact = labelled.filter(({ behind, order }) => behind.length === order.length).length;
  return labelled.length >= 3 && exact >= labelled.length * 0.9;
}

/** How a row ends: the lines too many, and the kind of label that follows. */
const ending = ({ row, behind, order, next }: OpenRow): string =>
  `${row.table} ${next} ${behind.length - order.length}`;

/** The endings of rows whose figures are proven by their sums. */
const provenEndings = (model: FormModel, rows: readonly OpenRow[]): ReadonlySet<string> => {
  const regular = isRegular(rows);
  return new Set(
    rows.flatMap((open) => {
      if (regular && open.behind.length === open.order.length) return [ending(open)];
      const first = open.behind.slice(0, open.order.length);
      const figures = first.filter((cell) => !isBlank(cell)).length;
      return figures >= 2 && figures < first.length && sumsOf(model, open, first) === 'holds' ? [ending(open)] : [];
    }),
  );
};

/** Without blank lines only a full row is certain, and a row without any figure beside such rows. */
function takeFigures(
  model: FormModel,
  row: FormRow,
  behind: readonly RawCell[],
  order: readonly number[],
  someWhole: boolean,
): Taken {
  const figures = behind.filter((cell) => !isBlank(cell));
  const wanted = order.length;
  if (figures.length === 0)
    return { cells: [], doubt: wanted < 4 || !someWhole ? '没有数字，可能是空白，也可能丢失' : null };
  if (figures.length === wanted) {
    const breaks = rowSums(model.edition, row, inFormOrder(figures, order, row.figures.length)) === 'breaks';
    return { cells: figures, doubt: breaks ? '行内合计不相等，数字可能错位' : null };
  }
  const known = provenTotal(model, row, figures);
  return {
    cells: known ? order.map((index) => known[index] ?? null) : [],
    doubt: `应有${wanted}个数字，文件中有${figures.length}个，空白格的位置无法确定，只填入能确定的数字`,
  };
}
