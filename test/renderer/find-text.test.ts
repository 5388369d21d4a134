// Find and replace over the chapters.
import { expect, test } from 'vitest';
import { findCells, findText, replaceText } from '../../renderer/state/find-text.ts';
import { editCells } from '../../shared/editions/edit-cells.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import { applyEdits } from '../../shared/model/edit.ts';

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

test('a figure is found in the cells that show it, not in those that only hold its digits; a note by its words', () => {
  const change = editCells(
    empty,
    [
      { cell: 'applications.new.natural', text: '28' },
      { cell: 'applications.carried_in.natural', text: '128' },
      { cell: 'disclosure.rules.made', text: '2（其中修订1件）' },
    ],
    'typed',
  );
  if (!change.ok) throw new Error(change.error.message);
  const filled = applyEdits(empty, change.value.edits);
  expect(findCells(filled, '28')).toEqual(['applications.new.natural', 'applications.new.total']);
  expect(findCells(filled, '修订')).toEqual(['disclosure.rules.made']);
  expect(findCells(filled, ' ')).toEqual([]);
});
