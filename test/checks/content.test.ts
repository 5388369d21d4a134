// Chapters, title, numbering, persons' numbers and wording: what fires, and what a good report may write.
import { expect, test } from 'vitest';
import { CHECKS } from '../../shared/checks/specs.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { ChapterKey } from '../../shared/model/report.ts';
import { type Made, madeReport } from './case-report.ts';

const rulesOf = (made: Made) => runChecks(madeReport(made), null).map(({ rule, severity }) => `${severity} ${rule}`);
const messages = (made: Made) => runChecks(madeReport(made), null).map(({ message }) => message);
const chapter = (key: ChapterKey, ...lines: string[]): Made => ({ chapters: { [key]: lines } });

const FACETS = '主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展。';

test.each([
  ['淮安市人民政府', '淮安市人民政府2024年政府信息公开工作年度报告'],
  ['淮安市人民政府', '淮安市2024年政府信息公开工作年度报告'],
  ['清河县财政局', '清河县财政局 2024年 政府信息公开工作年度报告'],
  ['市中区财政局', '市中区财政局2024年政府信息公开工作年度报告'],
  ['国家税务总局清河县税务局', '国家税务总局清河县税务局2024年政府信息公开工作年度报告'],
  ['淮安市', '2024年淮安市政府信息公开工作年度报告'],
  ['清河县财政局', '2024年清河县财政局政府信息公开工作年度报告'],
  ['清河县财政局', '清河县财政局二〇二四年政府信息公开工作年度报告'],
  ['清河县财政局', '清河县财政局二○二四年政府信息公开工作年度报告'],
])('the title of %s may be “%s”', (organ, title) => {
  expect(rulesOf({ organ, title }).filter((rule) => rule.includes('C-TITLE'))).toEqual([]);
});

test.each([
  ['市财政局', '市财政局2024年政府信息公开工作年度报告', '机关名称应写全称'],
  ['清河县财政局', '县财政局2024年政府信息公开工作年度报告', '机关名称应写全称'],
  ['清河县财政局', '财政局2024年政府信息公开工作年度报告', '机关名称应写全称'],
  ['清河县财政局', '2024年政府信息公开工作年度报告', '没有写机关名称'],
  ['清河县财政局', '2024年度政府信息公开工作年度报告', '没有写机关名称，“年度”重复'],
  ['清河县财政局', '2024年财政局政府信息公开工作年度报告', '机关名称应写全称'],
  ['清河县财政局', '2024年清河县教育局政府信息公开工作年度报告', '与机关名称“清河县财政局”不一致'],
  ['清河县财政局', '2024年清河县财政局政府信息公开年度报告', '应以“政府信息公开工作年度报告”结尾'],
  ['清河县财政局', '清河县财政局二〇二三年政府信息公开工作年度报告', '没有写明2024年'],
  ['清河县财政局', '清河县教育局2024年政府信息公开工作年度报告', '与机关名称“清河县财政局”不一致'],
  ['清河县财政局', '清河县财政局2024年度政府信息公开工作年度报告', '“年度”重复'],
  ['清河县财政局', '清河县财政局2024年政府信息公开年报', '应以“年政府信息公开工作年度报告”结尾'],
  ['清河县财政局', '清河县财政局2023年政府信息公开工作年度报告', '没有写明2024年'],
])('for %s the title “%s” is a warning', (organ, title, fault) => {
  expect(messages({ organ, title })).toEqual([`标题“${title}”${fault}。`]);
});

test('a missing or empty chapter is an error, a table without anything in it too', () => {
  expect(rulesOf(chapter('5'))).toEqual(['error C-CHAPTER']);
  expect(rulesOf(chapter('6', '  '))).toEqual(['error C-CHAPTER']);
  const cells = Object.fromEntries(
    Object.keys(madeReport().cells).map((id) => [id, id.startsWith('proceedings.') ? null : '0']),
  );
  expect(messages({ cells })).toEqual(['第四章“政府信息公开行政复议、行政诉讼情况”的表格没有填写，不能遗漏。']);
});

test('总体情况 is counted without white space, up to a thousand characters', () => {
  const text = (count: number) => FACETS + '字'.repeat(count - FACETS.length);
  expect(rulesOf(chapter('1', `　${text(1000)} `))).toEqual([]);
  expect(rulesOf(chapter('1', text(1001)))).toEqual(['warning C-ONE-LENGTH']);
});

test('总体情况 lacks a facet; a government owes three more', () => {
  expect(messages(chapter('1', '主动公开、依申请公开，严格审查，办好网站。'))).toEqual([
    '第一章“总体情况”没有写到：监督保障。',
  ]);
  const government: Made = { organ: '清河县人民政府', ...chapter('1', FACETS) };
  expect(messages(government)).toEqual(['第一章“总体情况”没有写到：工作考核、社会评议、责任追究。']);
  expect(
    rulesOf({ organ: '清河县人民政府', ...chapter('1', `${FACETS}开展工作考核、社会评议，没有责任追究情形。`) }),
  ).toEqual([]);
  expect(rulesOf({ organ: '清河经济开发区', ...chapter('1', FACETS) })).toEqual([]);
});

