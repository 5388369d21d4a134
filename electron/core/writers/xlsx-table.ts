// A statutory table as a worksheet: spans, totals, one defined name per figure, entry cells open and everything else locked.
import type { DataValidation, Workbook, Worksheet } from 'exceljs';
import {
  figuresOf,
  type LayoutCell,
  type LayoutDocument,
  type LayoutFigure,
  type LayoutTable,
} from '../../../shared/export/layout-document.ts';
import { labelLines } from '../../../shared/export/print-table.ts';
import { isTall } from '../../../shared/export/set-table.ts';
import { widthOf } from '../../../shared/export/title-lines.ts';
import type { FigureType } from '../../../shared/editions/types.ts';
import type { CellId } from '../../../shared/model/report.ts';
import { columnLetter, rectangles, sumRanges } from './xlsx-address.ts';
import { figureContent } from './xlsx-figure.ts';
import { BORDER, cellText, CENTRE, FACE, FIGURE, LEFT, linesOf, setUpPage, writeText } from './xlsx-style.ts';

/** Rows above the form: its name, the organ and the year. */
const ABOVE = 2;
/** Sum of the column widths of a sheet, in Excel's units. */
const SHEET_WIDTH = { portrait: 92, landscape: 128 } as const;
const POINTS = 10.5;

interface Place {
  readonly row: number;
  readonly column: number;
}

export async function addTable(workbook: Workbook, layout: LayoutDocument, table: LayoutTable): Promise<void> {
  const orientation = table.gridColumns > 12 ? 'landscape' : 'portrait';
  const sheet = workbook.addWorksheet(table.name);
  setUpPage(sheet, orientation, layout.draft);
  const widths = columnUnits(table, SHEET_WIDTH[orientation]);
  sheet.columns = widths.map((width) => ({ width }));
  writeHeading(sheet, layout, table);
  const places = new Map(figuresOf(table).map((figure) => [figure.id, placeOf(figure)]));
  const parts = new Map(figuresOf(table).map((figure) => [figure.id, figure]));
  for (const cell of table.rows.flat()) writeCell(workbook, sheet, table, cell, places, parts);
  table.rows.forEach((cells, index) => {
    sheet.getRow(index + 1 + ABOVE).height = rowHeight(table, cells, widths);
  });
  addValidations(sheet, figuresOf(table));
  addIdentities(sheet, table, places);
  const lastRow = table.rows.length + ABOVE;
  // the library writes the ends as absolute columns only: the rows are made absolute here
  sheet.pageSetup.printArea = `A$1:${columnLetter(table.gridColumns)}$${lastRow}`;
  if (table.headRows > 0) sheet.pageSetup.printTitlesRow = `${ABOVE + 1}:${ABOVE + table.headRows}`;
  sheet.views = [frozen(table)];
  await sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
  });
}

/** Heads of single columns in a tall table are set smaller, four characters on a line: “商业企业” does not break before its last one. */
const HEAD_POINTS = 9;
const isNarrowHead = (table: LayoutTable, cell: LayoutCell): boolean =>
  isTall(table) && cell.kind === 'label' && cell.role === 'column' && cell.colspan === 1;
const FOUR_CHARACTERS = 7.6;

/** Widths in Excel's units: the shares of the form, wider where a figure with its note needs it; printing scales to the page. */
function columnUnits(table: LayoutTable, whole: number): number[] {
  const units = table.columnWidths.map((share) => share * whole);
  for (const { column, colspan, text, value } of figuresOf(table)) {
    const needed = value === null ? 0 : (widthOf(text) * 2 + 1.5) / colspan;
    for (let at = column; at < column + colspan; at++) units[at] = Math.max(units[at] ?? 0, needed);
  }
  for (const { column } of table.rows.flat().filter((cell) => isNarrowHead(table, cell))) {
    units[column] = Math.max(units[column] ?? 0, FOUR_CHARACTERS);
  }
  return units.map((width) => Math.round(width * 10) / 10);
}

const placeOf = ({ row, column }: LayoutCell): Place => ({ row: row + 1 + ABOVE, column: column + 1 });

function writeHeading(sheet: Worksheet, layout: LayoutDocument, table: LayoutTable): void {
  sheet.mergeCells(1, 1, 1, table.gridColumns);
  const name = sheet.getCell(1, 1);
  writeText(name, table.caption);
  name.font = { name: FACE.head, size: 16 };
  name.alignment = CENTRE;
  sheet.getRow(1).height = 32;
  sheet.mergeCells(2, 1, 2, table.gridColumns);
  const organ = sheet.getCell(2, 1);
  writeText(organ, `${layout.organ}　${layout.year}年度`);
  organ.font = { name: FACE.body, size: 12 };
  organ.alignment = LEFT;
  sheet.getRow(2).height = 22;
}

