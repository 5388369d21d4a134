// Quantities of the prose are bound to the cells they speak of, and only those.
import { expect, test } from 'vitest';
import type { CellId } from '../../shared/model/report.ts';
import { bindProse } from '../../shared/text/match.ts';
import { YEAR } from '../checks/applications.ts';
import { caseReport, madeReport } from '../checks/case-report.ts';

const reportOf = (sentence: string, section = '（二）依申请公开情况。') =>
  madeReport({ cells: YEAR, chapters: { '1': [`${section}${sentence}`] } });

const bound = (sentence: string, section?: string) =>
  bindProse(reportOf(sentence, section)).map(({ text, cells, agrees }) => ({ text, cells, agrees }));

const row = (...keys: string[]) => keys.map((key): CellId => `applications.${key}.total`);

/** Each figure with its cells, all agreeing. */
const GOOD: readonly (readonly [string, readonly (readonly [string, readonly CellId[]])[]])[] = [
  ['2024年，我局共收到依申请公开28件，其中网络申请20件、邮寄申请8件、当面申请0件。', [['28', row('new')]]],
  [
    '全年新收政府信息公开申请28件，上年结转2件，办结29件，结转下年度1件。',
    [
      ['28', row('new')],
      ['2', row('carried_in')],
      ['29', row('result_total')],
      ['1', row('carried_out')],
    ],
  ],
  [
    '收到28份政府信息公开申请（自然人25件，法人或其他组织3件）。',
    [
      ['28', row('new')],
      ['25', ['applications.new.natural']],
      ['3', ['company', 'research', 'welfare', 'legal', 'other'].map((key): CellId => `applications.new.${key}`)],
    ],
  ],
  [
    '共办理申请30件（含上年结转2件），其中20件予以公开，3件部分公开，1件结转下年度继续办理。',
    [
      ['30', row('new', 'carried_in')],
      ['2', row('carried_in')],
      ['20', row('granted')],
      ['3', row('partial')],
      ['1', row('carried_out')],
    ],
  ],
  [
    '予以公开20件（自然人18件）、属于三类内部事务信息1件、本机关不掌握相关政府信息2件、重复申请1件。',
    [
      ['20', row('granted')],
      ['18', ['applications.granted.natural']],
      ['1', row('denied_internal')],
      ['2', row('unable_not_held')],
      ['1', row('rejected_repeat')],
    ],
  ],
  [
    '不予公开2件，无法提供2件，不予处理1件，作其他处理（含申请人撤回）1件。',
    [
      [
        '2',
        row(
          'denied_state_secret',
          'denied_by_law',
          'denied_security',
          'denied_third_party',
          'denied_internal',
          'denied_process',
          'denied_enforcement_file',
          'denied_query',
        ),
      ],
      ['2', row('unable_not_held', 'unable_needs_creation', 'unable_unclear')],
      [
        '1',
        row('rejected_petition', 'rejected_repeat', 'rejected_publication', 'rejected_excessive', 'rejected_reconfirm'),
      ],
      ['1', row('other_no_supplement', 'other_fee_unpaid', 'other_rest')],
    ],
  ],
  [
    '2023年结转2件，结转至2025年办理1件。',
    [
      ['2', row('carried_in')],
      ['1', row('carried_out')],
    ],
  ],
  [
    '因政府信息公开被申请行政复议4起，结果维持2起、结果纠正1起、尚未审结1起；被提起行政诉讼2起，未经复议直接起诉1起，复议后起诉1起。',
    [
      ['4', ['proceedings.review.total']],
      ['2', ['proceedings.review.maintained']],
      ['1', ['proceedings.review.corrected']],
      ['1', ['proceedings.review.pending']],
      ['2', ['proceedings.direct.total', 'proceedings.after_review.total']],
      ['1', ['proceedings.direct.total']],
      ['1', ['proceedings.after_review.total']],
    ],
  ],
  [
    '制发行政规范性文件8件，废止3件，现行有效56件。',
    [
      ['8', ['disclosure.normative.made']],
      ['3', ['disclosure.normative.repealed']],
      ['56', ['disclosure.normative.valid']],
    ],
  ],
  [
    '对历年的规范性文件进行了全面清理，全年制发8件，废止3件，现行有效56件。',
    [
      ['8', ['disclosure.normative.made']],
      ['3', ['disclosure.normative.repealed']],
      ['56', ['disclosure.normative.valid']],
    ],
  ],
  ['全年办结依申请政府信息公开事项29件。', [['29', row('result_total')]]],
  [
    '依法办理政府信息公开案件30件（含2023年结转2件）。',
    [
      ['30', row('new', 'carried_in')],
      ['2', row('carried_in')],
    ],
  ],
  ['全区新接收政府信息公开申请28件。', [['28', row('new')]]],
  ['2024年，新接收申请公开的事项28件。', [['28', row('new')]]],
  [
    '制定规章1件、行政规范性文件8件。',
    [
      ['1', ['disclosure.rules.made']],
      ['8', ['disclosure.normative.made']],
    ],
  ],
  [
    '作出行政许可决定580件、行政处罚决定17件，收取行政事业性收费125000元。',
    [
      ['580', ['disclosure.license.decisions']],
      ['17', ['disclosure.penalty.decisions']],
      ['125000', ['disclosure.fee.amount']],
    ],
  ],
  ['通过网络、信函等渠道共收到政府信息公开申请28件。', [['28', row('new')]]],
  ['收到公民、法人和其他组织提出的政府信息公开申请二十八件。', [['二十八', row('new')]]],
];

