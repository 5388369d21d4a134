// A rate in the prose, “收到812件，办结806件，办结率99.26%”, against the two counts in front of it.
import { addDecimals, compareDecimals, toMillionths } from '../model/decimal.ts';
import type { BoundQuantity } from '../text/match.ts';
import type { CheckContext } from './context.ts';
import { isPositive, percentOf, rightly, rounds, shownSteps, type ToldPercent, type WrongPercent } from './percent.ts';
import { wholesOfTable } from './percent-share.ts';

/** Whether in time or satisfied is another matter than how many. */
const RATE =
  /^(?:[^，。;]{0,12}[，、(])?(?:综合|复议|总体)?(?:办结|办复|答复|回复|解读|纠正|纠错|整改|通过|一次通过|完成|原创|采纳|披露|合格|成功)率(?:为|约为?|达到?)?$/;
/** “17个乡镇中仅6个配备专职人员，占比35.3%”. */
const SHARE = /^[^，。;、]{1,14}，占比?(?:为|约为?|仅|达到?)?$/;
/** “予以公开264件、部分公开67件，两项占比57.3%”. */
const JOINT = /^，?(?:两|二)(?:项|者|类)(?:合计|共|共计)?占|^，(?:合计|共计|共)占/;

/** So many counts in front of a rate may be its part or its whole. */
const NEAREST = 6;
/** Further from the shown rate than five points, the counts are not those it is made of. */
const NEAR = 5_000_000n;

const exactOf = (part: string, whole: string): readonly { readonly whole: string; readonly exact: bigint }[] =>
  isPositive(part) && isPositive(whole) && compareDecimals(part, whole) <= 0
    ? [{ whole, exact: percentOf(part, whole) }]
    : [];

const agrees = (own: BoundQuantity | undefined): boolean => own?.agrees === true;

/** Null where a pair of counts gives the rate, or none is near it. */
export function wrongRate(
  { boundOf, report }: CheckContext,
  { percent, counts }: ToldPercent,
  words: string,
): WrongPercent | null {
  const near = counts.slice(-NEAREST);
  const [before, last] = [near.at(-2), near.at(-1)];
  if (!last) return null;
  const own = boundOf(last);
  const [table] = own?.cells[0]?.split('.') ?? [];
  const ofTable = table === undefined ? [] : wholesOfTable(report, table);
  const isJoint = JOINT.test(words) && before?.unit === last.unit;
  const isShare = SHARE.test(words) && before?.unit === last.unit;
  if (!isJoint && !isShare && !RATE.test(words)) return null;
  const part = isJoint ? addDecimals([before.value, last.value]) : last.value;
  const wholes = [
    ...(isJoint ? [] : near.slice(0, -1).map(({ value }) => value)),
    ...(isJoint || agrees(own) ? ofTable : []),
  ];
  const exacts = wholes.toReversed().flatMap((whole) => exactOf(part, whole));
  const sums = isJoint ? near.map((_, at) => addDecimals(near.slice(at).map(({ value }) => value))) : [];
  const all = addDecimals(near.map(({ value }) => value));
  const others = [
    ...near.flatMap(({ value }) =>
      [...near.map((whole) => whole.value), ...ofTable, all].flatMap((whole) => exactOf(value, whole)),
    ),
    ...sums.flatMap((sum) => ofTable.flatMap((whole) => exactOf(sum, whole))),
  ];
  if ([...others, ...exacts].some(({ exact }) => rounds(exact, percent))) return null;
  const shown = percentOf(percent.value, '100');
  const gapTo = (exact: bigint): bigint => (exact > shown ? exact - shown : shown - exact);
  // two rounded shares added may be off by one of the last place
  if (isJoint && exacts.some(({ exact }) => gapTo(exact) < 2n * toMillionths(percent.step))) return null;
  const [first] = exacts.toSorted((left, right) => (gapTo(left.exact) < gapTo(right.exact) ? -1 : 1));
  if (!first || gapTo(first.exact) > NEAR || shownSteps(percent) === 0n || percent.value === '100') return null;
  return {
    formula: `${part}÷${first.whole}`,
    ...rightly(first.exact, percent),
    sure: first.whole === before?.value || agrees(own),
    cells: own?.cells ?? [],
  };
}
