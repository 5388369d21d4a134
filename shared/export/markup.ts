// Text into markup: the only place where characters of a report become HTML.
import type { LayoutRun } from './layout-document.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that no page may hold: controls, halves of characters. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

/** Safe between tags and inside double quotes. */
export const escapeHtml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** Attributes in the given order; empty and undefined ones are left out. */
export const attributes = (pairs: Readonly<Record<string, string | number | undefined>>): string =>
  Object.entries(pairs)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`)
    .join('');

/** An address or another long run of ASCII, which may then break after its signs instead of leaving half a line empty or drawn apart. */
const LONG_RUN = /(?<![!-~])(?=[!-~]*[A-Za-z])[!-~]{12,}/g;

/** As `escapeHtml`, for a line of print. */
export const printText = (text: string): string => {
  let done = 0;
  const parts = [...text.matchAll(LONG_RUN)].flatMap((match) => {
    const before = escapeHtml(text.slice(done, match.index));
    done = match.index + match[0].length;
    return [
      before,
      match[0]
        .split(/(?<=[/.?&=_@-])/)
        .map(escapeHtml)
        .join('<wbr>'),
    ];
  });
  return parts.join('') + escapeHtml(text.slice(done));
};

export const boldRun = ({ text, bold }: LayoutRun, write = escapeHtml): string =>
  bold ? `<strong>${write(text)}</strong>` : write(text);

/** The characters that a page of ours shows. */
export const shownText = (html: string): string =>
  html
    .replace(/<(style|title)>.*?<\/\1>|<[^>]*>/gs, '')
    .replace(/&(\w+);/g, (_, name: string) => CHARACTERS[name] ?? '');

const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
