// Totals follow their parts; a printed total that disagreed stays as printed.
import { expect, test } from 'vitest';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { withTotals } from '../../shared/editions/totals.ts';
import { BLANK, type CellId, type Cells, type CellValue } from '../../shared/model/report.ts';

const edition = EDITIONS['2021'];
const number = (value: string): CellValue => ({ state: 'number', value, raw: value, source: { kind: 'typed' } });
const blank: Cells = Object.fromEntries([...figures(edition).keys()].map((id) => [id, BLANK]));
const valueOf = (cells: Cells, id: CellId) => cells[id]?.value ?? null;

test('one figure of a result row reaches its row, its column, the grand total, each once', () => {
  const after = withTotals(edition, blank, { 'applications.granted.natural': number('22') });
  expect(valueOf(after, 'applications.granted.total')).toBe('22');
  expect(valueOf(after, 'applications.result_total.natural')).toBe('22');
  expect(valueOf(after, 'applications.result_total.total')).toBe('22');
  expect(after['applications.result_total.total']?.source).toEqual({ kind: 'computed' });
});

test('clearing the only part makes the total blank again, never 0', () => {
  const filled = withTotals(edition, blank, { 'proceedings.review.pending': number('3') });
  const cleared = withTotals(edition, filled, { 'proceedings.review.pending': BLANK });
  expect(cleared['proceedings.review.total']).toEqual(BLANK);
});

test('a printed total that disagreed with its parts stays as it was printed', () => {
  const printed = { ...blank, 'applications.new.natural': number('28'), 'applications.new.total': number('30') };
  const after = withTotals(edition, printed, { 'applications.new.company': number('1') });
  expect(valueOf(after, 'applications.new.total')).toBe('30');
});

test('a total set together with its parts is what was set', () => {
  const after = withTotals(edition, blank, {
    'applications.new.natural': number('5'),
    'applications.new.total': number('6'),
  });
  expect(valueOf(after, 'applications.new.total')).toBe('6');
});
