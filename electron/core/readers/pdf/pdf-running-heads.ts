// Lines at the edge of every page that are not the report's: what a browser prints over and under a page (day, title, address), heads set in Word.
import { findLattices, inside } from './pdf-lattice.ts';
import { lineText, type TextLine, textLines } from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';

/** The outer part of a page, above and below. */
const EDGE = 1 / 9;

/** Without the lines that stand at the same height of several pages, whatever number they carry. */
export function withoutRunningHeads<Page extends PdfPage>(pages: readonly Page[]): readonly Page[] {
  const edges = pages.map(edgeLines);
  const often = new Map<string, number>();
  for (const lines of edges) for (const key of new Set(lines.map(keyOf))) often.set(key, (often.get(key) ?? 0) + 1);
  return pages.map((page, index) => {
    const heads = (edges[index] ?? []).filter((line) => (often.get(keyOf(line)) ?? 0) >= Math.max(2, pages.length / 2));
    if (heads.length === 0) return page;
    return {
      ...page,
      chars: page.chars.filter((char) => !heads.some(({ y, size }) => Math.abs(char.y - y) < size / 2)),
    };
  });
}

/** The lines next to the upper and the lower edge, outside of tables. */
function edgeLines(page: PdfPage): readonly TextLine[] {
  const isEdge = (y: number): boolean => y < page.height * EDGE || y > page.height * (1 - EDGE);
  const lattices = findLattices(page.rules);
  return textLines(
    page.chars.filter((char) => isEdge(char.y) && !lattices.some((lattice) => inside(lattice, char))),
  ).filter((line) => (lineText(line).match(/\p{L}/gu)?.length ?? 0) >= LEAST_LETTERS);
}

/** A row of figures is no head, and page numbers are dropped elsewhere. */
const LEAST_LETTERS = 6;

/** Text and height, numbers left out. */
const keyOf = (line: TextLine): string => `${Math.round(line.y / 4)} ${lineText(line).replace(/\d+/g, '0')}`;
