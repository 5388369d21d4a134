// Quantities of the prose and the cells they speak of: what the editor underlines and the check of prose against tables compares.
import { EDITIONS, figures } from '../editions/index.ts';
import {
  type Certainty,
  type ProseBindings,
  proseBindings,
  type ProseTable,
  type ProseWords,
  type Sum,
} from '../editions/prose-bindings.ts';
import type { TableId } from '../editions/types.ts';
import { compareDecimals, equalDecimals } from '../model/decimal.ts';
import type { CellId, ChapterKey, EditionId, Report } from '../model/report.ts';
import { agrees, expectedIn, fitsUnit } from './agreement.ts';
import type { Quantity } from './numbers.ts';
import { type ProseBlock, type ProseSentence, readProse } from './prose.ts';
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

const compiled = new Map<string, RegExp>();
/** Patterns of the data, each made once. */
function matches(pattern: string, text: string): boolean {
  let made = compiled.get(pattern);
  if (!made) {
    made = new RegExp(pattern);
    compiled.set(pattern, made);
  }
  return made.test(text);
}

const known = new Map<EditionId, ProseBindings>();
function bindingsOf(edition: EditionId): ProseBindings {
  const bindings = known.get(edition) ?? proseBindings(edition);
  known.set(edition, bindings);
  return bindings;
}

/** What has been said so far in a block: rows and columns that a later figure may leave unsaid. */
interface Said {
  table: TableId | null;
  rows: Partial<Record<TableId, ProseWords>>;
  columns: Partial<Record<TableId, ProseWords>>;
  /** Tables that a figure of this block was bound to. */
  tables: Set<TableId>;
  /** Row and column of figures bound in this sentence. */
  inSentence: Set<string>;
}

/** Every quantity of the prose that speaks of cells, in order. Pure; the window calls it after each edit. */
export const bindProse = (report: Report): readonly BoundQuantity[] => bindBlocks(report, readProse(report));

export function bindBlocks(report: Report, blocks: readonly ProseBlock[]): readonly BoundQuantity[] {
  const found: BoundQuantity[] = [];
  for (const block of blocks) {
    const said: Said = { table: null, rows: {}, columns: {}, tables: new Set(), inSentence: new Set() };
    for (const sentence of block.sentences) {
      said.inSentence.clear();
      if (!/^(?:其中|按|从|上述|以上|在)/.test(sentence.text))
        Object.assign(said, { table: null, rows: {}, columns: {} });
      for (const quantity of sentence.quantities) {
        const bound = quantity.kind === 'count' ? bindOne(report, block, sentence, quantity, said) : null;
        if (bound) found.push(bound);
      }
    }
  }
  return softened(found);
}

interface Reading {
  readonly table: ProseTable;
  readonly row: ProseWords;
  readonly column: ProseWords | null;
  readonly certainty: Certainty;
}

