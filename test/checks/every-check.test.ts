// Every check of 全审: a report in which it fires with its severity, and one beside it in which it must not.
import { expect, test } from 'vitest';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { CHECKS, type CheckId } from '../../shared/checks/specs.ts';
import type { Report } from '../../shared/model/report.ts';
import { YEAR } from './applications.ts';
import { type Made, madeReport } from './case-report.ts';

type Case = Made & { readonly last?: Made };

const FACETS = '主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展。';
const LONG =
  '我局围绕中心工作，依托门户网站及时发布各类政策文件和解读材料，不断扩大公众参与，提升服务水平，取得明显成效。';
const one = (text: string): Made => ({ cells: YEAR, chapters: { '1': [FACETS, text] } });
const cell = (id: string, value: string | null): Made => ({ cells: { ...YEAR, [id]: value } });
const carried = (value: string): Made => ({
  cells: { 'applications.carried_out.natural': value, 'applications.carried_out.total': value },
});

/** What fires, and what is as near to it as can be and must pass. */
const CASES: Readonly<Record<CheckId, readonly [Case, Case]>> = {
  'T3-IDENT': [cell('applications.carried_out.natural', '3'), { cells: YEAR }],
  'T3-RESULT-SUM': [cell('applications.result_total.natural', '25'), { cells: YEAR }],
  'T3-ROW-SUM': [cell('applications.new.total', '25'), cell('applications.new.research', null)],
  'T4-SUM': [cell('proceedings.review.pending', '0'), { cells: YEAR }],
  'CELL-TYPE': [cell('disclosure.license.decisions', '580.5'), cell('disclosure.fee.amount', '12.5')],
  'CELL-BLANK': [cell('disclosure.rules.made', '/'), { cells: YEAR }],
  'CELL-UNIT': [cell('disclosure.fee.amount', '12.5万元'), cell('disclosure.fee.amount', '1,012.5')],
  'X-CARRY': [
    { cells: YEAR, last: carried('1') },
    { cells: YEAR, last: carried('2') },
  ],
  'X-VALID': [
    { cells: YEAR, last: { cells: { 'disclosure.normative.valid': '50' } } },
    { cells: YEAR, last: { cells: { 'disclosure.normative.valid': '51', 'disclosure.rules.valid': '3' } } },
  ],
  'X-ITEMS': [
    { year: 2020, last: { cells: { 'disclosure.license.prev_items': '3' } } },
    { year: 2020, last: { cells: { 'disclosure.license.prev_items': '3', 'disclosure.license.delta': '-3' } } },
  ],
  'X-JUMP': [
    { cells: YEAR, last: { cells: { ...YEAR, 'disclosure.license.decisions': '300' } } },
    { cells: { 'disclosure.license.decisions': '30' }, last: { cells: { 'disclosure.license.decisions': '10' } } },
  ],
  'N-TABLE': [one('我局共收到政府信息公开申请27件。'), one('我局共收到政府信息公开申请２８件。')],
  'N-SUM': [one('公开信息30条，其中网站20条、微信5条、公报4条。'), one('公开信息30条，其中网站20条、微信10条。')],
  'N-PERCENT': [one('公开信息30条，其中网站20条，占70%。'), one('公开信息30条，其中网站20条，占66.7%。')],
  'N-CLAIM': [one('收到的申请已全部办结。'), one('除1件结转外，收到的申请已全部办结。')],
  'N-YEAR': [one('2023年，我局公开信息300条。'), one('2025年，我局将继续扩大公开。')],
  'N-SAME': [
    { chapters: { '1': [FACETS, LONG] }, last: { chapters: { '1': [FACETS, LONG] } } },
    { chapters: { '1': [FACETS, LONG] }, last: { chapters: { '1': [FACETS, LONG.replace('门户网站', '报刊')] } } },
  ],
  'C-TITLE': [
    { title: '财政局2024年政府信息公开工作年度报告' },
    { title: '清河县财政局2024年政府信息公开工作年度报告' },
  ],
  'C-CHAPTER': [{ chapters: { '6': [] } }, {}],
  'C-ONE-LENGTH': [one('字'.repeat(1000)), one('字'.repeat(1000 - FACETS.length))],
  'C-ONE-FACETS': [{ chapters: { '1': ['主动公开各类信息。'] } }, { chapters: { '1': [FACETS] } }],
  'C-FIVE': [{ chapters: { '5': ['无。'] } }, { chapters: { '5': ['解读偏少。2025年将增加解读。'] } }],
  'C-SIX-FEE': [{ chapters: { '6': ['无。'] } }, { chapters: { '6': ['无收费。'] } }],
  'C-NUMBERING': [
    { chapters: { '5': ['一是解读不足，三是人员不足。将改进。'] } },
    { chapters: { '5': ['一是解读不足，二是人员不足。将改进。'] } },
  ],
  'P-PRIVACY': [one('联系人13812345678。'), one('联系电话0571-12345678。')],
  'S-ORGAN': [one('我镇公开信息。'), one('我局公开信息。')],
  'W-TYPO': [one('政策的的解读。'), one('政策的确解读了。')],
};

const report = ({ last, ...made }: Case): [Report, Report | null] => [
  madeReport(made),
  last ? madeReport({ ...last, year: (made.year ?? 2024) - 1 }) : null,
];

test.each(Object.entries(CASES))('%s fires where it must, with its severity, and only there', (id, [wrong, right]) => {
  const found = runChecks(...report(wrong)).filter(({ rule }) => rule === id);
  expect(found.map(({ severity }) => severity)).toContain(CHECKS[id as CheckId].severity); // a key of CASES
  for (const { message, left, right: other } of found) {
    expect(message).toMatch(/[\u4e00-\u9fff].*。$/);
    expect([typeof left, typeof other]).toEqual(['string', 'string']);
  }
  expect(runChecks(...report(right)).filter(({ rule }) => rule === id)).toEqual([]);
});
