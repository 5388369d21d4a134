// This year against last year.
import { expect, test } from 'vitest';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Report } from '../../shared/model/report.ts';
import { madeReport } from './case-report.ts';
import { found, made } from './made-findings.ts';

const last = (cells: Readonly<Record<string, string | null>> = {}): Report => ({
  ...madeReport({
    year: 2023,
    cells: {
      'applications.carried_out.natural': '2',
      'applications.carried_out.total': '2',
      'disclosure.normative.valid': '51',
      'disclosure.rules.valid': '3',
      ...cells,
    },
  }),
});

test('上年结转 is last year’s 结转下年度: an error in 总计, a warning in a column', () => {
  const report = made({});
  expect(runChecks(report, last()).filter(({ rule }) => /^X-(?!JUMP)/.test(rule))).toEqual([]);
  const findings = found(
    report,
    'X-CARRY',
    last({ 'applications.carried_out.natural': '1', 'applications.carried_out.total': '3' }),
  );
  expect(findings.map(({ severity, left, right, cells }) => [severity, left, right, cells[0]])).toEqual([
    ['error', '2', '3', 'applications.carried_in.total'],
    ['warning', '2', '1', 'applications.carried_in.natural'],
  ]);
});

test('现行有效 follows from last year, 制发 and 废止', () => {
  const [finding] = found(made({ 'disclosure.normative.valid': '57' }), 'X-VALID', last());
  expect(finding).toMatchObject({
    severity: 'warning',
    left: '57',
    right: '56',
    cells: ['disclosure.normative.valid'],
    suggestion: { set: [{ cell: 'disclosure.normative.valid', value: '56' }] },
  });
});

test('a blank 现行有效 is offered its figure once 制发 and 废止 are filled in; a computed 总计 of 上年结转 is offered none', () => {
  const [valid] = found(made({ 'disclosure.normative.valid': '' }), 'X-VALID', last());
  expect(valid?.suggestion?.set).toEqual([{ cell: 'disclosure.normative.valid', value: '56' }]);
  const offered = found({ ...made({}), status: 'draft' }, 'X-CARRY', last({ 'applications.carried_out.total': '9' }));
  expect(offered.map(({ suggestion }) => suggestion)).toEqual([undefined]);
});

test('in the form of 2019 上一年项目数量 follows from last year and its 增/减', () => {
  const year = (value: number, cells: Readonly<Record<string, string>>) => madeReport({ year: value, cells });
  const before = year(2019, { 'disclosure.license.prev_items': '10', 'disclosure.license.delta': '-2' });
  expect(found(year(2020, { 'disclosure.license.prev_items': '8' }), 'X-ITEMS', before)).toEqual([]);
  expect(found(year(2020, { 'disclosure.license.prev_items': '9' }), 'X-ITEMS', before)).toMatchObject([
    { left: '9', right: '8' },
  ]);
});

test('the year before is last year; an older report is held against nothing', () => {
  const older = { ...last({ 'applications.carried_out.total': '9' }), year: 2022 };
  expect(runChecks(made({}), older).filter(({ rule }) => rule.startsWith('X-'))).toEqual([]);
});

test('a jump of more than half and more than 20 is one warning a row', () => {
  const before = last({
    'disclosure.license.decisions': '300',
    'disclosure.penalty.decisions': '37', // 20 fewer, not more
    'applications.new.natural': '60',
    'applications.new.total': '60',
    'applications.result_total.natural': '26',
    'applications.result_total.total': '29',
  });
  expect(found(made({}), 'X-JUMP', before).map(({ cells, left, right }) => [cells, left, right])).toEqual([
    [['disclosure.license.decisions'], '580', '300'],
    [['applications.new.total', 'applications.new.natural'], '28', '60'],
  ]);
});

test('上年结转 that is last year’s 结转下年度 is no jump', () => {
  const report = made({ 'applications.carried_in.natural': '90', 'applications.carried_in.total': '90' });
  const before = last({ 'applications.carried_out.natural': '90', 'applications.carried_out.total': '90' });
  const jumped = found(report, 'X-JUMP', before).flatMap(({ cells }) => cells);
  expect(jumped.filter((id) => id.includes('carried_in'))).toEqual([]);
});

test('a table that is last year’s, figure for figure, is a warning', () => {
  const report = made({});
  const [finding, ...others] = found(report, 'X-JUMP', { ...report, year: 2023 }).filter(
    ({ right }) => right === '与上年相同',
  );
  expect(finding?.message).toContain('与上年完全相同');
  expect(others.length).toBe(2);
});