test.each(GOOD)('“%s”', (sentence, expected) => {
  expect(bound(sentence)).toEqual(expected.map(([text, cells]) => ({ text, cells, agrees: true })));
});

test.each([
  '网络申请20件、邮寄申请8件、当面申请0件。',
  '2023年共收到申请25件。',
  '较上年增加3件。',
  '市政府本级收到申请12件。',
  '第一季度收到政府信息公开申请7件。',
  '办理人大建议、政协提案12件。',
  '收到网民留言92条，答复咨询300件。',
  '2024年，我镇共发文96件，其中主动公开文件0件，不公开文件96件，依申请公开0件。',
  '有3件政府信息公开申请案件收取信息处理费2230元。',
  '努力做到“办结一件申请、解决一个问题”。',
  '依据《政府信息公开条例》受理申请。',
  '受理行政许可申请560件。',
  '公开行政处罚信息75条。',
])('nothing of the tables is spoken of in “%s”', (sentence) => {
  expect(bound(sentence)).toEqual([]);
});

test('a figure of reviews is bound only where the prose speaks of disclosure', () => {
  expect(bound('全年办理行政复议案件132件，行政应诉案件45件。', '（三）法治建设。')).toEqual([]);
});

test('a wrong figure is bound, with what the cell says and the column it was taken from', () => {
  const [first] = bindProse(reportOf('2024年，我局共收到依申请公开25件。'));
  expect(first).toMatchObject({
    chapter: '1',
    block: 0,
    text: '25',
    value: '25',
    expected: '28',
    agrees: false,
    certainty: 'sure',
    cells: ['applications.new.total'],
    alike: ['applications.new.natural'],
  });
  const text = '（二）依申请公开情况。2024年，我局共收到依申请公开25件。';
  expect(text.slice(first?.from, first?.to)).toBe('25');
});

test('a rounded figure agrees within its rounding', () => {
  const agrees = (sentence: string, total: string) =>
    bindProse(madeReport({ cells: { 'applications.new.total': total }, chapters: { '1': [sentence] } }))[0]?.agrees;
  expect(agrees('收到政府信息公开申请3000余件。', '3119')).toBe(true);
  expect(agrees('收到政府信息公开申请3000余件。', '2519')).toBe(false);
  expect(agrees('收到政府信息公开申请1.2万件。', '12034')).toBe(true);
  expect(agrees('收到政府信息公开申请1.2万件。', '13034')).toBe(false);
});

test('a wrong figure that repeats a right one as a part is only a hint', () => {
  const found = bindProse(reportOf('共收到政府信息公开申请28件。征地方面收到政府信息公开申请6件。'));
  expect(found.map(({ agrees, certainty }) => [agrees, certainty])).toEqual([
    [true, 'sure'],
    [false, 'likely'],
  ]);
});

test('in a draft a blank cell is not held against the prose', () => {
  const draft = madeReport({ status: 'draft', rest: null, chapters: { '1': ['收到政府信息公开申请28件。'] } });
  expect(bindProse(draft)).toEqual([]);
});

test('prose is not held against a table in which nothing stands', () => {
  expect(bindProse(madeReport({ rest: null, chapters: { '1': ['收到政府信息公开申请28件。'] } }))).toEqual([]);
  const cells = { 'applications.granted.total': '28' };
  const [bound] = bindProse(madeReport({ rest: null, cells, chapters: { '1': ['收到政府信息公开申请28件。'] } }));
  expect([bound?.agrees, bound?.expected]).toEqual([false, null]);
});

test('every figure of 淮安 that speaks of the tables is bound and agrees', () => {
  const found = bindProse(caseReport('huaian'));
  expect(found.every(({ agrees }) => agrees)).toBe(true);
  const values = found.map(({ value }) => value);
  for (const value of ['3119', '3050', '34', '103', '351', '72', '64', '178', '37', '46', '25', '5', '9', '7']) {
    expect(values).toContain(value);
  }
});

test('the results of 宿迁 are bound, 收办 as what was received and what was carried in', () => {
  const found = bindProse(caseReport('suqian2023'));
  expect(found.map(({ value, agrees }) => [value, agrees])).toEqual(
    ['3607', '3493', '114', '1191', '328', '142', '1078', '406', '341', '121'].map((value) => [value, true]),
  );
  expect(found[0]?.cells).toEqual(['applications.new.total', 'applications.carried_in.total']);
});
