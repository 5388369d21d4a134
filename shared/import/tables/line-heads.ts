// Column heads that have lost their cells -> the order of the columns. Heads may be wrapped over lines; two characters that no other head has tell each.
import type { FormRow, Names } from '../form-labels.ts';
import { bareLabel } from '../labels.ts';
import type { FormModel } from '../form-model.ts';
import type { RawCell } from '../raw-document.ts';
import { type RowDoubt, rowSums } from './row-reading.ts';
import { inFormOrder } from './row-window.ts';

/** A piece of the lines above the figures, in the order of reading. */
export interface HeadPiece {
  readonly text: string;
  /** Its middle on the line; null where the file tells no places. */
  readonly centre: number | null;
  /** Width of a character. */
  readonly step?: number;
  /** It does not stand over the figures: places may tell nothing. */
  readonly astray?: true;
}

export interface HeadsSaid {
  /** For each column of the file the index of the row's figure. */
  readonly order: readonly number[];
  readonly doubt: RowDoubt | null;
}

const UNKNOWN: RowDoubt = { code: 'label-fuzzy', message: '没有认出各列的表头，按表式的列次读取，请对照原文核对' };
const OTHER: RowDoubt = { code: 'label-fuzzy', message: '表头的列次与表式不同，请对照原文核对' };

export const isUnknown = ({ doubt }: HeadsSaid): boolean => doubt === UNKNOWN;

/** Rows with the same heads over their figures. */
export const sameHeads = (a: FormRow, b: FormRow): boolean =>
  a.table === b.table && JSON.stringify(a.columns) === JSON.stringify(b.columns);

/** What the pieces say of the columns of a row; the form's own order where they say nothing, and a doubt. */
export function headsSay(row: FormRow, pieces: readonly HeadPiece[]): HeadsSaid {
  const order = [...row.figures.keys()];
  if (order.length < 2) return { order, doubt: null };
  const marks = marksOf(row);
  const leaves = distinct(row.columns.map((path) => path.at(-1) ?? []));
  const found = joinedPieces(pieces).flatMap((piece) => occurrences(piece, marks));
  const seen = new Set(found.filter(({ names }) => leaves.includes(names)).map(({ names }) => names));
  if (seen.size < Math.max(2, leaves.length * 0.5)) return { order, doubt: UNKNOWN };
  const own = found.filter(({ names }) => leaves.includes(names));
  const byPlace = own.every(({ centre }) => centre !== null);
  const sure = byPlace && !own.some(({ astray }) => astray);
  const placed = found.toSorted((a, b) => (a.centre ?? 0) - (b.centre ?? 0));
  // places are believed; where heads stand astray either may be right
  const ways = sure ? [placed] : byPlace ? [placed, found] : [found];
  if (ways.some((way) => fits(row, leaves, way, way === placed))) return { order, doubt: null };
  const whole =
    leaves.length === order.length && seen.size === leaves.length && ways.every((way) => uppersFit(row, way));
  if (!whole) return { order, doubt: OTHER };
  // lines that do not stand one below the other tell nothing by their places: both must say the same
  const moves = [placed, found].map((way) => moved(row, leaves, heightsOf(row, leaves), way));
  const agreed = moves.every((move) => move.join() === moves[0]?.join());
  const placeless = pieces.every(({ centre }) => centre === null);
  if (placeless) return { order: moved(row, leaves, heightsOf(row, leaves), found), doubt: OTHER };
  return { order: sure && agreed ? moved(row, leaves, [leaves], placed) : order, doubt: OTHER };
}

/** @param byPlace the heads are in the order of their places, not of the lines. */
function fits(row: FormRow, leaves: readonly Names[], way: readonly Found[], byPlace: boolean): boolean {
  if (!uppersFit(row, way)) return false;
  const columns = row.figures.length;
  if (leaves.length < columns) {
    const rounds = sequence(way, leaves);
    // heads that are merged downwards may be printed again
    return [rounds, rounds.slice(-columns)].some((part) => runs(part) <= columns / leaves.length);
  }
  // row by row or column by column: without places only heads of one height can be compared
  return (byPlace ? [leaves] : heightsOf(row, leaves)).every((level) => ascending(way, level));
}

/** The heads say another order, but only in the form's own do the sums of the row hold: the heads are damaged. */
export function settledOrder(
  model: FormModel,
  row: FormRow,
  said: HeadsSaid,
  figures: readonly RawCell[],
): readonly number[] {
  const natural = [...row.figures.keys()];
  if (said.doubt === null || figures.length !== natural.length) return said.order;
  const sums = (order: readonly number[]): string =>
    rowSums(model.edition, row, inFormOrder(figures, order, natural.length));
  return sums(natural) === 'holds' && sums(said.order) === 'breaks' ? natural : said.order;
}

/** Heads that are wrapped: pieces one below the other, or a character a line where no place is known. */
function joinedPieces(pieces: readonly HeadPiece[]): readonly HeadPiece[] {
  const joined: HeadPiece[] = [];
  let open = false;
  for (const piece of pieces) {
    const length = bareLabel(piece.text).length;
    const single = length === 1 && piece.centre === null;
    const above = single
      ? open
        ? joined.length - 1
        : -1
      : length <= 3
        ? joined.findIndex((one) => isBelow(piece, one))
        : -1;
    const upper = joined[above];
    if (upper) joined[above] = { ...upper, text: upper.text + piece.text };
    else joined.push(piece);
    open = single;
  }
  return joined;
}