function bindOne(
  report: Report,
  block: ProseBlock,
  sentence: ProseSentence,
  quantity: Quantity,
  said: Said,
): BoundQuantity | null {
  const bindings = bindingsOf(report.edition);
  const beside = wordsBeside(block, sentence, quantity, report.year);
  if (matches(bindings.comparison, beside.clause)) return null;
  const reading = readingOf(report, bindings, block, sentence, quantity, beside, said);
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

function readingOf(
  report: Report,
  bindings: ProseBindings,
  block: ProseBlock,
  sentence: ProseSentence,
  quantity: Quantity,
  beside: WordsBeside,
  said: Said,
): Reading | null {
  for (const table of bindings.tables) {
    const strong = table.units.includes(quantity.unit);
    if (!strong && !table.weakUnits.includes(quantity.unit)) continue;
    const around = `${beside.clause}□${beside.behind}`;
    if (matches(table.never, around) || !isAbout(table, block, sentence, said)) continue;
    const named = findWords(table.rows, beside, true);
    if (named?.whole && table.own !== null && !matches(table.own, around) && matches(table.never, beside.before))
      continue;
    if (named && table.plainColumn === null)
      Object.assign(said, { table: table.table, rows: { ...said.rows, [table.table]: named } });
    const column = findWords(table.columns, beside, false);
    const row =
      named ??
      (column || table.plainColumn === null
        ? said.table === table.table
          ? said.rows[table.table]
          : undefined
        : undefined);
    if (!row || (!named && !column)) continue;
    if (row.whole && isPart(report, bindings, beside.clause) && !column) continue;
    // a figure of another year is none of this report's; only 上年结转 speaks of last year
    if (/上年|他年/.test(around.replace(/上年[^，]{0,8}(?:结转|转入|遗留)|结转(?:自|于)?上年/g, ''))) continue;
    if (/上年|他年/.test(beside.year) && !/结转/.test(around)) continue;
    const taken = column ?? (table.plainColumn === null ? said.columns[table.table] : undefined) ?? null;
    if (!taken && table.plainColumn === null) continue;
    const joined = named ? joinedRow(table, beside, named, quantity) : row;
    const weak =
      matches(table.weak, around) || (table.weakSentence !== null && matches(table.weakSentence, beside.before));
    return {
      table,
      row: joined,
      column: taken,
      certainty: weakest(
        joined.certainty,
        taken?.certainty ?? 'sure',
        strong ? (weak ? 'likely' : 'sure') : joined.whole ? 'likely' : 'maybe',
      ),
    };
  }
  return null;
}

const ORDER: readonly Certainty[] = ['sure', 'likely', 'maybe'];
const weakest = (...levels: readonly Certainty[]): Certainty =>
  ORDER[Math.max(...levels.map((level) => ORDER.indexOf(level)))] ?? 'maybe';

const FILLER =
  /^(?:共|一共|共计|合计|总计|总共|总数|总量|数量|件数|分别|为|有|约|达|达到|是|均|全年|本年|全市|全县|全区|发生|涉及|引发|产生|被|计|累计|案件|申请|情况|提起|收到|受理|，)*$/;

/** In front of the figure, then behind it, then in the clauses before, where the clause itself says nothing. */
function findWords(words: readonly ProseWords[], beside: WordsBeside, lookBack: boolean): ProseWords | undefined {
  const find = (text: string): ProseWords | undefined => words.find((one) => matches(one.words, text));
  // a row is named by the last item of a list, a column by all of it: “公民、法人和其他组织”
  const texts = lookBack ? [beside.item, beside.clause] : [beside.clause, beside.item];
  const all = [...texts.map((text) => `${text}□`), ...texts.map((text) => `${text}□${beside.behind}`)].flatMap(
    (text) => find(text) ?? [],
  );
  const near = all.find(({ certainty }) => certainty === 'sure') ?? all[0];
  if (near || !lookBack || !FILLER.test(beside.clause)) return near;
  for (const clause of beside.earlier.slice(0, 2)) {
    const found = find(`${clause}□`) ?? find(`${clause}${beside.clause}□`);
    if (found) return found;
    if (!FILLER.test(clause)) return undefined;
  }
  return undefined;
}

/** “行政复议、行政诉讼3件”: one figure for both. */
function joinedRow(
  table: ProseTable,
  { item, itemBefore }: WordsBeside,
  row: ProseWords,
  { value }: Quantity,
): ProseWords {
  const other = itemBefore ? table.rows.find((one) => one !== row && matches(one.words, `${itemBefore}□`)) : undefined;
  if (!other || !matches(row.words, `${item}□`)) return row;
  const both = row.means.flatMap((rows) => other.means.map((others) => [...new Set([...others, ...rows])]));
  const words = `${other.words}&${row.words}`;
  // “均为0件” leaves no doubt; another figure may be each one's or the sum
  if (equalDecimals(value, '0')) return { words, means: both, certainty: weakest(row.certainty, other.certainty) };
  return { words, means: [...both, ...row.means], certainty: 'maybe' };
}

function isPart(report: Report, { parts, allParts }: ProseBindings, clause: string): boolean {
  const own = [...new Set(report.organ)].length > 0 ? clause.replaceAll(report.organ, '') : clause;
  const said = /乡镇?|镇|街道/.exec(report.organ)?.[0];
  const words = said ? own.replaceAll(said, '') : own;
  return matches(parts, words) && !matches(allParts, words);
}

function isAbout(
  { about, table, subject }: ProseTable,
  block: ProseBlock,
  sentence: ProseSentence,
  said: Said,
): boolean {
  if (about === null || block.chapter === chapterOf(table) || said.tables.has(table)) return true;
  if (said.tables.has('applications')) return true;
  return matches(about, sentence.text) || matches(subject, block.section) || /依申请/.test(block.section);
}

const chapterOf = (table: TableId): ChapterKey =>
  EDITIONS['2021'].tables.find(({ id }) => id === table)?.chapter ?? '3';

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
const softened = (found: readonly BoundQuantity[]): readonly BoundQuantity[] =>
  found.map((one) => {
    if (one.agrees || one.certainty !== 'sure' || one.expected === null) return one;
    const stated = found.some(
      (other) => other.agrees && other.cells.join() === one.cells.join() && other.value !== '0',
    );
    return stated && compareDecimals(one.value, one.expected) < 0 ? { ...one, certainty: 'likely' } : one;
  });
