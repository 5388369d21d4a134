// N-SUM: parts listed in a sentence against the whole it states.
import { PROSE_LISTS } from '../editions/prose-lists.ts';
import { sumOf } from '../editions/totals.ts';
import { addDecimals, compareDecimals, equalDecimals, subtractDecimals, toMillionths } from '../model/decimal.ts';
import type { Report } from '../model/report.ts';
import type { Quantity } from '../text/numbers.ts';
import { matches } from '../text/pattern.ts';
import { partLists, type Part, type PartList } from '../text/parts.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';
import { wholesOfTable } from './percent-share.ts';

export const proseSums: Rule = ({ prose, report }) =>
  prose.flatMap((block) =>
    partLists(block).flatMap((list): Finding[] => {
      const wrong = wrongSum(list);
      if (!wrong) return [];
      // “办结16件，结转1件。按申请人分，自然人13件，商业企业2件”: the whole, of this year's 15, is not in the prose
      if (wrong.whole.from < list.sentence.from && wholesOfTable(report, PROSE_LISTS.divided).includes(wrong.sum))
        return [];
      const { whole } = wrong;
      const countsCarried = isWithCarried(report, wrong);
      const total = `${whole.text.replace(/\s/g, '')}${whole.unit}`;
      const terms = wrong.parts.map(({ quantity }) => quantity.value).join('＋');
      const message = `正文写“${total}”，而所列${wrong.parts.length}项之和是${terms}＝${wrong.sum}。`;
      return [
        finding('N-SUM', {
          severity: wrong.sure && !countsCarried ? 'warning' : 'hint',
          cells: [],
          chapter: block.chapter,
          left: whole.value,
          right: wrong.sum,
          message,
          quote: list.sentence.written,
        }),
      ];
    }),
  );

/** “收到47件，其中予以公开…，结转9件”: 49, for the parts count last year's two in, as the table does. */
function isWithCarried({ cells }: Report, { whole, parts, sum }: WrongSum): boolean {
  const { part, stated, added } = PROSE_LISTS.carried;
  const [own, all] = [sumOf(cells, stated), sumOf(cells, [...stated, ...added])];
  return (
    parts.some(({ name }) => matches(part, name)) &&
    own !== null &&
    all !== null &&
    equalDecimals(whole.value, own) &&
    equalDecimals(sum, all)
  );
}

interface WrongSum {
  readonly whole: Quantity;
  readonly parts: readonly Part[];
  readonly sum: string;
  readonly sure: boolean;
}

const sumOfParts = (parts: readonly Part[]): string => addDecimals(parts.map(({ quantity }) => quantity.value));

/** The list against what may be its whole: right if any of them fits; else it is held against the nearest in size. */
function wrongSum({ wholes, parts, kind, following }: PartList): WrongSum | null {
  if (parts.some(({ quantity }) => quantity.exactness !== 'exact')) return null;
  const exact = wholes.filter(({ exactness, step }) => exactness === 'exact' && compareDecimals(step, '1') <= 0);
  if (exact.length === 0 || exact.length < wholes.length) return null;
  const readings = [withoutNested(parts, 2), withoutNested(parts, 1)];
  const judged = exact.map((whole) => ({ whole, wrong: judge(whole, parts, kind, readings) }));
  if (judged.some(({ wrong }) => wrong === 'right') || isSumOfWholes(exact, parts)) return null;
  if (exact.some((whole) => isReached(whole, parts, following))) return null;
  const all = sumOfParts(parts);
  const near = judged.map(({ whole, wrong }) => {
    const sum = typeof wrong === 'string' ? all : wrong.sum;
    return { whole, wrong, sum, gap: toMillionths(subtractDecimals(whole.value, sum).replace('-', '')) };
  });
  const [nearest] = near.toSorted((left, right) => (left.gap < right.gap ? -1 : 1));
  if (!nearest || nearest.wrong === 'open' || nearest.wrong === 'right') return null;
  const isNext = nearest.whole === exact[0];
  return isNext || nearest.gap * 10n <= toMillionths(nearest.sum) ? nearest.wrong : null;
}

/** “新收317件，上年结转3件。其中…”: the parts of both together. */
const isSumOfWholes = (wholes: readonly Quantity[], parts: readonly Part[]): boolean =>
  wholes.some(
    (_, at) =>
      at > 0 && equalDecimals(addDecimals(wholes.slice(0, at + 1).map(({ value }) => value)), sumOfParts(parts)),
  );

/** “300条，其中动态200条、公告85条、意见征集15期”: the whole is reached by parts in another unit, or behind a word like a verb. */
function isReached({ value }: Quantity, parts: readonly Part[], following: readonly Quantity[]): boolean {
  const wanted = toMillionths(value);
  const listed = new Set(parts.map(({ quantity }) => quantity));
  let sum = 0n;
  let further = false;
  return following.some((one, at) => {
    sum += toMillionths(one.value);
    further ||= !listed.has(one);
    return further && at > 1 && sum === wanted;
  });
}