const LONGEST_HEAD = 8;

const isBelow = (piece: HeadPiece, upper: HeadPiece): boolean =>
  piece.centre !== null &&
  upper.centre !== null &&
  upper.text.length <= LONGEST_HEAD &&
  Math.abs(piece.centre - upper.centre) <= (piece.step ?? 0) * 0.75;

/** How often numbers begin anew. */
const runs = (numbers: readonly number[]): number =>
  numbers.filter((at, index) => index === 0 || at < (numbers[index - 1] ?? 0)).length;

/** Heads that stand in one row of the form. */
const heightsOf = (row: FormRow, leaves: readonly Names[]): (readonly Names[])[] =>
  [...new Set(row.columns.map(({ length }) => length))].map((height) =>
    leaves.filter((_, index) => row.columns[index]?.length === height),
  );

interface Found {
  readonly names: Names;
  readonly centre: number | null;
  readonly astray: boolean;
}

const uppersFit = (row: FormRow, placed: readonly Found[]): boolean =>
  [0, 1].every((level) => ascending(placed, uppersAt(row, level)));

/** Head rows whose levels were not understood, lowest last: do they say the form's own order? */
export function headRowsFit(row: FormRow, rows: readonly (readonly HeadPiece[])[]): boolean {
  const marks = marksOf(row);
  const whole = rows.flat();
  if (
    !uppersFit(
      row,
      whole.flatMap((piece) => occurrences(piece, marks)),
    )
  )
    return false;
  return [rows.at(-1) ?? [], whole].some((pieces) => headsSay(row, pieces).doubt === null);
}

const distinct = (heads: readonly Names[]): Names[] => {
  const seen = new Map<string, Names>();
  for (const names of heads) if (!seen.has(names[0] ?? '')) seen.set(names[0] ?? '', names);
  return [...seen.values()];
};

/** Heads over other heads, of one level. */
const uppersAt = (row: FormRow, level: number): Names[] =>
  distinct(row.columns.flatMap((path) => (path[level] && level < path.length - 1 ? [path[level]] : [])));

type Marks = ReadonlyMap<Names, ReadonlySet<string>>;

const known = new WeakMap<FormRow, Marks>();

/** The pairs of characters that only one head has. The rows of a form stay the same, and each line of a text is held against them. */
function marksOf(row: FormRow): Marks {
  const marks = known.get(row) ?? readMarks(row);
  known.set(row, marks);
  return marks;
}

function readMarks(row: FormRow): Marks {
  const heads = [
    ...new Set([...uppersAt(row, 0), ...uppersAt(row, 1), ...distinct(row.columns.map((path) => path.at(-1) ?? []))]),
  ];
  const pairsOf = (names: Names): Set<string> =>
    new Set(
      names.flatMap((name) =>
        Array.from(name)
          .slice(1)
          .map((char, index) => `${name[index] ?? ''}${char}`),
      ),
    );
  const pairs = heads.map(pairsOf);
  return new Map(
    heads.map((names, index) => {
      const others = new Set(pairs.flatMap((set, other) => (other === index ? [] : [...set])));
      return [names, new Set([...(pairs[index] ?? [])].filter((pair) => !others.has(pair)))];
    }),
  );
}

/** The heads in a piece, in their order. */
function occurrences(piece: HeadPiece, marks: Marks): Found[] {
  const text = bareLabel(piece.text);
  const hits = [...marks].flatMap(([names, pairs]) => {
    if (names.includes(text)) return [{ names, at: 0 }];
    const places = [...pairs].map((pair) => text.indexOf(pair)).filter((at) => at >= 0);
    return places.length > 0 ? [{ names, at: Math.min(...places) }] : [];
  });
  return hits
    .toSorted((a, b) => a.at - b.at)
    .map(({ names }) => ({ names, centre: piece.centre, astray: piece.astray === true }));
}

/** The numbers of heads in the order of the file, each once however often it is wrapped. */
const sequence = (placed: readonly Found[], heads: readonly Names[]): number[] =>
  placed
    .map(({ names }) => heads.indexOf(names))
    .filter((at) => at >= 0)
    .filter((at, index, all) => at !== all[index - 1]);

/** Whether heads that are found stand in their order, by the first of each or, where heads are printed again, by the last. */
function ascending(placed: readonly Found[], heads: readonly Names[]): boolean {
  const all = sequence(placed, heads);
  return [[...new Set(all)], [...new Set(all.toReversed())].toReversed()].some((once) =>
    once.every((at, index) => index === 0 || at > (once[index - 1] ?? 0)),
  );
}

/** The columns as the heads stand; heads of each height among the places of that height. */
function moved(
  row: FormRow,
  leaves: readonly Names[],
  heights: readonly (readonly Names[])[],
  placed: readonly Found[],
): number[] {
  const order = [...row.figures.keys()];
  for (const level of heights) {
    const places = level.map((names) => leaves.indexOf(names)).toSorted((a, b) => a - b);
    const firsts = [...new Set(sequence(placed, level))].map((at) => leaves.indexOf(level[at] ?? []));
    firsts.forEach((index, at) => {
      order[places[at] ?? 0] = index;
    });
  }
  return order;
}
