// A title breaks after the organ's name and fits the type area.
import { expect, test } from 'vitest';
import { titleLines, widthOf } from '../../shared/export/title-lines.ts';

const REPORT = '2024年度政府信息公开工作年度报告';

test('a short title stands on one line', () => {
  expect(titleLines(`测试市${REPORT}`, '测试市')).toEqual([`测试市${REPORT}`]);
});

test('a title that would fit but for its wide digits breaks before the year, not before its last character', () => {
  const title = '淮安市府办2024年政府信息公开工作年度报告';
  expect(widthOf(title)).toBe(20);
  expect(titleLines(title, '淮安市府办')).toEqual(['淮安市府办', '2024年政府信息公开工作年度报告']);
});

test('a bracket at the end of a name has no line of its own', () => {
  const organ = '某某省某某市某某经济技术开发区管理委员会（筹）';
  expect(titleLines(organ + REPORT, organ)).toEqual(['某某省某某市某某经济技术开发区', '管理委员会（筹）', REPORT]);
});

test.each([
  '嘉兴市生态环境局',
  '中华人民共和国住房和城乡建设部',
  '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民政府办公室',
])('%s: the year begins a new line, and every line fits', (organ) => {
  const lines = titleLines(organ + REPORT, organ);
  expect(lines.join('')).toBe(organ + REPORT);
  expect(lines.at(-1)).toBe(REPORT);
  expect(lines.every((line) => widthOf(line) <= 20)).toBe(true);
});

test('a title that names the organ otherwise still breaks before the year', () => {
  expect(titleLines(`市生态环境局办公室${REPORT}`, '嘉兴市生态环境局')).toEqual(['市生态环境局办公室', REPORT]);
});

test('a title without organ and year is cut into lines that fit, losing nothing', () => {
  const title = '关于政府信息公开工作情况的年度报告及其他需要报告的若干重要事项的说明材料汇编';
  expect(titleLines(title, '').join('')).toBe(title);
});
