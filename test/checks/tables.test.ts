// The sums of the form, single cells, and the order of findings.
import { expect, test } from 'vitest';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { EDITIONS } from '../../shared/editions/index.ts';
import type { CellId } from '../../shared/model/report.ts';
import { figureCell, madeReport } from './case-report.ts';
import { found, made } from './made-findings.ts';

test('a sound report has no finding, whatever its figures', () => {
  expect(runChecks(madeReport(), null)).toEqual([]);
  expect(runChecks(made({}), null)).toEqual([]);
});

test('表三勾稽 is held in every column, with both sums', () => {
  const [finding, ...others] = found(
    made({ 'applications.carried_out.natural': '3', 'applications.carried_out.total': '3' }),
    'T3-IDENT',
  );
  expect(others.map(({ cells }) => cells[0])).toEqual(['applications.new.total']);
  expect(finding).toMatchObject({
    severity: 'error',
    left: '27',
    right: '29',
    cells: [
      'applications.new.natural',
      'applications.carried_in.natural',
      'applications.result_total.natural',
      'applications.carried_out.natural',
    ],
    message: '表三自然人列：第一项加第二项是27，第三项加第四项是29，不相等。',
  });
});

test('an error that cancels in 总计 is found in its columns', () => {
  const report = made({
    'applications.new.natural': '24',
    'applications.new.other': '1',
  });
  expect(found(report, 'T3-IDENT').map(({ message }) => message)).toEqual([
    '表三自然人列：第一项加第二项是26，第三项加第四项是27，不相等。',
    '表三其他列：第一项加第二项是1，第三项加第四项是0，不相等。',
  ]);
  expect(found(report, 'T3-ROW-SUM')).toEqual([]);
});

test('（七）总计 is the sum of the results of its column', () => {
  const [finding] = found(made({ 'applications.result_total.legal': '2' }), 'T3-RESULT-SUM');
  expect(finding).toMatchObject({
    severity: 'error',
    left: '2',
    right: '1',
    message: '表三 （七）总计 · 法律服务机构是2，而各项之和是1。',
  });
});

test.each([
  [null, '空白', '没有填'],
  ['0', '0', '是0'],
  ['27', '27', '是27'],
])(
  '总计 %s beside figures that give 28 is an error of its row, with the one change that mends it',
  (total, left, what) => {
    const [finding, ...others] = found(made({ 'applications.new.total': total }), 'T3-ROW-SUM');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'error',
      left,
      right: '28',
      message: `表三 一、本年新收政府信息公开申请数量 · 总计${what}，而各项之和是28。`,
      suggestion: { set: [{ cell: 'applications.new.total', value: '28' }] },
    });
  },
);

test('a total left blank is a finding of its own row, and no false sum of （七）总计 or of 表三勾稽', () => {
  const report = made({ 'applications.granted.total': null, 'applications.new.total': null });
  const errors = runChecks(report, null).filter(({ severity }) => severity === 'error');
  expect(errors.map(({ rule, cells }) => [rule, cells[0]])).toEqual([
    ['T3-ROW-SUM', 'applications.new.total'],
    ['T3-ROW-SUM', 'applications.granted.total'],
  ]);
});

test('a row of which nothing is filled in has no sum to miss', () => {
  const cells = Object.fromEntries(
    ['natural', 'company', 'research', 'welfare', 'legal', 'other', 'total'].map((key) => [
      `applications.denied_query.${key}`,
      null,
    ]),
  );
  expect(runChecks(made(cells), null).map(({ rule }) => rule)).toEqual(['CELL-BLANK']);
});

test('a blank part counts as nothing', () => {
  expect(found(made({ 'applications.new.research': null }), 'T3-ROW-SUM')).toEqual([]);
});

test('表四 adds up in each of its three groups', () => {
  const [finding, ...others] = found(made({ 'proceedings.after_review.total': '2' }), 'T4-SUM');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    left: '2',
    right: '1',
    message: '表四 行政诉讼 · 复议后起诉 · 总计是2，而各项之和是1。',
  });
});

test('a change is offered for each mistake that one figure explains, and for none that several could', () => {
  const two = runChecks(made({ 'applications.new.total': '27', 'proceedings.review.total': '5' }), null);
  expect(two.flatMap(({ suggestion }) => suggestion?.set ?? [])).toEqual([
    { cell: 'applications.new.total', value: '28' }, // the row of 新收
    { cell: 'applications.new.total', value: '28' }, // 勾稽 of 总计
  ]);
  const granted = runChecks(made({ 'applications.granted.natural': '19' }), null);
  expect(granted.map(({ rule, suggestion }) => [rule, suggestion?.set])).toEqual([
    ['T3-RESULT-SUM', [{ cell: 'applications.granted.natural', value: '18' }]],
    ['T3-ROW-SUM', [{ cell: 'applications.granted.natural', value: '18' }]],
  ]);
});

test('a change that one figure of 表四 could not explain alone is not offered', () => {
  const [finding] = found(made({ 'proceedings.review.total': '5' }), 'T4-SUM');
  expect(finding?.suggestion).toBeUndefined();
});

