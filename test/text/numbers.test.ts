// Quantities are read out of Chinese prose as a person reads them, and nothing else is taken for one.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../shared/text/canonical.ts';
import { readChineseNumeral } from '../../shared/text/chinese-numerals.ts';
import { readQuantities } from '../../shared/text/numbers.ts';
import { writeChineseNumeral } from './chinese-numerals.ts';

const read = (text: string) => readQuantities(text).map(({ value, unit }) => `${value}${unit}`);

test.each([
  ['1029件', ['1029件']],
  ['1,029件', ['1029件']],
  ['１０２９件', ['1029件']],
  ['１，０２９件', ['1029件']],
  ['3119 件', ['3119件']],
  ['二十九件', ['29件']],
  ['两百件', ['200件']],
  ['一千零二十九条', ['1029条']],
  ['1.2万件', ['12000件']],
  ['14万余条', ['140000条']],
  ['3千多次', ['3000次']],
  ['96171.6万元', ['96171.6万元']],
  ['22541145.2元', ['22541145.2元']],
  ['5%', ['5%']],
  ['百分之五', ['5%']],
  ['百分之五点二', ['5.2%']],
  ['1.05％', ['1.05%']],
  ['网络5、邮寄23、当面0', ['5', '23', '0']],
  ['分别为3、5件', ['3', '5件']],
  ['市级48期、宿豫区17期', ['48期', '17期']],
  ['公开12345条', ['12345条']],
])('“%s” is read as %j', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  '2020年1月1日至12月31日',
  '2020年度',
  '2023—2025年',
  '二〇二〇年四月八日',
  '国办发〔2020〕17号',
  '（国令第711号）',
  '第二十条第（八）项',
  '第七期',
  '0517-83605210',
  '13812345678',
  '邮编：223001',
  'hazwgkc2024@163.com',
  'www.gov.cn/2024/12.html',
  '7*24小时',
  '20个工作日',
  '12个季度',
  '3个月',
  '1.5个百分点',
  '“1+X”',
  '5G网络',
  '一是加强管理',
  '（一）主动公开',
  '1.加强学习',
  '（2024版）',
  '10—15件',
  '数十件',
  '几百次',
  '统一部署，一次性告知，三审三校，两微一端',
  '属于三类内部事务信息',
  '危及“三安全一稳定”',
  '每一件',
  '两项合计、三类占比',
])('“%s” counts nothing', (text) => {
  expect(read(text)).toEqual([]);
});

test('a quantity keeps its place in the text, spaces and full-width digits included', () => {
  const text = '2024 年，共受理申请 ３１１９ 件，答复 3050 件。';
  const [first, second] = readQuantities(text);
  expect(text.slice(first?.from, first?.to)).toBe('３１１９');
  expect(text.slice(first?.from, first?.end)).toBe('３１１９ 件');
  expect([first?.text, second?.text]).toEqual(['３１１９', '3050']);
});

test('a rounded figure says how it is rounded', () => {
  const exactness = (text: string) => readQuantities(text)[0]?.exactness;
  expect(exactness('5500余条')).toBe('more');
  expect(exactness('超过300条')).toBe('more');
  expect(exactness('300条以上')).toBe('more');
  expect(exactness('约300条')).toBe('about');
  expect(exactness('300条左右')).toBe('about');
  expect(exactness('300条')).toBe('exact');
  expect(readQuantities('1.2万条')[0]?.step).toBe('1000');
  expect(readQuantities('1.05%')[0]?.step).toBe('0.01');
});

test('a Chinese numeral is read as the number it writes, up to 亿', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
      expect(readChineseNumeral(writeChineseNumeral(value))).toBe(String(value));
    }),
    { numRuns: 2000 },
  );
});

test('an Arabic figure is read as itself, with or without separators, in half or full width', () => {
  const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
  fc.assert(
    // 4008001234 and 13812345678 would be telephone numbers without what is counted behind them
    fc.property(
      fc.oneof(fc.integer({ min: 0, max: 99_999_999_999 }), fc.constantFrom(4_008_001_234, 13_812_345_678)),
      (value) => {
        const text = String(value);
        const grouped = text.replace(/\B(?=(\d{3})+$)/g, ',');
        for (const written of [text, grouped, wide(text), wide(grouped)])
          expect(read(`共${written}件`)).toEqual([`${text}件`]);
      },
    ),
  );
});

test('reading never fails, and every quantity lies in the text and in order', () => {
  const piece = fc.constantFrom(
    ...'0123456789０１,，.．、。；（）()〔〕%％万亿千百十两一二三件条元年月日第号占余约共 \n'.split(''),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      expect(canonical(text).length).toBe(text.length);
      let end = 0;
      for (const quantity of readQuantities(text)) {
        expect(quantity.from).toBeGreaterThanOrEqual(end);
        expect(text.slice(quantity.from, quantity.to)).toBe(quantity.text);
        expect(quantity.to).toBeLessThanOrEqual(quantity.end);
        end = quantity.end;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 3000 },
  );
});

test.each(['百万千', '十十', '一二十', '', '点五', '三点'])('“%s” is no numeral', (text) => {
  expect(readChineseNumeral(text)).toBeNull();
});
