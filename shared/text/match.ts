// Quantities of the prose and the cells they speak of: what the editor underlines and the check of prose against tables compares.
import { EDITIONS, figures } from '../editions/index.ts';
import { proseBindings } from '../editions/prose-bindings.ts';
import type { Certainty, ProseBindings, ProseTable, ProseWords, Sum } from '../editions/prose-words.ts';
import type { TableId } from '../editions/types.ts';
import { compareDecimals, equalDecimals } from '../model/decimal.ts';
import type { CellId, ChapterKey, EditionId, Report } from '../model/report.ts';
import { agrees, expectedIn, fitsUnit } from './agreement.ts';
import type { Quantity } from './numbers.ts';
import { matches } from './pattern.ts';
import { type ProseBlock, type ProseSentence, readProse } from './prose.ts';
import { readingOf, type Said, subjectsOf } from './reading.ts';
import { type WordsBeside, wordsBeside } from './words-beside.ts';

/** A quantity of the prose bound to the cells it speaks of. Offsets are those of the block's plain text. */
export interface BoundQuantity {
  readonly chapter: ChapterKey;
  readonly block: number;
  /** The figure itself, without its unit. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly value: string;
  readonly unit: string;
  /** The cells whose sum it states. */
  readonly cells: readonly CellId[];
  /** That sum in the unit of the prose; null while the cells are blank. */
  readonly expected: string | null;
  readonly agrees: boolean;
  readonly certainty: Certainty;
  /** A cell or sum that has the figure of the prose, where the bound cells have another: a wrong column, or 结转 counted in. */
  readonly alike: readonly CellId[];
  readonly sentence: string;
  readonly quantity: Quantity;
}

const known = new Map<EditionId, ProseBindings>();
function bindingsOf(edition: EditionId): ProseBindings {
  const bindings = known.get(edition) ?? proseBindings(edition);
  known.set(edition, bindings);
  return bindings;
}

/** Every quantity of the prose that speaks of cells, in order. Pure; the window calls it after each edit. */
export const bindProse = (report: Report): readonly BoundQuantity[] => bindBlocks(report, readProse(report));

export function bindBlocks(report: Report, blocks: readonly ProseBlock[]): readonly BoundQuantity[] {
  const found: BoundQuantity[] = [];
  const bindings = bindingsOf(report.edition);
  for (const block of blocks) {
    const said: Said = {
      table: null,
      rows: {},
      columns: {},
      tables: new Set(),
      subjects: new Set(),
      inSentence: new Set(),
    };
    for (const sentence of block.sentences) {
      said.inSentence.clear();
      if (!/^(?:其中|按|从|上述|以上|在)/.test(sentence.text))
        Object.assign(said, { table: null, rows: {}, columns: {} });
      said.subjects = subjectsOf(bindings, block, sentence);
      for (const [at, quantity] of sentence.quantities.entries()) {
        if (quantity.kind !== 'count') continue;
        const beside = wordsBeside(block, sentence, at, report.year);
        const bound = bindOne(report, bindings, block, sentence, quantity, beside, said);
        if (bound) found.push(bound);
      }
    }
  }
  return softened(found);
}

