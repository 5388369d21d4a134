// Sheets of a workbook (already checked) -> RawDocument: texts of cells, merged areas, defined names of our own workbook.
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx';
import type { RawBlock, RawDocument } from '../../../../shared/import/raw-document.ts';
import { placeOnSheet } from '../../../../shared/import/sheet-places.ts';
import { ok, refuse, type Result } from '../../../../shared/model/result.ts';
import { type CellText, isTextualFormat, numberText } from './figure-text.ts';
import { asSeen } from './hidden-cells.ts';
import { cellIdOfName, type NamedCells, ownBlocks, ownContent } from '../own-content.ts';
import { STRUCK_OUT } from '../note-marks.ts';
import { richTexts } from './rich-text.ts';
import { type SheetGrid, sheetBlocks, sheetPlace } from './sheet-blocks.ts';
import { columnNumber, MAX_COLUMNS, MAX_ROWS } from './sheet-guard.ts';
import type { CellMark, SheetMarks } from './sheet-marks.ts';
import { damaged } from '../source-reader.ts';

/** The package says in English on the console what it does not know of a damaged file; the person gets one sentence from us. */
function quietly<T>(read: () => T): T {
  const { error, log } = console;
  console.error = console.log = () => {};
  try {
    return read();
  } finally {
    Object.assign(console, { error, log });
  }
}

/** Reads every visible sheet; of our own workbook the named cells and the hidden sheet with the prose as well. */
export async function readWorkbook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
  fileName: string,
  marks: ReadonlyMap<string, SheetMarks>,
): Promise<Result<RawDocument>> {
  const xlsx = await import('@e965/xlsx');
  let book: WorkBook;
  try {
    // nodim: the range a sheet states about itself is not believed
    book = quietly(() =>
      xlsx.read(bytes, {
        type: 'buffer',
        dense: true,
        nodim: true,
        sheetRows: MAX_ROWS,
        cellNF: true,
        cellHTML: false,
        bookVBA: false,
        bookDeps: false,
        cellDates: false,
      }),
    );
  } catch {
    return damaged(fileName);
  }
  const said: string[] = [];
  const grids = new Map<string, SheetGrid>();
  const hidden: string[] = [];
  book.SheetNames.forEach((name, index) => {
    const sheet = book.Sheets[name];
    if (!sheet) return;
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) > 0;
    grids.set(name, gridOf(name, sheet, marks.get(name), isHidden ? [] : said));
    if (isHidden) hidden.push(name);
  });
  const own = ownContent(pairsOf(grids.get('_meta')));
  const foreignHidden = hidden.filter((name) => name !== '_meta' && (grids.get(name)?.rows.length ?? 0) > 0);
  if (foreignHidden.length > 0)
    said.push(`隐藏的工作表没有读取：${foreignHidden.map((name) => `‘${name}’`).join('、')}。`);

  const visible = [...grids.values()].filter((grid) => !hidden.includes(grid.name) && grid.name !== '_meta');
  const names = own ? namedCells(book, grids) : [];
  const sheets = visible.flatMap((grid) => sheetBlocks(asSeen(grid, marks.get(grid.name), said)));
  const blocks: RawBlock[] = own
    ? [...ownBlocks(own, placeOnSheet('_meta')), ...sheets.filter(isNamed(names))]
    : sheets;
  if (blocks.length === 0) return refuse('file-empty', `文件“${fileName}”的工作表都是空的，请检查是否选错了文件。`);
  const title = book.Props?.Title?.trim();
  return ok({
    kind,
    blocks,
    remarks: said,
    ...(title ? { title } : {}),
    ...(own ? { meta: own.meta, namedCells: names } : {}),
  });
}

/** The tables of our own workbook are on the sheets with named cells; its cover and prose are there for reading. */
const isNamed = (names: NamedCells) => {
  const places = new Set(names.map(({ cell }) => cell.place.replace(/[A-Z]+\d+$/, '')));
  return (block: RawBlock): boolean =>
    block.kind === 'table' && [...places].some((sheet) => block.place.startsWith(sheet));
};

