// Find and replace over the chapters.
import { expect, test } from 'vitest';
import { findText, replaceText } from '../../renderer/state/find-text.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { chapterFromLines, chapterText } from '../../shared/model/chapter.ts';

const empty = emptyReport('某市生态环境局', 2025);
const report = {
  ...empty,
  chapters: {
    ...empty.chapters,
    '1': chapterFromLines(['2024年工作与2024年计划', '没有']),
    '5': chapterFromLines(['2024年存在的问题']),
  },
};

test('every occurrence in every chapter is found, in order, with its surroundings', () => {
  const found = findText(report, '2024年');
  expect(found.map(({ chapter, block, from, after }) => [chapter, block, from, after])).toEqual([
    ['1', 0, 0, '工作与2024年计划'],
    ['1', 0, 8, '计划'],
    ['5', 0, 0, '存在的问题'],
  ]);
  expect(findText(report, '')).toEqual([]);
});

test('all occurrences of a chapter are replaced at once, by a longer text too', () => {
  const found = findText(report, '2024年').filter(({ chapter }) => chapter === '1');
  expect(chapterText(replaceText(report.chapters['1'], found, '二〇二五年'))).toBe(
    '二〇二五年工作与二〇二五年计划\n没有',
  );
});

test('an occurrence whose text has changed meanwhile is left alone', () => {
  const found = findText(report, '2024年');
  const changed = chapterFromLines(['前言。2024年工作']);
  expect(replaceText(changed, found, 'X')).toEqual(changed);
});
