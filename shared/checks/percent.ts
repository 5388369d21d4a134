// Percentages exactly: a part of a whole in millionths of a percent, and whether prose shows it rightly rounded.
import { compareDecimals, fromMillionths, toMillionths } from '../model/decimal.ts';
import type { BoundQuantity } from '../text/match.ts';
import type { Quantity } from '../text/numbers.ts';
import type { ProseBlock, ProseSentence } from '../text/prose.ts';

/** A percentage of the prose that does not follow from its two figures. */
export interface WrongPercent {
  readonly formula: string;
  readonly exact: string;
  readonly truncated: boolean;
  readonly sure: boolean;
  readonly cells: BoundQuantity['cells'];
}

/** A percentage of the prose with what stands around it. */
export interface ToldPercent {
  readonly percent: Quantity;
  readonly block: ProseBlock;
  readonly sentence: ProseSentence;
  /** Exact counts in front of it. */
  readonly counts: readonly Quantity[];
}

/** Part ÷ whole as a percentage, in millionths of a percent. */
export const percentOf = (part: string, whole: string): bigint =>
  (toMillionths(part) * 100_000_000n) / toMillionths(whole);

/** Rounded half up to the shown precision, as a number of its steps. */
export function roundedSteps(exact: bigint, shown: Quantity): bigint {
  const step = toMillionths(shown.step);
  return ((exact < 0n ? -exact : exact) + step / 2n) / step;
}

export const shownSteps = (shown: Quantity): bigint => toMillionths(shown.value) / toMillionths(shown.step);

export const rounds = (exact: bigint, shown: Quantity): boolean => roundedSteps(exact, shown) === shownSteps(shown);

export const isTruncated = (exact: bigint, shown: Quantity): boolean =>
  exact >= 0n && exact / toMillionths(shown.step) === shownSteps(shown);

/** What the prose should say, with its own precision and at least two decimals, and whether it only cut the rest off. */
export function rightly(exact: bigint, shown: Quantity): Pick<WrongPercent, 'exact' | 'truncated'> {
  const step = toMillionths(shown.step);
  const finest = step < 10_000n ? step : 10_000n;
  const size = fromMillionths((((exact < 0n ? -exact : exact) + finest / 2n) / finest) * finest);
  return { exact: `${exact < 0n ? '-' : ''}${size}`, truncated: isTruncated(exact, shown) };
}

export const isPositive = (value: string | null): value is string => value !== null && compareDecimals(value, '0') > 0;

export const isCount = (quantity: Quantity | undefined): quantity is Quantity =>
  quantity?.kind === 'count' && quantity.exactness === 'exact';
