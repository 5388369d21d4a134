// Tables as lines of text, a row a line (text layer of a PDF, tabs turned to spaces) -> rows of the form. Labels may be wrapped around the figures.
import { columnOrder, headLeaves } from './column-heads.ts';
import { centreOf, type ColumnPlaces, columnPlaces, placeByColumn, placesUnderHeads } from './figure-columns.ts';
import type { FormRow } from '../form-labels.ts';
import { type FoundLine, headsOver } from './head-lines.ts';
import { settledOrder } from './line-heads.ts';
import type { FormModel } from '../form-model.ts';
import { bareLabel, bareText, coverage, labelMatch } from '../labels.ts';
import type { RawCell } from '../raw-document.ts';
import {
  doubtIfBlank,
  inSequence,
  provenTotal,
  type RowDoubt,
  type RowReading,
  rowSums,
  rowText,
  type TableReadings,
  type UnknownRow,
} from './row-reading.ts';
import { align, type Item, withGapsFilled } from './line-pairs.ts';
import { inFormOrder } from './row-window.ts';
import { doubtApart, doubtLabel } from './wrapped-labels.ts';
import { type SplitLine, splitLine, type TextLine } from './text-tokens.ts';

const LONGEST_LABEL = 64;

export function lineRows(model: FormModel, rows: readonly FormRow[], lines: readonly TextLine[]): TableReadings {
  const split = lines.filter(({ tokens }) => tokens.length > 0).map(splitLine);
  const items = itemsOf(model, rows, split);
  const pairs = withGapsFilled(
    model,
    items,
    rows,
    align(items, rows, (item, row) => lineScore(model, item, row)),
  );
  const unknown: UnknownRow[] = [];
  const found = new Map(pairs.map(({ item, row, score }) => [item, { row, score }] as const));
  const readings: RowReading[] = [];
  const rowsFound = pairs.map(({ row }) => row);
  for (const item of items) {
    const match = found.get(item);
    if (match) {
      const placed = inSequence(model, rowsFound, rowsFound.indexOf(match.row));
      readings.push(readLine({ model, items, found, split }, item, match, placed));
    }
    if (!match && item.line.figures.length > 0) strayFigures(model, item, readings, unknown);
  }
  const again = items.filter((item) => !found.has(item) && item.line.figures.length > 0);
  const itemOf = new Map(pairs.map(({ item, row }) => [row.id, item] as const));
  const scrambled = again.filter(({ line }) => line.labels.length === 0 && line.figures.length > 1).length > 1;
  const told = readings
    .map((reading) => (scrambled ? doubtApart(reading, itemOf.get(reading.row.id)) : reading))
    .map((reading) => doubtTwice(model, doubtLabel(reading, itemOf, rows), again));
  return { readings: figuresLeft(model, split, told) > 1 ? told.map(doubtIfBlank) : told, unknown };
}

/** A line with the label of a row that another line gave. */
function doubtTwice(model: FormModel, reading: RowReading, again: readonly Item[]): RowReading {
  const other = again.find(({ words }) => reading.row.names.includes(words.at(-1) ?? ''));
  // “其他” and “总计” stand over columns as well
  if (!other || model.columns.some((names) => names.some((name) => reading.row.names.includes(name)))) return reading;
  const text = rowText([...other.line.figures]);
  const message = `文件中出现两次且数字不同，采用“${reading.text}”，未采用“${text}”，请核对`;
  return { ...reading, doubts: [...reading.doubts, { code: 'cells-uncertain', message }] };
}

/** Figures of the lines that no row took, those of other editions' rows left out. */
function figuresLeft(model: FormModel, split: readonly SplitLine[], readings: readonly RowReading[]): number {
  const own = split.filter(({ labels }) => !labels.some((label) => model.foreign.has(bareLabel(label))));
  const printed = own.reduce((sum, { tokens }) => sum + tokens.filter(({ kind }) => kind === 'figure').length, 0);
  return printed - readings.reduce((sum, { cells }) => sum + cells.filter((cell) => cell !== null).length, 0);
}

/** Lines with figures, and lines that are exactly the label of a row whose figures are all blank. */
function itemsOf(model: FormModel, rows: readonly FormRow[], split: readonly SplitLine[]): Item[] {
  const isItem = (line: SplitLine): boolean => {
    const text = line.labels.join('');
    if (text.length > LONGEST_LABEL || /[。；]/.test(text)) return false;
    if (line.figures.length > 0) return true;
    const last = bareLabel(line.labels.at(-1) ?? '');
    return line.labels.length <= 3 && rows.some(({ names }) => names.includes(last));
  };
  const places = split.flatMap((line, index) => (isItem(line) ? [index] : []));
  const valued = places.filter((index) => (split[index]?.figures.length ?? 0) > 0);
  return places.map((index): Item => {
    const line = split[index] as SplitLine; // the index is of this list
    const above = valued.findLast((other) => other < index) ?? -1;
    const below = valued.find((other) => other > index) ?? split.length;
    const wordsOf = (from: number, until: number): string =>
      bareText(
        split
          .slice(from, until)
          .flatMap(({ labels }) => labels)
          .join(''),
      );
    const [first, last] = [Math.max(above + 1, index - 6), Math.min(below, index + 7)];
    return {
      line,
      around: wordsOf(first, last),
      above: wordsOf(first, index),
      words: line.labels.map(bareLabel),
    };
  });
}

