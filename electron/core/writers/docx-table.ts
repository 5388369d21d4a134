// A statutory table in Word: fixed widths, repeated head rows, kept on one page with the heading above it.
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { DIGIT } from '../../../shared/export/fit-columns.ts';
import type { LayoutCell, LayoutTable } from '../../../shared/export/layout-document.ts';
import { labelLines, startsAtLeft } from '../../../shared/export/print-table.ts';
import { isTall, setTable, type TableSetting } from '../../../shared/export/set-table.ts';
import { STYLE } from './docx-style-names.ts';
import { wordText } from './docx-text.ts';

/** Widths of the type area in twentieths of a point: 156 mm, and 225 mm on a turned page. */
const TYPE_WIDTH = { portrait: 8844, landscape: 12_756 } as const;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/** How a table is set where nobody knows which faces it will be shown in. */
export const wordSetting = (table: LayoutTable): TableSetting => setTable(table, DIGIT.substituted);

export function wordTable(setting: TableSetting): Table {
  const { table } = setting;
  const widths = table.columnWidths.map((share) => Math.round(share * TYPE_WIDTH[setting.page]));
  const last = table.rows.length - 1;
  // one that fills a page starts it: rows kept together would part it from its title where another font makes it too tall
  const startsPage = isTall(table);
  return new Table({
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: BORDERS,
    rows: table.rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          ...(index < table.headRows ? { tableHeader: true } : {}),
          children: cells.map((cell) => wordCell(setting, cell, widths, index < last && !startsPage)),
        }),
    ),
  });
}

function wordCell(setting: TableSetting, cell: LayoutCell, widths: readonly number[], keepNext: boolean): TableCell {
  const { table, line, side } = setting;
  const size = widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, width) => sum + width, 0);
  const head = cell.kind === 'label' && cell.role !== 'row';
  const left = cell.kind === 'label' && startsAtLeft(table, cell);
  // a word processor adds to an exact line what the browser does not
  const room = Math.round((cell.kind === 'label' ? setting.room : setting.figureRoom) * 20 * CLOSER);
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: side * 20, right: side * 20, top: room, bottom: room },
    children: [
      new Paragraph({
        style: head ? STYLE.tableHead : STYLE.table,
        keepNext,
        spacing: { line: Math.round(line * 20), lineRule: LineRuleType.EXACT },
        ...(left ? { alignment: AlignmentType.LEFT } : {}),
        children: cellRuns(setting, cell, size / 20 - 2 * side - 1),
      }),
    ],
  });
}

/** Room above and below the text of a cell, against that of the printed page. */
const CLOSER = 0.85;

/** @param width room for a line of text, in points. */
function cellRuns({ label, sizes }: TableSetting, cell: LayoutCell, width: number): TextRun[] {
  if (cell.text === '') return [];
  // in half points, of a figure never more than fits its columns
  const size = cell.kind === 'label' ? Math.round(label * 2) : Math.floor((sizes.get(cell.column) ?? label) * 2);
  const texts = cell.kind === 'label' ? labelLines(cell, width / label) : [cell.text];
  return texts.map((text, index) => new TextRun({ text: wordText(text), size, ...(index > 0 ? { break: 1 } : {}) }));
}
