// Last year's prose against this year's, and the numbers of headings.
import { expect, test } from 'vitest';
import { compareProse } from '../../renderer/editor/compare-prose.ts';
import { chineseNumber, headingNumbers, renumbered, withoutNumber } from '../../renderer/editor/numbering.ts';
import { changedPieces, likeness, sentencesOf } from '../../renderer/editor/sentences.ts';
import { foundMarks, keptMarks } from '../../renderer/views/narrative/prose-mark-places.ts';
import { type ChapterDoc, chapterText, heading, paragraph } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';

test('sentences keep their end marks and closing quotes, and lose nothing', () => {
  const text = '全年公开信息28件。其中“网络5件。”邮寄23件；当面0件';
  expect(sentencesOf(text)).toEqual(['全年公开信息28件。', '其中“网络5件。”', '邮寄23件；', '当面0件']);
  expect(sentencesOf(text).join('')).toBe(text);
});

test('a sentence taken over word for word is kept, one with another figure is changed, one left out is gone', () => {
  const last = ['2024年受理申请28件。全部按期办结。没有收费。'];
  const now = ['2025年受理申请31件。全部按期办结。'];
  const { last: told, sameShare } = compareProse(last, now);
  expect(told[0]?.map(({ fate }) => fate)).toEqual(['changed', 'kept', 'gone']);
  expect(sameShare).toBe(0.5);
});

test('a sentence moved to another paragraph still counts as kept, with its new paragraph', () => {
  const { last } = compareProse(['甲项工作已经完成。'], ['乙项工作正在推进。', '甲项工作已经完成。']);
  expect(last[0]?.[0]).toMatchObject({ fate: 'kept', paragraph: 1 });
});

test('the changed characters of a sentence are exactly those that were replaced', () => {
  const pieces = changedPieces('2024年28件', '2025年31件');
  expect(pieces.map(({ text }) => text).join('')).toBe('2024年28件');
  expect(pieces.filter(({ changed }) => changed).map(({ text }) => text)).toEqual(['4', '28']);
});

test('the same two sentences are compared once: the comparison of all others outlives a key press in one', () => {
  const compared = (): readonly unknown[] =>
    compareProse(['受理申请28件。', '全部办结。'], ['受理申请31件。', '没有收费。']).last.flat();
  const [before, after] = [compared(), compared()];
  expect(before[0]).toMatchObject({ fate: 'changed' });
  expect(after[0]).toEqual(before[0]);
  expect(changedPieces('受理申请28件。', '受理申请31件。')).toBe(changedPieces('受理申请28件。', '受理申请31件。'));
});

test('likeness is 1 for the same text and 0 for nothing in common', () => {
  expect(likeness('甲乙丙', '甲乙丙')).toBe(1);
  expect(likeness('甲乙', '丙丁')).toBe(0);
});

test('kept sentences and the sentence of a finding are marked at their characters', () => {
  const doc = chapterFromLines(['开头。全部按期办结。']);
  const comparison = compareProse(['全部按期办结。'], ['开头。全部按期办结。']);
  expect(keptMarks(doc, comparison)).toEqual([{ block: 0, from: 3, to: 10, kind: 'kept' }]);
  expect(foundMarks(doc, '按期')).toEqual([{ block: 0, from: 5, to: 7, kind: 'found' }]);
  expect(foundMarks(doc, '没有这句')).toEqual([]);
});

test('Chinese numbers run from 一 to 九十九', () => {
  expect([1, 10, 11, 20, 99].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '九十九']);
});

test('headings are numbered by level, beginning anew under each higher heading', () => {
  const blocks = [
    heading(1, '主动公开'),
    heading(2, '规章'),
    heading(2, '文件'),
    paragraph('正文'),
    heading(1, '依申请公开'),
    heading(2, '受理'),
  ];
  expect(headingNumbers(blocks)).toEqual(['（一）', '1.', '2.', undefined, '（二）', '1.']);
});

test('a number is taken off a heading whatever its form, a figure at its start is not', () => {
  expect(withoutNumber('（一）主动公开')).toBe('主动公开');
  expect(withoutNumber('(2)受理')).toBe('受理');
  expect(withoutNumber('3．办理')).toBe('办理');
  expect(withoutNumber('2.5万件信息')).toBe('2.5万件信息');
  expect(withoutNumber('28件申请')).toBe('28件申请');
});

test('renumbering mends skipped and repeated numbers and touches nothing else', () => {
  const doc: ChapterDoc = {
    type: 'doc',
    content: [heading(1, '（一）甲'), paragraph('（一）正文里的'), heading(1, '（三）乙'), heading(1, '丙')],
  };
  expect(chapterText(renumbered(doc))).toBe('（一）甲\n（一）正文里的\n（二）乙\n（三）丙');
  const right = renumbered(doc);
  expect(renumbered(right)).toBe(right);
});
