// Pages of a PDF -> blocks: ruled tables with exact cells, unruled columns as positional tables, running text as paragraphs over page ends.
import type { RawBlock, RawCell } from '../../../../shared/import/raw-document.ts';
import { findLattices, inside, type Lattice } from './pdf-lattice.ts';
import { tableLines } from './pdf-columns.ts';
import { continues, isNumberOfPage, lineText, type TextLine, textLines } from './pdf-lines.ts';
import type { PdfChar, PdfPage } from './pdf-page.ts';
import { withoutRunningHeads } from './pdf-running-heads.ts';
import { withoutStruck } from './pdf-struck.ts';
import { withoutWatermark } from './pdf-watermark.ts';

interface ExactTable {
  readonly kind: 'lattice';
  readonly y: number;
  readonly columns: readonly number[];
  rows: RawCell[][];
  readonly place: string;
}

interface Line {
  readonly kind: 'line';
  readonly y: number;
  readonly line: TextLine;
  readonly place: string;
}

/** A page, and what is struck out on it. */
type CleanPage = PdfPage & { readonly struck: readonly PdfChar[] };

export function pdfBlocks(printed: readonly PdfPage[]): RawBlock[] {
  const pages = withoutRunningHeads(printed.map(withoutWatermark).map(withoutStruck));
  const margins = marginsOf(pages);
  const found: (ExactTable | Line)[] = [];
  pages.forEach((page, index) => {
    const parts = pageParts(page, `第${index + 1}页`);
    const first = parts[0];
    const last = found.at(-1);
    if (first?.kind === 'lattice' && last?.kind === 'lattice' && sameColumns(first.columns, last.columns)) {
      last.rows = joinedRows(last.rows, withoutRepeatedHead(last.rows, first.rows));
      parts.shift();
    }
    found.push(...parts);
  });
  return toBlocks(found, margins);
}

function pageParts(page: CleanPage, place: string): (ExactTable | Line)[] {
  const lattices = findLattices(page.rules);
  const outside = page.chars.filter((char) => !lattices.some((lattice) => inside(lattice, char)));
  const lines = textLines(outside)
    .filter((line) => !isNumberOfPage(line, page))
    .map((line): Line => ({ kind: 'line', y: line.y, line, place }));
  const tables = lattices.map((lattice): ExactTable => latticeTable(lattice, page, place));
  return [...tables, ...lines].sort((a, b) => b.y - a.y);
}

function latticeTable(lattice: Lattice, page: CleanPage, place: string): ExactTable {
  const chars = page.chars.filter((char) => inside(lattice, char));
  const struck = page.struck.filter((char) => inside(lattice, char));
  const rows = lattice.rows.map((cells, row) =>
    cells.map((cell, index): RawCell => {
      const lines = textLines(chars.filter((char) => inside(cell, char)));
      const doubt = struck.some((char) => inside(cell, char)) ? STRUCK : doubtIn(lines);
      return {
        ...(doubt === undefined ? {} : { doubt }),
        text: cellText(lines, cell.right - cell.left),
        place: `${place}表格第${row + 1}行第${index + 1}格`,
        left: cell.left,
        right: cell.right,
        ...(cell.colspan > 1 ? { colspan: cell.colspan } : {}),
        ...(cell.rowspan > 1 ? { rowspan: cell.rowspan } : {}),
      };
    }),
  );
  return { kind: 'lattice', y: lattice.top, columns: lattice.columns, rows, place };
}

const doubtIn = (lines: readonly TextLine[]): string | undefined =>
  lines.flatMap(({ words }) => words).find(({ doubt }) => doubt !== undefined)?.doubt;

const STRUCK = '格内有带删除线的字，没有读取';

/** A figure broken at the edge of a narrow cell is one figure; two figures one above the other are not. */
const cellText = (lines: readonly TextLine[], width: number): string =>
  lines.reduce((text, line, index) => {
    const next = lineText(line);
    const before = lines[index - 1];
    const full = !before || before.right - before.left > width - before.size * 2;
    return /\d$/.test(text) && /^\d/.test(next) && !full ? `${text}\n${next}` : text + next;
  }, '');

const sameColumns = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length ? a.every((edge, index) => Math.abs(edge - (b[index] ?? 0)) < 4) : sameOuterEdges(a, b);

/** The rest of a table may use fewer of the columns. */
const sameOuterEdges = (a: readonly number[], b: readonly number[]): boolean =>
  Math.abs((a[0] ?? 0) - (b[0] ?? 0)) < 4 && Math.abs((a.at(-1) ?? 0) - (b.at(-1) ?? 0)) < 4;

/** A head that is printed again on the next page is no data. */
function withoutRepeatedHead(before: readonly (readonly RawCell[])[], rows: RawCell[][]): RawCell[][] {
  const textOf = (row: readonly RawCell[] | undefined): string => (row ?? []).map((cell) => cell.text).join('|');
  let repeated = 0;
  while (
    repeated < rows.length &&
    textOf(rows[repeated]) === textOf(before[repeated]) &&
    /\p{L}/u.test(textOf(rows[repeated]))
  )
    repeated++;
  return rows.slice(repeated);
}