function gridOf(name: string, sheet: WorkSheet, marks: SheetMarks | undefined, said: string[]): SheetGrid {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const rows: (string | undefined)[][] = [];
  const rich = richTexts();
  const doubts = new Map<string, string>();
  let uncomputed = '';
  let shownOther = '';
  for (let row = 0; row < Math.min(data.length, MAX_ROWS); row++) {
    const cells = data[row];
    const texts: (string | undefined)[] = [];
    rows.push(texts);
    for (let column = 0; column < Math.min(cells?.length ?? 0, MAX_COLUMNS); column++) {
      const cell = cells?.[column];
      if (!cell) continue;
      const mark = marks?.cells.get(`${row} ${column}`);
      const { text, shown } = markedText(cell, mark) ?? cellText(cell, rich);
      const doubt = doubtOf(cell, text, shown);
      if (doubt) doubts.set(`${row} ${column}`, doubt);
      texts[column] = isBlankTotal(cell, data) ? '' : text;
      const place = sheetPlace(name, row, column);
      if (cell.f !== undefined && cell.v === undefined) uncomputed ||= place;
      if (shown !== undefined) shownOther ||= `${place}显示为“${shown}”，实际保存的数是${text}`;
    }
  }
  if (uncomputed)
    said.push(`${uncomputed}等单元格是公式但没有计算结果，按空白读取；请用 WPS 或 Excel 打开该文件保存一次再装入。`);
  if (shownOther) said.push(`${shownOther}，已按实际保存的数读取，请核对。`);
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }));
  return { name, rows, doubts, merges: merges.filter((merge) => merge.bottom < MAX_ROWS && merge.right < MAX_COLUMNS) };
}

const markedText = (cell: CellObject, mark: CellMark | undefined): CellText | null => {
  if (mark?.text !== undefined) return { text: mark.text };
  return mark?.struck && cell.v !== undefined ? { text: '' } : null;
};

function doubtOf(cell: CellObject, text: string, shown: string | undefined): string | null {
  if (cell.f !== undefined && cell.v === undefined) return '此格是公式而没有计算结果，按空白读取';
  if (shown !== undefined) return `此格显示为“${shown}”，实际保存的数是${text}`;
  return text === '' && cell.v !== undefined && String(cell.v).trim() !== '' ? STRUCK_OUT : null;
}

function cellText(cell: CellObject, rich: ReturnType<typeof richTexts>): CellText {
  if (typeof cell.v === 'number' && cell.t === 'n') {
    return numberText(cell.v, cell.w ?? String(cell.v), isTextualFormat(String(cell.z ?? 'General')));
  }
  if (cell.t === 'e') return { text: cell.w ?? '#N/A' };
  if (cell.v === undefined || cell.v === null) return { text: '' };
  if (typeof cell.v !== 'string') return { text: cell.w ?? String(cell.v) };
  return { text: (typeof cell.r === 'string' ? rich(cell.r) : null) ?? cell.v };
}

/** The old format keeps the result "" of `IF(COUNT(D6:I6)=0,"",SUM(D6:I6))` as 0: where nothing is counted it is blank. */
function isBlankTotal(cell: CellObject, data: readonly (readonly (CellObject | undefined)[] | undefined)[]): boolean {
  const counted = cell.v === 0 ? /^=?IF\(COUNT\(([A-Z\d:,$]+)\)=0,"",/.exec(cell.f ?? '')?.[1] : undefined;
  if (counted === undefined) return false;
  return counted.split(',').every((area) => {
    const [from, to] = area.replaceAll('$', '').split(':');
    const [first, last] = [placeOf(from ?? ''), placeOf(to ?? from ?? '')];
    if (!first || !last) return false;
    return data
      .slice(first.row, last.row + 1)
      .every((row) => (row ?? []).slice(first.column, last.column + 1).every((part) => part?.t !== 'n'));
  });
}

function placeOf(address: string): { readonly row: number; readonly column: number } | null {
  const [, column, row] = /^([A-Z]{1,3})(\d{1,5})$/.exec(address) ?? [];
  return column && row ? { row: Number(row) - 1, column: columnNumber(column) - 1 } : null;
}

const pairsOf = (grid: SheetGrid | undefined): readonly (readonly [string, string])[] =>
  (grid?.rows ?? []).map((row) => [row?.[0]?.trim() ?? '', row?.[1] ?? ''] as const);

/** Every defined name that is a cell id; a name that points nowhere is left out and its cell is missing. */
function namedCells(book: WorkBook, grids: ReadonlyMap<string, SheetGrid>): NamedCells {
  const cells = new Map<string, NamedCells[number]>();
  for (const name of book.Workbook?.Names ?? []) {
    const id = cellIdOfName(name.Name);
    const reference = /^=?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,5})(?::|$)/.exec(name.Ref ?? '');
    // a copied sheet brings copies of the names, bound to that sheet: the workbook's own name wins
    if (!id || !reference || (cells.has(id) && name.Sheet !== undefined)) continue;
    const sheet = (reference[1] ?? reference[2] ?? '').replaceAll("''", "'");
    const grid = grids.get(sheet);
    const row = Number(reference[4]) - 1;
    const column = columnNumber(reference[3] ?? '') - 1;
    if (grid)
      cells.set(id, {
        id,
        cell: { text: grid.rows[row]?.[column]?.trim() ?? '', place: sheetPlace(sheet, row, column) },
      });
  }
  return [...cells.values()];
}