function writeCell(
  workbook: Workbook,
  sheet: Worksheet,
  table: LayoutTable,
  cell: LayoutCell,
  places: ReadonlyMap<CellId, Place>,
  parts: ReadonlyMap<CellId, LayoutFigure>,
): void {
  const { row, column } = placeOf(cell);
  const entry = cell.kind === 'figure' && cell.sumOf.length === 0;
  for (let down = 0; down < cell.rowspan; down++) {
    for (let right = 0; right < cell.colspan; right++) {
      const target = sheet.getCell(row + down, column + right);
      target.border = BORDER;
      target.protection = { locked: !entry };
    }
  }
  if (cell.rowspan > 1 || cell.colspan > 1) {
    sheet.mergeCells(row, column, row + cell.rowspan - 1, column + cell.colspan - 1);
  }
  const target = sheet.getCell(row, column);
  if (cell.kind === 'label') {
    writeText(target, labelLines(cell, Infinity).join('\n'));
    const size = isNarrowHead(table, cell) ? HEAD_POINTS : POINTS;
    target.font = { name: cell.role === 'row' ? FACE.body : FACE.head, size };
    target.alignment = cell.role === 'row' && cell.rowspan === 1 && table.gridColumns > 7 ? LEFT : CENTRE;
    return;
  }
  const content = figureContent(cell, parts, (ids) => sumRanges(ids.flatMap((id) => places.get(id) ?? [])).join(','));
  target.value = typeof content.value === 'string' ? cellText(content.value) : content.value;
  target.numFmt = content.format;
  target.font = { name: FACE.body, size: POINTS };
  target.alignment = typeof target.value === 'string' ? CENTRE : FIGURE;
  workbook.definedNames.add(`'${sheet.name}'!$${columnLetter(column)}$${row}`, definedName(cell.id));
}

/** `applications.new.total` as a name that Excel takes. */
export const definedName = (id: CellId): string => `nb_${id.replaceAll('.', '__')}`;

/** High enough for the labels and figures that stand in this row alone. */
function rowHeight(table: LayoutTable, cells: readonly LayoutCell[], widths: readonly number[]): number {
  const lines = cells
    .filter((cell) => cell.rowspan === 1 && (cell.kind === 'label' || (cell.value === null && cell.text !== '')))
    .map((cell) => {
      const units = widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, width) => sum + width, 0);
      return linesOf(cell.text, units, POINTS);
    });
  return Math.max(1, ...lines) * 14 + (isTall(table) ? 7 : 12);
}

const RULES = {
  count: {
    type: 'whole',
    operator: 'between',
    formulae: [0, 9_999_999_999],
    error: '请填写不小于0的整数；没有数据的格留空。',
  },
  signed: {
    type: 'whole',
    operator: 'between',
    formulae: [-9_999_999_999, 9_999_999_999],
    error: '请填写整数，减少的填负数；没有数据的格留空。',
  },
  amount: {
    type: 'decimal',
    operator: 'between',
    formulae: [0, 9_999_999_999],
    error: '请填写不小于0的金额，只填数字；没有数据的格留空。',
  },
} as const satisfies Record<FigureType, Pick<DataValidation, 'type' | 'operator' | 'formulae' | 'error'>>;

/** The part of exceljs that its types leave out: one validation for a whole range. */
interface WithValidations {
  readonly dataValidations: { add(range: string, rule: DataValidation): void };
}

function addValidations(sheet: Worksheet, figures: readonly LayoutFigure[]): void {
  for (const type of Object.keys(RULES) as FigureType[]) {
    const entries = figures.filter((figure) => figure.type === type && figure.sumOf.length === 0);
    for (const range of rectangles(entries.map(placeOf))) {
      const rule = { ...RULES[type], formulae: [...RULES[type].formulae] };
      (sheet as Worksheet & WithValidations).dataValidations.add(range, {
        ...rule,
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'stop',
        errorTitle: '这里只能填数字',
      });
    }
  }
}

/** Where a printed equation of a column does not hold, its cells turn red. */
function addIdentities(sheet: Worksheet, table: LayoutTable, places: ReadonlyMap<CellId, Place>): void {
  const address = (id: CellId): string | null => {
    const place = places.get(id);
    return place ? `$${columnLetter(place.column)}$${place.row}` : null;
  };
  table.identities.forEach(({ left, right }, index) => {
    const side = (ids: readonly CellId[]): string => ids.map((id) => `N(${address(id)})`).join('+');
    sheet.addConditionalFormatting({
      ref: [...left, ...right].map((id) => (address(id) ?? '').replaceAll('$', '')).join(' '),
      rules: [
        {
          type: 'expression',
          priority: index + 1,
          formulae: [`${side(left)}<>${side(right)}`],
          style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFFC7CE' } } },
        },
      ],
    });
  });
}

/** The heads stay in sight: rows of the head, columns of the row labels. */
function frozen(table: LayoutTable): { state: 'frozen'; xSplit: number; ySplit: number; showGridLines: boolean } {
  const firstFigure = Math.min(...figuresOf(table).map((figure) => figure.column));
  return {
    state: 'frozen',
    xSplit: table.headRows > 0 ? firstFigure : 0,
    ySplit: ABOVE + table.headRows,
    showGridLines: false,
  };
}
