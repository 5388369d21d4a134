// An Excel file of a sample report: a sheet for each table or all on one, and the same with the names and the hidden sheet of our own export.
import Excel from 'exceljs';
import type { FormCell, TableSpec } from '../../shared/editions/types.ts';
import type { SampleReport } from './sample-report.ts';

export interface WorkbookForm {
  /** A sheet for each table, or one sheet with everything. */
  readonly sheets: 'each' | 'one';
  /** Figures as numbers, or as text as many exports have them. */
  readonly figures: 'number' | 'text';
  readonly own?: true;
}

export async function sampleXlsx(sample: SampleReport, form: WorkbookForm): Promise<Buffer> {
  const book = new Excel.Workbook();
  const only = form.sheets === 'one' ? book.addWorksheet('年报') : null;
  let top = 1;
  const line = (sheet: Excel.Worksheet, text: string): void => {
    sheet.getCell(top++, 1).value = text;
  };
  if (only) {
    line(only, sample.title);
    line(only, sample.preface);
  }
  for (const chapter of sample.edition.chapters) {
    const tables = sample.edition.tables.filter((table) => table.chapter === chapter.key);
    if (only) {
      top++;
      line(only, `${chapter.number}、${chapter.title}`);
      for (const text of sample.prose[chapter.key] ?? []) line(only, text);
    }
    for (const table of tables) {
      const sheet = only ?? book.addWorksheet(table.name);
      if (!only) {
        top = 1;
        sheet.mergeCells(1, 1, 1, table.gridColumns);
        line(sheet, `${chapter.number}、${chapter.title}`);
      }
      top = writeTable(sheet, table, sample, top, form, book);
    }
  }
  if (form.own) writeMeta(book, sample);
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeTable(
  sheet: Excel.Worksheet,
  table: TableSpec,
  sample: SampleReport,
  top: number,
  form: WorkbookForm,
  book: Excel.Workbook,
): number {
  const taken = new Set<string>();
  table.rows.forEach((row, index) => {
    let column = 1;
    for (const cell of row) {
      while (taken.has(`${index} ${column}`)) column++;
      for (let down = 0; down < cell.rowspan; down++) {
        for (let over = 0; over < cell.colspan; over++) taken.add(`${index + down} ${column + over}`);
      }
      if (cell.rowspan > 1 || cell.colspan > 1) {
        sheet.mergeCells(top + index, column, top + index + cell.rowspan - 1, column + cell.colspan - 1);
      }
      const target = sheet.getCell(top + index, column);
      target.value = valueOf(cell, sample, form.figures);
      target.border = {
        top: { style: 'thin' },
        left: { style: 'thin' },
        bottom: { style: 'thin' },
        right: { style: 'thin' },
      };
      if (form.own && cell.kind === 'figure') {
        book.definedNames.add(`'${sheet.name}'!$${target.$col$row.slice(1)}`, `nb_${cell.id.replaceAll('.', '__')}`);
      }
    }
  });
  return top + table.rows.length;
}

function valueOf(cell: FormCell, sample: SampleReport, figures: WorkbookForm['figures']): string | number | null {
  if (cell.kind === 'label') return cell.text;
  const text = sample.figures.get(cell.id) ?? '';
  if (text === '') return null;
  return figures === 'number' && /^-?[\d.]+$/.test(text) ? Number(text) : text;
}

function writeMeta(book: Excel.Workbook, sample: SampleReport): void {
  const sheet = book.addWorksheet('_meta', { state: 'veryHidden' });
  const rows: [string, string][] = [
    ['format', 'nianbao'],
    ['edition', sample.edition.id],
    ['year', String(sample.year)],
    ['organ', sample.organ],
    ['title', sample.title],
    ['chapter_preface', sample.preface],
    ...Object.entries(sample.prose).flatMap(([key, texts]) =>
      texts.map((text): [string, string] => [`chapter_${key}`, text]),
    ),
  ];
  sheet.addRows(rows);
}
