// Units of figures that can be turned into each other: money in 元, 万元 and 亿元, counts in 件 and 万件.
import { fromMillionths, toMillionths } from './decimal.ts';

/** 元, 万元, 亿元, in 元. */
export const MONEY: Readonly<Record<string, bigint>> = { 元: 1n, 万元: 10_000n, 亿元: 100_000_000n };
const COUNTS: Readonly<Record<string, bigint>> = { 件: 1n, 万件: 10_000n };

/** A figure in another unit, exact; null where the units do not fit or the figure would need more than six decimals. */
export function convertFigure(value: string, from: string, to: string): string | null {
  const sizes = [MONEY, COUNTS].find((kind) => kind[from] !== undefined && kind[to] !== undefined);
  const [size, wanted] = [sizes?.[from], sizes?.[to]];
  if (size === undefined || wanted === undefined || from === to) return null;
  const whole = toMillionths(value) * size;
  return whole % wanted === 0n ? fromMillionths(whole / wanted) : null;
}