test('an impossible figure is an error', () => {
  const report = made({
    'disclosure.fee.amount': '-1',
    'disclosure.rules.made': '1.5',
    'disclosure.penalty.decisions': '若干',
  });
  expect(found(report, 'CELL-TYPE').map(({ severity, message }) => [severity, message])).toEqual([
    ['error', '表二 规章 · 本年制发件数写作“1.5”，必须是整数。'],
    ['error', '表二 行政处罚 · 本年处理决定数量写作“若干”，不是数字。'],
    ['error', '表二 行政事业性收费 · 本年收费金额（单位：万元）写作“-1”，不能是负数。'],
  ]);
});

test('a word for nothing in many cells of a table is one error that offers 0, not one a cell', () => {
  const report = made({
    'applications.denied_query.natural': '无',
    'applications.denied_query.company': '无',
    'applications.denied_query.total': '无',
    'proceedings.review.other': '无',
  });
  expect(found(report, 'CELL-TYPE')).toMatchObject([
    {
      cells: [
        'applications.denied_query.natural',
        'applications.denied_query.company',
        'applications.denied_query.total',
      ],
      message: '表三有3格写作“无”，不是数字，没有数的格应填0。',
      suggestion: {
        label: '把这3格改为0',
        set: [
          { cell: 'applications.denied_query.natural', value: '0' },
          { cell: 'applications.denied_query.company', value: '0' },
          { cell: 'applications.denied_query.total', value: '0' },
        ],
      },
    },
    {
      cells: ['proceedings.review.other'],
      message: '表四 行政复议 · 其他结果写作“无”，不是数字，没有数的格应填0。',
      suggestion: { label: '把此格改为0', set: [{ cell: 'proceedings.review.other', value: '0' }] },
    },
  ]);
});

test('blanks and dashes of a table are one warning with its cells', () => {
  const report = made({
    'disclosure.rules.repealed': null,
    'disclosure.coercion.decisions': '/',
    'disclosure.license.decisions': '—',
  });
  expect(found(report, 'CELL-BLANK')).toMatchObject([
    {
      severity: 'warning',
      left: '3',
      cells: ['disclosure.rules.repealed', 'disclosure.license.decisions', 'disclosure.coercion.decisions'],
      message: '表二有1格空白、2格填了横线或斜线，公开发布时没有数的格应填0。',
    },
  ]);
});

test('in a draft the totals, which nobody fills in, are no blanks; in a published report they are', () => {
  const cells = Object.fromEntries(
    Object.keys(madeReport().cells).map((id) => [
      id,
      id.startsWith('proceedings.') && !id.endsWith('.maintained') ? null : '0',
    ]),
  );
  const report = madeReport({ cells });
  expect(found({ ...report, status: 'imported' }, 'CELL-BLANK')).toMatchObject([{ left: '12' }]);
  expect(found({ ...report, status: 'draft' }, 'CELL-BLANK')).toMatchObject([{ left: '9' }]);
});

test('a table of dashes is not filled in', () => {
  const cells = Object.fromEntries(
    Object.keys(madeReport().cells).map((id) => [id, id.startsWith('proceedings.') ? '/' : '0']),
  );
  expect(runChecks(madeReport({ cells }), null).map(({ rule }) => rule)).toEqual(['CELL-BLANK']);
});

test('a unit inside a cell is a warning; the unit of the form is named where it differs', () => {
  const [same] = found(made({ 'disclosure.fee.amount': '12.5万元' }), 'CELL-UNIT');
  expect(same).toMatchObject({ severity: 'warning', cells: ['disclosure.fee.amount'], left: '12.5万元' });
  const [other] = found(made({ 'disclosure.fee.amount': '125000元' }), 'CELL-UNIT');
  expect(other?.message).toBe(
    '表二 行政事业性收费 · 本年收费金额（单位：万元）写作“125000元”，格内带有单位，表中单位是万元；请核对数值后只填数字。',
  );
});

test('findings come by severity, then in the order of the report', () => {
  const report = made({
    'proceedings.review.total': '9',
    'applications.new.total': '9',
    'disclosure.rules.made': '-1',
    'disclosure.rules.valid': null,
  });
  const places = runChecks(report, null).map(({ severity, cells }) => [severity, cells[0]?.split('.')[0]]);
  expect(places).toEqual([
    ['error', 'disclosure'],
    ['error', 'applications'],
    ['error', 'applications'],
    ['error', 'proceedings'],
    ['warning', 'disclosure'],
  ]);
});

test('every equation of the form is watched: breaking any total is found', () => {
  for (const edition of ['2019', '2021'] as const) {
    const year = edition === '2019' ? 2020 : 2024;
    for (const { rule, left, right } of EDITIONS[edition].equations) {
      const cell = (right[0] ?? left[0]) as CellId; // an equation has cells
      const report = madeReport({ year });
      const broken = { ...report, cells: { ...report.cells, [cell]: figureCell('5') } };
      expect(runChecks(broken, null).map((finding) => finding.rule)).toContain(rule);
    }
  }
});
