// Chinese numerals as figures: 二十九, 两百, 一千零二十九, 二〇二〇, 三点五.
import { fromMillionths } from '../model/decimal.ts';

const DIGITS: Readonly<Record<string, bigint>> = {
  零: 0n,
  〇: 0n,
  一: 1n,
  二: 2n,
  两: 2n,
  三: 3n,
  四: 4n,
  五: 5n,
  六: 6n,
  七: 7n,
  八: 8n,
  九: 9n,
};
const SMALL: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const LARGE: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** The characters a numeral is written with. */
export const NUMERAL_CHARACTERS = '零〇一二两三四五六七八九十百千万亿';

/** More characters than the longest figure of a report has; what is longer is no numeral. */
const LONGEST = 40;

/** The figure as a canonical decimal, or null where the characters are no numeral (“百万千”, “一二十”). */
export function readChineseNumeral(text: string): string | null {
  if (text.length > LONGEST) return null;
  const [whole = '', fraction, ...more] = text.split('点');
  if (more.length > 0 || whole === '') return null;
  const value = readWhole(whole);
  if (value === null) return null;
  if (fraction === undefined) return value.toString();
  const digits = fraction.split('').map((character) => DIGITS[character]);
  if (digits.length === 0 || digits.length > 6 || digits.includes(undefined)) return null;
  return fromMillionths(value * 1_000_000n + BigInt(digits.join('').padEnd(6, '0')));
}

function readWhole(text: string): bigint | null {
  const characters = text.split('');
  if (characters.length > 1 && characters.every((character) => DIGITS[character] !== undefined)) {
    return BigInt(characters.map((character) => DIGITS[character]).join('')); // digit by digit: 一〇二九
  }
  let total = 0n;
  let section = 0n;
  let digit: bigint | null = null;
  let lastSmall = 10_000n;
  let lastLarge: bigint | null = null;
  for (const character of characters) {
    const value = DIGITS[character];
    const small = SMALL[character];
    const large = LARGE[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0n) return null;
      digit = value;
    } else if (small !== undefined) {
      if (small >= lastSmall) return null;
      // 十 alone is ten; 百 and 千 want a digit in front
      if ((digit === null || digit === 0n) && small !== 10n) return null;
      section += (digit === null || digit === 0n ? 1n : digit) * small;
      lastSmall = small;
      digit = null;
    } else if (large !== undefined) {
      const part = section + (digit ?? 0n);
      if (part === 0n && total === 0n) return null;
      if (lastLarge !== null && large >= lastLarge) total = (total + part) * large;
      else total += part * large;
      [section, digit, lastSmall, lastLarge] = [0n, null, 10_000n, large];
    } else return null;
  }
  return total + section + (digit ?? 0n);
}
