// Where a line of print may break: addresses after their signs, figures nowhere.
import { expect, test } from 'vitest';
import { printText, shownText } from '../../shared/export/markup.ts';

test.each([
  ['邮箱：zwgk@example.gov.cn，', '邮箱：zwgk@<wbr>example.<wbr>gov.<wbr>cn，'],
  ['见https://a.gov.cn/b?c=1&d', '见https:/<wbr>/<wbr>a.<wbr>gov.<wbr>cn/<wbr>b?<wbr>c=<wbr>1&amp;<wbr>d'],
])('an address may break after its signs: %s', (text, expected) => {
  expect(printText(text)).toBe(expected);
});

test.each(['电话：0517-83605210-8001。', '9876543210.25万元', '7*24小时', 'WPS Office 2019'])(
  'no figure and no short word breaks: %s',
  (text) => {
    expect(printText(text)).toBe(text);
  },
);

test('what may break shows the same characters', () => {
  const text = '<邮箱>“zwgk@example.gov.cn”&https://www.example.gov.cn/col/col1229&uid=5';
  expect(shownText(printText(text).replaceAll('<wbr>', ''))).toBe(text);
});
