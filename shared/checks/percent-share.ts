// A share in the prose against its part and every figure that may be its whole.
import { PROSE_LISTS } from '../editions/prose-lists.ts';
import { sumOf } from '../editions/totals.ts';
import { addDecimals, compareDecimals, toMillionths } from '../model/decimal.ts';
import type { CellId } from '../model/report.ts';
import { bindingsOf } from '../text/match.ts';
import type { Quantity } from '../text/numbers.ts';
import { type PartList, partLists } from '../text/parts.ts';
import type { ProseBlock, ProseSentence } from '../text/prose.ts';
import type { CheckContext } from './context.ts';
import {
  isCount,
  isPositive,
  isTruncated,
  percentOf,
  roundedSteps,
  rightly,
  rounds,
  shownSteps,
  type WrongPercent,
} from './percent.ts';

/** Right behind the figure: “20件，占71.43%”. With a name of its own, or 分别, it speaks of something else. */
const SHARE = /^[，、(]?(?:约)?(?:占|比例|比重)/;

const OF_ALL = /占(?:本年度?|全年|年度)?(?:新收)?(?:申请|收件|受理)(?:总|数|总数|总量)?[量数]/;
/** “三类分别占34.9%、9.3%、10.5%”. */
const EACH = /(?:分别|依次)(?:约)?(?:占|为|是)|(?:占比?|比例|比重)(?:分别|依次)/;
const NEXT = /^[、，和及]$/;

/** So many figures of the tables may be the whole of a share, and so many shares beside it show which of them is. */
const [MOST_WHOLES, MOST_NEIGHBOURS] = [24, 6];

/** What the counts of a block may be to each other, read once for all its percentages. */
export interface Counted {
  readonly listOf: ReadonlyMap<Quantity, PartList>;
  /** Every exact count above 0 by its unit, the smallest first. */
  readonly sorted: ReadonlyMap<string, readonly string[]>;
  /** Wholes of the tables that the block speaks of, whatever their unit in the prose. */
  readonly bound: readonly string[];
  /** The counts of one unit of one sentence added up; nothing where it has only one. */
  sumOf(sentence: ProseSentence, unit: string): string | undefined;
}

export function countsOf(block: ProseBlock, { boundOf }: CheckContext): Counted {
  const counts = block.sentences.flatMap(({ quantities }) => quantities).filter(isCount);
  const listOf = new Map<Quantity, PartList>();
  for (const list of block.plain.includes('%') || block.plain.includes('百分之') ? partLists(block) : [])
    for (const { quantity } of list.parts) if (!listOf.has(quantity)) listOf.set(quantity, list);
  const sorted = new Map<string, string[]>();
  const above = counts.filter(({ value }) => isPositive(value));
  for (const [unit, own] of Map.groupBy(above, (count) => count.unit))
    sorted.set(unit, own.map(({ value }) => value).toSorted(compareDecimals));
  const sums = new Map<ProseSentence, Map<string, string | undefined>>();
  const sumsOf = (sentence: ProseSentence): Map<string, string | undefined> => {
    const own = Map.groupBy(sentence.quantities.filter(isCount), ({ unit }) => unit);
    const added = [...own].map(
      ([unit, all]) => [unit, all.length > 1 ? addDecimals(all.map(valueOf)) : undefined] as const,
    );
    return new Map(added);
  };
  const bound = counts
    .flatMap((count) => boundOf(count) ?? [])
    .filter(({ agrees, cells }) => agrees && cells.length === 1);
  return {
    listOf,
    sorted,
    bound: [...new Set(bound.map(({ value }) => value))].slice(0, MOST_WHOLES),
    sumOf: (sentence, unit) => {
      const own = sums.get(sentence) ?? sumsOf(sentence);
      sums.set(sentence, own);
      return own.get(unit);
    },
  };
}

const valueOf = ({ value }: Quantity): string => value;

/** The one of the sorted figures of which the part is the shown percentage, by halving: a share falls as its whole grows. */
function wholeAmong(sorted: readonly string[], steps: (whole: string) => bigint, shown: bigint): string | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (steps(sorted[middle] ?? '1') > shown) low = middle + 1;
    else high = middle;
  }
  const found = sorted[low];
  return found !== undefined && steps(found) === shown ? found : undefined;
}

