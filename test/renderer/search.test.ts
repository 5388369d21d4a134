// Finding by Chinese words and by pinyin initials.
import { expect, test } from 'vitest';
import { paletteEntries, searchPalette } from '../../renderer/state/palette-entries.ts';
import { pinyinInitials } from '../../renderer/state/pinyin.ts';
import { matchesWords } from '../../renderer/state/search.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';

const entries = paletteEntries({
  path: 'a.nianbao',
  report: emptyReport('某市生态环境局', 2025),
  previous: null,
  explanations: {},
  undo: null,
  redo: null,
  revision: 1,
  savedAt: '',
  readOnly: false,
});
const first = (words: string): string | undefined => searchPalette(entries, words)[0]?.title;

test('the initials of the words of the form are right', () => {
  expect(pinyinInitials('打印预览')).toBe('dyyl');
  expect(pinyinInitials('政府信息公开申请')).toBe('zfxxgksq');
  expect(pinyinInitials('总计Ctrl+1')).toBe('zjCtrl+1');
});

test('every word must occur, in any order', () => {
  expect(matchesWords('表三 一、本年新收政府信息公开申请数量 · 总计', '总计 新收')).toBe(true);
  expect(matchesWords('表三 一、本年新收政府信息公开申请数量 · 总计', '总计 结转')).toBe(false);
});

test('cells, chapters and commands are found by words and by initials', () => {
  expect(first('新收 总计')).toContain('新收');
  expect(first('xs zj')).toContain('新收');
  expect(first('导出')).toBe('导出');
  expect(first('qs')).toBe('全审');
  expect(first('ztqk')).toBe('一、总体情况');
});

test('without words the palette offers chapters and commands, and no cell', () => {
  expect(searchPalette(entries, '').some(({ kind }) => kind === 'cell')).toBe(false);
});

test('without a document only what works without one is offered', () => {
  expect(paletteEntries(null).map(({ title }) => title)).toContain('打开年报');
  expect(paletteEntries(null).map(({ title }) => title)).not.toContain('导出');
});
