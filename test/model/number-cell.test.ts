// The text of a figure cell: what is a figure is read exactly, what is none is kept, and nothing in between passes unseen.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFigure, readTypedFigure, showFigure } from '../../shared/model/number-cell.ts';

describe('figures', () => {
  test.each([
    ['0', '0'],
    ['28', '28'],
    [' 29 ', '29'],
    ['\u00a029\u3000', '29'],
    ['０', '0'],
    ['１２８', '128'],
    ['1,033', '1033'],
    ['1，033', '1033'],
    ['11,398,889', '11398889'],
    ['007', '7'],
    ['12.0', '12'],
    ['96171.6', '96171.6'],
    ['９６１７１．６０', '96171.6'],
    ['190.457379', '190.457379'],
    ['9999999999', '9999999999'],
  ])('%s is %s', (text, value) => {
    expect(readFigure(text, 'amount')).toMatchObject({ state: 'number', value, oddities: [] });
  });

  test.each([
    ['49（+）', '49'],
    ['13(+)', '13'],
    ['3（－）', '-3'],
    ['4（-）', '-4'],
    ['+3', '3'],
    ['＋461', '461'],
    ['-2', '-2'],
    ['−2', '-2'],
    ['—3', '-3'],
    ['–12', '-12'],
    ['增5', '5'],
    ['减少12', '-12'],
    ['增加12项', '12'],
    ['5（增）', '5'],
    ['7（减）', '-7'],
    ['↑6', '6'],
    ['6↓', '-6'],
  ])('the change %s is %s', (text, value) => {
    expect(readFigure(text, 'signed')).toMatchObject({ state: 'number', value });
  });
});

test.each(['', ' ', '\u00a0', '\t', '\u3000\u200b', '\ufeff'])('%j is blank, not 0', (text) => {
  expect(readFigure(text, 'count')).toMatchObject({ state: 'blank', value: null, oddities: [] });
});

test.each(['-', '—', '——', '－', '/', '／', '–'])('%s is a dash, not 0', (text) => {
  expect(readFigure(text, 'count')).toMatchObject({ state: 'dash', value: null });
});

test.each([
  ['22（其中修订16件）', '22', '其中修订16件'],
  ['22(其中修订16件)', '22', '其中修订16件'],
  ['5（含上年结转2件）', '5', '含上年结转2件'],
])('%s is a figure with a note', (text, value, note) => {
  expect(readFigure(text, 'count')).toMatchObject({ state: 'number', value, note, oddities: ['note'] });
});

test.each([
  ['22541145.2元', '22541145.2', '元'],
  ['316441万元', '316441', '万元'],
  ['12（万元）', '12', '万元'],
  ['3件', '3', '件'],
  ['1.5亿元', '1.5', '亿元'],
])('%s keeps its unit and is not converted', (text, value, unit) => {
  expect(readFigure(text, 'amount')).toMatchObject({ state: 'number', value, unit });
});

test.each(['1 28', '2\n3', '1\u00a0000'])('%j is read together and marked', (text) => {
  const reading = readFigure(text, 'count');
  expect(reading.value).toBe(text.replaceAll(/\s/g, ''));
  expect(reading.oddities).toContain('split');
});

test.each([
  '无',
  '约20',
  '20余',
  '1,0333',
  '1.2.3',
  '①',
  'O',
  '12%',
  '3-5',
  '5/6',
  '（5）',
  '二',
  '#REF!',
  '1e5',
  '0x10',
  'Infinity',
  '1.2345678',
])('%s is no figure and is kept as text', (text) => {
  expect(readFigure(text, 'amount')).toMatchObject({ state: 'text', value: null, oddities: ['unread'] });
});

test.each([
  ['-1', 'count'],
  ['1.5', 'count'],
  ['1.5', 'signed'],
  ['-0.5', 'amount'],
  ['10000000000', 'count'],
] as const)('%s cannot stand in a cell of kind %s', (text, kind) => {
  expect(readFigure(text, kind).reason).toBeTruthy();
  expect(readTypedFigure(text, kind).ok).toBe(false);
});

test('what is shown reads back as the same figure', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 9_999_999_999n }),
      fc.option(fc.constantFrom('其中修订16件', '含上年2件')),
      (value, note) => {
        const shown = showFigure({ state: 'number', value: String(value), raw: '', ...(note ? { note } : {}) });
        expect(readFigure(shown, 'count')).toMatchObject({
          state: 'number',
          value: String(value),
          ...(note ? { note } : {}),
        });
      },
    ),
  );
});

test('no text at all makes the reader throw or invent a figure', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { state, value } = readFigure(text, 'count');
      expect(value === null).toBe(state !== 'number');
      if (value !== null) expect(text).toMatch(/[\d０-９]/);
    }),
  );
});

test('a typed figure with a unit or a gap is refused with its reason', () => {
  expect(readTypedFigure('3件', 'count')).toEqual({ ok: false, reason: '“3件”带有单位“件”，格内只填数字' });
  expect(readTypedFigure('1 28', 'count').ok).toBe(false);
  expect(readTypedFigure('1 280', 'count')).toMatchObject({ ok: true, value: '1280' });
});

test.each([
  ['320①', '320', '①'],
  ['1,041[2]', '1041', '[2]'],
  ['5*', '5', '*'],
  ['31※', '31', '※'],
  ['12注1', '12', '注1'],
  ['77²', '77', '²'],
])('%s has the mark of a footnote, which is no digit', (text, value, note) => {
  expect(readFigure(text, 'count')).toMatchObject({ state: 'number', value, note, oddities: ['note'] });
});

test.each(['5*3', '3注意', '①', '—'])('%s is no figure with a footnote', (text) => {
  expect(readFigure(text, 'count').state).not.toBe('number');
});