function lineScore(model: FormModel, { line, around, words }: Item, row: FormRow): number {
  const { figures } = line;
  if (row.names.length === 0) {
    if (words.some((word) => word.length > 2)) return 0;
    const wanted = row.figures.length;
    return figures.length === wanted ? 0.9 : figures.length > wanted * 0.6 && figures.length < wanted ? 0.7 : 0;
  }
  const last = words.at(-1) ?? '';
  const whole = bareLabel(line.labels.join(''));
  if (model.foreign.has(last) && !row.names.includes(last)) return 0;
  // a label that is another row's own, word for word
  if (last.length >= LEAST_OWN && !row.names.includes(last) && model.rows.some(({ names }) => names.includes(last)))
    return 0;
  const ends = [...new Set([last, ...line.ends.map(bareLabel)])];
  const own = Math.max(
    ...row.names.flatMap((name) => [labelMatch(whole, name), ...ends.map((end) => labelMatch(end, name))]),
  );
  if (figures.length === 0) return own === 1 ? 0.6 : 0;
  // the rest of a broken figure stands alone on its line: no row of its own
  if (last === '' && figures.length < row.figures.length / 2) return 0;
  // a label that is wrapped above and below its figures
  const wrapped = Math.max(
    0,
    ...row.names
      .filter((name) => name.length >= 5)
      .map((name) => {
        const fits = last === '' || ends.some((end) => end !== '' && coverage(end, name) >= 0.8);
        return fits ? coverage(name, around) : 0;
      }),
  );
  const begun = figures.length === row.figures.length && begins(row, line) ? 0.75 : 0;
  return Math.max(own >= 0.7 ? own : 0, wrapped >= 0.8 ? wrapped - 0.02 : 0, begun);
}

const LEAST_OWN = 6;

/** The beginning of a wrapped label with its number: “5.属于” of “5.属于三类内部事务信息”. */
const begins = (row: FormRow, line: SplitLine): boolean =>
  line.ends.some((end) => {
    const text = bareText(end);
    return text.length >= 3 && bareLabel(end) !== text && bareText(row.label).startsWith(text);
  });

interface Match {
  readonly row: FormRow;
  readonly score: number;
}

/** The lines of a table, and the rows of the form that were found in them. */
interface Page {
  readonly model: FormModel;
  readonly split: readonly SplitLine[];
  readonly items: readonly Item[];
  readonly found: ReadonlyMap<Item, Match>;
}

/** @param inPlace the rows beside it are those of the form. */
function readLine(page: Page, item: Item, { row, score }: Match, inPlace: boolean): RowReading {
  const { model } = page;
  const { line } = item;
  const text = [...line.labels, ...line.figures.map(({ text: figure }) => figure)].join(' ');
  const doubts: RowDoubt[] = [];
  if (score < 0.95 && !inPlace && row.names.length > 0 && line.figures.length > 0)
    doubts.push({
      code: 'label-fuzzy',
      message: `按文件中的“${line.labels.join('') || '（无标签的一行）'}”识别，请核对`,
    });
  const heads = headOrder(page, row, line);
  const said = heads ? { order: heads, doubt: null } : headsOver(row, rowsUntil(page, item), page.split);
  const order = settledOrder(model, row, said, line.figures);
  if (said.doubt && line.figures.length > 0) doubts.push(said.doubt);
  const places = columnPlaces(neighbours(page, item, row, order.length), order.length) ?? headPlaces(page, row, line);
  const placed = placeFigures(model, row, line.figures, order, places);
  if (placed.doubt) doubts.push({ ...placed.doubt, message: `${placed.doubt.message}，请对照原文“${text}”核对` });
  return { row, cells: placed.cells, block: line.block, at: line.at, text, score, doubts };
}

const rowsUntil = ({ items, found }: Page, item: Item): readonly FoundLine[] =>
  items.slice(0, items.indexOf(item) + 1).flatMap((one) => {
    const match = found.get(one);
    return match ? [{ line: one.line, row: match.row }] : [];
  });

