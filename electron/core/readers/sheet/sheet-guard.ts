// Looks through the XML of a worksheet before a library does: refuses absurd sizes and keeps only the cells that hold something, and the merges.

import type { CellMark, SheetMarks } from './sheet-marks.ts';

export type TrimmedSheet =
  | { readonly kind: 'sheet'; readonly xml: string; readonly cells: number; readonly marks: SheetMarks }
  | { readonly kind: 'absurd'; readonly what: string }
  | { readonly kind: 'damaged' };

/** The form has 28 rows and 15 columns; a sheet of a whole city's bodies stays far below. */
export const MAX_ROWS = 2_000;
export const MAX_COLUMNS = 200;
/** In all sheets together. */
const MAX_CELLS = 100_000;
const MAX_MERGES = 5_000;

/**
 * Cells without content (borders drawn down to row 1,048,576 are everyday) are dropped; content outside the limits is refused. What a
 * sheet says about itself (dimension, columns, validations, formats) is not kept, so it cannot mislead.
 *
 * @param before cells kept from the sheets before.
 * @param struck numbers of the formats that strike a cell out.
 */
export function trimSheet(xml: string, before = 0, struck: ReadonlySet<number> = new Set()): TrimmedSheet {
  const start = /<(?:\w+:)?sheetData\b[^>]*?(\/?)>/.exec(xml);
  if (!start)
    return /<(?:\w+:)?(?:worksheet|chartsheet|dialogsheet)\b/.test(xml)
      ? sheetOf('', '', 0, NO_MARKS)
      : { kind: 'damaged' };
  const from = start.index + start[0].length;
  const end = start[1] ? from : xml.search(/<\/(?:\w+:)?sheetData\s*>/);
  if (end < from) return { kind: 'damaged' };
  const rows = trimRows(xml.slice(from, end), MAX_CELLS - before, struck);
  if (rows.kind !== 'rows') return rows;
  const merges: string[] = [];
  for (const [, ref = ''] of xml.slice(end).matchAll(/<(?:\w+:)?mergeCell\b[^>]*?\bref="([^"]*)"/g)) {
    if (merges.length >= MAX_MERGES) return { kind: 'absurd', what: '合并单元格过多' };
    const range = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(ref);
    // a merge that reaches past the limits joins nothing that can be read
    if (!range || Number(range[4]) > MAX_ROWS || columnNumber(range[3] ?? '') > MAX_COLUMNS) continue;
    merges.push(`<mergeCell ref="${ref.replaceAll('$', '')}"/>`);
  }
  const merged = merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '';
  const hiddenColumns = hiddenColumnsOf(xml.slice(0, start.index));
  return sheetOf(rows.xml, merged, rows.cells, { hiddenRows: rows.hidden, hiddenColumns, cells: rows.marks });
}

const NO_MARKS: SheetMarks = { hiddenRows: new Set(), hiddenColumns: new Set(), cells: new Map() };

const isHidden = (attributes: string): boolean => /\bhidden="(?:1|true)"/.test(attributes);

function hiddenColumnsOf(head: string): Set<number> {
  const hidden = new Set<number>();
  for (const [tag] of head.matchAll(/<(?:\w+:)?col\b[^>]*>/g)) {
    if (!isHidden(tag)) continue;
    const last = Math.min(Number(/\bmax="(\d+)"/.exec(tag)?.[1] ?? 0), MAX_COLUMNS);
    for (let column = Number(/\bmin="(\d+)"/.exec(tag)?.[1] ?? 1); column <= last; column++) hidden.add(column - 1);
  }
  return hidden;
}

const sheetOf = (rows: string, merges: string, cells: number, marks: SheetMarks): TrimmedSheet => ({
  kind: 'sheet',
  cells,
  marks,
  xml: `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${merges}</worksheet>`,
});

const TAGS = /<(?:\w+:)?(row|c)\b([^>]*?)(\/?)>|<!--|<!\[CDATA\[/g;

interface TrimmedRows {
  readonly kind: 'rows';
  readonly xml: string;
  readonly cells: number;
  readonly hidden: ReadonlySet<number>;
  readonly marks: ReadonlyMap<string, CellMark>;
}

function trimRows(
  data: string,
  most: number,
  struck: ReadonlySet<number>,
): TrimmedRows | Exclude<TrimmedSheet, { kind: 'sheet' }> {
  const kept: string[] = [];
  const hidden = new Set<number>();
  const marks = new Map<string, CellMark>();
  let row = 0;
  let column = 0;
  let cells = 0;
  let rowOpen = false;
  TAGS.lastIndex = 0;
  for (let tag = TAGS.exec(data); tag; tag = TAGS.exec(data)) {
    const [, name, attributes = '', closed] = tag;
    if (!name) return { kind: 'damaged' }; // comments and CDATA: no spreadsheet program writes them here
    if (name === 'row') {
      const stated = /\br="(\d+)"/.exec(attributes)?.[1];
      row = stated ? Number(stated) : row + 1;
      column = 0;
      if (isHidden(attributes)) hidden.add(row - 1);
      if (rowOpen) kept.push('</row>');
      rowOpen = false;
      continue;
    }
    const reference = /\br="([A-Z]{1,7})(\d{1,10})"/.exec(attributes);
    if (/\br="/.test(attributes) && !reference) return { kind: 'damaged' };
    column = reference ? columnNumber(reference[1] ?? '') : column + 1;
    if (closed) continue;
    const close = closingOf(data, TAGS.lastIndex);
    if (!close) return { kind: 'damaged' };
    const body = data.slice(TAGS.lastIndex, close.start).replace(/<(\/?)\w+:/g, '<$1');
    TAGS.lastIndex = close.end;
    if (!/<(?:v|is|f)\b/.test(body)) continue;
    if (reference && Number(reference[2]) !== row) return { kind: 'damaged' };
    if (row > MAX_ROWS) return { kind: 'absurd', what: `第${row}行还有内容` };
    if (column > MAX_COLUMNS) return { kind: 'absurd', what: `第${column}列还有内容` };
    if (++cells > most) return { kind: 'absurd', what: '单元格过多' };
    if (!rowOpen) kept.push(`<row r="${row}">`);
    rowOpen = true;
    const type = /\bt="(\w+)"/.exec(attributes)?.[1];
    const style = /\bs="(\d+)"/.exec(attributes)?.[1];
    if (style && struck.has(Number(style))) marks.set(`${row - 1} ${column - 1}`, { struck: true });
    kept.push(
      `<c r="${columnName(column)}${row}"${style ? ` s="${style}"` : ''}${type ? ` t="${type}"` : ''}>${body}</c>`,
    );
  }
  if (rowOpen) kept.push('</row>');
  return { kind: 'rows', xml: kept.join(''), cells, hidden, marks };
}

function closingOf(data: string, from: number): { readonly start: number; readonly end: number } | null {
  const pattern = /<\/(?:\w+:)?c\s*>/g;
  pattern.lastIndex = from;
  const found = pattern.exec(data);
  return found ? { start: found.index, end: pattern.lastIndex } : null;
}

/** A = 1, Z = 26, AA = 27. */
export const columnNumber = (name: string): number =>
  Array.from(name).reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

export function columnName(number: number): string {
  let name = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}
