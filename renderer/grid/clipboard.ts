// The clipboard's two forms of a block of cells, text with tabs and an HTML table, as Excel and WPS write and read them.
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type Cells } from '../../shared/model/report.ts';
import type { GridLayout, PlacedFigure } from './layout.ts';
import { linesIn, type Range } from './selection.ts';

/** A rectangle of texts; null where a merged cell covers the position. */
export interface PastedBlock {
  readonly rows: readonly (readonly (string | null)[])[];
  readonly width: number;
  /** Plain text does not say whether a blank is a cell of its own or covered by a merged one. */
  readonly merges: 'some' | 'none' | 'unknown';
}

/** What is read of an HTML table element. */
export interface HtmlTable {
  readonly rows: ArrayLike<{ readonly cells: ArrayLike<HtmlCell> }>;
}

export interface HtmlCell {
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly textContent: string | null;
}

/** The first table of an HTML text; the window's DOMParser gives it, which runs no script and loads nothing. */
export type FindTable = (html: string) => HtmlTable | null;

/** Text with tabs and line ends; a quoted field may hold tabs, line ends and doubled quotes. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n');
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (quoted) {
      if (character !== '"') field += character;
      else if (source.charAt(index + 1) === '"') {
        field += '"';
        index++;
      } else quoted = false;
    } else if (character === '"' && field === '' && closesQuote(source, index)) quoted = true;
    else if (character === '\t' || character === '\n') {
      row.push(field);
      field = '';
      if (character === '\n') {
        rows.push(row);
        row = [];
      }
    } else field += character;
  }
  // Excel ends the last row with a line end, WPS and text editors do not
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

/** A quote opens a field only where another one closes it before a tab, a line end or the end. */
const closesQuote = (source: string, index: number): boolean => /^"(?:[^"]|"")*"(?=[\t\n]|$)/.test(source.slice(index));

/** A span that a file states, kept within reason: a hostile table may state millions. */
const span = (stated: number): number => Math.min(Math.max(1, Math.trunc(stated) || 1), 100);

/** The first table of an HTML text, merged cells kept as such; null where it has none. */
function parseHtmlTable(html: string, find: FindTable): PastedBlock | null {
  const table = find(html);
  if (!table) return null;
  const grid: (string | null | undefined)[][] = [];
  let merged = false;
  Array.from(table.rows).forEach((tr, row) => {
    let column = 0;
    for (const cell of Array.from(tr.cells)) {
      const line = (grid[row] ??= []);
      while (line[column] !== undefined) column++;
      const [down, right] = [span(cell.rowSpan), span(cell.colSpan)];
      merged ||= down > 1 || right > 1;
      for (let r = row; r < row + down; r++) {
        for (let c = column; c < column + right; c++) {
          (grid[r] ??= [])[c] = r === row && c === column ? (cell.textContent ?? '').replace(/\s+/g, ' ').trim() : null;
        }
      }
      column += right;
    }
  });
  const rows = grid
    .slice(0, table.rows.length)
    .map((line) => Array.from(line, (text) => (text === undefined ? '' : text)));
  return block(rows, merged ? 'some' : 'none');
}

function block(rows: readonly (readonly (string | null)[])[], merges: PastedBlock['merges']): PastedBlock {
  return { rows, merges, width: Math.max(0, ...rows.map((row) => row.length)) };
}

/**
 * The block on the clipboard; null where there is nothing in it. Where text and HTML have the same shape, the text gives the
 * figures (it is what the person sees in the cell) and the HTML tells which cells are merged.
 */
export function readBlock(clipboard: { text: string; html: string }, find: FindTable): PastedBlock | null {
  const text = clipboard.text === '' ? null : block(parseTsv(clipboard.text), 'unknown');
  const html = clipboard.html === '' ? null : parseHtmlTable(clipboard.html, find);
  if (!html || html.rows.length === 0) return text && text.rows.length > 0 ? text : null;
  if (!text || (html.merges === 'some' && !sameShape(text, html))) return html;
  if (!sameShape(text, html)) return text;
  const rows = html.rows.map((line, row) =>
    line.map((cell, column) => (cell === null ? null : (text.rows[row]?.[column] ?? cell))),
  );
  return block(rows, html.merges);
}

const sameShape = (left: PastedBlock, right: PastedBlock): boolean =>
  left.rows.length === right.rows.length && left.width === right.width;

/** The figures of a range as a rectangle: a merged figure at its first position, null at the ones it covers, '' over labels. */
function copiedRows(layout: GridLayout, cells: Cells, range: Range): (string | null)[][] {
  const lines = linesIn(layout, range);
  const left = Math.min(range.right, ...lines.flat().map(({ column }) => column));
  const right = Math.max(left, ...lines.flat().map(({ column, colspan }) => column + colspan - 1));
  const top = Math.min(range.bottom, ...lines.flat().map(({ row }) => row));
  const bottom = Math.max(top, ...lines.flat().map(({ row }) => row));
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_, across) => {
      const cell = layout.at[top + down]?.[left + across];
      if (cell?.kind !== 'figure') return '';
      return cell.column === left + across ? showFigure(cells[cell.id] ?? BLANK) : null;
    }),
  );
}

const quote = (text: string): string => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const toTsv = (rows: readonly (readonly (string | null)[])[]): string =>
  rows.map((row) => row.map((text) => quote(text ?? '')).join('\t')).join('\r\n');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

export function toHtml(rows: readonly (readonly (string | null)[])[]): string {
  const lines = rows.map((row) => {
    const cells = row.flatMap((text, column) => {
      if (text === null) return [];
      const next = row.findIndex((other, index) => index > column && other !== null);
      const covered = (next < 0 ? row.length : next) - column;
      return [`<td${covered > 1 ? ` colspan="${covered}"` : ''}>${escape(text)}</td>`];
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${lines.join('')}</table>`;
}

/** What a copy of the selection puts on the clipboard. */
export function copyRange(layout: GridLayout, cells: Cells, range: Range): { text: string; html: string } {
  const rows = copiedRows(layout, cells, range);
  return { text: toTsv(rows), html: toHtml(rows) };
}

/** The figures of a range that can be written to and are not blank already. */
export const clearable = (
  figures: readonly PlacedFigure[],
  cells: Cells,
  isLocked: (cell: PlacedFigure) => boolean,
): readonly PlacedFigure[] => figures.filter((cell) => !isLocked(cell) && (cells[cell.id] ?? BLANK).state !== 'blank');
