// A statutory table in Word: fixed widths, repeated head rows, kept on one page with the heading above it.
import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { LayoutCell, LayoutTable } from '../../../shared/export/layout-document.ts';
import { fitColumns } from '../../../shared/export/fit-columns.ts';
import { figureSizes, isTall, startsAtLeft } from '../../../shared/export/print-table.ts';
import { STYLE } from './docx-style-names.ts';
import { wordText } from './docx-text.ts';

/** Width of the type area, 156 mm, in twentieths of a point. */
const TYPE_WIDTH = 8844;

const LINE = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const BORDERS = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

export function wordTable(asPrinted: LayoutTable): Table {
  const table = fitColumns(asPrinted);
  const widths = table.columnWidths.map((share) => Math.round(share * TYPE_WIDTH));
  const sizes = figureSizes(table);
  const last = table.rows.length - 1;
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
          children: cells.map((cell) => wordCell(table, cell, widths, sizes, index < last)),
        }),
    ),
  });
}

function wordCell(
  table: LayoutTable,
  cell: LayoutCell,
  widths: readonly number[],
  sizes: ReadonlyMap<number, number>,
  keepNext: boolean,
): TableCell {
  const close = isTall(table);
  const room = close ? 18 : 70;
  const head = cell.kind === 'label' && cell.role !== 'row';
  const left = cell.kind === 'label' && startsAtLeft(table, cell);
  const size = cell.kind === 'figure' ? (sizes.get(cell.column) ?? 10.5) * 2 : close ? 19 : undefined;
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: {
      size: widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, width) => sum + width, 0),
      type: WidthType.DXA,
    },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 30, right: 30, top: room, bottom: room },
    children: [
      new Paragraph({
        style: head ? STYLE.tableHead : STYLE.table,
        keepNext,
        ...(left ? { alignment: AlignmentType.LEFT } : {}),
        children:
          cell.text === ''
            ? []
            : [new TextRun({ text: wordText(cell.text), ...(size ? { size: Math.round(size) } : {}) })],
      }),
    ],
  });
}
