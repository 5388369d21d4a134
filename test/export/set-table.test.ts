// How tables are set: each whole on its page, no figure torn, every figure large enough to be read.
import { expect, test } from 'vitest';
import { DIGIT, fittingSize } from '../../shared/export/fit-columns.ts';
import { figuresOf, type LayoutTable, tablesOf } from '../../shared/export/layout-document.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { setTable } from '../../shared/export/set-table.ts';
import type { CellId, CellValue, Report } from '../../shared/model/report.ts';
import { caseReport, CASES, FINGERPRINT, number } from './report-cases.ts';

const tables = (report: Report): readonly LayoutTable[] =>
  tablesOf(layoutOf(report, { fingerprint: FINGERPRINT, draft: false }));

/** A report with one figure in every cell. */
function filled(name: string, figure: string): Report {
  const report = caseReport(name);
  const ids = Object.keys(report.cells) as CellId[]; // keys of a record keyed by CellId
  return { ...report, cells: Object.fromEntries(ids.map((id): [CellId, CellValue] => [id, number(figure)])) };
}

test.each(CASES)('%s: ordinary figures leave the widths of the form as they are, on upright pages', (name) => {
  for (const table of tables(caseReport(name))) {
    const setting = setTable(table);
    expect([setting.page, setting.table]).toEqual(['portrait', table]);
    expect(Math.min(...setting.sizes.values())).toBeGreaterThanOrEqual(8.5);
  }
});

test.each(['seed-jiaxing-eco-2020', 'huaian-2024'])(
  '%s: ten digits in every cell stand on one line at 7 points or more',
  (name) => {
    for (const table of tables(filled(name, '9876543210'))) {
      const setting = setTable(table);
      const width = setting.page === 'portrait' ? 442.2 : 637.8;
      for (const figure of figuresOf(setting.table)) {
        const size = setting.sizes.get(figure.column) ?? 0;
        expect(size).toBeGreaterThanOrEqual(7);
        expect(size).toBeLessThanOrEqual(fittingSize(setting.table, figure, width, setting));
      }
      expect(setting.table.columnWidths.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
    }
  },
);

test.each(CASES)('%s: ordinary figures stand on one line in a face of wide digits too, at 8 points or more', (name) => {
  for (const table of tables(caseReport(name))) {
    const setting = setTable(table, DIGIT.substituted);
    expect(setting.page).toBe('portrait');
    for (const figure of figuresOf(setting.table)) {
      const size = setting.sizes.get(figure.column) ?? 0;
      expect(size).toBeGreaterThanOrEqual(8);
      expect(size).toBeLessThanOrEqual(fittingSize(setting.table, figure, 442.2, setting));
    }
  }
});

test('only the table of fifteen columns turns its page, and only when its figures would be too small upright', () => {
  const pages = (figure: string) => tables(filled('huaian-2024', figure)).map((table) => setTable(table).page);
  expect(pages('123456')).toEqual(['portrait', 'portrait', 'portrait']);
  expect(pages('9876543210')).toEqual(['portrait', 'portrait', 'landscape']);
});
