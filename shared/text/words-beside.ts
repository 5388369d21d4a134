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
  /** Clauses between the figure before and this one, the nearest first. */
  readonly earlier: readonly string[];
  /** The year that the sentence last set: 上年, 本年, 下年, 他年 or nothing. */
  readonly year: string;
  /** The sentence up to the figure. */
  readonly before: string;
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

/** A remark in brackets without a figure says nothing of the figure behind it. */
const withoutRemarks = (text: string): string => text.replace(/\([^()]*\)/g, '');

/** The words beside the quantity at that place of the sentence. */
export function wordsBeside(block: ProseBlock, sentence: ProseSentence, at: number, year: number): WordsBeside {
  const { plain } = block;
  const quantity = sentence.quantities[at] as Quantity; // the caller's place is one of them
  const last = sentence.quantities[at - 1];
  const next = sentence.quantities[at + 1];
  const start = Math.max(last?.end ?? sentence.from, quantity.from - LONGEST);
  const gap = withoutRemarks(plain.slice(start, quantity.from));
  const clauses = gap.split(/[，;:()。]/).map((clause) => compact(clause, year).replace(/^(?:其中|包括|含|即)/, ''));
  const clause = clauses.at(-1) ?? '';
  const items = clause.split('、');
  const behind = plain.slice(quantity.end, Math.min(next?.from ?? sentence.to, quantity.end + 30));
  const before = compact(
    withoutRemarks(plain.slice(Math.max(sentence.from, quantity.from - 4 * LONGEST), quantity.from)),
    year,
  );
  // the words right behind the figure before belong to that figure
  const earlier = clauses.slice(last ? 1 : 0, -1).toReversed();
  const isFirst = last && clauses.length === 1;
  return {
    clause,
    item: items.at(-1) ?? '',
    itemBefore: items.length > 1 && !(isFirst && items.length === 2) ? (items.at(-2) ?? '') : '',
    behind: compact(behind.split(/[，;:()。、]/)[0] ?? '', year),
    earlier,
    year: yearOf(before),
    before,
  };
}

/** The last clause that opens with a year sets it: “2023年，全市收到…”. */
function yearOf(before: string): string {
  const opening = before
    .split(/[，;:。]/)
    .map((clause) => /^(?:截至|截止|到|自|在)?(上年|本年|下年|他年)(?!结转|转入|度?结转)/.exec(clause)?.[1])
    .filter((year) => year !== undefined);
  return opening.at(-1) ?? '';
}
