// Tables as a stream of lines, a cell a line, without borders between the rows -> rows of the form. Blank cells are blank lines, or lost.
import { columnOrder, headLeaves } from './column-heads.ts';
import type { FormRow } from './form-labels.ts';
import { type FormModel, matchRow, type RowMatch } from './form-model.ts';
import { bareLabel, labelMatch } from './labels.ts';
import type { RawCell } from './raw-document.ts';
import {
  cellKind,
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
  readonly printed: string;
  /** Lines behind the label up to the next label: figures and blanks. */
  readonly behind: RawCell[];
}

/** @param blanksKept every blank cell is a blank line; otherwise blank cells left no trace. */
export function streamRows(
  model: FormModel,
  rows: readonly FormRow[],
  lines: readonly StreamLine[],
  blanksKept: boolean,
): TableReadings {
  const open: OpenRow[] = [];
  const unknown: UnknownRow[] = [];
  let heads: string[] = [];
  let stray: { readonly label: StreamLine; readonly figures: string[] } | null = null;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as StreamLine; // index is in range
    if (cellKind(line.cell.text) !== 'label') {
      const blank = cellKind(line.cell.text) === 'blank';
      if (stray && !blank) stray.figures.push(line.cell.text.trim());
      else open.at(-1)?.behind.push(line.cell);
      continue;
    }
    stray = null;
    const named = labelAt(model, rows, lines, index);
    if (named) {
      index = named.until;
      open.push({
        ...named.match,
        line,
        printed: named.printed,
        order: orderOf(model, named.match.row, heads),
        behind: [],
      });
      heads = [];
      continue;
    }
    const bare = bareLabel(line.cell.text);
    heads.push(bare);
    const unlabelled = rows.find((row) => row.names.length === 0 && endsHeads(row, heads));
    if (unlabelled) {
      const order = [...unlabelled.figures.keys()];
      open.push({ row: unlabelled, score: 1, line, printed: '', order, behind: [] });
    } else if (model.foreign.has(bare) || !isKnown(model, bare)) {
      stray = { label: line, figures: [] };
      const { figures } = stray;
      unknown.push({
        label: line.cell.text.trim(),
        place: line.cell.place,
        get text() {
          return figures.join(' ');
        },
      });
    } else open.push(deadEnd(line));
  }
  const readings = open.filter(({ score }) => score > 0).map((row) => readRow(model, row, blanksKept));
  return {
    readings,
    unknown: unknown.filter(({ text }) => text !== '').map(({ label, place, text }) => ({ label, place, text })),
  };
}

/** A head: what stands behind it belongs to no row. */
const deadEnd = (line: StreamLine): OpenRow => ({
  row: { table: 'disclosure', id: '', label: '', names: [], heads: [], figures: [], columns: [] },
  score: 0,
  line,
  printed: '',
  order: [],
  behind: [],
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

/** The last column heads of a table whose rows have no label: the next lines are its figures. */
function endsHeads(row: FormRow, heads: readonly string[]): boolean {
  const wanted = row.columns.map((path) => path.at(-1) ?? []);
  const groups = new Set(row.columns.flatMap((path) => path.slice(0, -1).flat()));
  const leaves = heads.filter((text) => !groups.has(text)).slice(-wanted.length);
  return leaves.length === wanted.length && leaves.every((text, index) => wanted[index]?.includes(text));
}

function orderOf(model: FormModel, row: FormRow, heads: readonly string[]): readonly number[] {
  const natural = [...row.figures.keys()];
  if (row.columns.some((path) => path.length !== 1)) return natural;
  const order = columnOrder(
    row,
    headLeaves([heads], [row], []).filter(({ path }) => isColumn(model, path.at(-1) ?? '')),
    model.foreign,
  );
  const complete = order && new Set(order.order.filter((index) => index >= 0)).size === row.figures.length;
  return order && complete ? order.order : natural;
}

const isColumn = (model: FormModel, text: string): boolean =>
  model.foreign.has(text) || model.columns.some((names) => names.includes(text));

function readRow(model: FormModel, open: OpenRow, blanksKept: boolean): RowReading {
  const { row, line, order, printed, score, behind } = open;
  const filled = behind.map((cell) => cell.text.trim()).filter(Boolean);
  const text = [printed, ...filled].join(' ');
  const doubts: RowDoubt[] = [];
  if (score < 1) doubts.push({ code: 'label-fuzzy', message: `按文件中的“${printed}”识别，与表式用语不同，请核对` });
  const taken = blanksKept ? takeLines(model, row, behind, order) : takeFigures(model, row, behind, order);
  if (taken.doubt) doubts.push({ code: 'cells-uncertain', message: `${taken.doubt}，请对照原文“${text}”核对` });
  const cells = inFormOrder(taken.cells, order, row.figures.length);
  return { row, cells, block: line.block, at: line.at, text, score, doubts };
}

interface Taken {
  readonly cells: readonly (RawCell | null)[];
  readonly doubt: string | null;
}

const isBlank = (cell: RawCell | undefined): boolean => !cell || cellKind(cell.text) === 'blank';

/** Blank lines are blank cells, but one of them ends the row and others stand in front of the next label: the first lines count. */
function takeLines(model: FormModel, row: FormRow, behind: readonly RawCell[], order: readonly number[]): Taken {
  const wanted = order.length;
  const first = behind.slice(0, wanted);
  const filled = behind.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return { cells: first, doubt: null };
  const sums = (cells: readonly RawCell[]): string =>
    rowSums(model.edition, row, inFormOrder(cells, order, row.figures.length));
  const runs = Array.from({ length: Math.max(1, behind.length - wanted + 1) }, (_, from) =>
    behind.slice(from, from + wanted),
  ).filter((run) => filled.every((cell) => run.includes(cell)));
  if (filled.length === wanted) return { cells: filled, doubt: null };
  if (row.names.length > 0 && runs[0] === undefined) return { cells: first, doubt: `应有${wanted}个数字，位置对不上` };
  if (row.names.length > 0 && sums(first) === 'holds' && filled.every((cell) => first.includes(cell)))
    return { cells: first, doubt: null };
  const proven = runs.filter((run) => sums(run) === 'holds');
  if (row.names.length === 0 && proven.length === 1 && proven[0]) return { cells: proven[0], doubt: null };
  return { cells: proven[0] ?? first, doubt: '行内有空白，格的位置不能完全确定' };
}

/** Without blank lines only a full row is certain, and a row without any figure. */
function takeFigures(model: FormModel, row: FormRow, behind: readonly RawCell[], order: readonly number[]): Taken {
  const figures = behind.filter((cell) => !isBlank(cell));
  const wanted = order.length;
  if (figures.length === 0) return { cells: [], doubt: null };
  if (figures.length === wanted) {
    const breaks = rowSums(model.edition, row, inFormOrder(figures, order, row.figures.length)) === 'breaks';
    return { cells: figures, doubt: breaks ? '行内合计不相等，数字可能错位' : null };
  }
  return { cells: [], doubt: `应有${wanted}个数字，文件中有${figures.length}个，空白格的位置无法确定，该行没有填入` };
}