export function wrongShare(
  { boundOf, report }: CheckContext,
  { listOf, sorted, bound, sumOf: sumOfUnit }: Counted,
  sentence: ProseSentence,
  shares: readonly Share[],
  at: number | undefined,
): WrongPercent | null {
  const asked = at === undefined ? undefined : shares[at];
  if (at === undefined || !asked) return null;
  const { part, percent } = asked;
  const neighbours = neighboursOf(shares, at);
  const list = listOf.get(part);
  const own = boundOf(part);
  const spokenOf = own ?? neighbours.flatMap((share) => boundOf(share.part) ?? [])[0];
  const table = spokenOf?.cells[0]?.split('.')[0];
  const canBeWhole = (whole: string): boolean => isPositive(whole) && compareDecimals(whole, part.value) >= 0;
  const all = asked.ofAll ? wholesOfTable(report, PROSE_LISTS.divided) : [];
  const wholes = [
    ...(list?.wholes ?? []).map(valueOf),
    ...(table === undefined ? [] : wholesOfTable(report, table)),
    ...all,
    ...[sumOfUnit(sentence, part.unit)].flatMap((sum) => sum ?? []),
    ...(isKindOfCase(part.unit) ? bound : []),
  ].filter(canBeWhole);
  const others = sorted.get(part.unit) ?? [];
  const share = (whole: string): bigint => percentOf(part.value, whole);
  const shown = shownSteps(percent);
  const step = toMillionths(percent.step);
  if (wholes.some((whole) => rounds(share(whole), percent))) return null;
  if (asked.joint?.some((sum) => wholes.some((whole) => rounds(percentOf(sum, whole), percent)))) return null;
  if (wholeAmong(others, (whole) => roundedSteps(share(whole), percent), shown)) return null;
  const cut =
    wholes.find((whole) => isTruncated(share(whole), percent)) ??
    wholeAmong(others, (whole) => share(whole) / step, shown);
  const shared = wholeOfMost(wholes, neighbours);
  const likely = all[0] ?? shared ?? cut ?? wholes[0] ?? others.at(-1);
  if (likely === undefined || !canBeWhole(likely) || (!list && !own && !cut && !shared && all.length === 0))
    return null;
  return {
    formula: `${part.value}÷${likely}`,
    ...rightly(share(likely), percent),
    sure: list !== undefined || all.length > 0 || shared !== undefined || own?.agrees === true,
    cells: own?.cells ?? [],
  };
}

/** A count with the percentage behind it: “40件、占71.4%”. */
export interface Share {
  readonly part: Quantity;
  readonly percent: Quantity;
  /** “予以公开64件、部分公开14件，占办结总数的61.9%”: what the part gives with those listed before it. */
  readonly joint?: readonly string[];
  /** “占申请总量的77.3%”. */
  readonly ofAll?: boolean;
}

/** The whole of which the neighbours are the shares they say: their whole is this one's too. */
function wholeOfMost(wholes: readonly string[], neighbours: readonly Share[]): string | undefined {
  const fitting = (whole: string): number =>
    neighbours.filter(({ part, percent }) => rounds(percentOf(part.value, whole), percent)).length;
  const [first] = wholes
    .map((whole) => ({ whole, count: fitting(whole) }))
    .toSorted((left, right) => right.count - left.count);
  return first && first.count > 0 ? first.whole : undefined;
}

const isKindOfCase = (unit: string): boolean => /^[件宗起例份条]$/.test(unit);

