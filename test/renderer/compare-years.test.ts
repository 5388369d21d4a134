// Figures of two years side by side: exact differences, exact shares, nothing of the older form lost.
import { expect, test } from 'vitest';
import { compareYears, permilleChange, showPermille } from '../../renderer/state/compare-years.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import type { CellId, CellValue, Report } from '../../shared/model/report.ts';

const number = (value: string): CellValue => ({ state: 'number', value, raw: value, source: { kind: 'typed' } });
const withCells = (report: Report, cells: Record<CellId, string>): Report => ({
  ...report,
  cells: { ...report.cells, ...Object.fromEntries(Object.entries(cells).map(([id, value]) => [id, number(value)])) },
});

test('shares are exact to a tenth of a percent and rounded half away from zero', () => {
  expect(showPermille(permilleChange('8', '9') ?? 0n)).toBe('+12.5%');
  expect(showPermille(permilleChange('3', '2') ?? 0n)).toBe('-33.3%');
  expect(showPermille(permilleChange('2000', '2001') ?? 0n)).toBe('+0.1%');
  expect(showPermille(permilleChange('-4', '4') ?? 0n)).toBe('+200.0%');
  expect(showPermille(permilleChange('7', '7') ?? 0n)).toBe('0.0%');
});

test('from 0 there is no share', () => {
  expect(permilleChange('0', '5')).toBeNull();
});

test('each figure stands beside last year’s, with the exact difference of decimals', () => {
  const last = withCells(emptyReport('某局', 2024), { 'disclosure.fee.amount': '0.3' });
  const now = withCells(emptyReport('某局', 2025), { 'disclosure.fee.amount': '0.1' });
  const pair = compareYears(now, last)
    .flatMap(({ pairs }) => pairs)
    .find(({ cell }) => cell === 'disclosure.fee.amount');
  expect(pair).toMatchObject({ last: '0.3', now: '0.1', difference: '-0.2', kind: 'changed' });
});

test('a blank on either side is no change and no sameness', () => {
  const kinds = new Set(
    compareYears(emptyReport('某局', 2025), emptyReport('某局', 2024)).flatMap(({ pairs }) =>
      pairs.map(({ kind }) => kind),
    ),
  );
  expect([...kinds]).toEqual(['open']);
});

test('figures of the older form without a place in the new one are listed, not dropped', () => {
  const last = withCells(emptyReport('某局', 2020), { 'disclosure.license.prev_items': '12' });
  const [disclosure] = compareYears(emptyReport('某局', 2021), last);
  expect(disclosure?.withoutPlace.map(({ text }) => text)).toContain('12');
});
