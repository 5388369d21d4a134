// Footnote marks behind figures and text struck out in Word files: no digit of either belongs to the figure.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { lineText, textLines } from '../../electron/core/readers/pdf-lines.ts';

const CELLS: readonly (readonly TextRun[])[] = [
  [new TextRun('320'), new TextRun({ text: '1', superScript: true })],
  [new TextRun('41'), new TextRun({ text: '[', superScript: true }), new TextRun({ text: '2]', superScript: true })],
  [new TextRun({ text: '99', strike: true }), new TextRun('15')],
  [new TextRun({ text: '98', doubleStrike: true }), new TextRun('16')],
  [new TextRun('77'), new TextRun({ text: '3', position: '5pt', size: 12 })],
  [new TextRun({ text: '12', superScript: true })],
  [new TextRun('34'), new TextRun({ text: '5', position: '-1pt' })],
];

test('a raised mark in a cell is a note, a struck figure is gone, a figure raised as a whole is a figure', async () => {
  const children = CELLS.map((runs) => new TableCell({ children: [new Paragraph({ children: [...runs] })] }));
  const prose = new Paragraph({ children: [new TextRun('面积5m'), new TextRun({ text: '2', superScript: true })] });
  const file = await Packer.toBuffer(
    new Document({ sections: [{ children: [prose, new Table({ rows: [new TableRow({ children })] })] }] }),
  );
  const raw = await readSourceBytes(file, 'a.docx');
  if (!raw.ok) throw new Error(raw.error.message);
  const [text, table] = raw.value.blocks;
  expect(text).toMatchObject({ kind: 'paragraph', text: '面积5m2' });
  const texts = table?.kind === 'table' ? table.rows.flatMap((row) => row.map((cell) => cell.text)) : [];
  expect(texts).toEqual(['320（注1）', '41（注[2]）', '15', '16', '77（注3）', '12', '345']);
  expect(raw.value.remarks.join()).toContain('已删除的文字没有读取');
});

test('a small raised digit behind a figure of a PDF is a note, smaller print on the line is not', () => {
  const line = (...parts: readonly (readonly [text: string, size: number, y: number])[]): string => {
    let x = 100;
    const chars = parts.flatMap(([text, size, y]) =>
      Array.from(text, (char) => ({ text: char, x: (x += size / 2) - size / 2, y, width: size / 2, size })),
    );
    return textLines(chars).map(lineText).join('/');
  };
  expect(line(['320', 12, 500], ['12', 7, 503])).toBe('320（注12）');
  expect(line(['320', 12, 500], ['1', 7, 500])).toBe('3201');
  expect(line(['320', 12, 500], ['1', 12, 502])).toBe('3201');
  expect(line(['面积', 12, 500], ['2', 7, 503])).toBe('面积2');
});

test('the same in the cells of a workbook', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('表');
  sheet.addRow([
    { richText: [{ text: '320' }, { font: { vertAlign: 'superscript' }, text: '1' }] },
    { richText: [{ font: { strike: true }, text: '99' }, { text: '41' }] },
    { richText: [{ text: '规' }, { font: { bold: true }, text: '章&' }] },
    { richText: [{ font: { vertAlign: 'superscript' }, text: '12' }] },
  ]);
  const raw = await readSourceBytes(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx');
  if (!raw.ok) throw new Error(raw.error.message);
  const table = raw.value.blocks.find(({ kind }) => kind === 'table');
  const texts = table?.kind === 'table' ? table.rows.flatMap((row) => row.map((cell) => cell.text)) : [];
  expect(texts).toEqual(['320（注1）', '41', '规章&', '12']);
});
