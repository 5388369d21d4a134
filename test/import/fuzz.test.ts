// Damaged input of any kind: matching never throws and never hangs, and a lost cell never leaves a wrong figure without a warning.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { EDITIONS, editionIds } from '../../shared/editions/index.ts';
import { matchDocument } from '../../shared/import/match-document.ts';
import type { CellId, EditionId } from '../../shared/model/report.ts';
import { fillerRows, gridRows, htmlReport, ownRows, pastedReport, tsvReport } from './build-report.ts';
import { caseFile, type ExpectedCase, importBytes, silentlyWrong } from './import-case.ts';

/** Figures that agree with each other, in one of the habits of offices: zeros, blanks, or both. */
const reports: fc.Arbitrary<ExpectedCase> = fc
  .record({
    edition: fc.constantFrom<EditionId>(...editionIds),
    habit: fc.constantFrom('zeros', 'blanks', 'mixed'),
    seeds: fc.array(fc.nat(4000), { minLength: 40, maxLength: 40 }),
  })
  .map(({ edition, habit, seeds }) => {
    const form = EDITIONS[edition];
    const cells: Record<CellId, string | null> = {};
    let at = 0;
    const next = (): number => seeds[at++ % seeds.length] ?? 0;
    for (const table of form.tables)
      for (const cell of table.rows.flat()) if (cell.kind === 'figure') cells[cell.id] = figure(habit, next() + at * 7);
    for (const { computes, right } of form.equations) {
      if (!computes) continue;
      const parts = right.map((id) => cells[id]).filter((value) => value !== null && value !== undefined);
      cells[computes] = parts.length > 0 ? String(parts.reduce((sum, value) => sum + Number(value), 0)) : null;
    }
    return { organ: '临江市人民政府', year: edition === '2019' ? 2020 : 2024, edition, cells };
  });

function figure(habit: string, seed: number): string | null {
  if (seed % 3 === 0) return String((seed % 211) + 1);
  return habit === 'zeros' ? '0' : habit === 'blanks' || seed % 2 === 0 ? null : '0';
}

const FORMS = {
  'web page': { file: 'a.html', write: (report: ExpectedCase) => htmlReport(report) },
  'rows of a browser': { file: 'a.txt', write: (report: ExpectedCase) => tsvReport(report, ownRows) },
  'rows of Excel': { file: 'a.txt', write: (report: ExpectedCase) => tsvReport(report, gridRows) },
  'rows with blanks': { file: 'a.txt', write: (report: ExpectedCase) => tsvReport(report, fillerRows) },
  'cells a line': { file: 'a.txt', write: (report: ExpectedCase) => pastedReport(report) },
  'cells a line, trimmed': {
    file: 'a.txt',
    write: (report: ExpectedCase) => pastedReport(report).replaceAll(/^[\t \u00a0]+|[\t \u00a0]+$/gm, ''),
  },
} as const;

describe.each(Object.entries(FORMS))('%s', (name, { file, write }) => {
  test('undamaged, every figure is right or carries a warning', async () => {
    await fc.assert(
      fc.asyncProperty(reports, async (report) => {
        expect(silentlyWrong(await importBytes(write(report), file), report.cells)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('with one cell of a row lost, nothing in the row is wrong without a warning', async () => {
    await fc.assert(
      fc.asyncProperty(reports, fc.nat(), async (report, at) => {
        const damaged = withoutCell(name, write(report), at);
        expect(silentlyWrong(await importBytes(damaged, file), report.cells)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** The text without one figure cell, its mark and all. */
function withoutCell(form: string, text: string, at: number): string {
  const pattern =
    form === 'web page'
      ? /<td[^>]*><p[^>]*>(?:\d+|&nbsp;)<\/p><\/td>/g
      : form.startsWith('cells')
        ? /(?<=第二十条[\s\S]*)^\t?\d+\n/gm
        : /(?<=^[^\n]*[\u4e00-\u9fff][^\n]*)\t\d+(?=\t|$)/gm;
  const cells = [...text.matchAll(pattern)];
  const cell = cells[at % cells.length];
  return cell ? text.slice(0, cell.index) + text.slice(cell.index + cell[0].length) : text;
}

describe('whatever happens to the bytes', () => {
  const sources = ['seed-jiaxing-eco-2020.txt', 'huaian-2024.txt', 'hangzhou-like-2025.html'];

  const survives = async (bytes: Uint8Array, file: string): Promise<void> => {
    const raw = await readSourceBytes(bytes, file);
    if (!raw.ok) {
      expect(raw.error.message).toMatch(/。$/);
      return;
    }
    const started = performance.now();
    const proposal = matchDocument(raw.value, { fileName: file });
    expect(performance.now() - started).toBeLessThan(10_000);
    if (proposal.ok) expect(Object.keys(proposal.value.report.cells).length).toBeGreaterThanOrEqual(198);
    else expect(proposal.error.message).toMatch(/。$/);
  };

  test.each(sources)('%s with lines deleted, doubled and swapped', async (file) => {
    const all = caseFile(file).toString('utf8').split('\n');
    const operation = fc.record({
      kind: fc.constantFrom('delete', 'double', 'swap'),
      at: fc.nat(all.length - 1),
      other: fc.nat(all.length - 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 40 }), async (operations) => {
        const lines = [...all];
        for (const { kind, at, other } of operations) {
          const line = lines[at] ?? '';
          if (kind === 'delete') lines.splice(at, 1);
          else if (kind === 'double') lines.splice(at, 0, line);
          else [lines[at], lines[other]] = [lines[other] ?? '', line];
        }
        await survives(Buffer.from(lines.join('\n')), file);
      }),
      { numRuns: 40 },
    );
  });

  test.each(sources)('%s with bytes changed or cut off', async (file) => {
    const bytes = caseFile(file);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 60 }),
        fc.nat(bytes.length),
        async (changes, end) => {
          const damaged = Buffer.from(bytes.subarray(0, Math.max(end, 200)));
          for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte;
          await survives(damaged, file);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('text of any characters', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            '一、总体情况',
            '\t',
            '0',
            ' ',
            '规章',
            '|',
            '总计',
            '（七）总计',
            '1.',
            '\n',
            '<td>',
            '<table>',
            '自然人',
            '12',
            '其他',
          ),
          { maxLength: 400 },
        ),
        async (parts) => {
          await survives(Buffer.from(`a${parts.join('')}`), 'a.txt');
          await survives(Buffer.from(`<html>${parts.join('')}`), 'a.html');
        },
      ),
      { numRuns: 80 },
    );
  });
});
