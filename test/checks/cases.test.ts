// The published reports: 全审 finds what was found by hand, and nothing a reviewer would not agree with.
import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Report } from '../../shared/model/report.ts';
import { caseReport } from './case-report.ts';

const brief = (report: Report, previous: Report | null = null) =>
  runChecks(report, previous).map(({ severity, rule, cells, left, right }) => [
    severity,
    rule,
    cells.length > 3 ? cells.length : cells.join(),
    left,
    right,
  ]);

test('the bureau of 2020: 28 against 29, a missing 总计, blanks, a unit, a title, its length', () => {
  expect(brief(caseReport('seed'))).toEqual([
    [
      'error',
      'T3-ROW-SUM',
      'applications.carried_in.total,applications.carried_in.natural,applications.carried_in.welfare',
      '空白',
      '0',
    ],
    [
      'warning',
      'C-TITLE',
      '',
      '市生态环境局2020年度政府信息公开工作年度报告',
      '市生态环境局2020年政府信息公开工作年度报告',
    ],
    ['warning', 'N-TABLE', 'applications.new.total', '28', '29'],
    ['warning', 'C-ONE-LENGTH', '', '1468', '1000'],
    ['warning', 'CELL-UNIT', 'disclosure.procurement.amount', '22541145.2元', '22541145.2'],
    ['warning', 'CELL-BLANK', 138, '138', '0'],
    // 逾期未补正 1 件 stands in no row of 表三
    ['hint', 'N-TABLE', 'applications.other_all.total', '1', '空白'],
    ['hint', 'W-TYPO', '', '签定', '“签订”'],
  ]);
});

test('淮安 2024 is sound but for its length and two facets', () => {
  expect(brief(caseReport('huaian'))).toEqual([
    ['warning', 'C-ONE-FACETS', '', '没有写到', '社会评议、责任追究'],
    ['warning', 'C-ONE-LENGTH', '', '1290', '1000'],
  ]);
});

test('宿迁 2023 is sound but for its length and one facet', () => {
  expect(brief(caseReport('suqian2023'))).toEqual([
    ['warning', 'C-ONE-FACETS', '', '没有写到', '责任追究'],
    ['warning', 'C-ONE-LENGTH', '', '3390', '1000'],
  ]);
});

test('宿迁 2024 follows from 2023, but for a percentage; figures of another scope are only hints', () => {
  const findings = brief(caseReport('suqian2024'), caseReport('suqian2023'));
  expect(findings.filter(([, rule]) => rule !== 'X-JUMP')).toEqual([
    ['warning', 'N-PERCENT', 'applications.new.total,applications.carried_in.total', '1.05%', '1.08%'],
    ['warning', 'C-ONE-FACETS', '', '没有写到', '责任追究'],
    ['warning', 'C-ONE-LENGTH', '', '3370', '1000'],
    ['hint', 'N-TABLE', 'proceedings.review.total', '134', '170'],
    ['hint', 'N-TABLE', 'proceedings.direct.total,proceedings.after_review.total', '57', '77'],
    ['hint', 'W-TYPO', '', '的的', '删去一字'],
  ]);
  expect(findings.filter(([, rule]) => rule === 'X-JUMP').length).toBeLessThan(15);
});

test('a report whose prose was cut short has figures without fault', () => {
  expect(brief(caseReport('hangzhou')).map(([severity, rule]) => [severity, rule])).toEqual([
    ['warning', 'C-ONE-FACETS'],
    ['warning', 'C-FIVE'],
  ]);
});

test('the checks change nothing and give the same list every time', () => {
  const report = caseReport('seed');
  const before = JSON.stringify(report);
  expect(runChecks(report, null)).toEqual(runChecks(report, null));
  expect(JSON.stringify(report)).toBe(before);
});

test('all checks of a city’s report are done before a typing person notices', () => {
  const report = caseReport('huaian');
  for (let run = 0; run < 20; run++) runChecks(report, null);
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    runChecks(report, null);
    return performance.now() - start;
  }).toSorted((left, right) => left - right);
  // a typing person notices nothing below 50 ms; the fastest run says what the work takes on an idle machine
  expect(times[0]).toBeLessThan(50);
});
