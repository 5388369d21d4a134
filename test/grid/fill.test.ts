// Filling down, to the right and with the handle.
import { expect, test } from 'vitest';
import { dragFill, type FillWay, fillRanges, planFill } from '../../renderer/grid/fill.ts';
import { at, between, type Range, rangeOf } from '../../renderer/grid/selection.ts';
import type { CellId } from '../../shared/model/report.ts';
import { byCell, place, reportWith, tableOf, targetOf } from './samples.ts';

const { layout } = tableOf('2021', 'applications');
const report = reportWith('2021', {
  'applications.granted.natural': '4',
  'applications.granted.company': '5',
  'applications.partial.natural': '6',
});

const fill = (from: CellId, to: CellId, way: FillWay) => {
  const selection = from === to ? at(place(layout, from)) : between(place(layout, from), place(layout, to));
  const target = targetOf(report, 'applications', selection);
  const ranges = fillRanges(target, way);
  return ranges && planFill(target, ranges.from, ranges.to, way);
};

test('down: the first row of the selection goes into the others, each figure in its own column', () => {
  const plan = fill('applications.granted.natural', 'applications.denied_state_secret.company', 'down');
  expect(byCell(plan?.edits ?? [])).toEqual({
    'applications.partial.natural': '4',
    'applications.partial.company': '5',
    'applications.denied_state_secret.natural': '4',
    'applications.denied_state_secret.company': '5',
  });
});

test('down in one cell takes the figure above, and there is none above the first row', () => {
  expect(byCell(fill('applications.partial.company', 'applications.partial.company', 'down')?.edits ?? [])).toEqual({
    'applications.partial.company': '5',
  });
  expect(fill('applications.new.natural', 'applications.new.natural', 'down')).toBeNull();
});

test('to the right: the first column goes into the others; the total is left alone and it says so', () => {
  const plan = fill('applications.granted.other', 'applications.granted.total', 'right');
  expect(plan?.edits).toEqual([]);
  const wide = fill('applications.granted.company', 'applications.granted.total', 'right');
  expect(Object.values(byCell(wide?.edits ?? []))).toEqual(['5', '5', '5', '5']);
  expect(wide?.summary).toBe('填充4格；1格总计由程序自动计算，没有改动。');
  expect(wide?.needsConfirm).toBe(false);
});

test('a blank source makes the others blank', () => {
  const plan = fill('applications.new.natural', 'applications.granted.natural', 'down');
  expect(byCell(plan?.edits ?? [])).toEqual({
    'applications.carried_in.natural': '',
    'applications.granted.natural': '',
  });
  expect(plan?.cleared).toEqual(['applications.granted.natural']);
});

test('the handle fills the longer way, and repeats several rows in turn', () => {
  const selected: Range = rangeOf(
    layout,
    between(place(layout, 'applications.granted.natural'), place(layout, 'applications.partial.natural')),
  );
  expect(dragFill(selected, { row: selected.top, column: selected.left })).toBeNull();
  const down = dragFill(selected, { row: selected.bottom + 3, column: selected.left + 1 });
  expect(down?.way).toBe('down');
  const target = targetOf(report, 'applications', {
    ...at({ row: selected.top, column: selected.left }),
    head: { row: selected.bottom, column: selected.left },
  });
  const plan = down && planFill(target, selected, down.to, down.way);
  expect(plan?.edits.map(({ text }) => text)).toEqual(['4', '6', '4']);
  const up = dragFill(selected, { row: selected.top - 1, column: selected.left });
  expect(up && planFill(target, selected, up.to, up.way).edits).toEqual([
    { cell: 'applications.carried_in.natural', text: '6' },
  ]);
});

test('between merged figures of 表二 the figure of the same column is taken', () => {
  const two = tableOf('2021', 'disclosure').layout;
  const source = reportWith('2021', { 'disclosure.license.decisions': '58' });
  const target = targetOf(
    source,
    'disclosure',
    between(place(two, 'disclosure.license.decisions'), place(two, 'disclosure.coercion.decisions')),
  );
  const ranges = fillRanges(target, 'down');
  const plan = ranges && planFill(target, ranges.from, ranges.to, 'down');
  expect(byCell(plan?.edits ?? [])).toEqual({
    'disclosure.penalty.decisions': '58',
    'disclosure.coercion.decisions': '58',
  });
});
