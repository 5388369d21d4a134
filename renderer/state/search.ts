// Finding by words: every word must occur, in any order, as Chinese text or as the initials of its pinyin. Pure.
import { pinyinInitials } from './pinyin.ts';

const plain = (text: string): string => text.toLowerCase().replace(/[\s·、，。（）()“”]/g, '');

/** Whether each word of `words` occurs in `text` or in the initials of its pinyin. */
export function matchesWords(text: string, words: string): boolean {
  const target = plain(text);
  const initials = pinyinInitials(target);
  return words
    .toLowerCase()
    .split(/\s+/)
    .map(plain)
    .every((word) => target.includes(word) || (/^[a-z0-9]+$/.test(word) && initials.includes(word)));
}

/** How well a text that matches fits: lower is better. The first word near the start, and short texts, come first. */
export function rank(text: string, words: string): number {
  const target = plain(text);
  const initials = pinyinInitials(target);
  const word = plain(words.trim().toLowerCase().split(/\s+/)[0] ?? '');
  const found = [target.indexOf(word), initials.indexOf(word)].filter((at) => at >= 0);
  return (found.length > 0 ? Math.min(...found) : target.length) * 4 + target.length;
}