test.each([
  ['无。', ['存在的问题和改进措施']],
  ['我局工作取得新的成绩。', ['存在的问题和改进措施']],
  ['存在公开内容不够丰富的问题。', ['改进措施']],
  ['下一步将加强培训，提升水平。', ['存在的问题']],
])('第五章 “%s” lacks something', (text, missing) => {
  expect(messages(chapter('5', text))).toEqual(
    missing.map((what) => `第五章“存在的主要问题及改进情况”没有写${what}。`),
  );
});

test.each([
  '一是解读形式单一，二是人员不足。下一步，加强培训。',
  '公开意识有待提高。针对上述问题，采取以下措施：加强学习。',
])('第五章 “%s” is whole', (text) => expect(rulesOf(chapter('5', text))).toEqual([]));

test('第六章 says what was charged, since the form of 2021', () => {
  expect(rulesOf(chapter('6', '无。'))).toEqual(['warning C-SIX-FEE']);
  expect(rulesOf(chapter('6', '2024年未收取信息处理费。'))).toEqual([]);
  expect(rulesOf({ year: 2020, ...chapter('6', '无。') })).toEqual([]);
});

test.each([
  [['（一）问题不足。', '（二）改进措施。']],
  [['（一）问题不足。一是人员少；二是解读少。', '（二）改进措施。一是培训；二是考核。']],
  [['（一）问题不足', '1.人员少。', '2.解读少。', '（二）改进措施', '1.培训。', '2.考核。']],
  [['存在不足：一是人员少，二是解读少，三是更新慢。针对问题：一是培训，二是考核，三是检查改进措施。']],
  [['唯一是解读不足，第一是培训，改进措施到位。']],
  [['存在不足', '1、2024年解读少。', '2、更新慢。', '1.2025年培训。', '2.改进措施到位。']],
])('%j is numbered well', (lines) => {
  expect(rulesOf(chapter('5', ...lines))).toEqual([]);
});

test.each([
  [['（一）问题不足。', '（三）改进措施。'], '（三）'],
  [['（一）问题不足。', '（一）改进措施。'], '（一）'],
  [['（一）问题不足。', '2.改进措施。'], '2.'],
  [['存在不足：一是人员少；二是解读少；四是更新慢。改进措施是培训。'], '四是'],
])('%j is numbered badly', (lines, left) => {
  const findings = runChecks(madeReport(chapter('5', ...lines)), null);
  expect(findings.map((finding) => [finding.rule, finding.left])).toEqual([['C-NUMBERING', left]]);
});

test.each([
  ['联系人电话13812345678。', '手机号', '138****5678'],
  ['联系电话：138 1234 5678。', '手机号', '138******5678'],
  ['申请人身份证号330402198001011234。', '身份证号', '330***********1234'],
  ['缴费账号6222021234567890123。', '银行卡号', '622************0123'],
])('“%s” must not be published', (text, kind, masked) => {
  const [finding] = runChecks(madeReport(chapter('preface', text)), null);
  expect(finding).toMatchObject({
    rule: 'P-PRIVACY',
    severity: 'warning',
    chapter: 'preface',
    left: masked,
    right: kind,
  });
});

test.each([
  '联系电话：0517-83605210，邮编：223001。',
  '公开信息13812345条。',
  '收费3940元，访问95403701234人次。',
  '统一社会信用代码11320800014300000X。',
])('“%s” holds no number of a person', (text) =>
  expect(rulesOf(chapter('preface', text)).filter((rule) => rule.includes('P-PRIVACY'))).toEqual([]),
);

test('another kind of organ’s word for itself is a hint', () => {
  expect(rulesOf({ organ: '清河县大桥镇人民政府', ...chapter('6', '我局未收取信息处理费。') })).toContain(
    'hint S-ORGAN',
  );
  expect(rulesOf({ organ: '清河县卫生健康委员会', ...chapter('1', `我委工作群众满意，我县${FACETS}`) })).toEqual([]);
  expect(rulesOf(chapter('6', '我局未收取信息处理费。'))).toEqual([]);
});

test.each([
  ['重大政策的的出台', '的的'],
  ['畅通渠道，，规范答复', '，，'],
  ['公开信息１２条', '１２'],
  ['依据条例（以下简称《条例》)办理', '（以下简称《条例》)'],
  ['坚持"公开为常态"原则', '"公开为常态"'],
  ['公开信息12条,解读3条', ','],
  ['与开发单位签定合同', '签定'],
])('“%s” has a slip', (text, left) => {
  const findings = runChecks(madeReport(chapter('6', `未收取信息处理费。${text}。`)), null);
  expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['W-TYPO', 'hint']]);
  expect(findings[0]?.left).toBe(left);
});

test.each(['有的确实不足', '为了了解情况', '以及及时更新', '和和睦睦', '等等', '存在在线办理'])(
  '“%s” is no slip',
  (text) => {
    expect(rulesOf(chapter('6', `未收取信息处理费。${text}。`))).toEqual([]);
  },
);

test('every check has a name and says what it rests on', () => {
  for (const [id, { name, basis }] of Object.entries(CHECKS)) {
    expect(id).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)+$/);
    expect(name).not.toBe('');
    expect(basis).not.toBe('');
  }
});
