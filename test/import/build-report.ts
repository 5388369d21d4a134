// A report with given figures, written as web page, pasted lines, clipboard rows or page text, as other programs write it.
import { EDITIONS } from '../../shared/editions/index.ts';
import type { FormCell, TableSpec } from '../../shared/editions/types.ts';
import type { ExpectedCase } from './import-case.ts';

export interface ReportText {
  readonly title: string;
  readonly preface: string;
  /** Paragraphs by chapter key. */
  readonly prose: Readonly<Record<string, readonly string[]>>;
}

export const PLAIN: ReportText = {
  title: '临江市人民政府2024年政府信息公开工作年度报告',
  preface: '本报告根据《中华人民共和国政府信息公开条例》编制，所列数据统计期限自2024年1月1日至2024年12月31日。',
  prose: {
    '1': [
      '2024年，全市各级行政机关扎实推进政务公开工作。',
      '（一）主动公开情况。',
      '全年通过政府网站公开政府信息12345条。',
    ],
    '5': ['工作中还存在一些问题：一是解读质量不高；二是培训不够。'],
    '6': ['2024年收取信息处理费0元。'],
  },
};

/** The prose of a case as a text file with “一、…” titles. */
export function narrative(text: string): ReportText {
  const lines = text.split('\n').map((line) => line.trim());
  const prose: Record<string, string[]> = {};
  let key = '';
  for (const line of lines.slice(1).filter(Boolean)) {
    const number = /^([一二三四五六])、/.exec(line)?.[1];
    if (number) key = String('一二三四五六'.indexOf(number) + 1);
    else (prose[key] ??= []).push(line);
  }
  return { title: lines[0] ?? '', preface: prose['']?.join('') ?? '', prose };
}

/** Printed text of a cell of the form. */
export type Printed = (cell: FormCell) => string;

export const printed =
  (cells: ExpectedCase['cells']): Printed =>
  (cell) =>
    cell.kind === 'label' ? cell.text : (cells[cell.id] ?? '');

const chapters = (
  expected: ExpectedCase,
  text: ReportText,
  title: (text: string) => string[],
  line: (text: string) => string[],
  table: (table: TableSpec) => string[],
): string[] =>
  EDITIONS[expected.edition].chapters.flatMap((chapter) => [
    ...title(`${chapter.number}、${chapter.title}`),
    ...(text.prose[chapter.key] ?? []).flatMap(line),
    ...EDITIONS[expected.edition].tables.filter(({ chapter: key }) => key === chapter.key).flatMap(table),
  ]);

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** As a content system writes it: paragraphs, tables with spans, blank cells as &nbsp;. */
export function htmlReport(expected: ExpectedCase, text: ReportText = PLAIN): string {
  const print = printed(expected.cells);
  const paragraph = (line: string): string[] => [`<p style="text-indent:2em">${escape(line)}</p>`];
  const body = chapters(expected, text, paragraph, paragraph, (table) => [htmlTable(table, print)]);
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${text.title}</title></head><body><div id="zoom">
<p align="center">${text.title}</p><p>${escape(text.preface)}</p>${body.join('\n')}</div></body></html>`;
}

export const htmlTable = (table: TableSpec, print: Printed): string =>
  `<table border="1"><tbody>${table.rows.map((row) => `<tr>${row.map((cell) => htmlCell(cell, print)).join('')}</tr>`).join('\n')}</tbody></table>`;

const htmlCell = (cell: FormCell, print: Printed): string =>
  `<td${cell.colspan > 1 ? ` colspan="${cell.colspan}"` : ''}${cell.rowspan > 1 ? ` rowspan="${cell.rowspan}"` : ''}><p align="center">${escape(print(cell)) || '&nbsp;'}</p></td>`;

/** Rows of the grid with merged areas as blanks, as the clipboard of Excel has them; or printed in every place that they cover. */
export const gridRows = (table: TableSpec, print: Printed, everywhere = false): string[][] => {
  const grid: string[][] = table.rows.map(() => []);
  table.rows.forEach((row, top) => {
    let column = 0;
    for (const cell of row) {
      while (grid[top]?.[column] !== undefined) column++;
      for (let r = top; r < top + cell.rowspan; r++)
        for (let c = column; c < column + cell.colspan; c++)
          (grid[r] ??= [])[c] = everywhere || (r === top && c === column) ? print(cell) : '';
      column += cell.colspan;
    }
  });
  return grid;
};

/** Each row's own cells: the clipboard of a browser. */
export const ownRows = (table: TableSpec, print: Printed): string[][] => table.rows.map((row) => row.map(print));

/** Own cells, with blanks for areas merged from above, but not from the left: what the pasted sample has. */
export const fillerRows = (table: TableSpec, print: Printed): string[][] => {
  const open = new Map<number, number>();
  return table.rows.map((row) => {
    const cells: string[] = [];
    let column = 0;
    const skip = (): void => {
      while ((open.get(column) ?? 0) > 0) {
        open.set(column, (open.get(column) ?? 0) - 1);
        cells.push('');
        column++;
      }
    };
    for (const cell of row) {
      skip();
      cells.push(print(cell));
      for (let c = column; c < column + cell.colspan; c++) open.set(c, c === column ? cell.rowspan - 1 : 0);
      column += cell.colspan;
    }
    skip();
    return cells;
  });
};

export type Rows = (table: TableSpec, print: Printed) => string[][];

export const textReport = (expected: ExpectedCase, text: ReportText, table: (table: TableSpec) => string[]): string =>
  [
    text.title,
    '',
    text.preface,
    '',
    ...chapters(
      expected,
      text,
      (title) => [title],
      (line) => [line],
      table,
    ),
  ].join('\n');

/** One row a line, tabs between the cells. */
export const tsvReport = (expected: ExpectedCase, rows: Rows = ownRows, text: ReportText = PLAIN): string =>
  textReport(expected, text, (table) => [...rows(table, printed(expected.cells)).map((row) => row.join('\t')), '']);

/** One cell a line behind a tab, an empty line behind each row, blank cells with a no-break space. */
export const pastedReport = (expected: ExpectedCase, text: ReportText = PLAIN): string =>
  textReport(expected, text, (table) => [
    '',
    ...fillerRows(table, printed(expected.cells)).flatMap((row) => [...row.map((cell) => `\t${cell || '\u00a0'}`), '']),
  ]);

/** As a browser's text of cells that hold paragraphs: the tab between two cells stands alone between empty lines. */
export const paragraphCells = (expected: ExpectedCase, text: ReportText = PLAIN): string =>
  textReport(expected, text, (table) => [
    ...ownRows(table, printed(expected.cells)).map(
      (row) => row.map((cell) => cell || '\u00a0').join('\n\n\t\n\n') + '\n\n\n\n',
    ),
    '',
  ]);

/** A cell a line, the first of a row without its tab. */
export const bareFirstCells = (expected: ExpectedCase, gap: string, text: ReportText = PLAIN): string =>
  textReport(expected, text, (table) => [
    ...ownRows(table, printed(expected.cells)).map((row) => row.map((cell) => cell || '\u00a0').join('\n\t') + gap),
    '',
  ]);
