// Watermarks in the text of a page: see-through or pale text, or very large text, that lies over other text.
import type { PdfChar, PdfPage } from './pdf-page.ts';

/** Text so much larger than most of the page. */
const HUGE = 2.2;
/** Where most of a page is pale, pale text is its text. */
const MOST = 0.5;

export function withoutWatermark<Page extends PdfPage>(page: Page): Page {
  const sizes = page.chars.map(({ size }) => size).toSorted((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const isMark = ({ size, faint }: PdfChar): boolean => faint === true || size > usual * HUGE;
  const marks = page.chars.filter(isMark).length;
  if (marks === 0 || marks > page.chars.length * MOST) return page;
  const plain = new Map<number, PdfChar[]>();
  for (const char of page.chars) {
    if (isMark(char)) continue;
    const line = Math.floor(char.y / BAND);
    plain.set(line, [...(plain.get(line) ?? []), char]);
  }
  const dropped = new Set<PdfChar>();
  for (const run of runsOf(page.chars, isMark))
    if (run.some((mark) => liesOver(mark, plain))) for (const char of run) dropped.add(char);
  return dropped.size === 0 ? page : { ...page, chars: page.chars.filter((char) => !dropped.has(char)) };
}

/** Height of a band of lines, in points. */
const BAND = 40;

/** Characters drawn one behind the other on one line. */
function runsOf(chars: readonly PdfChar[], isMark: (char: PdfChar) => boolean): PdfChar[][] {
  const runs: PdfChar[][] = [];
  let last: PdfChar | null = null;
  for (const char of chars) {
    if (!isMark(char)) {
      last = null;
      continue;
    }
    const run = runs.at(-1);
    if (run && last && Math.abs(last.y - char.y) < 1 && Math.abs(last.size - char.size) < 1) run.push(char);
    else runs.push([char]);
    last = char;
  }
  return runs;
}

function liesOver(mark: PdfChar, plain: ReadonlyMap<number, readonly PdfChar[]>): boolean {
  const top = mark.y + mark.size * 0.75;
  for (let line = Math.floor(mark.y / BAND) - 1; line <= Math.floor(top / BAND); line++)
    for (const { x, y, width, size } of plain.get(line) ?? []) {
      const beside = x >= mark.x + mark.width || x + width <= mark.x;
      if (!beside && y < top && y + size * 0.75 > mark.y) return true;
    }
  return false;
}
