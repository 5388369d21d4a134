// The words beside a figure: what a writer says of it, in front or behind.
import type { Quantity } from './numbers.ts';
import type { ProseBlock, ProseSentence } from './prose.ts';

export interface WordsBeside {
  /** The clause in front of the figure. */
  readonly clause: string;
  /** The last item of that clause, where it lists several with 、. */
  readonly item: string;
  /** The item before it in the same list, if no figure stands between. */
  readonly itemBefore: string;
  /** Behind the figure, up to the next mark. */
  readonly behind: string;
  /** A remark in brackets right in front of the figure: “不予公开（属于国家秘密）1件”. */
  readonly remark: string;
  /** Inside brackets, whatever stands in them. */
  readonly isBracketed: boolean;
  /** Clauses between the figure before and this one, the nearest first. */
  readonly earlier: readonly string[];
  /** The year that the sentence last set: 上年, 本年, 下年, 他年 or nothing. */
  readonly year: string;
  /** The sentence up to the figure. */
  readonly before: string;
  /** In brackets or 其中 right behind the figure before: a part of that one. */
  readonly isInside: boolean;
}

/** Years by their relation to the report's, white space and quotation marks gone. */
export const compact = (text: string, year: number): string =>
  text
    .replace(/[\s“”"'‘’《》]/g, '')
    .replace(/(?<!\d)((?:19|20)\d{2})年度?/g, (_, written: string) => nameOf(Number(written) - year))
    .replace(/上一?年度?|去年|往年/g, '上年')
    .replace(/下一?年度?|次年|明年|来年/g, '下年')
    .replace(/本年度|今年|当年/g, '本年');

const nameOf = (distance: number): string =>
  distance === 0 ? '本年' : distance === -1 ? '上年' : distance === 1 ? '下年' : '他年';

/** Words further away say nothing of a figure; text without marks would cost time without end. */
const LONGEST = 120;

/** Nobody tells more things 分别. */
const MOST_NAMES = 10;

/** A remark in brackets without a figure says nothing of the figure behind it, but for “公开（含部分公开）154件”. */
const withoutRemarks = (text: string): string =>
  text
    .replace(/([\u4e00-\u9fff]{2})\(含([^()\d]{0,8})\1\)/g, '$1和$2$1')
    // “（清财〔2024〕1号）” has brackets in brackets
    .replace(/\([^()]*(?:\([^()]*\)[^()]*)?\)/g, '');

/** The words beside the quantity at that place of the sentence. */
export function wordsBeside(block: ProseBlock, sentence: ProseSentence, at: number, year: number): WordsBeside {
  const { plain } = block;
  const quantity = sentence.quantities[at] as Quantity; // the caller's place is one of them
  const nearest = sentence.quantities[at - 1];
  // “自然人占90%（310件）”: the words in front of the percentage are those of the figure
  const isShare =
    nearest?.kind === 'percent' && /^\s*[(，]?\s*(?:即|为|共)?\s*$/.test(plain.slice(nearest.end, quantity.from));
  // “由19件减少至16件”: so are the words in front of the first figure
  const isChange =
    nearest !== undefined &&
    /^\s*(?:增加?|减少?|上升|下降|增长|提高|降低)(?:至|到|为)\s*$/.test(plain.slice(nearest.end, quantity.from));
  const last = isShare || isChange ? sentence.quantities[at - 2] : nearest;
  const start = Math.max(last?.end ?? sentence.from, quantity.from - LONGEST);
  const gap = withoutRemarks(plain.slice(start, isShare || isChange ? nearest.from : quantity.from)).replace(
    isChange ? /(?:由|从)[^，]*$/ : isShare ? /，?约?占比?$/ : /$^/,
    '',
  );
  const clauses = gap.split(/[，;:()。]/).map((clause) => compact(clause, year).replace(/^(?:其中|包括|含|即)/, ''));
  const own = respectively(block, sentence, at);
  if (own !== null) clauses.splice(-1, 1, compact(own, year));
  const clause = clauses.at(-1) ?? '';
  const items = clause.split('、');
  const before = compact(
    withoutRemarks(plain.slice(Math.max(sentence.from, quantity.from - 4 * LONGEST), quantity.from)),
    year,
  );
  // the words right behind the figure before belong to that figure, and so do all up to a semicolon right in front of this one
  const earlier = /[;。]\s*$/.test(gap) ? [] : clauses.slice(last ? 1 : 0, -1).toReversed();
  const isFirst = last && clauses.length === 1;
  return {
    clause,
    item: items.at(-1) ?? '',
    itemBefore: items.length > 1 && !(isFirst && items.length === 2) ? (items.at(-2) ?? '') : '',
    remark: compact(/\(([^()]*)\)\s*$/.exec(plain.slice(start, quantity.from))?.[1] ?? '', year),
    isBracketed: isBracketed(plain.slice(sentence.from, quantity.from)),
    behind: wordsBehind(plain, quantity.end, sentence.to, year),
    earlier,
    year: yearOf(own === null ? before : compact(own, year)),
    before,
    isInside: last !== undefined && /^\s*[(，]?\s*(?:其中|\()/.test(plain.slice(last.end, quantity.from)),
  };
}

/** “自然人、商业企业分别为31件、6件”: the name that belongs to the figure by its order; null where nothing is told 分别. */
function respectively({ plain }: ProseBlock, { from, quantities }: ProseSentence, at: number): string | null {
  let first = at;
  for (; first > 0; first--) {
    const gap = plain.slice(quantities[first - 1]?.end, quantities[first]?.from);
    if (!/^\s*[、，和及]\s*$/.test(gap)) break;
    if (at - first > MOST_NAMES) return null;
  }
  const start = Math.max(quantities[first - 1]?.end ?? from, (quantities[first]?.from ?? 0) - LONGEST);
  const [, names = '', of = ''] =
    /([^，;:。()]+?)(决定)?(?:的)?(?:件数|数量)?分别(?:为|是|有|达|达到)?\s*$/.exec(
      plain.slice(start, quantities[first]?.from),
    ) ?? [];
  const list = names.split(/[、和及与]/);
  const name = list[at - first];
  return list.length > 1 && name !== undefined ? `${name}${of}` : null;
}

const isBracketed = (before: string): boolean => before.lastIndexOf('(') > before.lastIndexOf(')');

/** Up to the next mark or figure; a remark in brackets may stand between: “其余51件（含上年结转3件）均已办结”. */
function wordsBehind(plain: string, end: number, to: number, year: number): string {
  const near = plain.slice(end, Math.min(to, end + 60));
  return (
    compact(near.replace(/^\s*\([^()]{0,30}\)/, ''), year)
      .split(/[，;:()。、\d]|分别|其中/)[0]
      ?.slice(0, 30) ?? ''
  );
}

/** The last clause that opens with a year sets it: “2023年，全市收到…”. */
function yearOf(before: string): string {
  const opening = before
    .split(/[，;:。]/)
    .map((clause) => /^(?:截至|截止|到|自|在)?(上年|本年|下年|他年)(?!无?(?:结转|转结|转入|转办))/.exec(clause)?.[1])
    .filter((year) => year !== undefined);
  return opening.at(-1) ?? '';
}
