// The states of the outline, and the questions that several screens ask of a report.
import { expect, test } from 'vitest';
import { outlineOf } from '../../renderer/state/outline.ts';
import { blankCells, proposedCells } from '../../renderer/state/selectors.ts';
import { findingKey, type Finding } from '../../shared/checks/finding.ts';
import { editCells } from '../../shared/editions/edit-cells.ts';
import { emptyReport } from '../../shared/editions/empty-report.ts';
import { EDITIONS } from '../../shared/editions/index.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import { applyEdits } from '../../shared/model/edit.ts';
import type { CellId, Report } from '../../shared/model/report.ts';

const empty = emptyReport('某市生态环境局', 2025);
const tables = EDITIONS[empty.edition].tables;
const filled = fill(empty, blankCells(empty, tables));

function fill(report: Report, cells: readonly CellId[]): Report {
  const change = editCells(
    report,
    cells.map((cell) => ({ cell, text: '0' })),
    'filled',
  );
  if (!change.ok) throw new Error(change.error.message);
  return applyEdits(report, change.value.edits);
}

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'T3-IDENT',
  severity: 'error',
  cells: ['applications.new.natural'],
  left: '1',
  right: '2',
  message: '不相等。',
  ...more,
});

const entryOf = (report: Report, findings: readonly Finding[], chapter: string, explanations = {}) =>
  outlineOf(report, findings, explanations).find((entry) => entry.chapter === chapter);

test('nothing is 已审 before the first check has ended: what is filled waits for it', () => {
  const states = new Set(outlineOf(filled, [], {}, false).map(({ state }) => state));
  expect(states).toEqual(new Set(['unchecked', 'empty']));
});

test('an empty report is 未填 in every chapter but the preface, which may stay empty', () => {
  const states = outlineOf(empty, [], {}).map(({ chapter, state }) => `${chapter} ${state}`);
  expect(states).toEqual(['preface reviewed', '1 empty', '2 empty', '3 empty', '4 empty', '5 empty', '6 empty']);
});

test('a table with blank figures left is 填报中, with how many are filled', () => {
  const started = fill(empty, ['applications.new.natural']);
  expect(entryOf(started, [], '3')).toMatchObject({ state: 'working', filled: 1, total: 144 });
});

test('computed totals of a draft are nobody’s to fill', () => {
  expect(blankCells(empty, tables)).not.toContain('applications.new.total');
  expect(blankCells(filled, tables)).toEqual([]);
});

test('a table with every figure filled and nothing found is 已审', () => {
  expect(entryOf(filled, [], '3')?.state).toBe('reviewed');
});

test('an error makes its table 有错误 and no other', () => {
  const states = outlineOf(filled, [finding({})], {}).filter(({ state }) => state === 'errors');
  expect(states.map(({ chapter }) => chapter)).toEqual(['3']);
});

test('a warning keeps its chapter in work until it has a 说明', () => {
  const report = { ...filled, chapters: { ...filled.chapters, '1': chapterFromLines(['全年受理28件。']) } };
  const warning = finding({ severity: 'warning', rule: 'N-TABLE', chapter: '1', quote: '全年受理28件。' });
  expect(entryOf(report, [warning], '1')?.state).toBe('working');
  expect(entryOf(report, [warning], '3')?.warnings).toBe(0);
  expect(entryOf(report, [warning], '1', { [findingKey(warning)]: '统计口径不同' })?.state).toBe('reviewed');
});

test('a proposal that nobody has taken keeps its table in work', () => {
  const cell: CellId = 'applications.carried_in.natural';
  const report = { ...filled, cells: { ...filled.cells, [cell]: { ...filled.cells[cell]!, proposed: true as const } } };
  expect(proposedCells(report)).toEqual([cell]);
  expect(entryOf(report, [], '3')?.state).toBe('working');
});