/** open: the list need not be complete. */
function judge(
  whole: Quantity,
  parts: readonly Part[],
  kind: PartList['kind'],
  readings: readonly (readonly Part[])[],
): WrongSum | 'right' | 'open' {
  if (kind !== 'total' && readings.some((reading) => isRight(whole.value, reading))) return 'right';
  if (kind === 'total') return wrongTotal(whole, parts);
  const groups = closedGroups(whole.value, parts);
  const rest = groups.at(-1) ?? [];
  if (isRight(whole.value, parts)) return 'right';
  const sum = sumOfParts(rest);
  if (compareDecimals(sum, whole.value) < 0) {
    // every group before gives the whole: what is left over may be anything
    return incomplete(whole, rest, groups.length > 1) ?? (groups.length > 1 ? 'right' : 'open');
  }
  // “28件，其中网络20件、邮寄8件；上年结转9件”: behind the semicolon something else may begin
  if (groups.length === 2 && rest[0]?.stretch !== groups[0]?.at(-1)?.stretch && !isNear(sum, whole.value))
    return 'right';
  const stretches = [...Map.groupBy(parts, ({ stretch }) => stretch).values()];
  const lists = stretches.some((stretch) => stretch.length > 1) ? stretches : [parts];
  // one figure behind a semicolon is no list
  for (const list of lists) {
    const own = sumOfParts(list);
    if (list.length === 1 && lists.length > 1) continue;
    if (list !== lists[0] && isHeaded(list)) continue;
    if (compareDecimals(own, whole.value) > 0) return { whole, parts: list, sum: own, sure: list.length > 1 };
    const short = equalDecimals(own, whole.value) ? null : incomplete(whole, list, true);
    if (short?.sure) return short;
  }
  return 'open';
}

/** “…；行政诉讼44件，已审结35件，纠正3件”: behind the semicolon a whole of its own with what is said of it. */
const isHeaded = ([head, ...rest]: readonly Part[]): boolean =>
  head !== undefined &&
  rest.length > 1 &&
  matches(PROSE_LISTS.cases, head.name) &&
  compareDecimals(sumOfParts(rest), head.quantity.value) <= 0;

const isRight = (whole: string, parts: readonly Part[]): boolean =>
  closedGroups(whole, parts).every((group) => equalDecimals(sumOfParts(group), whole));

/** “行政复议7件，维持6件，未审结1件；行政诉讼4件…”: parts of a part, told by their sum. At least so many of them. */
function withoutNested(parts: readonly Part[], least: number): readonly Part[] {
  const kept: Part[] = [];
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Part; // at is in range
    kept.push(part);
    at = lastNested(parts, at, least);
  }
  return kept;
}

/** The last of the parts that give the one at that place, or its own place. A sum that goes beyond it is looked at no further. */
function lastNested(parts: readonly Part[], at: number, least: number): number {
  const own = toMillionths(parts[at]?.quantity.value ?? '0');
  if (own === 0n) return at;
  let sum = 0n;
  for (let next = at + 1; next < parts.length; next++) {
    sum += toMillionths(parts[next]?.quantity.value ?? '0');
    if (sum > own) return at;
    if (sum === own && next >= at + least) return next;
  }
  return at;
}

/** Parts in groups that each give the whole: the same 28 may be listed by applicant, then by result. */
function closedGroups(whole: string, parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [[]];
  const wanted = toMillionths(whole);
  let sum = 0n;
  for (const part of parts) {
    const open = groups.at(-1) ?? [];
    const own = toMillionths(part.quantity.value);
    if (open.length > 0 && sum === wanted && own !== 0n && !matches(PROSE_LISTS.rest, part.name)) {
      groups.push([part]);
      sum = own;
    } else {
      open.push(part);
      sum += own;
    }
  }
  return groups;
}

/** Within a tenth of the whole. */
const isNear = (sum: string, whole: string): boolean =>
  toMillionths(subtractDecimals(whole, sum).replace('-', '')) * 10n <= toMillionths(whole);

/** A list below its whole is wrong where it is near to it, and so meant to be complete. */
function incomplete(whole: Quantity, parts: readonly Part[], further: boolean): WrongSum | null {
  const sum = sumOfParts(parts);
  const near = isNear(sum, whole.value);
  const { channels, applicants } = PROSE_LISTS;
  const named = (words: string): boolean => parts.some(({ name }) => matches(words, name));
  const byChannel = channels.filter(named).length >= 3;
  const byApplicant = applicants.every(named);
  if (parts.length >= 3 && (near || (byChannel && !further))) return { whole, parts, sum, sure: true };
  if (parts.length === 2 && byApplicant) return { whole, parts, sum, sure: true };
  return parts.length === 2 && near && !further ? { whole, parts, sum, sure: false } : null;
}

/** “…，共计28件”: the figures in front give the whole; the first of them may go beyond it, and is then something else. */
function wrongTotal(whole: Quantity, parts: readonly Part[]): WrongSum | 'right' {
  const gapTo = (sum: string): bigint => toMillionths(subtractDecimals(whole.value, sum).replace('-', ''));
  const [all, shorter] = [sumOfParts(parts), sumOfParts(parts.slice(1))];
  if (equalDecimals(all, whole.value)) return 'right';
  const isLess = parts.length > 2 && gapTo(shorter) < gapTo(all);
  const sum = isLess ? shorter : all;
  return { whole, parts: isLess ? parts.slice(1) : parts, sum, sure: gapTo(sum) * 10n <= toMillionths(whole.value) };
}
