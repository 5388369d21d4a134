// The import wizard: nothing wrong is let through, nothing is copied that must not be.
import { expect, test } from 'vitest';
import {
  acceptanceOf,
  carryPreview,
  convertedFigure,
  cellsOfWarning,
  correctedReport,
  doubtsOf,
  obstacle,
  startWizard,
} from '../../renderer/state/import-wizard.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import type { ImportWarning } from '../../shared/import/proposal.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import type { Report } from '../../shared/model/report.ts';

const blank = emptyReport('某市生态环境局', 2024);
const report: Report = {
  ...blank,
  status: 'imported',
  cells: {
    ...blank.cells,
    'applications.carried_out.natural': {
      state: 'number',
      value: '3',
      raw: '3',
      source: { kind: 'imported', file: 'a.docx', place: '' },
    },
    'applications.new.natural': {
      state: 'number',
      value: '28',
      raw: '28',
      source: { kind: 'imported', file: 'a.docx', place: '' },
    },
  },
  chapters: { ...blank.chapters, '1': chapterFromLines(['总体情况正文。']) },
};
const warnings: readonly ImportWarning[] = [
  { code: 'cells-lost', message: '本行少一格', cell: 'applications.new' },
  { code: 'value-odd', message: '写法少见', cell: 'applications.carried_out.natural' },
  { code: 'reader', message: '有图片没有读取' },
];
const wizard = startWizard({ token: 't', fileName: 'a.docx', proposal: { report, warnings, origins: {}, blocks: [] } });

test('a published report is proposed as last year’s, with the prose that it has', () => {
  expect(wizard.mode).toBe('next-year');
  expect(wizard.proseOf).toEqual(['1']);
});

test('a doubt about a row is a doubt about each of its figures', () => {
  expect(doubtsOf(warnings, 'applications.new.total').map(({ code }) => code)).toEqual(['cells-lost']);
  expect(cellsOfWarning(report, warnings[0]!)).toHaveLength(7);
  expect(cellsOfWarning(report, warnings[1]!)).toEqual(['applications.carried_out.natural']);
  expect(cellsOfWarning(report, warnings[2]!)).toEqual([]);
});

test('a correction shows in the report, in full-width digits too; other figures stay', () => {
  const corrected = correctedReport({ ...wizard, corrections: { 'applications.new.natural': '２９' } });
  expect(corrected.cells['applications.new.natural']?.value).toBe('29');
  expect(corrected.cells['applications.carried_out.natural']?.value).toBe('3');
});

test('a correction that is no figure stops the wizard with its reason and changes nothing', () => {
  const wrong = { ...wizard, corrections: { 'applications.new.natural': '二十八' } };
  expect(obstacle(wrong)).toMatch(/^表三 一、本年新收政府信息公开申请数量 · 自然人：“二十八”.*，请改正。$/);
  expect(correctedReport(wrong).cells['applications.new.natural']?.value).toBe('28');
});

test('without an organ or a year the wizard does not go on', () => {
  expect(obstacle({ ...wizard, organ: '  ' })).toContain('机关');
  expect(obstacle({ ...wizard, year: 0 })).toContain('年度');
  expect(obstacle(wizard)).toBeNull();
});

test('only 结转下年度 is carried, as a proposal', () => {
  const { draft } = carryPreview(wizard);
  expect(draft.year).toBe(2025);
  expect(draft.cells['applications.carried_in.natural']).toMatchObject({ value: '3', proposed: true });
  expect(draft.cells['applications.new.natural']?.state).toBe('blank');
});

test('what is accepted is what the person saw', () => {
  const seen = { ...wizard, organ: ' 某市生态环境局 ', corrections: { 'applications.new.natural': '29' } as const };
  expect(acceptanceOf(seen)).toMatchObject({
    token: 't',
    organ: '某市生态环境局',
    year: 2024,
    edition: '2021',
    corrections: [{ cell: 'applications.new.natural', text: '29' }],
    proseOf: ['1'],
  });
});

test('a figure in another unit than its cell is kept, and its conversion only offered', () => {
  const amount = (raw: string, value: string) =>
    convertedFigure(
      {
        ...report,
        cells: {
          'disclosure.fee.amount': {
            state: 'number',
            value,
            raw,
            source: { kind: 'imported', file: 'a.html', place: '' },
          },
        },
      },
      'disclosure.fee.amount',
    );
  expect(amount('22541145.2元', '22541145.2')).toEqual({ value: '2254.11452', unit: '万元' });
  expect(amount('3.5亿元', '3.5')).toEqual({ value: '35000', unit: '万元' });
  expect(amount('22541145.2', '22541145.2')).toBeNull();
  expect(amount('2254.11万元', '2254.11')).toBeNull();
  expect(amount('1.23456元', '1.23456')).toBeNull();
});
