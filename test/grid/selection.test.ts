// Cells, ranges and keys on the statutory tables.
import { expect, test } from 'vitest';
import { arrow, jump, page, rowEnd, tabStop, turn } from '../../renderer/grid/movement.ts';
import {
  at,
  between,
  figureAt,
  figuresIn,
  type Position,
  rangeOf,
  summaryOf,
  underLabel,
  wholeTable,
} from '../../renderer/grid/selection.ts';
import { place, reportWith, tableOf } from './samples.ts';

const three = tableOf('2021', 'applications').layout;
const two = tableOf('2021', 'disclosure').layout;
const twoOld = tableOf('2019', 'disclosure').layout;
const idAt = (layout: typeof three, position: Position | null) => position && figureAt(layout, position)?.id;

test('an arrow goes from figure to figure and stops at the edge of the table, never on a label', () => {
  const first = place(three, 'applications.new.natural');
  expect(arrow(three, first, [0, -1])).toEqual(first);
  expect(arrow(three, first, [-1, 0])).toEqual(first);
  expect(idAt(three, arrow(three, first, [1, 0]))).toBe('applications.carried_in.natural');
  expect(idAt(three, arrow(three, first, [0, 1]))).toBe('applications.new.company');
});

test('an arrow crosses the heads between sections, and a merged figure keeps the column on the way', () => {
  const from = place(two, 'disclosure.normative.valid');
  const merged = arrow(two, from, [1, 0]);
  expect(idAt(two, merged)).toBe('disclosure.license.decisions');
  expect(idAt(two, arrow(two, merged, [-1, 0]))).toBe('disclosure.normative.valid');
  expect(idAt(two, arrow(two, merged, [1, 0]))).toBe('disclosure.penalty.decisions');
  expect(arrow(two, merged, [0, 1])).toEqual(merged);
});

test('Ctrl and an arrow goes to the end of the filled cells, then over the gap, then to the edge', () => {
  const filled = new Set(['granted', 'partial', 'denied_by_law'].map((row) => `applications.${row}.natural`));
  const go = (from: Position) => jump(three, from, [1, 0], ({ id }) => filled.has(id));
  const partial = go(place(three, 'applications.granted.natural'));
  expect(idAt(three, partial)).toBe('applications.partial.natural');
  const law = go(partial);
  expect(idAt(three, law)).toBe('applications.denied_by_law.natural');
  expect(idAt(three, go(law))).toBe('applications.carried_out.natural');
});

test('Home, End and pages stay in the row and in the column', () => {
  const from = place(three, 'applications.granted.research');
  expect(idAt(three, rowEnd(three, from, 'first'))).toBe('applications.granted.natural');
  expect(idAt(three, rowEnd(three, from, 'last'))).toBe('applications.granted.total');
  expect(idAt(three, page(three, from, 2))).toBe('applications.denied_state_secret.research');
  expect(idAt(three, page(three, from, -50))).toBe('applications.new.research');
});

test('Tab goes over locked totals to the next row and ends at the last figure', () => {
  const isEditable = ({ id }: { id: string }) => !id.endsWith('.total') && !id.includes('result_total');
  const next = (id: Parameters<typeof place>[1], step: 1 | -1) => tabStop(three, place(three, id), step, isEditable);
  expect(idAt(three, next('applications.new.other', 1))).toBe('applications.carried_in.natural');
  expect(idAt(three, next('applications.carried_in.natural', -1))).toBe('applications.new.other');
  expect(next('applications.carried_out.other', 1)).toBeNull();
  expect(next('applications.new.natural', -1)).toBeNull();
});

test('Tab and Enter stay inside a range until its end, over locked figures', () => {
  const first = place(three, 'applications.new.legal');
  const range = rangeOf(three, between(first, place(three, 'applications.carried_in.total')));
  const isEditable = ({ id }: { id: string }) => !id.endsWith('.total');
  const go = (from: Position, along: 'rows' | 'columns', step: 1 | -1) =>
    idAt(three, turn(three, range, from, along, step, isEditable));
  expect(go(first, 'rows', 1)).toBe('applications.new.other');
  expect(go(place(three, 'applications.new.other'), 'rows', 1)).toBe('applications.carried_in.legal');
  expect(go(place(three, 'applications.carried_in.other'), 'rows', 1)).toBeNull();
  expect(go(first, 'columns', 1)).toBe('applications.carried_in.legal');
  expect(go(place(three, 'applications.carried_in.legal'), 'columns', 1)).toBe('applications.new.other');
  expect(go(first, 'columns', -1)).toBeNull();
});

test('a range takes merged figures in whole', () => {
  const range = rangeOf(
    two,
    between(place(two, 'disclosure.normative.repealed'), place(two, 'disclosure.license.decisions')),
  );
  expect(figuresIn(two, range).map(({ id }) => id)).toEqual([
    'disclosure.normative.made',
    'disclosure.normative.repealed',
    'disclosure.normative.valid',
    'disclosure.license.decisions',
  ]);
});

const underOf = (layout: typeof three, text: string) => {
  const label = layout.rows.flat().find((cell) => cell.kind === 'label' && cell.text === text);
  const selection = label?.kind === 'label' ? underLabel(layout, label) : null;
  return selection ? figuresIn(layout, rangeOf(layout, selection)).map(({ id }) => id) : [];
};

test('a click on a head selects its row, its rows, its column or its section', () => {
  expect(underOf(three, '2.重复申请')).toHaveLength(7);
  expect(underOf(three, '（四）无法提供')).toHaveLength(21);
  expect(underOf(three, '科研机构')).toHaveLength(25);
  expect(underOf(three, '法人或其他组织')).toHaveLength(125);
  expect(underOf(two, '本年废止件数')).toEqual(['disclosure.rules.repealed', 'disclosure.normative.repealed']);
  expect(underOf(two, '第二十条第（六）项')).toEqual(['disclosure.penalty.decisions', 'disclosure.coercion.decisions']);
  expect(underOf(twoOld, '采购总金额')).toEqual(['disclosure.procurement.amount']);
  expect(underOf(three, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')).toHaveLength(175);
});

test('everything is selected from the first figure to the last', () => {
  expect(figuresIn(three, rangeOf(three, wholeTable(three)))).toHaveLength(175);
  expect(figuresIn(twoOld, rangeOf(twoOld, wholeTable(twoOld)))).toHaveLength(22);
});

test('sum and average are exact, blank cells count for neither', () => {
  const report = reportWith('2021', { 'applications.new.natural': '10', 'applications.new.company': '5' });
  const row = figuresIn(
    three,
    rangeOf(three, between(place(three, 'applications.new.natural'), place(three, 'applications.new.research'))),
  );
  expect(summaryOf(report.cells, row)).toEqual({ cells: 3, count: 2, sum: '15', average: '7.5' });
  const thirds = reportWith('2021', {
    'applications.new.natural': '1',
    'applications.new.company': '1',
    'applications.new.research': '0',
  });
  expect(summaryOf(thirds.cells, row)?.average).toBe('约0.67');
  expect(summaryOf(reportWith('2021', {}).cells, row)).toEqual({ cells: 3, count: 0, sum: '0', average: '' });
});

test('a single cell has no sum', () => {
  const one = figuresIn(three, rangeOf(three, at(place(three, 'applications.new.natural'))));
  expect(summaryOf(reportWith('2021', {}).cells, one)).toBeNull();
});
