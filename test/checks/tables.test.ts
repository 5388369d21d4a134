// The sums of the form, single cells, and this year against last year.
import { expect, test } from 'vitest';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import { EDITIONS } from '../../shared/editions/index.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import { YEAR } from './applications.ts';
import { figureCell, type Made, madeReport } from './case-report.ts';

const found = (report: Report, rule: string, previous: Report | null = null): readonly Finding[] =>
  runChecks(report, previous).filter((finding) => finding.rule === rule);

const made = (cells: Readonly<Record<string, string | null>>, more: Made = {}) =>
  madeReport({ ...more, cells: { ...YEAR, ...cells } });

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
