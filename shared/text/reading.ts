// How one figure of the prose is read: the table, row and column that the words beside it, or those before, name.
import { EDITIONS } from '../editions/index.ts';
import { PROSE_LISTS } from '../editions/prose-lists.ts';
import { isGovernment } from '../editions/prose-requirements.ts';
import type { Certainty, ProseBindings, ProseTable, ProseWords } from '../editions/prose-words.ts';
import type { TableId } from '../editions/types.ts';
import { equalDecimals } from '../model/decimal.ts';
import type { ChapterKey, EditionId, Report } from '../model/report.ts';
import type { Quantity } from './numbers.ts';
import { matches } from './pattern.ts';
import type { ProseBlock, ProseSentence } from './prose.ts';
import { mergedWholes, type Named, type Said } from './said.ts';
import type { WordsBeside } from './words-beside.ts';

/** One figure of the prose with all that stands around it. */
export interface Spot {
  readonly report: Report;
  readonly bindings: ProseBindings;
  readonly block: ProseBlock;
  readonly sentence: ProseSentence;
  readonly quantity: Quantity;
  readonly beside: WordsBeside;
}

export interface Reading extends Named {
  readonly certainty: Certainty;
  /** It may count more than the table does (all reviews, not those about disclosure): fewer are then a difference all the same. */
  readonly mayBeMore: boolean;
}

/** What a figure speaks of; null where no table's words fit. Remembers in `said` what a later figure may leave unsaid. */
export function readingOf({ report, bindings, block, quantity, beside }: Spot, said: Said): Reading | null {
  const around = `${beside.clause}□${beside.behind}`;
  for (const table of bindings.tables) {
    const strong = table.units.includes(quantity.unit);
    if (!strong && !table.weakUnits.includes(quantity.unit)) continue;
    const about = isSpokenOf(table, block.chapter, report.edition, said)
      ? 'sure'
      : isOwnAfterAll(table, report, around)
        ? 'likely'
        : null;
    if (about === null || matches(table.never, around) || (table.isOwn && isWider(block, quantity))) continue;
    const named = remarked(table, beside) ?? findWords(table.rows, beside, table.never);
    // “制发公文180件，其中不予公开54件”: results of something else
    const own = named?.whole ? around : `${beside.before}${around}`;
    if (table.own !== null && !matches(table.own, own) && matches(table.never, beside.before)) continue;
    const subject = named ?? subjectRow(table, beside);
    if (subject && table.plainColumn === null)
      Object.assign(said, { table: table.table, rows: { ...said.rows, [table.table]: subject } });
    const column = stronger(findWords(table.columns, beside, null), said.columns[table.table]);
    const row = named ?? (column || table.plainColumn === null ? (subject ?? rowSaid(table, beside, said)) : undefined);
    if (!row || (!named && !column)) continue;
    const part = partOf(report, bindings, beside.clause);
    if (part !== null) said.isPart = part === 'scope';
    if (row.whole && part !== null && part !== 'all' && !column) continue;
    if (isOfAnotherYear(around, beside)) continue;
    const taken = column ?? (table.plainColumn === null ? said.columns[table.table] : undefined) ?? null;
    if (!taken && table.plainColumn === null) continue;
    const joined = named ? joinedRow(table, beside, named, quantity) : row;
    const unit = strong
      ? strengthOf(table, joined, around, beside)
      : joined.whole || taken?.anyUnit
        ? 'likely'
        : 'maybe';
    return {
      table,
      row: joined,
      column: taken,
      mayBeMore: about === 'likely',
      certainty: weakest(about, joined.certainty, taken?.certainty ?? 'sure', unit, said.isPart ? 'maybe' : 'sure'),
    };
  }
  return null;
}

