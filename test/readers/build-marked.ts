// One row of cells with footnote marks, figures struck out and hidden parts, as Word and Excel files; LibreOffice turns them into the others.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import ExcelJS from 'exceljs';

const CELLS: readonly (readonly TextRun[])[] = [
  [new TextRun('320'), new TextRun({ text: '1', superScript: true })],
  [new TextRun('41'), new TextRun({ text: '[', superScript: true }), new TextRun({ text: '2]', superScript: true })],
  [new TextRun('77'), new TextRun({ text: '2', subScript: true })],
  [new TextRun({ text: '99', strike: true }), new TextRun('15')],
  [new TextRun({ text: '98', doubleStrike: true }), new TextRun('16')],
  [new TextRun({ text: '97', strike: true })],
  [new TextRun('77'), new TextRun({ text: '3', position: '5pt', size: 12 })],
  [new TextRun('78'), new TextRun({ text: '2', position: '-1pt', size: 12 })],
  [new TextRun({ text: '12', superScript: true })],
  [new TextRun('34'), new TextRun({ text: '5', position: '-1pt' })],
  [new TextRun('66₂')],
];

/** What is read of them. */
export const MARKED_CELLS = [
  '320（注1）',
  '41（注[2]）',
  '77（注2）',
  '15',
  '16',
  '',
  '77（注3）',
  '78（注2）',
  '12',
  '345',
  '66₂',
];

export function markedDocx(): Promise<Buffer> {
  const children = CELLS.map((runs) => new TableCell({ children: [new Paragraph({ children: [...runs] })] }));
  const prose = new Paragraph({ children: [new TextRun('面积5m'), new TextRun({ text: '2', superScript: true })] });
  return Packer.toBuffer(
    new Document({ sections: [{ children: [prose, new Table({ rows: [new TableRow({ children })] })] }] }),
  );
}

export async function markedXlsx(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow([
    { richText: [{ text: '320' }, { font: { vertAlign: 'superscript' }, text: '1' }] },
    { richText: [{ text: '77' }, { font: { vertAlign: 'subscript' }, text: '2' }] },
    { richText: [{ font: { strike: true }, text: '99' }, { text: '41' }] },
    { richText: [{ text: '规' }, { font: { bold: true }, text: '章&' }] },
    { richText: [{ font: { vertAlign: 'superscript' }, text: '12' }] },
    98,
    7,
  ]);
  sheet.getCell('F1').font = { strike: true };
  sheet.addRow(['', 2, 3, '规章&', 5, 6, 7]).hidden = true;
  sheet.addRow(['', 2, 3, '许可', 5, 6, 7]).hidden = true;
  sheet.getColumn(7).hidden = true;
  return Buffer.from(await book.xlsx.writeBuffer());
}
