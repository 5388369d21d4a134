// The underlines of the prose, and putting the table's figure in place of the prose's.
import { expect, test } from 'vitest';
import { boundAt, chapterQuantities, findingOf, withReplaced } from '../../renderer/views/narrative/quantities.ts';
import { findingKey } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { editCells } from '../../shared/editions/edit-cells.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import { applyEdits } from '../../shared/model/edit.ts';
import type { Report } from '../../shared/model/report.ts';

const SENTENCE = '2025年，我局共收到政府信息公开申请28件，发放宣传册500册。';

function report(text: string): Report {
  const blank = emptyReport('某市生态环境局', 2025);
  const change = editCells(blank, [{ cell: 'applications.new.natural', text: '29' }], 'typed');
  if (!change.ok) throw new Error(change.error.message);
  const filled = applyEdits(blank, change.value.edits);
  return { ...filled, chapters: { ...filled.chapters, '1': chapterFromLines([text]) } };
}

test('a figure that differs from its cell is red, one without a cell is grey', () => {
  const { marks } = chapterQuantities(report(SENTENCE), '1', [], {});
  expect(marks.map(({ from, to, kind }) => [SENTENCE.slice(from, to), kind])).toEqual([
    ['28', 'differs'],
    ['500', 'unbound'],
  ]);
});

test('a figure that still stands as last year’s text had it is 待更新, until it is another', () => {
  const last = { ...report(SENTENCE.replace('2025年', '2024年')), year: 2024 };
  const kindOf = (text: string): string | undefined =>
    chapterQuantities(report(text), '1', [], {}, last).marks.find(({ from, to }) =>
      text.slice(from, to).startsWith('5'),
    )?.kind;
  expect(kindOf(SENTENCE)).toBe('stale');
  expect(kindOf(SENTENCE.replace('500', '520'))).toBe('unbound');
});

test('a figure that agrees is green', () => {
  const { marks } = chapterQuantities(report(SENTENCE.replace('28', '29')), '1', [], {});
  expect(marks[0]?.kind).toBe('agrees');
});

test('the table’s figure replaces the prose’s, and the sentence then agrees', () => {
  const before = report(SENTENCE);
  const { bound, marks } = chapterQuantities(before, '1', [], {});
  const one = boundAt(bound, marks[0]?.id ?? '');
  const doc = one && withReplaced(before.chapters['1'], one, one.expected ?? '');
  expect(doc && chapterText(doc)).toBe(SENTENCE.replace('28', '29'));
});

test('nothing is replaced where the text has changed meanwhile', () => {
  const { bound } = chapterQuantities(report(SENTENCE), '1', [], {});
  expect(withReplaced(chapterFromLines([`另外，${SENTENCE}`]), bound[0]!, '29')).toBeNull();
});

test('bold text around a replaced figure stays bold', () => {
  const doc = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        content: [
          { type: 'text' as const, text: '申请' },
          { type: 'text' as const, text: '28件', marks: [{ type: 'bold' as const }] },
        ],
      },
    ],
  };
  const next = withReplaced(doc, { block: 0, from: 2, to: 4, text: '28' }, '130');
  expect(next?.content[0]?.content).toEqual([
    { type: 'text', text: '申请' },
    { type: 'text', text: '130件', marks: [{ type: 'bold' }] },
  ]);
});

test('a difference that has a 说明 is no longer red', () => {
  const now = report(SENTENCE);
  const findings = runChecks(now, null);
  const { bound } = chapterQuantities(now, '1', findings, {});
  const finding = findingOf(findings, bound[0]!);
  expect(finding?.rule).toBe('N-TABLE');
  const { marks } = chapterQuantities(now, '1', findings, { [findingKey(finding!)]: '统计口径不同' });
  expect(marks[0]?.kind).toBe('unbound');
});
