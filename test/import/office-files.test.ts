// Files of Word, Excel and PDF, and our own exports, give the same report as text and web pages do.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { layoutOf } from '../../shared/export/layout.ts';
import { toHtml } from '../../shared/export/to-html.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import { CHAPTER_KEYS } from '../../shared/model/report.ts';
import { caseFile, expectAllRight, expectedOf, importBytes, warnedCells } from './import-case.ts';

const OFFICE = resolve(import.meta.dirname, '../fixtures/office');

describe.each(['seed-jiaxing-eco-2020', 'huaian-2024'])('%s', (name) => {
  const expected = expectedOf(name);

  test.each(['.doc', '.xls', '.pdf', '-own.xlsx', '-own.xls'])('%s', async (ending) => {
    const proposal = await importBytes(readFileSync(resolve(OFFICE, name + ending)), name + ending);
    expectAllRight(proposal, expected.cells);
    expect(warnedCells(proposal, expected.cells)).toEqual([]);
    expect(proposal.report.edition).toBe(expected.edition);
    if (ending !== '.xls') expect(expected.organ.startsWith(proposal.report.organ)).toBe(true);
  });

  test('our own web page comes back as it went out: figures, notes, prose, title', async () => {
    const { report } = await importBytes(caseFile(`${name}.txt`), `${name}.txt`);
    const id = 'applications.granted.total';
    const noted = {
      ...report,
      cells: { ...report.cells, [id]: { ...report.cells[id], state: 'number', note: '其中更正2件' } },
    } as typeof report; // one cell with a note
    const again = await importBytes(
      toHtml(layoutOf(noted, { fingerprint: '', draft: false }), { kind: 'web' }),
      'a.html',
    );
    for (const [cell, { state, value, note }] of Object.entries(noted.cells))
      expect({ cell, ...again.report.cells[cell as keyof typeof noted.cells] }).toMatchObject({
        cell,
        state,
        value,
        ...(note ? { note } : {}),
      }); // keys are ids
    for (const key of CHAPTER_KEYS)
      expect(chapterText(again.report.chapters[key])).toBe(chapterText(noted.chapters[key]));
    expect([again.report.organ, again.report.year, again.report.edition, again.report.title]).toEqual([
      report.organ,
      report.year,
      report.edition,
      report.title,
    ]);
  });
});

test('the empty form of an office has every cell blank, and no row is missing', async () => {
  const { report, warnings } = await importBytes(
    readFileSync(resolve(OFFICE, 'template-2021.docx')),
    'template-2021.docx',
  );
  expect(Object.values(report.cells).every(({ state }) => state === 'blank')).toBe(true);
  expect(warnings.map(({ code }) => code)).toEqual(['organ-unknown', 'year-unknown']);
});
