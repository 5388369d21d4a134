// Exact decimals: no rounding, no floating point.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDecimals,
  compareDecimals,
  equalDecimals,
  fromMillionths,
  isDecimal,
  subtractDecimals,
  toMillionths,
} from '../../shared/model/decimal.ts';

test('0.1 + 0.2 is 0.3, and ten digits with six decimals keep every one of them', () => {
  expect(addDecimals(['0.1', '0.2'])).toBe('0.3');
  expect(addDecimals(['9999999999.000001', '0.000001'])).toBe('9999999999.000002');
  expect(subtractDecimals('1', '2.5')).toBe('-1.5');
});

test('what is written and read again is the same number', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 16n), max: 10n ** 16n }), (value) => {
      expect(toMillionths(fromMillionths(value))).toBe(value);
    }),
  );
});

test('3.50 equals 3.5, and comparing follows the numbers, not the text', () => {
  expect(equalDecimals('3.50', '3.5')).toBe(true);
  expect(['10', '9', '-1'].toSorted(compareDecimals)).toEqual(['-1', '9', '10']);
});

test('anything that is no plain decimal is none', () => {
  expect(['1e3', '', '1,000', ' 1', '0x10', '1.1234567', '１'].filter(isDecimal)).toEqual([]);
});
