// The years of last year's prose move on where that is certain, and nowhere else.
import { expect, test } from 'vitest';
import { moveYears } from '../../shared/text/years.ts';

const moved = (text: string) => moveYears(text, 2020, 2021).text;

test.each([
  ['2020年，我局强化组织领导。', '2021年，我局强化组织领导。'],
  ['2020年我局共收到申请。', '2021年我局共收到申请。'],
  ['现将2020年政府信息公开情况报告如下', '现将2021年政府信息公开情况报告如下'],
  ['统计期限自2020年1月1日至2020年12月31日。', '统计期限自2021年1月1日至2021年12月31日。'],
  ['截至2020年12月31日，现行有效8件。', '截至2021年12月31日，现行有效8件。'],
  ['（二）2020年改进情况。', '（二）2021年改进情况。'],
  ['完成整改。2020 年度，我镇公开信息。', '完成整改。2021 年度，我镇公开信息。'],
])('“%s” becomes “%s”', (text, expected) => {
  expect(moved(text)).toBe(expected);
});

test.each([
  ['根据《2020年政务公开工作要点》', '文件名称中的年份'],
  ['（国办发〔2020〕17号）', undefined],
  ['2020年4月8日下发通知', '具体日期，请核对'],
  ['2020年9月，组织培训', '具体日期，请核对'],
  ['2021年将进一步加强公开', '计划中的年份，请改写'],
  ['2019年，我局收到申请25件', '以前年度，请核对'],
  ['较2020年增加3件', '比较或起始的年份，请核对'],
  ['2020年以来，我局', '比较或起始的年份，请核对'],
  ['按照2020年政务公开工作要点', '文件中的年份，请核对'],
  ['做好2020年度政务公开问题整改', '以前的事项，请核对'],
])('“%s” stays, and is marked', (text, reason) => {
  const { text: after, marks } = moveYears(text, 2020, 2021);
  expect(after).toBe(text);
  expect(marks.map((mark) => mark.reason)).toEqual(reason === undefined ? [] : [reason]);
  expect(marks.every(({ kind, from, to }) => kind === 'left' && /^\d{4}$/.test(text.slice(from, to)))).toBe(true);
});
