// Labels of the form and of other reports, brought to one shape and compared.
import { halfWidthDigits } from '../model/digits.ts';

const NUMBERS = '一二三四五六七八九十';
const LEADING = new RegExp(
  `^(?:[（(](?:[${NUMBERS}]{1,3}|\\d{1,2})[）)]|[${NUMBERS}]{1,3}[.、．,，:：]|\\d{1,2}[）).、．,，:：]?(?=\\D)|[①-⑳⑴-⒛㈠-㈩])[.、．]?`,
);
/** “自然人（件）”, “本年收费金额（单位：万元）”: the unit of the figures below. */
const UNIT = /[（(](?:单位[:：])?(?:件|件次|项|个|条|宗|份|人次|元|万元|亿元)[）)]$/;
const PUNCTUATION = /[…“”"'‘’＂「」『』《》〈〉、，,。.．：:；;（）()［］[\]〔〕【】／/\\\-—–―－_＋+*※·•]/g;

/** Without any space, also the invisible ones. */
export const squeeze = (text: string): string => text.replace(/[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff\u00ad]/g, '');

const full = (text: string): string => halfWidthDigits(squeeze(text)).replaceAll('其它', '其他');

/** Without spaces, numbering, unit and punctuation: “3.危及‘三安全一稳定’” -> “危及三安全一稳定”. */
export function bareLabel(text: string): string {
  const known = BARE.get(text);
  if (known !== undefined) return known;
  const bare = full(text).replace(UNIT, '').replace(LEADING, '').replace(PUNCTUATION, '');
  if (BARE.size >= MOST_BARE) BARE.clear();
  if (text.length <= LONGEST_BARE) BARE.set(text, bare);
  return bare;
}

/** The labels of the form and of a file are asked for again and again, some ten thousand times in the reading of one text. */
const BARE = new Map<string, string>();
const MOST_BARE = 8000;
const LONGEST_BARE = 60;

/** The same, the numbering kept: “（四）无法提供1.本机关不掌握” -> “四无法提供1本机关不掌握”. */
export const bareText = (text: string): string => full(text).replace(PUNCTUATION, '');

/** 0 to 1: how alike two texts are, by the edits that turn one into the other. */
export function similarity(left: string, right: string): number {
  if (left === right) return 1;
  const longest = Math.max(left.length, right.length);
  if (longest === 0 || Math.abs(left.length - right.length) > longest / 2) return 0;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next[j] = Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return 1 - (row[right.length] ?? longest) / longest;
}

/** How much of `wanted` stands in `printed` in the same order, 0 to 1: for labels that are wrapped among other labels. */
export function coverage(wanted: string, printed: string): number {
  if (wanted === '' || printed === '') return 0;
  if (printed.includes(wanted)) return 1;
  let row = Array.from({ length: printed.length + 1 }, () => 0);
  for (let i = 1; i <= wanted.length; i++) {
    const next = [0];
    for (let j = 1; j <= printed.length; j++) {
      next[j] = wanted[i - 1] === printed[j - 1] ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0);
    }
    row = next;
  }
  return (row[printed.length] ?? 0) / wanted.length;
}

const shared = (short: string, long: string): number => {
  let count = 0;
  for (const char of short) if (long.includes(char)) count++;
  return count;
};

/** How well a printed label says what the form's label says: 1 the same, 0.75 and more nearly the same or cut short, 0 another. */
export function labelMatch(printed: string, wanted: string): number {
  if (printed === '' || wanted === '') return 0;
  if (printed === wanted) return 1;
  const [short, long] = printed.length < wanted.length ? [printed, wanted] : [wanted, printed];
  if (short.length >= 4 && (long.startsWith(short) || long.endsWith(short))) return 0.94;
  if (short.length >= 6 && long.includes(short)) return 0.9;
  const needed = long.length <= 4 ? 0.75 : long.length <= 6 ? 0.8 : 0.7;
  if (short.length < 3 || short.length < long.length * needed) return 0;
  // no alignment has more characters in common than the texts have
  if (shared(short, long) < long.length * needed) return 0;
  const alike = similarity(printed, wanted);
  return alike >= needed ? 0.7 + (alike - needed) * 0.25 : 0;
}
