// N-PERCENT: percentages against the two figures they are made of: a share of a whole, or a growth over last year.
import { sumOf } from '../editions/totals.ts';
import {
  addDecimals,
  compareDecimals,
  equalDecimals,
  fromMillionths,
  subtractDecimals,
  toMillionths,
} from '../model/decimal.ts';
import type { BoundQuantity } from '../text/match.ts';
import type { Quantity } from '../text/numbers.ts';
import { type PartList, partLists } from '../text/parts.ts';
import type { ProseBlock, ProseSentence } from '../text/prose.ts';
import { type CheckContext, finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

const GROWTH = /同比|环比|较上年|比上年|较去年|比去年|与上年|上升|增长|增加|增幅|提高|下降|减少|降低|降幅|下滑/;
const FALL = /下降|减少|降低|降幅|下滑/;
/** Right behind the figure: “20件，占71.43%”. With a name of its own, or 分别, it speaks of something else. */
const SHARE = /^[，、(]?(?:约)?(?:占|比例|比重)/;
const CHANGE = /增加|减少|多|少|下降|增长|上升/;

export const prosePercents: Rule = (context) =>
  context.prose.flatMap((block) => {
    const counted = countsOf(block);
    return block.sentences.flatMap((sentence) => {
      const counts: Quantity[] = []; // in front of the percentage
      let last: Quantity | undefined;
      return sentence.quantities.flatMap((percent): Finding[] => {
        const words = block.plain.slice(last?.end ?? sentence.from, percent.from).replace(/\s/g, '');
        last = percent;
        if (isCount(percent)) counts.push(percent);
        if (percent.kind !== 'percent' || percent.exactness !== 'exact') return [];
        const wrong = GROWTH.test(words)
          ? wrongGrowth(context, block, sentence, percent, counts.slice(-2), FALL.test(words))
          : SHARE.test(words)
            ? wrongShare(context, counted, sentence, percent, counts.at(-1))
            : null;
        return wrong ? [findingOf(wrong, percent, block, sentence)] : [];
      });
    });
  });

function findingOf(wrong: WrongPercent, percent: Quantity, block: ProseBlock, sentence: ProseSentence): Finding {
  const shown = `${percent.text.replace(/\s|百分之/g, '')}%`;
  const cut = wrong.truncated ? '（似乎没有四舍五入）' : '';
  return finding('N-PERCENT', {
    severity: wrong.truncated || !wrong.sure ? 'hint' : 'warning',
    cells: wrong.cells,
    chapter: block.chapter,
    left: shown,
    right: `${wrong.exact}%`,
    message: `正文写“${shown}”，而${wrong.formula}＝${wrong.exact}%${cut}。`,
    quote: sentence.text,
  });
}

interface WrongPercent {
  readonly formula: string;
  readonly exact: string;
  readonly truncated: boolean;
  readonly sure: boolean;
  readonly cells: BoundQuantity['cells'];
}

/** Part ÷ whole as a percentage, in millionths of a percent. */
const percentOf = (part: string, whole: string): bigint => (toMillionths(part) * 100_000_000n) / toMillionths(whole);

/** Rounded half up to the shown precision, as a number of its steps. */
function roundedSteps(exact: bigint, shown: Quantity): bigint {
  const step = toMillionths(shown.step);
  return ((exact < 0n ? -exact : exact) + step / 2n) / step;
}

const shownSteps = (shown: Quantity): bigint => toMillionths(shown.value) / toMillionths(shown.step);

const rounds = (exact: bigint, shown: Quantity): boolean => roundedSteps(exact, shown) === shownSteps(shown);

const isTruncated = (exact: bigint, shown: Quantity): boolean =>
  exact >= 0n && exact / toMillionths(shown.step) === shownSteps(shown);

/** With the precision of the prose, at least two decimals. */
function shownPercent(exact: bigint, { step }: Quantity): string {
  const finest = toMillionths(step) < 10_000n ? toMillionths(step) : 10_000n;
  return fromMillionths((((exact < 0n ? -exact : exact) + finest / 2n) / finest) * finest);
}

const isPositive = (value: string | null): value is string => value !== null && compareDecimals(value, '0') > 0;

const isCount = (quantity: Quantity | undefined): quantity is Quantity =>
  quantity?.kind === 'count' && quantity.exactness === 'exact';

interface Base {
  readonly now: string;
  readonly last: string;
  readonly cells: BoundQuantity['cells'];
}

function wrongGrowth(
  context: CheckContext,
  block: ProseBlock,
  sentence: ProseSentence,
  percent: Quantity,
  counts: readonly Quantity[],
  falls: boolean,
): WrongPercent | null {
  const base = statedBase(block, sentence, counts) ?? null;
  const bases = base ? [base] : basesOfTables(context, counts.at(-1));
  const growth = (one: Base): bigint => {
    const change = percentOf(subtractDecimals(one.now, one.last), one.last);
    return falls ? -change : change;
  };
  if (bases.length === 0 || bases.some((one) => rounds(growth(one), percent) && growth(one) >= 0n)) return null;
  const [first] = bases;
  if (!first) return null;
  const exact = growth(first);
  const sign = exact < 0n ? '-' : '';
  return {
    formula: falls ? `（${first.last}－${first.now}）÷${first.last}` : `（${first.now}－${first.last}）÷${first.last}`,
    exact: `${sign}${shownPercent(exact, percent)}`,
    truncated: exact >= 0n && isTruncated(exact, percent),
    sure: true,
    cells: first.cells,
  };
}

/** Both figures in the sentence: “由25件增至28件”, “28件，较上年增加3件”, “28件，上年25件”. */
function statedBase(block: ProseBlock, sentence: ProseSentence, counts: readonly Quantity[]): Base | null {
  const [before, after] = counts.slice(-2);
  if (!before || !after || before.unit !== after.unit) return null;
  const wordsOf = (quantity: Quantity, from: number): string =>
    (
      block.plain
        .slice(from, quantity.from)
        .split(/[，;。()]/)
        .at(-1) ?? ''
    ).replace(/\s/g, '');
  const first = wordsOf(before, sentence.from);
  const second = wordsOf(after, before.end);
  const is = (now: string, last: string): Base | null => (isPositive(last) ? { now, last, cells: [] } : null);
  if (/(?:由|从)[^，]*$/.test(first) && /(?:到|至|为)/.test(second)) return is(after.value, before.value);
  if (/(?:由|从|上年|去年)(?:的|同期)*$/.test(second) && !CHANGE.test(second)) return is(before.value, after.value);
  if (/(?:增加|多|增长|上升)(?:了)?$/.test(second))
    return is(before.value, subtractDecimals(before.value, after.value));
  if (/(?:减少|少|下降)(?:了)?$/.test(second)) return is(before.value, addDecimals([before.value, after.value]));
  return null;
}

/** The figure in front of the percentage, bound to cells, against the same cells of last year. */
function basesOfTables({ boundOf, report, previous }: CheckContext, count: Quantity | undefined): readonly Base[] {
  const own = count && boundOf(count);
  if (!own || previous?.year !== report.year - 1) return [];
  const options = [own.cells, ...(own.cells.length > 1 ? own.cells.map((cell) => [cell]) : [])];
  return options.flatMap((cells): Base[] => {
    const last = sumOf(previous.cells, cells);
    const now = sumOf(report.cells, cells);
    if (!isPositive(last) || now === null) return [];
    const stated = equalDecimals(now, own.value) || cells !== own.cells ? [] : [{ now: own.value, last, cells }];
    return [{ now, last, cells }, ...stated];
  });
}

/** What the counts of a block may be to each other, read once for all its percentages. */
interface Counted {
  readonly listOf: ReadonlyMap<Quantity, PartList>;
  /** Every exact count above 0 by its unit, the smallest first. */
  readonly sorted: ReadonlyMap<string, readonly string[]>;
  /** The counts of one unit of one sentence added up; nothing where it has only one. */
  sumOf(sentence: ProseSentence, unit: string): string | undefined;
}

function countsOf(block: ProseBlock): Counted {
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
  return {
    listOf,
    sorted,
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

function wrongShare(
  { boundOf, report, edition }: CheckContext,
  { listOf, sorted, sumOf: sumOfUnit }: Counted,
  sentence: ProseSentence,
  percent: Quantity,
  part: Quantity | undefined,
): WrongPercent | null {
  if (!part) return null;
  const list = listOf.get(part);
  const own = boundOf(part);
  const totals = edition.equations
    .flatMap(({ computes }) => computes ?? [])
    .filter(
      (id) => own?.cells[0] !== undefined && id.split('.')[0] === own.cells[0].split('.')[0] && id.endsWith('.total'),
    );
  const canBeWhole = (whole: string): boolean => isPositive(whole) && compareDecimals(whole, part.value) >= 0;
  const wholes = [
    ...(list?.wholes ?? []).map(valueOf),
    ...totals.flatMap((id) => report.cells[id]?.value ?? []),
    ...sumsOfTotals(report, totals),
    ...[sumOfUnit(sentence, part.unit)].flatMap((sum) => sum ?? []),
  ].filter(canBeWhole);
  const others = sorted.get(part.unit) ?? [];
  const share = (whole: string): bigint => percentOf(part.value, whole);
  const shown = shownSteps(percent);
  const step = toMillionths(percent.step);
  if (wholes.some((whole) => rounds(share(whole), percent))) return null;
  if (wholeAmong(others, (whole) => roundedSteps(share(whole), percent), shown)) return null;
  const cut =
    wholes.find((whole) => isTruncated(share(whole), percent)) ??
    wholeAmong(others, (whole) => share(whole) / step, shown);
  const likely = cut ?? wholes[0] ?? others.at(-1);
  if (likely === undefined || !canBeWhole(likely) || (!list && !own && !cut)) return null;
  const exact = share(likely);
  return {
    formula: `${part.value}÷${likely}`,
    exact: shownPercent(exact, percent),
    truncated: isTruncated(exact, percent),
    sure: list !== undefined,
    cells: own?.cells ?? [],
  };
}

/** 本年新收 and 上年结转 together are a whole too. */
const sumsOfTotals = (
  report: CheckContext['report'],
  totals: readonly BoundQuantity['cells'][number][],
): readonly string[] =>
  totals.flatMap((id, at) => totals.slice(at + 1).flatMap((other) => sumOf(report.cells, [id, other]) ?? []));
