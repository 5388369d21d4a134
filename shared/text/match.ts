// Quantities of the prose and the cells they speak of: what the editor underlines and the check of prose against tables compares.
import { EDITIONS, figures, figuresOf } from '../editions/index.ts';
import { proseBindings } from '../editions/prose-bindings.ts';
import type { Certainty, ProseBindings, ProseTable, ProseWords, Sum } from '../editions/prose-words.ts';
import { addDecimals, compareDecimals, equalDecimals, subtractDecimals } from '../model/decimal.ts';
import type { CellId, ChapterKey, EditionId, Report } from '../model/report.ts';
import { agrees, expectedIn, fitsUnit } from './agreement.ts';
import type { Quantity } from './numbers.ts';
import { matches } from './pattern.ts';
import { type ProseBlock, readProse } from './prose.ts';
import { type Reading, readingOf, type Spot, subjectsOf } from './reading.ts';
import { goOn, GOES_ON, isRepeated, nothingSaid, remember, rememberSibling, type Said } from './said.ts';
import { compact, type WordsBeside, wordsBeside } from './words-beside.ts';

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
/** The words that bind prose to the cells of an edition, made once. */
export function bindingsOf(edition: EditionId): ProseBindings {
  const bindings = known.get(edition) ?? proseBindings(edition);
  known.set(edition, bindings);
  return bindings;
}

/** Every quantity of the prose that speaks of cells, in order. Pure; the window calls it after each edit. */
export function bindProse(report: Report): readonly BoundQuantity[] {
  const bound = BOUND.get(report) ?? bindBlocks(report, readProse(report));
  BOUND.set(report, bound);
  return bound;
}

/** A report is never changed, so each is bound once. */
const BOUND = new WeakMap<Report, readonly BoundQuantity[]>();

/** As `bindProse`, for prose that has been read already. */
export function bindBlocks(report: Report, blocks: readonly ProseBlock[]): readonly BoundQuantity[] {
  const found: BoundQuantity[] = [];
  const bindings = bindingsOf(report.edition);
  let said = nothingSaid();
  let section = '';
  for (const block of blocks) {
    // “申请人类别：自然人6件” may stand in a paragraph of its own
    const goesOn = section === `${block.chapter}${block.section}`;
    section = `${block.chapter}${block.section}`;
    const { wholes } = said;
    if (!goesOn || !GOES_ON.test(block.plain.trimStart())) said = nothingSaid();
    if (goesOn) said.wholes = wholes;
    for (const sentence of block.sentences) {
      said.inSentence.clear();
      said.isPart = false;
      if (GOES_ON.test(sentence.text)) goOn(said);
      else Object.assign(said, { table: null, rows: {}, columns: {}, siblings: [] });
      said.subjects = subjectsOf(bindings, block, sentence);
      for (const [at, quantity] of sentence.quantities.entries()) {
        if (quantity.kind !== 'count') continue;
        const beside = wordsBeside(block, sentence, at, report.year);
        const spot = { report, bindings, block, sentence, quantity };
        const each = eachNamed(beside).flatMap((one) => bindOne({ ...spot, beside: one }, said) ?? []);
        const bound = each.find(({ agrees, certainty }) => !agrees && certainty === 'sure') ?? each.at(-1);
        if (bound) found.push(bound);
      }
    }
  }
  return softened(wholeAgain(found));
}

/** “予以公开、部分公开各3件”: the figure is each one's. */
function eachNamed(beside: WordsBeside): readonly WordsBeside[] {
  const names = /^(.+?)各(?:自|为|有|计)?$/.exec(beside.clause)?.[1]?.split(/[、和及与]/) ?? [];
  return names.length > 1 ? names.map((name) => ({ ...beside, clause: name, item: name, itemBefore: '' })) : [beside];
}

function bindOne(spot: Spot, said: Said): BoundQuantity | null {
  const { report, bindings, block, sentence, quantity, beside } = spot;
  if (matches(bindings.comparison, beside.clause)) return null;
  const reading = readingOf(spot, said);
  // “新收30件，上年结转1件，共计31件，其中公民28件”: of all of them
  if (!reading && /^(?:共计|合计|总计|总量)(?:为|是)?$/.test(beside.clause)) goOn(said);
  const spoken = reading && spokenOf(spot, reading);
  if (!reading || !spoken) return null;
  const { cells } = spoken;
  const isWeak = reading.certainty === 'maybe' || isRepeated(said, reading) || isUnfilled(report, cells);
  if (!spoken.agrees && isWeak) return null;
  remember(said, reading, beside.isBracketed);
  rememberSibling(said, reading, quantity, block);
  if (spoken.agrees || reading.certainty === 'sure') said.tables.add(reading.table.table);
  const expected = statedBy(spot, cells);
  return {
    chapter: block.chapter,
    block: block.index,
    from: quantity.from,
    to: quantity.to,
    text: quantity.text,
    value: quantity.value,
    unit: quantity.unit,
    cells,
    expected,
    agrees: spoken.agrees,
    certainty: certaintyOf(spot, reading, spoken.agrees, expected),
    alike: spoken.agrees ? [] : likeness(report, reading, cells, quantity),
    sentence: sentence.written,
    quantity,
  };
}

