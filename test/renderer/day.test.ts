// Days as they are written in an office.
import { expect, test } from 'vitest';
import { dayOf, readDay } from '../../renderer/state/day.ts';

const NOW = new Date(2026, 0, 20, 9);

test.each(['2026-01-12', '2026.1.12', '2026/1/12', '2026年1月12日', ' 2026 年 1 月 12 日', '２０２６－０１－１２'])(
  '%s',
  (text) => {
    expect(readDay(text, NOW)).toEqual({ ok: true, value: '2026-01-12' });
  },
);

test.each([
  ['', '请写成“2026-01-12”的样子。'],
  ['昨天', '请写成“2026-01-12”的样子。'],
  ['2026-02-30', '没有这一天，请核对日期。'],
  ['2026-13-01', '没有这一天，请核对日期。'],
  ['2026-01-21', '日期不能晚于今天。'],
])('“%s” is refused', (text, message) => {
  expect(readDay(text, NOW)).toMatchObject({ ok: false, error: { message } });
});

test('today is a day that can be written', () => {
  expect(readDay(dayOf(NOW), NOW)).toEqual({ ok: true, value: '2026-01-20' });
});