/** Complete lines of the same table, the nearest first. */
function neighbours({ items, found }: Page, item: Item, { table }: FormRow, columns: number): RawCell[][] {
  const index = items.indexOf(item);
  return items
    .flatMap((one, other) => {
      const same = found.get(one)?.row.table === table && one.line.figures.length === columns;
      return same && other !== index ? [{ cells: [...one.line.figures], distance: Math.abs(other - index) }] : [];
    })
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 6)
    .map(({ cells }) => cells);
}

/** The columns of the table as its heads show them, where no line of it is complete. */
function headPlaces({ split, items, found }: Page, row: FormRow, line: SplitLine): ColumnPlaces | null {
  const names = row.columns.map((path) => path.at(-1) ?? []);
  if (new Set(names.flat()).size < names.length) return null;
  const own = items.filter((item) => found.get(item)?.row.table === row.table && item.line.block === line.block);
  const first = own[0]?.line.at ?? line.at;
  const cells = split
    .filter((other) => other.block === line.block && other.at < first)
    .flatMap((other) => other.tokens.map(({ cell }) => cell));
  const heads = names.map((wanted) => {
    const cell = cells.find(({ text }) => {
      const bare = bareLabel(text);
      return bare.length >= 2 && wanted.some((name) => name.startsWith(bare));
    });
    return cell ? centreOf(cell) : null;
  });
  return placesUnderHeads(
    own.map((item) => item.line.figures),
    heads,
  );
}

/** The order of the columns where the row has its heads on a line above (表二). */
function headOrder({ model, split }: Page, row: FormRow, line: SplitLine): readonly number[] | null {
  if (row.columns.some((path) => path.length !== 1)) return null;
  const at = split.findIndex((other) => other.block === line.block && other.at === line.at);
  const other = model.names.filter((names) => !row.columns.flat().includes(names));
  for (let above = at - 1; above >= Math.max(0, at - 6); above--) {
    const texts = split[above]?.labels ?? [];
    if ((split[above]?.figures.length ?? 0) > 0) continue;
    const leaves = headLeaves(
      [texts],
      [row],
      other.filter((names) => !names.some((name) => model.foreign.has(name))),
      model.foreign,
    );
    const order = columnOrder(row, leaves, model.foreign);
    if (order && new Set(order.order.filter((index) => index >= 0)).size === row.figures.length) return order.order;
  }
  return null;
}

interface Placed {
  readonly cells: readonly (RawCell | null)[];
  readonly doubt: RowDoubt | null;
}

/** Figures of a line -> the figures of the row: all there, in order; else by the columns of complete lines; else not at all. */
function placeFigures(
  model: FormModel,
  row: FormRow,
  figures: readonly RawCell[],
  order: readonly number[],
  places: ColumnPlaces | null,
): Placed {
  const wanted = row.figures.length;
  const none = row.figures.map((): RawCell | null => null);
  const proven = provenTotal(model, row, figures) ?? none;
  if (figures.length === 0) {
    const doubt = { code: 'cells-uncertain', message: '没有数字，可能是空白，也可能丢失' } as const;
    return { cells: none, doubt: order.length < 4 ? doubt : null };
  }
  if (figures.length === order.length) {
    const cells = inFormOrder(figures, order, wanted);
    const breaks = rowSums(model.edition, row, cells) === 'breaks';
    return { cells, doubt: breaks ? { code: 'sum-breaks', message: '行内合计不相等，数字可能断行或错位' } : null };
  }
  const known = figures.every((cell) => cell.left !== undefined);
  const byColumn = known && places && figures.length < order.length ? placeByColumn(figures, places) : null;
  const cells = byColumn ? inFormOrder(byColumn, order, wanted) : none;
  if (byColumn && rowSums(model.edition, row, cells) === 'holds') return { cells, doubt: null };
  const count = `应有${order.length}个数字，文件中有${figures.length}个`;
  const doubt = byColumn ? `${count}，按所在列的位置填入` : `${count}，空白格的位置无法确定，只填入能确定的数字`;
  return { cells: byColumn ? cells : proven, doubt: { code: 'cells-uncertain', message: doubt } };
}

/** A line of figures that no row takes: a row the form does not have, or the rest of a broken row. */
function strayFigures(model: FormModel, { line, words }: Item, readings: RowReading[], unknown: UnknownRow[]): void {
  const label = line.labels.join('');
  const text = rowText([...line.figures]);
  if (words.some((word) => model.foreign.has(word)) || label.length >= 2) {
    unknown.push({ label: label || text, place: line.figures[0]?.place ?? '', text: `${label} ${text}` });
  }
  const last = readings.at(-1);
  if (!last || label.length >= 2) return;
  const doubt: RowDoubt = { code: 'cells-uncertain', message: `原文下一行另有数字“${text}”，没有归入任何一行，请核对` };
  readings[readings.length - 1] = { ...last, doubts: [...last.doubts, doubt] };
}