/** What the prose may take for the whole of a table: 新收, with 上年结转, 办结; 复议, 诉讼. */
export function wholesOfTable({ edition, cells }: CheckContext['report'], name: string): readonly string[] {
  const table = bindingsOf(edition).tables.find((one) => one.table === name);
  const column = table?.plainColumn;
  if (!table || !column) return [];
  const wholes = table.rows.filter(({ whole }) => whole);
  const means = (wholes.length > 0 ? wholes : table.rows).flatMap((row) => row.means);
  const sums = means.flatMap(
    (rows) =>
      sumOf(
        cells,
        rows.map((row): CellId => `${name}.${row}.${column}`),
      ) ?? [],
  );
  return [...new Set(sums)];
}

/** “占90%（310件）”: the count of a share may stand behind it. */
function partBehind({ plain }: ProseBlock, { quantities }: ProseSentence, at: number): Quantity | undefined {
  const [percent, part] = [quantities[at], quantities[at + 1]];
  return percent && isCount(part) && /^\s*\(\s*(?:即|共)?\s*$/.test(plain.slice(percent.end, part.from))
    ? part
    : undefined;
}

/** “A为147件、B为39件，分别占34.9%、9.3%”: as many counts right in front as there are percentages. */
function sharesOfEach(block: ProseBlock, { quantities }: ProseSentence, first: number): readonly Share[] {
  const gap = (at: number): string =>
    block.plain.slice(quantities[at - 1]?.end ?? 0, quantities[at]?.from).replace(/\s/g, '');
  let end = first + 1;
  while (quantities[end]?.kind === 'percent' && NEXT.test(gap(end))) end++;
  const length = end - first;
  const parts = quantities.slice(Math.max(0, first - length), first);
  const isList =
    parts.length === length && length > 1 && parts.every((part) => isCount(part) && part.unit === parts[0]?.unit);
  return isList
    ? parts.flatMap((part, at) => {
        const percent = quantities[first + at];
        return percent ? [{ part, percent }] : [];
      })
    : [];
}

/** A list of parts that share one percentage is short. */
const MOST_JOINT = 4;

function jointSums({ plain }: ProseBlock, { quantities }: ProseSentence, last: number): readonly string[] {
  const values = quantities.slice(last, last + 1).map(valueOf);
  const sums: string[] = [];
  for (let at = last; at > 0 && values.length < MOST_JOINT; at--) {
    const [before, part] = [quantities[at - 1], quantities[at]];
    if (!part || !isCount(before) || before.unit !== part.unit) break;
    if (/[，;:。()]/.test(plain.slice(before.end, part.from))) break;
    values.push(before.value);
    sums.push(addDecimals(values));
  }
  return sums;
}

/** The shares of a sentence, each with the count right in front of it or in brackets behind. */
export function sharesOf(block: ProseBlock, sentence: ProseSentence): readonly Share[] {
  const { quantities } = sentence;
  return quantities.flatMap((percent, at): readonly Share[] => {
    const behind = percent.kind === 'percent' ? partBehind(block, sentence, at) : undefined;
    if (behind) return [{ part: behind, percent }];
    const part = quantities[at - 1];
    if (percent.kind !== 'percent' || !isCount(part)) return [];
    const words = block.plain.slice(part.end, percent.from).replace(/\s/g, '');
    if (EACH.test(words)) return sharesOfEach(block, sentence, at);
    // “不予公开11件（7.1%）”
    const isBare = words === '(' && /^\s*\)/.test(block.plain.slice(percent.end, percent.end + 8));
    return isBare || SHARE.test(words)
      ? [{ part, percent, joint: jointSums(block, sentence, at - 1), ofAll: OF_ALL.test(words) }]
      : [];
  });
}

const neighboursOf = (shares: readonly Share[], at: number): readonly Share[] => [
  ...shares.slice(Math.max(0, at - MOST_NEIGHBOURS), at),
  ...shares.slice(at + 1, at + 1 + MOST_NEIGHBOURS),
];
