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
import { partLists } from '../text/parts.ts';
import type { ProseBlock, ProseSentence } from '../text/prose.ts';
import { type CheckContext, finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

const GROWTH = /同比|环比|较上年|比上年|较去年|比去年|与上年|上升|增长|增加|增幅|提高|下降|减少|降低|降幅|下滑/;
const FALL = /下降|减少|降低|降幅|下滑/;
/** Right behind the figure: “20件，占71.43%”. With a name of its own, or 分别, it speaks of something else. */
const SHARE = /^[，、(]?(?:约)?(?:占|比例|比重)/;
const CHANGE = /增加|减少|多|少|下降|增长|上升/;

export const prosePercents: Rule = (context) =>
  context.prose.flatMap((block) =>
    block.sentences.flatMap((sentence) =>
      sentence.quantities.flatMap((percent, index): Finding[] => {
        if (percent.kind !== 'percent' || percent.exactness !== 'exact') return [];
        const last = sentence.quantities[index - 1];
        const words = block.plain.slice(last?.end ?? sentence.from, percent.from).replace(/\s/g, '');
        const wrong = GROWTH.test(words)
          ? wrongGrowth(context, block, sentence, percent, index, FALL.test(words))
          : SHARE.test(words)
            ? wrongShare(context, block, sentence, percent, index)
            : null;
        if (!wrong) return [];
        const shown = `${percent.text.replace(/\s|百分之/g, '')}%`;
        const cut = wrong.truncated ? '（似乎没有四舍五入）' : '';
        const message = `正文写“${shown}”，而${wrong.formula}＝${wrong.exact}%${cut}。`;
        return [
          finding('N-PERCENT', {
            severity: wrong.truncated || !wrong.sure ? 'hint' : 'warning',
            cells: wrong.cells,
            chapter: block.chapter,
            left: shown,
            right: `${wrong.exact}%`,
            message,
            quote: sentence.text,
          }),
        ];
      }),
    ),
  );

interface WrongPercent {
  readonly formula: string;
  readonly exact: string;
  readonly truncated: boolean;
  readonly sure: boolean;
  readonly cells: BoundQuantity['cells'];
}

/** Part ÷ whole as a percentage, in millionths of a percent. */
const percentOf = (part: string, whole: string): bigint => (toMillionths(part) * 100_000_000n) / toMillionths(whole);

/** Rounded half up to the shown precision. */
function rounds(exact: bigint, shown: Quantity): boolean {
  const step = toMillionths(shown.step);
  const rounded = ((exact < 0n ? -exact : exact) + step / 2n) / step;
  return rounded * step === toMillionths(shown.value);
}

const isTruncated = (exact: bigint, shown: Quantity): boolean => {
  const gap = exact - toMillionths(shown.value);
  return gap >= 0n && gap < toMillionths(shown.step);
};

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
  index: number,
  falls: boolean,
): WrongPercent | null {
  const counts = sentence.quantities.slice(0, index).filter(isCount);
  const base = statedBase(block, sentence, counts) ?? null;
  const bases = base ? [base] : basesOfTables(context, block, counts.at(-1));
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
function basesOfTables(
  { bound, report, previous }: CheckContext,
  block: ProseBlock,
  count: Quantity | undefined,
): readonly Base[] {
  const own = bound.find((one) => one.quantity === count);
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

function wrongShare(
  { bound, report, edition }: CheckContext,
  block: ProseBlock,
  sentence: ProseSentence,
  percent: Quantity,
  index: number,
): WrongPercent | null {
  const part = sentence.quantities.slice(0, index).findLast(isCount);
  if (!part) return null;
  const list = partLists(block).find(({ parts }) => parts.some(({ quantity }) => quantity === part));
  const own = bound.find((one) => one.quantity === part);
  const inBlock = block.sentences.flatMap(({ quantities }) => quantities).filter(isCount);
  const siblings = sentence.quantities.filter((one) => isCount(one) && one.unit === part.unit);
  const totals = edition.equations
    .flatMap(({ computes }) => computes ?? [])
    .filter(
      (id) => own?.cells[0] !== undefined && id.split('.')[0] === own.cells[0].split('.')[0] && id.endsWith('.total'),
    );
  const wholes = [
    ...(list?.wholes ?? []).map(({ value }) => value),
    ...inBlock.filter(({ unit }) => unit === part.unit).map(({ value }) => value),
    ...totals.flatMap((id) => report.cells[id]?.value ?? []),
    ...sumsOfTotals(report, totals),
    ...(siblings.length > 1 ? [addDecimals(siblings.map(({ value }) => value))] : []),
  ].filter((whole) => isPositive(whole) && compareDecimals(whole, part.value) >= 0);
  const fits = (whole: string): boolean => rounds(percentOf(part.value, whole), percent);
  if (wholes.length === 0 || wholes.some(fits)) return null;
  const cut = wholes.find((whole) => isTruncated(percentOf(part.value, whole), percent));
  const likely = cut ?? wholes[0];
  if (likely === undefined || (!list && !own && !cut)) return null;
  const exact = percentOf(part.value, likely);
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
