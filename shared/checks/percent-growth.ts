// A growth in the prose against this year's figure and last year's, both from the prose or from the tables.
import { sumOf } from '../editions/totals.ts';
import { addDecimals, equalDecimals, subtractDecimals } from '../model/decimal.ts';
import type { BoundQuantity } from '../text/match.ts';
import type { Quantity } from '../text/numbers.ts';
import type { CheckContext } from './context.ts';
import { isPositive, percentOf, rightly, rounds, type ToldPercent, type WrongPercent } from './percent.ts';

/** A growth is told of a figure at most so many characters in front of it. */
const FARTHEST = 200;
const CHANGE = /增加|减少|多|少|下降|增长|上升/;

interface Base {
  readonly now: string;
  readonly last: string;
  readonly cells: BoundQuantity['cells'];
  /** The count of the prose that it is the growth of. */
  readonly of?: Quantity;
}

export function wrongGrowth(context: CheckContext, told: ToldPercent, falls: boolean): WrongPercent | null {
  const { percent } = told;
  const behind = basesBehind(told, context.report.year);
  const stated = behind.length > 0 ? behind : statedBases(told);
  const bases = stated.length > 0 ? stated : basesOfTables(context, subjectOf(told));
  const growth = (one: Base): bigint => {
    const change = percentOf(subtractDecimals(one.now, one.last), one.last);
    return falls ? -change : change;
  };
  if (bases.length === 0 || bases.some((one) => rounds(growth(one), percent) && growth(one) >= 0n)) return null;
  const first = bases.find(({ of }) => of && context.boundOf(of)?.agrees) ?? bases[0];
  if (!first) return null;
  return {
    formula: falls ? `（${first.last}－${first.now}）÷${first.last}` : `（${first.now}－${first.last}）÷${first.last}`,
    ...rightly(growth(first), percent),
    sure: true,
    cells: first.cells,
  };
}

/**
 * Both figures in the sentence: “由25件增至28件”, “28件，较上年增加3件”, “28件，上年25件”, “比上年的25件增加3件”. A change may be that of
 * any of the counts in front of it: parts may stand between.
 */
function statedBases({ block, sentence, counts }: ToldPercent): readonly Base[] {
  const [before, after] = counts.slice(-2);
  if (!before || !after || before.unit !== after.unit) return [];
  const wordsOf = (quantity: Quantity, from: number): string =>
    (
      block.plain
        .slice(from, quantity.from)
        .split(/[，;。()]/)
        .at(-1) ?? ''
    ).replace(/\s/g, '');
  const earlier = counts.at(-3);
  const first = wordsOf(before, earlier?.end ?? sentence.from);
  const second = wordsOf(after, before.end);
  const is = (now: string, last: string, of: Quantity = before): readonly Base[] =>
    isPositive(last) ? [{ now, last, cells: [], of }] : [];
  if (/(?:由|从)[^，]*$/.test(first) && /(?:到|至|为)/.test(second)) return is(after.value, before.value);
  if (
    /[较比与][^，。(]{0,8}(?:年|期)[^，。(]{0,4}\($/.test(block.plain.slice(before.end, after.from).replace(/\s/g, ''))
  )
    return is(before.value, after.value);
  if (/(?:由|从|上年|去年|[较比与同][^，]*\d{4}年度?)(?:的|同期)*$/.test(second) && !CHANGE.test(second))
    return is(before.value, after.value);
  const sign = /(?:增加|多|增长|上升)(?:了)?$/.test(second) ? 1 : /(?:减少|少|下降)(?:了)?$/.test(second) ? -1 : 0;
  if (sign === 0) return [];
  const moved = (value: string, by: number): string =>
    by > 0 ? addDecimals([value, after.value]) : subtractDecimals(value, after.value);
  if (/[比较与同][^，]*(?:年|期)(?:的)?$/.test(first)) return is(moved(before.value, sign), before.value);
  return counts
    .slice(0, -1)
    .filter(({ unit }) => unit === after.unit)
    .toReversed()
    .flatMap((of) => is(of.value, moved(of.value, -sign), of));
}

/** “共106件，同比下降8.6%（2020年为116件）”: last year's figure in brackets behind. */
function basesBehind({ percent, block, sentence, counts }: ToldPercent, year: number): readonly Base[] {
  const last = sentence.quantities[sentence.quantities.indexOf(percent) + 1];
  if (last?.kind !== 'count' || !isPositive(last.value)) return [];
  const words = /^\((上年|去年|\d{4}年)(?:度|同期)?(?:为|是|共|公开|收到|受理|共收到)?$/.exec(
    block.plain.slice(percent.end, last.from).replace(/\s/g, ''),
  )?.[1];
  if (words === undefined || (/\d/.test(words) && words !== `${year - 1}年`)) return [];
  return counts
    .filter(({ unit }) => unit === last.unit)
    .toReversed()
    .map((of) => ({ now: of.value, last: last.value, cells: [], of }));
}

/** The count that a growth is told of: figures in brackets that are closed again are none (“80件（自然人71件），较上年增长23%”). */
function subjectOf({ block: { plain }, counts, percent }: ToldPercent): Quantity | undefined {
  return counts.findLast(({ end }) => {
    let depth = 0;
    for (const mark of plain.slice(Math.max(end, percent.from - FARTHEST), percent.from)) {
      if (mark === '(') depth++;
      else if (mark === ')' && --depth < 0) return false;
    }
    return true;
  });
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
