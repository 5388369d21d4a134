// Tables as a stream of lines, a cell a line, without borders between the rows -> rows of the form. Blank cells are blank lines, or lost.
import type { FormRow } from '../form-labels.ts';
import type { FormModel } from '../form-model.ts';
import { bareLabel } from '../labels.ts';
import { settledOrder } from './line-heads.ts';
import { doubtLostCells } from './lost-cells.ts';
import type { RawCell } from '../raw-document.ts';
import {
  doubtIfBlank,
  isBlank,
  provenTotal,
  type RowDoubt,
  type RowReading,
  rowSums,
  type TableReadings,
} from './row-reading.ts';
import { inFormOrder } from './row-window.ts';
import { type OpenRow, type StreamLine, stretchesOf } from './stream-stretches.ts';

/** @param blanksKept every blank cell is a blank line; otherwise blank cells left no trace. */
export function streamRows(
  model: FormModel,
  rows: readonly FormRow[],
  lines: readonly StreamLine[],
  blanksKept: boolean,
): TableReadings {
  const stretches = stretchesOf(model, rows, lines);
  const open = stretches.flatMap((stretch): OpenRow[] =>
    stretch.kind === 'row'
      ? [{ ...stretch, order: settledOrder(model, stretch.row, stretch, filled(stretch.behind)) }]
      : [],
  );
  // figures behind a head belong to a row that was not recognised, or to the one before
  const headed = stretches.flatMap(({ kind, behind }, index) =>
    kind === 'head' && filled(behind).length > 0
      ? [stretches.slice(0, index).findLast((before) => before.kind === 'row')]
      : [],
  );
  const strays = stretches.flatMap((stretch) => {
    if (stretch.kind !== 'stray') return [];
    const figures = filled(stretch.behind).map(({ text }) => text.trim());
    return figures.length > 0 ? [{ ...stretch.label, figures }] : [];
  });
  const proven = blanksKept ? provenEndings(model, open) : null;
  const isFull = ({ behind, order }: OpenRow): boolean => filled(behind).length === order.length;
  const whole = new Set(open.flatMap((row) => (isFull(row) ? row.row.table : [])));
  const read = open.map((row) => {
    const reading = readRow(model, row, proven, whole.has(row.row.table));
    const isFollowed = headed.some((before) => before?.behind === row.behind);
    return isFollowed ? { ...reading, doubts: [...reading.doubts, FOLLOWED] } : reading;
  });
  const isLeft = open.some(({ behind, order }) => filled(behind).length > order.length);
  // figures in front of the label that they belong to: the lines have lost their order
  const scrambled = headed.length > 0 || strays.some(({ text }) => !model.foreign.has(bareLabel(text)));
  const readings = doubtLostCells(model, scrambled ? read.map(doubtOrder) : isLeft ? read.map(doubtIfBlank) : read);
  const unknown = strays.map(({ text, place, figures }) => ({ label: text.trim(), place, text: figures.join(' ') }));
  return { readings, unknown };
}

const FOLLOWED: RowDoubt = { code: 'cells-uncertain', message: '其后有数字没有归入任何一行，请对照原文核对' };

const filled = (cells: readonly RawCell[]): readonly RawCell[] => cells.filter((cell) => !isBlank(cell));

function doubtOrder(reading: RowReading): RowReading {
  if (reading.doubts.length > 0) return reading;
  const message = '表中有数字没有归入任何一行，各行的数字可能错行，请对照原文核对';
  return { ...reading, doubts: [{ code: 'cells-uncertain', message }] };
}

function readRow(model: FormModel, open: OpenRow, proven: ReadonlySet<string> | null, someWhole: boolean): RowReading {
  const { row, line, order, printed, score, behind } = open;
  const text = [printed, ...behind.map((cell) => cell.text.trim()).filter(Boolean)].join(' ');
  const doubts: RowDoubt[] = [];
  if (score < 1) doubts.push({ code: 'label-fuzzy', message: `按文件中的“${printed}”识别，与表式用语不同，请核对` });
  if (open.doubt && behind.some((cell) => !isBlank(cell))) doubts.push(open.doubt);
  const taken = proven ? takeLines(model, open, proven) : takeFigures(model, open, someWhole);
  if (taken.doubt) doubts.push({ code: 'cells-uncertain', message: `${taken.doubt}，请对照原文“${text}”核对` });
  const cells = inFormOrder(taken.cells, order, row.figures.length);
  return { row, cells, block: line.block, at: line.at, text, score, doubts };
}

interface Taken {
  readonly cells: readonly (RawCell | null)[];
  readonly doubt: string | null;
}

/**
 * Blank lines are blank cells, but one of them ends the row and others stand in front of the next label: the first lines count.
 * Certain where all figures are there, evenly apart, where the sums within the row prove it, or where the row ends like rows that are proven.
 */
function takeLines(model: FormModel, open: OpenRow, proven: ReadonlySet<string>): Taken {
  const { row, behind, order } = open;
  const wanted = order.length;
  const figures = filled(behind);
  const first = behind.slice(0, wanted);
  if (figures.length === 0) {
    const lost = wanted < 4 && behind.length <= wanted && !proven.has(ending(open));
    return { cells: first, doubt: lost ? '没有数字，可能是空白，也可能丢失' : null };
  }
  if (figures.length === wanted && first.every((cell) => !isBlank(cell))) return { cells: figures, doubt: null };
  if (figures.length === wanted) {
    const sums = sumsOf(model, open, figures);
    if (sums === 'holds') return { cells: figures, doubt: null };
    if (isEven(behind)) return { cells: figures, doubt: sums === 'breaks' ? '行内合计不相等，数字可能错位' : null };
  }
  if (row.names.length > 0) {
    const whole = figures.every((cell) => first.includes(cell)) && first.length === wanted;
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

/**
 * Without blank lines only a full row is certain, and a row without any figure.
 *
 * @param someWhole the table has rows with all their figures: where figures were lost, it hardly has.
 */
function takeFigures(model: FormModel, open: OpenRow, someWhole: boolean): Taken {
  const { row, behind, order } = open;
  const figures = filled(behind);
  const wanted = order.length;
  if (figures.length === 0)
    return { cells: [], doubt: wanted < 4 || !someWhole ? '没有数字，可能是空白，也可能丢失' : null };
  if (figures.length === wanted) {
    const breaks = sumsOf(model, open, figures) === 'breaks';
    return { cells: figures, doubt: breaks ? '行内合计不相等，数字可能错位' : null };
  }
  const known = provenTotal(model, row, figures);
  return {
    cells: known ? order.map((index) => known[index] ?? null) : [],
    doubt: `应有${wanted}个数字，文件中有${figures.length}个，空白格的位置无法确定，只填入能确定的数字`,
  };
}