/** A label cell that is cut by the page end goes on as a blank cell on the next page: it is one merged cell. */
function joinedRows(before: readonly RawCell[][], rows: readonly RawCell[][]): RawCell[][] {
  const [first, ...rest] = rows;
  if (!first) return [...before];
  const joined = before.map((row) => [...row]);
  const kept = first.filter((cell) => {
    const open = cell.text === '' ? reachingEnd(joined, cell) : null;
    // below a figure or a blank cell stands a blank cell of its own
    if (!open || !/\p{L}/u.test(open.cell.text) || Math.max(open.cell.rowspan ?? 1, cell.rowspan ?? 1) < 2) return true;
    const { row, index } = open;
    joined[row]?.splice(index, 1, { ...open.cell, rowspan: (open.cell.rowspan ?? 1) + (cell.rowspan ?? 1) });
    return false;
  });
  return [...joined, kept, ...rest];
}

/** The cell between the same edges that ends with the last row. */
function reachingEnd(
  rows: readonly (readonly RawCell[])[],
  below: RawCell,
): { readonly row: number; readonly index: number; readonly cell: RawCell } | null {
  for (let row = rows.length - 1; row >= 0; row--) {
    const index = (rows[row] ?? []).findIndex((cell) => near(cell.left, below.left) && near(cell.right, below.right));
    const cell = rows[row]?.[index];
    if (cell) return row + (cell.rowspan ?? 1) === rows.length ? { row, index, cell } : null;
  }
  return null;
}

const near = (a: number | undefined, b: number | undefined): boolean => Math.abs((a ?? 0) - (b ?? 0)) < 4;

/** Left and right edge of the running text: where most lines begin and end. */
function marginsOf(pages: readonly PdfPage[]): { readonly left: number; readonly right: number } {
  const lines = pages.flatMap((page) => {
    const lattices = findLattices(page.rules);
    return textLines(page.chars.filter((char) => !lattices.some((lattice) => inside(lattice, char))));
  });
  const left = lines.map((line) => line.left).sort((a, b) => a - b);
  const right = lines.map((line) => line.right).sort((a, b) => a - b);
  return { left: left[Math.floor(left.length * 0.1)] ?? 0, right: right[Math.floor(right.length * 0.9)] ?? 0 };
}

function toBlocks(
  found: readonly (ExactTable | Line)[],
  margins: { readonly left: number; readonly right: number },
): RawBlock[] {
  const blocks: RawBlock[] = [];
  let paragraph: { text: string; place: string; last: TextLine } | null = null;
  const bodySize = medianSize(found);
  // a title is larger than the text and centred, over one line or two
  const isTitle = ({ size, left, right }: TextLine): boolean =>
    size > bodySize * 1.15 && Math.abs(left - margins.left - (margins.right - right)) < size * 1.5;
  let columns: Line[] = [];
  const endParagraph = (): void => {
    if (paragraph) {
      const { text, place, last } = paragraph;
      blocks.push(isTitle(last) ? { kind: 'heading', level: 1, text, place } : { kind: 'paragraph', text, place });
    }
    paragraph = null;
  };
  const endColumns = (): void => {
    if (columns.length > 0) blocks.push(positionalTable(columns));
    columns = [];
  };
  const inTable = tableLines(
    found.map((part) => (part.kind === 'line' ? part.line : null)),
    margins,
  );
  found.forEach((part, index) => {
    if (part.kind === 'lattice') {
      endParagraph();
      endColumns();
      blocks.push({ kind: 'table', rows: part.rows, place: `${part.place}的表格`, cells: 'exact' });
      return;
    }
    if (inTable.has(index)) {
      endParagraph();
      columns.push(part);
      return;
    }
    endColumns();
    const text = lineText(part.line);
    const titleGoesOn = paragraph !== null && isTitle(part.line) && isTitle(paragraph.last);
    if (paragraph && (titleGoesOn || continues(part.line, paragraph.last, margins))) {
      const space = /[\w.]$/.test(paragraph.text) && /^\w/.test(text) ? ' ' : '';
      paragraph = { text: paragraph.text + space + text, place: paragraph.place, last: part.line };
      return;
    }
    endParagraph();
    paragraph = { text, place: part.place, last: part.line };
  });
  endParagraph();
  endColumns();
  return blocks;
}

/** The type size of most of the running text. */
function medianSize(found: readonly (ExactTable | Line)[]): number {
  const sizes = found.flatMap((part) =>
    part.kind === 'line' ? part.line.words.flatMap((word) => Array<number>(word.text.length).fill(part.line.size)) : [],
  );
  return sizes.sort((a, b) => a - b)[Math.floor(sizes.length / 2)] ?? 0;
}

function positionalTable(lines: readonly Line[]): RawBlock {
  const place = `${lines[0]?.place ?? ''}的表格`;
  const rows = lines.map(({ line, place: at }, row) =>
    line.words.map(
      (word, index): RawCell => ({
        text: word.text,
        place: `${at}表格第${row + 1}行第${index + 1}格`,
        ...(word.doubt === undefined ? {} : { doubt: word.doubt }),
        left: word.left,
        right: word.right,
      }),
    ),
  );
  return { kind: 'table', rows, place, cells: 'positional' };
}
