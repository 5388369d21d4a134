// The year of a report, as titles and texts print it.
import { halfWidthDigits } from '../../model/digits.ts';
import { squeeze } from '../labels.ts';

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 2024, or 二〇二四. */
export function yearOf(text: string): number | null {
  const bare = squeeze(text);
  const digits = /(20[0-4]\d)年/.exec(halfWidthDigits(bare))?.[1];
  if (digits) return Number(digits);
  const words = /([二][〇○零Ｏ0][一二三四][〇○零Ｏ0一二三四五六七八九])年/.exec(bare)?.[1];
  if (!words) return null;
  const value = Array.from(words)
    .map((char) => (/[○零Ｏ0]/.test(char) ? 0 : CHINESE_DIGITS.indexOf(char)))
    .join('');
  return Number(value);
}

/** The year of the period that the report says it covers, else the year it names most. */
export function yearOfProse(lines: readonly string[]): number | null {
  const text = squeeze(lines.join('\n'));
  const period = periodOf(text) ?? yearOf(/(?:截至|截止|到)(20[0-4]\d年)12月31日/.exec(text)?.[1] ?? '');
  if (period !== null) return period;
  const most = mostNamed(yearsIn(text));
  return yearsIn(text).filter((year) => year === most).length >= 2 ? Number(most) : null;
}

/** The year that the text names most, be it once: a guess. */
export const likelyYear = (lines: readonly string[]): number | null =>
  Number(mostNamed(yearsIn(squeeze(lines.join('\n'))))) || null;

const yearsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(20[0-4]\d)年/g)].flatMap(([, year]) => year ?? []);

/** “2023年1月1日起至2023年12月31日止”. */
export function periodOf(text: string): number | null {
  const period = /(20[0-4]\d)年1月1日(?:起)?(?:至|到|—|-|－|~|～)(?:(?:20[0-4]\d)年)?12月31日/.exec(squeeze(text))?.[1];
  return period ? Number(period) : null;
}

/** Of equals the first. */
export function mostNamed(names: readonly string[]): string {
  const tally = new Map<string, number>();
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
  return [...tally].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}
