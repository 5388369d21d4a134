// Text struck out on a page of a PDF: a line drawn through the middle of its characters, from the first to the last of them.
import type { PdfChar, PdfPage } from './pdf-page.ts';
import type { Rule } from './pdf-rules.ts';

/** The page without its lines through text, and the characters under them. */
export function withoutStruck(page: PdfPage): PdfPage & { readonly struck: readonly PdfChar[] } {
  const lines = page.rules.filter(({ direction }) => direction === 'horizontal');
  const through = new Map<Rule, readonly PdfChar[]>();
  if (lines.length > 0) {
    const chars = page.chars.toSorted((a, b) => a.y - b.y);
    for (const rule of lines) {
      const crossed = near(chars, rule.at).filter((char) => crosses(rule, char));
      if (crossed.length > 0 && isAsLong(rule, crossed)) through.set(rule, crossed);
    }
  }
  const struck = new Set([...through.values()].flat());
  return {
    ...page,
    chars: page.chars.filter((char) => !struck.has(char)),
    rules: page.rules.filter((rule) => !through.has(rule)),
    struck: [...struck],
  };
}

/** Largest type of a report. */
const TALLEST = 60;

/** Of characters sorted by height those that may reach up to a line. */
function near(chars: readonly PdfChar[], at: number): readonly PdfChar[] {
  let low = 0;
  let high = chars.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chars[middle]?.y ?? 0) < at - TALLEST) low = middle + 1;
    else high = middle;
  }
  const found: PdfChar[] = [];
  for (let index = low; index < chars.length; index++) {
    const char = chars[index];
    if (!char || char.y > at) break;
    found.push(char);
  }
  return found;
}

/** Between the foot and the head of a character, and over its whole width. */
const crosses = (rule: Rule, { x, y, width, size }: PdfChar): boolean =>
  rule.at > y + size * 0.12 &&
  rule.at < y + size * 0.55 &&
  rule.from <= x + width * 0.25 &&
  rule.to >= x + width * 0.75;

/** A border that runs into text ends elsewhere. */
function isAsLong(rule: Rule, crossed: readonly PdfChar[]): boolean {
  const size = Math.max(...crossed.map((char) => char.size));
  const left = Math.min(...crossed.map(({ x }) => x));
  const right = Math.max(...crossed.map(({ x, width }) => x + width));
  return Math.abs(rule.from - left) < size * 0.4 && Math.abs(rule.to - right) < size * 0.4;
}