/** What cells state together, in the unit of the prose; null while they are blank. */
const statedBy = ({ report, quantity }: Spot, cells: readonly CellId[]): string | null =>
  expectedIn(EDITIONS[report.edition], report.cells, cells, quantity.unit);

/** The cells that a figure may speak of: those with which it agrees, or else what the words plainly mean. */
function spokenOf(
  spot: Spot,
  reading: Reading,
): { readonly cells: readonly CellId[]; readonly agrees: boolean } | null {
  const { table, row, column } = reading;
  const { report, quantity } = spot;
  const edition = EDITIONS[report.edition];
  const options = meansOf(row, spot).flatMap((rows) =>
    (column?.means ?? [[table.plainColumn ?? '']]).map((columns) => cellsOf(table, rows, columns)),
  );
  const fitting = options.filter(
    (cells) => cells.every((id) => figures(edition).has(id)) && fitsUnit(edition, cells, quantity.unit),
  );
  const agreeing = fitting.find((cells) => {
    const sum = statedBy(spot, cells);
    // in a table that is filled in, a row without a figure has none of them
    return sum === null ? quantity.value === '0' : agrees(quantity, sum);
  });
  const cells = agreeing ?? fitting[0];
  return cells ? { cells, agrees: agreeing !== undefined } : null;
}

/** As sure as the words are, but a hint where a difference may have another reason. */
function certaintyOf(spot: Spot, reading: Reading, isAgreed: boolean, expected: string | null): Certainty {
  const { quantity } = spot;
  const isFewer = reading.mayBeMore && expected !== null && compareDecimals(quantity.value, expected) < 0;
  const certainty = isFewer && reading.certainty === 'likely' ? 'sure' : reading.certainty;
  const isWeak =
    quantity.exactness !== 'exact' ||
    reading.table.weakUnits.includes(quantity.unit) ||
    (!isAgreed && isExcused(spot, reading));
  return isWeak && certainty === 'sure' ? 'likely' : certainty;
}

/** Whether a sum that the row's words do not mean would explain the difference. */
const isExcused = (spot: Spot, { table, row }: Reading): boolean =>
  (row.excuses ?? []).some(({ plus, minus = [], unless }) => {
    if (unless && matches(unless, wordsAround(spot))) return false;
    const [more = '0', less = '0'] = [plus, minus].map(
      (rows) => statedBy(spot, cellsOf(table, rows, [table.plainColumn ?? ''])) ?? '0',
    );
    return agrees(spot.quantity, subtractDecimals(more, less));
  });

/** In a draft a blank cell is not yet filled in, and nothing can be held against it; nor against a table that is blank as a whole. */
const isUnfilled = ({ status, edition, cells }: Report, ids: readonly CellId[]): boolean =>
  ids.some((id) => cells[id]?.state === 'blank') &&
  (status === 'draft' ||
    EDITIONS[edition].tables
      .filter(({ id }) => ids[0]?.startsWith(`${id}.`))
      .every((table) => figuresOf(table).every(({ id }) => cells[id]?.state === 'blank')));

const cellsOf = (table: ProseTable, rows: Sum, columns: Sum): readonly CellId[] =>
  rows.flatMap((row) => columns.map((column): CellId => `${table.table}.${row}.${column}`));

/** The meanings of the row's words, with those that the sentence adds (“含上年结转”). */
function meansOf({ means, where }: ProseWords, spot: Spot): readonly Sum[] {
  if (!where) return means;
  const { block, sentence, quantity, report } = spot;
  // with what stood in brackets: “30件（含上年结转2件），自然人27件”
  const from = Math.max(sentence.from, quantity.from - 240);
  const before = `${compact(block.plain.slice(from, quantity.from), report.year)}□`;
  const isSaid = [wordsAround(spot), before].some((text) => matches(where.words, text));
  return isSaid ? [...means, ...where.means] : means;
}

/** The sentence up to the figure and some words behind it, beyond the next mark. */
const wordsAround = ({ beside, block, sentence, quantity: { end }, report }: Spot): string =>
  `${beside.before}□${compact(block.plain.slice(end, Math.min(sentence.to, end + 40)), report.year)}`;

/** Where the figure stands in another cell of the row instead: the column was mistaken. */
function likeness(
  report: Report,
  { table, row }: Reading,
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

/** One figure of the table told in several: “本机关不掌握3件、信息不存在2件”, or of new and of carried applications apart. */
function wholeAgain(found: readonly BoundQuantity[]): readonly BoundQuantity[] {
  const told = Map.groupBy(found, ({ chapter, block, cells, unit }) => `${chapter}/${block}/${unit}/${cells.join()}`);
  return found.filter((one) => {
    const all = told.get(`${one.chapter}/${one.block}/${one.unit}/${one.cells.join()}`) ?? [];
    const isTold =
      all.length > 1 &&
      one.expected !== null &&
      all.every(({ agrees }) => !agrees) &&
      equalDecimals(addDecimals(all.map(({ value }) => value)), one.expected);
    return !isTold;
  });
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
