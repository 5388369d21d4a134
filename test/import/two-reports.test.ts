// Two reports in one file (last year's and the one before, departments on sheets of their own): the first is read, and every figure is doubtful.
import Excel from 'exceljs';
import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../shared/editions/index.ts';
import type { CellId } from '../../shared/model/report.ts';
import { fillerRows, gridRows, htmlReport, ownRows, pastedReport, PLAIN, printed, tsvReport } from './build-report.ts';
import { type ExpectedCase, expectAllRight, expectedOf, importBytes, isWarned } from './import-case.ts';

const later = expectedOf('huaian-2024');
const earlier: ExpectedCase = {
  ...later,
  year: 2023,
  // the same sums hold
  cells: Object.fromEntries(
    Object.entries(later.cells).map(([id, value]) => [
      id,
      value === null ? null : String(Number((Number(value) * 3).toFixed(6))),
    ]),
  ),
};
const earlierText = JSON.parse(JSON.stringify(PLAIN).replaceAll('2024', '2023')) as typeof PLAIN; // the same shape

const FORMS = {
  'web page': { file: 'a.html', write: htmlReport },
  'rows of a browser': {
    file: 'a.txt',
    write: (report: ExpectedCase, text = PLAIN) => tsvReport(report, ownRows, text),
  },
  'rows of Excel': { file: 'a.txt', write: (report: ExpectedCase, text = PLAIN) => tsvReport(report, gridRows, text) },
  'rows with blanks': {
    file: 'a.txt',
    write: (report: ExpectedCase, text = PLAIN) => tsvReport(report, fillerRows, text),
  },
  'cells a line': { file: 'a.txt', write: pastedReport },
} as const;

describe.each(Object.entries(FORMS))('%s', (_, { file, write }) => {
  test.each([
    ['the later one first', later, [write(later), write(earlier, earlierText)]],
    ['the earlier one first', earlier, [write(earlier, earlierText), write(later)]],
  ])('%s', async (_order, first, texts) => {
    const proposal = await importBytes(texts.join('\n'), file);
    const ids = Object.keys(later.cells) as CellId[]; // keys of a fixture are cell ids
    const differing = ids.filter((id) => later.cells[id] !== earlier.cells[id]);
    expect(differing.length).toBeGreaterThan(30);
    expect(differing.filter((id) => !isWarned(proposal, id))).toEqual([]);
    expect(proposal.warnings.map(({ message }) => message).join('\n')).toContain('文件里不止一份年报');
    expectAllRight(proposal, first.cells);
    expect(proposal.report.year).toBe(first.year);
    expect(proposal.report.title).toContain(`${first.year}年`);
  });
});

test.each([
  ['with their titles', '临江市财政局2024年政府信息公开工作年度报告', '临江市民政局2024年政府信息公开工作年度报告'],
  ['with names of sheets alone', '财政局', '民政局'],
])('departments on sheets of their own, %s: the first is read, the other is named', async (_, first, second) => {
  const book = new Excel.Workbook();
  for (const [name, title, report] of [
    ['财政局', first, later],
    ['民政局', second, earlier],
  ] as const) {
    const sheet = book.addWorksheet(name);
    if (title !== name) sheet.addRow([title]);
    for (const chapter of EDITIONS['2021'].chapters) {
      if (title !== name) sheet.addRow([`${chapter.number}、${chapter.title}`]);
      for (const table of EDITIONS['2021'].tables.filter(({ chapter: key }) => key === chapter.key))
        for (const row of gridRows(table, printed(report.cells))) sheet.addRow(row);
    }
  }
  const proposal = await importBytes(Buffer.from(await book.xlsx.writeBuffer()), 'a.xlsx', { year: 2024 });
  expectAllRight(proposal, later.cells);
  expect(proposal.warnings.map(({ message }) => message).join('\n')).toContain(`没有装入“${second}”`);
});
