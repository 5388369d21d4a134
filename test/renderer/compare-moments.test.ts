// What differs between two moments of a report.
import { expect, test } from 'vitest';
import { differenceOf } from '../../renderer/state/compare-moments.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { editCells } from '../../shared/editions/edit-cells.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import { applyEdits } from '../../shared/model/edit.ts';

const before = {
  ...emptyReport('某市生态环境局', 2025),
  chapters: { ...emptyReport('某市生态环境局', 2025).chapters, '6': chapterFromLines(['本年没有收费。其他事项无。']) },
};

test('two moments that say the same have no difference', () => {
  expect(differenceOf(before, structuredClone(before))).toEqual({ fields: [], cells: [], prose: [] });
});

test('figures are told with the totals that followed them, sentences as gone and come, and fields by their names', () => {
  const change = editCells(before, [{ cell: 'applications.new.natural', text: '29' }], 'typed');
  if (!change.ok) throw new Error(change.error.message);
  const after = {
    ...applyEdits(before, change.value.edits),
    title: '新标题',
    chapters: { ...before.chapters, '6': chapterFromLines(['本年收取信息处理费1次。其他事项无。']) },
  };
  expect(differenceOf(before, after)).toEqual({
    fields: [{ name: '报告标题', before: before.title, after: '新标题' }],
    cells: [
      { cell: 'applications.new.natural', before: '空', after: '29' },
      { cell: 'applications.new.total', before: '空', after: '29' },
    ],
    prose: [{ chapter: '6', removed: ['本年没有收费。'], added: ['本年收取信息处理费1次。'] }],
  });
});

test('a proposal that is taken is a difference, although the figure stays', () => {
  const proposed = {
    ...before,
    cells: {
      ...before.cells,
      'applications.carried_in.natural': {
        state: 'number',
        value: '1',
        raw: '1',
        proposed: true,
        source: { kind: 'carried', year: 2024, from: 'applications.carried_out.natural' },
      },
    },
  } as typeof before;
  const { cells } = differenceOf(before, proposed);
  expect(cells.map(({ before: left, after }) => [left, after])).toEqual([['空', '1（待采用）']]);
});
