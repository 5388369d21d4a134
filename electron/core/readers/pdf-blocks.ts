// Pages of a PDF -> blocks: ruled tables with exact cells, unruled columns as positional tables, running text as paragraphs over page ends.
import type { RawBlock, RawCell } from '../../../shared/import/raw-document.ts';
import { findLattices, inside, type Lattice } from './pdf-lattice.ts';
import { columnsOf, continues, isPageNumber, lineText, type TextLine, textLines } from './pdf-lines.ts';
import type { PdfPage } from './pdf-page.ts';

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

export function pdfBlocks(pages: readonly PdfPage[]): RawBlock[] {
  const margins = marginsOf(pages);
  const found: (ExactTable | Line)[] = [];
  pages.forEach((page, index) => {
    const parts = pageParts(page, `第${index + 1}页`);
    const first = parts[0];
    const last = found.at(-1);
    if (first?.kind === 'lattice' && last?.kind === 'lattice' && sameColumns(first.columns, last.columns)) {
      last.rows = [...last.rows, ...withoutRepeatedHead(last.rows, first.rows)];
      parts.shift();
    }
    found.push(...parts);
  });
  return toBlocks(found, margins);
}

function pageParts(page: PdfPage, place: string): (ExactTable | Line)[] {
  const lattices = findLattices(page.rules);
  const outside = page.chars.filter((char) => !lattices.some((lattice) => inside(lattice, char)));
  const lines = textLines(outside)
    .filter((line) => !isPageNumber(line, page))
    .map((line): Line => ({ kind: 'line', y: line.y, line, place }));
  const tables = lattices.map((lattice): ExactTable => latticeTable(lattice, page, place));
  return [...tables, ...lines].sort((a, b) => b.y - a.y);
}

function latticeTable(lattice: Lattice, page: PdfPage, place: string): ExactTable {
  const chars = page.chars.filter((char) => inside(lattice, char));
  const rows = lattice.rows.map((cells, row) =>
    cells.map((cell, index): RawCell => {
      return {
        text: cellText(textLines(chars.filter((char) => inside(cell, char))), cell.right - cell.left),
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
  let columns: Line[] = [];
  const endParagraph = (): void => {
    if (paragraph) blocks.push({ kind: 'paragraph', text: paragraph.text, place: paragraph.place });
    paragraph = null;
  };
  const endColumns = (): void => {
    if (columns.length > 0) blocks.push(positionalTable(columns));
    columns = [];
  };
  found.forEach((part, index) => {
    if (part.kind === 'lattice') {
      endParagraph();
      endColumns();
      blocks.push({ kind: 'table', rows: part.rows, place: `${part.place}的表格`, cells: 'exact' });
      return;
    }
    if (isColumnar(part) && (columns.length > 0 || isColumnar(found[index + 1]))) {
      endParagraph();
      columns.push(part);
      return;
    }
    endColumns();
    const text = lineText(part.line);
    if (paragraph && continues(part.line, paragraph.last, margins)) {
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

const isColumnar = (part: ExactTable | Line | undefined): boolean => part?.kind === 'line' && columnsOf(part.line) >= 2;

function positionalTable(lines: readonly Line[]): RawBlock {
  const place = `${lines[0]?.place ?? ''}的表格`;
  const rows = lines.map(({ line, place: at }, row) =>
    line.words.map(
      (word, index): RawCell => ({
        text: word.text,
        place: `${at}表格第${row + 1}行第${index + 1}格`,
        left: word.left,
        right: word.right,
      }),
    ),
  );
  return { kind: 'table', rows, place, cells: 'positional' };
}
