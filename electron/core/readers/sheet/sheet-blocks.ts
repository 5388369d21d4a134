// The grid of one sheet -> blocks: which rows are table, which are title or prose. Every cell keeps its place (“工作表‘表三’D7”).
import { endsAsChapter, isSectionHead } from '../../../../shared/editions/form-lines.ts';
import type { RawBlock, RawCell, RawTable } from '../../../../shared/import/raw-document.ts';
import { placeOnSheet } from '../../../../shared/import/sheet-places.ts';
import { columnName } from './sheet-guard.ts';

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetGrid {
  readonly name: string;
  /** Texts by row and column from 0; holes are blank cells. */
  readonly rows: readonly (readonly (string | undefined)[] | undefined)[];
  readonly merges: readonly Merge[];
  /** By `row column`: what is not sure there. */
  readonly doubts: ReadonlyMap<string, string>;
}

const CHAPTER = /^[一二三四五六七八九十]{1,2}\s*[、．.]/;
const TITLE = /年度报告|年报/;

/** The place of a cell; row and column from 0. */
export const sheetPlace = (sheet: string, row: number, column: number): string =>
  placeOnSheet(sheet, `${columnName(column + 1)}${row + 1}`);

/** Splits a sheet into titles, prose and tables. Blank rows are left out; blank cells inside a table are present. */
export function sheetBlocks(sheet: SheetGrid): readonly RawBlock[] {
  const filled = sheet.rows.flatMap((row, index) => {
    const columns = filledColumns(row);
    return columns.length > 0 ? [{ index, columns }] : [];
  });
  const width = filled.reduce((most, { columns }) => Math.max(most, (columns.at(-1) ?? 0) + 1), 0);
  const blocks: RawBlock[] = [];
  if (CHAPTER.test(sheet.name) && filled.length > 0) {
    blocks.push({ kind: 'heading', level: 1, text: sheet.name, place: placeOnSheet(sheet.name) });
  }
  let table: number[] = [];
  const endTable = (): void => {
    if (table.length > 0) blocks.push(...tableOf(sheet, table));
    table = [];
  };
  filled.forEach(({ index, columns }, position) => {
    const column = columns[0] ?? 0;
    const text = sheet.rows[index]?.[column]?.trim() ?? '';
    if (
      columns.length > 1 ||
      !isProse(sheet, {
        row: index,
        column,
        text,
        width,
        inTable: table.length > 0,
        last: position === filled.length - 1,
      })
    ) {
      table.push(index);
      return;
    }
    endTable();
    const place = sheetPlace(sheet.name, index, column);
    for (const line of text.split(/\r?\n/))
      if (line.trim() !== '') blocks.push({ kind: 'paragraph', text: line.trim(), place });
  });
  endTable();
  return blocks;
}

const filledColumns = (row: readonly (string | undefined)[] | undefined): number[] => {
  const columns: number[] = [];
  row?.forEach((text, column) => {
    if (text !== undefined && text.trim() !== '') columns.push(column);
  });
  return columns;
};

interface SingleCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly width: number;
  readonly inTable: boolean;
  readonly last: boolean;
}

/** A row with one filled cell is prose, a title, or a row of the table whose figures are blank. */
function isProse(sheet: SheetGrid, cell: SingleCell): boolean {
  if (/^[-+]?[\d.,]+$/.test(cell.text)) return false;
  if (TITLE.test(cell.text) || cell.text.length > 60) return true;
  const merge = sheet.merges.find((area) => area.top === cell.row && area.left === cell.column);
  const fullWidth = merge !== undefined && merge.right + 1 >= cell.width;
  if (CHAPTER.test(cell.text)) return fullWidth || endsAsChapter(cell.text.replace(/[：:。]$/, ''));
  if (isSectionHead(cell.text)) return false;
  return !cell.inTable || cell.width === 1;
}

function tableOf(sheet: SheetGrid, rows: readonly number[]): readonly RawBlock[] {
  const used = new Set(rows.flatMap((row) => filledColumns(sheet.rows[row])));
  const columns = [...used].sort((a, b) => a - b);
  const rowSet = new Set(rows);
  const covered = new Set<string>();
  const spans = new Map<string, { readonly colspan: number; readonly rowspan: number }>();
  for (const merge of sheet.merges) {
    const mergedRows = rows.filter((row) => row >= merge.top && row <= merge.bottom);
    const mergedColumns = columns.filter((column) => column >= merge.left && column <= merge.right);
    if (!rowSet.has(merge.top)) continue;
    spans.set(`${merge.top} ${merge.left}`, { colspan: mergedColumns.length, rowspan: mergedRows.length });
    for (const row of mergedRows) {
      for (const column of mergedColumns)
        if (row !== merge.top || column !== merge.left) covered.add(`${row} ${column}`);
    }
  }
  const built = rows.map((row): RawCell[] =>
    columns.flatMap((column): RawCell[] => {
      const text = sheet.rows[row]?.[column]?.trim() ?? '';
      // a merged-away cell that still holds text is shown, never dropped
      if (covered.has(`${row} ${column}`) && text === '') return [];
      const span = spans.get(`${row} ${column}`);
      const doubt = sheet.doubts.get(`${row} ${column}`);
      return [
        {
          text,
          place: sheetPlace(sheet.name, row, column),
          ...(doubt === undefined ? {} : { doubt }),
          ...(span && span.colspan > 1 ? { colspan: span.colspan } : {}),
          ...(span && span.rowspan > 1 ? { rowspan: span.rowspan } : {}),
        },
      ];
    }),
  );
  const table: RawTable = {
    kind: 'table',
    rows: built,
    place: placeOnSheet(sheet.name, `第${(rows[0] ?? 0) + 1}行起`),
    cells: 'exact',
  };
  return [table];
}
