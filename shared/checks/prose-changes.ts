// N-TABLE over two years: “28件，较上年增加3件”, “比上年的25件增加3件” against last year's table and against the figures of the sentence.
import { sumOf } from '../editions/totals.ts';
import { equalDecimals, subtractDecimals } from '../model/decimal.ts';
import type { BoundQuantity } from '../text/match.ts';
import type { Quantity } from '../text/numbers.ts';
import type { ProseBlock, ProseSentence } from '../text/prose.ts';
import { compact } from '../text/words-beside.ts';
import { type CheckContext, finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

const MORE = /(?:增加|增长|上升|新增|多)(?:了)?$/;
const LESS = /(?:减少|下降|降低|少)(?:了)?$/;
const LAST_YEAR = /上年|去年|同比/;
/** The figure is last year's own: “上年25件”, “比上年的25件”. */
const IS_LAST = /(?:上年|去年)(?:同期)?(?:的|为|是)?$/;
/** A change is told of a figure near in front of it. */
const NEAREST = 6;

export const proseChanges: Rule = (context) =>
  context.prose.flatMap((block) =>
    block.sentences.flatMap((sentence) =>
      sentence.quantities.flatMap((_, at) => findingOf(context, block, sentence, at) ?? []),
    ),
  );

function findingOf(context: CheckContext, block: ProseBlock, sentence: ProseSentence, at: number): Finding | null {
  const { quantities } = sentence;
  const quantity = quantities[at];
  if (quantity?.kind !== 'count' || quantity.exactness !== 'exact') return null;
  const wordsAt = (place: number): string =>
    compact(
      block.plain.slice(quantities[place - 1]?.end ?? sentence.from, quantities[place]?.from),
      context.report.year,
    );
  const words =
    wordsAt(at)
      .split(/[，;()]/)
      .at(-1) ?? '';
  const sign = MORE.test(words) ? 1 : LESS.test(words) ? -1 : 0;
  if (sign === 0) return null;
  const near = quantities.slice(Math.max(0, at - NEAREST), at);
  const stated = near.at(-1);
  const last = stated?.kind === 'count' && IS_LAST.test(wordsAt(at - 1)) ? stated : undefined;
  if (!last && !LAST_YEAR.test(words)) return null;
  const bases = near
    .flatMap((one) => context.boundOf(one) ?? [])
    .filter(({ agrees, unit }) => agrees && unit === quantity.unit);
  const known = bases.flatMap((base) => changesOf(context, base, last));
  if (known.length === 0 || known.some(({ change }) => equalDecimals(change, signed(quantity, sign)))) return null;
  const [first] = known;
  if (!first) return null;
  const { base, from, change } = first;
  const written = `${words.slice(-2)}${quantity.text}${quantity.unit}`;
  const message = `正文写“${written}”，而${context.sumLabel(base.cells)}本年${base.value}、上年${from}，相差${change}${quantity.unit}。`;
  return finding('N-TABLE', {
    cells: base.cells,
    chapter: block.chapter,
    left: quantity.value,
    right: change.replace('-', ''),
    message,
    quote: sentence.written,
  });
}

const signed = ({ value }: Quantity, sign: number): string => (sign < 0 && value !== '0' ? `-${value}` : value);

interface Change {
  readonly base: BoundQuantity;
  readonly from: string;
  readonly change: string;
}

/** Against last year's table, and against last year's figure where the sentence states it. */
function changesOf(
  { report, previous }: CheckContext,
  base: BoundQuantity,
  last: Quantity | undefined,
): readonly Change[] {
  const before =
    previous?.year === report.year - 1 && previous.edition === report.edition
      ? sumOf(previous.cells, base.cells)
      : null;
  return [last?.value ?? null, last ? null : before].flatMap((from) =>
    from === null ? [] : [{ base, from, change: subtractDecimals(base.value, from) }],
  );
}
