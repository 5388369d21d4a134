// Two reports in one file (last year's and the one before, saved together): every figure that differs between them is doubtful.
import { describe, expect, test } from 'vitest';
import type { CellId } from '../../shared/model/report.ts';
import { fillerRows, gridRows, htmlReport, ownRows, pastedReport, PLAIN, tsvReport } from './build-report.ts';
import { type ExpectedCase, expectedOf, importBytes, isWarned } from './import-case.ts';

const later = expectedOf('huaian-2024');
const earlier: ExpectedCase = {
  ...later,
  year: 2023,
  // the same sums hold
  cells: Object.fromEntries(
    Object.entries(later.cells).map(([id, value]) => [id, value === null ? null : String(Number(value) * 3)]),
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
    ['the later one first', [write(later), write(earlier, earlierText)]],
    ['the earlier one first', [write(earlier, earlierText), write(later)]],
  ])('%s', async (_order, texts) => {
    const proposal = await importBytes(texts.join('\n'), file);
    const ids = Object.keys(later.cells) as CellId[]; // keys of a fixture are cell ids
    const differing = ids.filter((id) => later.cells[id] !== earlier.cells[id]);
    expect(differing.length).toBeGreaterThan(30);
    expect(differing.filter((id) => !isWarned(proposal, id))).toEqual([]);
    expect(proposal.warnings.map(({ message }) => message).join('\n')).toContain('文件里不止一份年报');
  });
});