function bindOne(
  report: Report,
  bindings: ProseBindings,
  block: ProseBlock,
  sentence: ProseSentence,
  quantity: Quantity,
  beside: WordsBeside,
  said: Said,
): BoundQuantity | null {
  if (matches(bindings.comparison, beside.clause)) return null;
  const reading = readingOf(report, bindings, block, quantity, beside, said);
  if (!reading) return null;
  const { table, row, column } = reading;
  const means = where(row, beside, block, sentence, quantity);
  const options = means.flatMap((rows) =>
    (column?.means ?? [[table.plainColumn ?? '']]).map((columns) => cellsOf(table, rows, columns)),
  );
  const edition = EDITIONS[report.edition];
  const fitting = options.filter(
    (cells) => cells.every((id) => figures(edition).has(id)) && fitsUnit(edition, cells, quantity.unit),
  );
  const [first] = fitting;
  if (!first) return null;
  const expected = (cells: readonly CellId[]): string | null => expectedIn(edition, report.cells, cells, quantity.unit);
  const agreeing = fitting.find((cells) => {
    const sum = expected(cells);
    return sum !== null && agrees(quantity, sum);
  });
  const key = `${row.words}/${column?.words ?? ''}`;
  const repeated = said.inSentence.has(`${table.table}/${key}`);
  if (!agreeing && (reading.certainty === 'maybe' || repeated || isUnfilled(report, first))) return null;
  remember(said, table.table, row, column, key);
  const cells = agreeing ?? first;
  const alike = agreeing ? [] : likeness(report, table, row, cells, quantity);
  const excused =
    !agreeing &&
    (row.excuses ?? []).some((rows) => {
      const sum = expected(cellsOf(table, rows, [table.plainColumn ?? '']));
      return sum !== null && agrees(quantity, sum);
    });
  const weak = excused || quantity.exactness !== 'exact' || table.weakUnits.includes(quantity.unit);
  return {
    chapter: block.chapter,
    block: block.index,
    from: quantity.from,
    to: quantity.to,
    text: quantity.text,
    value: quantity.value,
    unit: quantity.unit,
    cells,
    expected: expected(cells),
    agrees: agreeing !== undefined,
    certainty: weak && reading.certainty === 'sure' ? 'likely' : reading.certainty,
    alike,
    sentence: sentence.text,
    quantity,
  };
}

/** In a draft a blank cell is not yet filled in, and nothing can be held against it. */
const isUnfilled = ({ status, cells }: Report, ids: readonly CellId[]): boolean =>
  status === 'draft' && ids.some((id) => cells[id]?.state === 'blank');

const cellsOf = (table: ProseTable, rows: Sum, columns: Sum): readonly CellId[] =>
  rows.flatMap((row) => columns.map((column): CellId => `${table.table}.${row}.${column}`));

function remember(said: Said, table: TableId, row: ProseWords, column: ProseWords | null, key: string): void {
  said.table = table;
  said.rows[table] = row;
  if (column) said.columns[table] = column;
  said.tables.add(table);
  said.inSentence.add(`${table}/${key}`);
}

/** The meanings of the row's words, with those that the sentence adds (“含上年结转”). */
function where(
  row: ProseWords,
  beside: WordsBeside,
  block: ProseBlock,
  sentence: ProseSentence,
  quantity: Quantity,
): readonly Sum[] {
  if (!row.where) return row.means;
  const near = `${beside.before}□${block.plain.slice(quantity.end, Math.min(sentence.to, quantity.end + 30))}`;
  return matches(row.where.words, near.replace(/\s/g, '')) ? [...row.means, ...row.where.means] : row.means;
}

/** Where the figure stands in another cell of the row instead: the column was mistaken. */
function likeness(
  report: Report,
  table: ProseTable,
  row: ProseWords,
  cells: readonly CellId[],
  { value }: Quantity,
): readonly CellId[] {
  const [only] = row.means[0] ?? [];
  if (cells.length !== 1 || only === undefined || equalDecimals(value, '0')) return [];
  const same = [...figures(EDITIONS[report.edition]).keys()].filter((id) => {
    const figure = report.cells[id]?.value ?? null;
    return (
      id.startsWith(`${table.table}.${only}.`) && !cells.includes(id) && figure !== null && equalDecimals(figure, value)
    );
  });
  return same.length === 1 ? same : [];
}

/** Where the whole is stated rightly elsewhere, a smaller figure is probably a part of it, and only a hint. */
function softened(found: readonly BoundQuantity[]): readonly BoundQuantity[] {
  const stated = new Set(found.flatMap(({ agrees, value, cells }) => (agrees && value !== '0' ? [cells.join()] : [])));
  return found.map((one) => {
    if (one.agrees || one.certainty !== 'sure' || one.expected === null) return one;
    const isPart = compareDecimals(one.value, one.expected) < 0 && stated.has(one.cells.join());
    return isPart ? { ...one, certainty: 'likely' } : one;
  });
}