/** “行政复议120件，其中涉及信息公开4件”: all of them, of which only a part is this report's. */
const isWider = ({ plain }: ProseBlock, { end }: Quantity): boolean =>
  /^[，(]?其中[^，。]{0,14}(?:信息公开|依申请)/.test(plain.slice(end, end + 30).replace(/\s/g, ''));

/** 上年结转 speaks of last year, and “30件比上年减少2件” compares: both are this report's. */
const OF_THIS_YEAR = /上年[^，]{0,8}(?:结转|转结|转入|转办|转接|遗留)|结转(?:自|于)?上年|(?<=□)(?:比|较|与|同)上年.*/g;

/** A figure of another year is none of this report's. */
const isOfAnotherYear = (around: string, { year }: WordsBeside): boolean =>
  /上年|他年/.test(around.replace(OF_THIS_YEAR, '')) || (/上年|他年/.test(year) && !/结转|转结|转下年/.test(around));

function strengthOf(table: ProseTable, row: ProseWords, around: string, { before }: WordsBeside): Certainty {
  const isWeak =
    matches(table.weak, around) || (row.whole && table.weakWhole !== '' && matches(table.weakWhole, around));
  // “办理行政复议案件866件” speaks of all reviews where the sentence says nothing of disclosure
  if (isWeak && table.isOwn && table.about !== null && !matches(table.about, `${before}${around}`)) return 'maybe';
  return isWeak || (table.weakSentence !== null && matches(table.weakSentence, before)) ? 'likely' : 'sure';
}

/** “不予公开（属于国家秘密）1件”: the remark names the row; “（含上年结转）” only adds to it. */
const remarked = ({ rows }: ProseTable, { remark }: WordsBeside): ProseWords | undefined =>
  remark === '' || /^(?:含|包括|包含|不含|除|其中)/.test(remark)
    ? undefined
    : rows.find(({ words, whole, certainty }) => !whole && certainty === 'sure' && matches(words, `${remark}□`));

/** Bare words take over what was said before them, where that says the same more surely. */
const stronger = (column: ProseWords | undefined, said: ProseWords | undefined): ProseWords | undefined =>
  column?.follows && said && said.means.join() === column.means.join() ? said : column;

const SUBJECT = /^在?(.+?)(?:中|方面|结果|结果为)$/;
const CLEARED = /(?:对|将)([^，]+?)(?:进行|开展|作)了?(?:全面|集中|系统|专项|定期)?(?:清理|梳理)$/;

/** “行政复议中，结果维持20件”, “对规范性文件进行清理，制发1件…”: the clause before sets what its columns belong to. */
function subjectRow({ rows }: ProseTable, { earlier: [clause] }: WordsBeside): ProseWords | undefined {
  const subject = clause && (SUBJECT.exec(clause)?.[1] ?? CLEARED.exec(clause)?.[1]);
  return subject ? rows.find(({ words }) => matches(words, `${subject}□`)) : undefined;
}

/**
 * The row that a figure with a column of its own leaves unsaid: the last one, or, where that is only one of the results, also the
 * whole it may go back to (“已办结16件，结转1件。按申请人分，自然人13件”).
 */
function rowSaid({ table }: ProseTable, beside: WordsBeside, said: Said): ProseWords | undefined {
  const last = said.table === table ? said.rows[table] : undefined;
  const wholes = said.wholes[table] ?? [];
  const siblings = said.siblings.filter(({ isNone }) => !isNone).map(({ row }) => row);
  if (last && !last.whole && said.siblings.length > 1 && said.siblings.some(({ row }) => row === last))
    return siblings.length === 1 ? siblings[0] : anyOf(siblings);
  if (!last || last.whole || wholes.length === 0 || beside.isInside) return last;
  return { ...mergedWholes([last, ...wholes]), certainty: 'likely' };
}

/** The last of them, all together, or one of the others. */
function anyOf(rows: readonly ProseWords[]): ProseWords | undefined {
  const all = rows.flatMap(({ means }) => means[0] ?? []);
  const merged = mergedWholes(rows.toReversed());
  const [last = [], ...others] = merged.means;
  return rows.length === 0
    ? undefined
    : { words: merged.words, means: [last, all, ...others], certainty: merged.certainty };
}

const ORDER: readonly Certainty[] = ['sure', 'likely', 'maybe'];
const weakest = (...levels: readonly Certainty[]): Certainty =>
  ORDER[Math.max(...levels.map((level) => ORDER.indexOf(level)))] ?? 'maybe';

/** What says nothing of its own. No two words of the list make a third: such a list costs time without end. */
const FILLER =
  /^(?:共|一共|合计|总计|总共|总数|总量|数量|件数|分别|为|有|约|达|达到|是|均|全年|本年|全市|全县|全区|发生|涉及|引发|产生|被|计|累计|案件|申请|情况|提起|收到|受理|，)*$/;

/** In front of the figure, then behind it, then in the clauses before, where the clause itself says nothing. */
function findWords(words: readonly ProseWords[], beside: WordsBeside, never: string | null): ProseWords | undefined {
  const find = (text: string): ProseWords | undefined => words.find((one) => matches(one.words, text));
  // a row is named by the last item of a list, a column by all of it: “公民、法人和其他组织”
  const texts = never !== null ? [beside.item, beside.clause] : [beside.clause, beside.item];
  const all = [...texts.map((text) => `${text}□`), ...texts.map((text) => `${text}□${beside.behind}`)].flatMap(
    (text) => find(text) ?? [],
  );
  const near = all.find(({ certainty }) => certainty === 'sure') ?? all[0];
  if (near || never === null || !FILLER.test(beside.clause)) return near;
  for (const clause of beside.earlier.slice(0, 2)) {
    if (matches(never, clause)) return undefined;
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
  // “纠正、尚未审结各1件”: no sum
  if (!other || /各(?:为|有)?$/.test(item) || !matches(row.words, `${item}□`)) return row;
  const both = row.means.flatMap((rows) => other.means.map((others) => [...new Set([...others, ...rows])]));
  const words = `${other.words}&${row.words}`;
  // “均为0件” leaves no doubt; another figure may be each one's or the sum
  if (equalDecimals(value, '0')) return { words, means: both, certainty: weakest(row.certainty, other.certainty) };
  return { words, means: [...both, ...row.means], certainty: 'likely' };
}

const OFFICE =
  /^[^，]{0,12}(?<![我本全各])(?:局|办公室|委|委员会|厅|中心)(?:本级)?(?:共|累计|新)*(?:收到|受理|新收|接收|办理|收)/;

/** scope: one department or level. channel: one way of applying. all: the whole after all; null where nothing is said of it. */
function partOf(
  report: Report,
  { channels, scopes, all }: ProseBindings,
  clause: string,
): 'scope' | 'channel' | 'all' | null {
  const own = report.organ === '' ? clause : clause.replaceAll(report.organ, '');
  // a 镇 that speaks of 镇 speaks of itself
  const kind = /乡镇?|镇|街道/.exec(report.organ)?.[0];
  const words = kind ? own.replaceAll(kind, '') : own;
  if (matches(all, words)) return 'all';
  // in the report of a government what a named office received is a part
  if (isGovernment(report.organ) && OFFICE.test(words)) return 'scope';
  return matches(scopes, words) ? 'scope' : matches(channels, words) ? 'channel' : null;
}

/** The tables that a sentence or its heading speaks of, found once for all its figures. */
export const subjectsOf = (
  { tables }: ProseBindings,
  { section }: ProseBlock,
  { text }: ProseSentence,
): ReadonlySet<TableId> =>
  new Set(
    tables
      .filter(
        ({ about, signs, subject }) =>
          about === null ||
          matches(about, text) ||
          matches(subject, section) ||
          signs.filter((sign) => matches(sign, text)).length > 1,
      )
      .concat(/依申请/.test(section) ? tables : [])
      .map(({ table }) => table),
  );

/** Whether the sentence, its chapter or a figure before speaks of the table. */
const isSpokenOf = (
  { table }: ProseTable,
  chapter: ChapterKey,
  edition: EditionId,
  { subjects, tables }: Said,
): boolean =>
  subjects.has(table) || chapter === chapterOf(edition, table) || tables.has(table) || tables.has(PROSE_LISTS.divided);

/** The reviews of others are the business of governments above the towns, and their offices of justice: any others are the organ's own. */
const isOwnAfterAll = ({ isOwn, weak }: ProseTable, { organ }: Report, around: string): boolean =>
  isOwn &&
  (/[乡镇](?:人民政府)?$/.test(organ) || !isGovernment(organ)) &&
  !organ.includes('司法') &&
  !matches(weak, around);

const chapterOf = (edition: EditionId, table: TableId): ChapterKey | undefined =>
  EDITIONS[edition].tables.find(({ id }) => id === table)?.chapter;
