// Where the change of one figure would satisfy every equation that is broken around it, and only one such figure exists, it is offered.
import { computedCells, withTotals } from '../editions/totals.ts';
import type { Equation } from '../editions/types.ts';
import { addDecimals, compareDecimals, subtractDecimals } from '../model/decimal.ts';
import type { CellId, Cells } from '../model/report.ts';
import { type Broken, holds } from './arithmetic.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

export interface Suggested {
  readonly offer: NonNullable<Finding['suggestion']>;
  readonly mends: readonly Broken[];
}

/** One suggestion for each group of broken equations that share cells; none where several figures could be the wrong one. */
export const suggestionsFor = (context: CheckContext, broken: readonly Broken[]): readonly Suggested[] =>
  groupsOf(broken).flatMap((group) => {
    const [only, ...others] = mendingChanges(context, group);
    if (!only || others.length > 0) return [];
    const label = `把${context.label(only.cell)}改为${only.value}，可使相关的合计全部相符`;
    return [{ offer: { label, set: [only] }, mends: group }];
  });

interface CellChange {
  readonly cell: CellId;
  readonly value: string;
}

function mendingChanges(context: CheckContext, group: readonly Broken[]): readonly CellChange[] {
  const [first] = group;
  return first ? changesFor(context, first).filter((change) => mends(context, group, change)) : [];
}

const cellsOf = ({ left, right }: Equation): readonly CellId[] => [...left, ...right];

/** Broken equations connected by common cells: two unrelated mistakes are two groups. */
function groupsOf(broken: readonly Broken[]): Broken[][] {
  let groups: Broken[][] = [];
  for (const one of broken) {
    const cells = new Set(cellsOf(one.equation));
    const near = groups.filter((group) => group.some(({ equation }) => cellsOf(equation).some((id) => cells.has(id))));
    groups = [...groups.filter((group) => !near.includes(group)), [...near.flat(), one]];
  }
  return groups;
}

/** What each figure behind an equation would have to be for it to hold. A locked total stands for the figures it is computed from. */
function changesFor({ edition, report, cell }: CheckContext, { equation, left, right }: Broken): readonly CellChange[] {
  const locked = report.status === 'draft' ? computedCells(edition) : new Set<CellId>();
  const gap = subtractDecimals(right ?? '0', left ?? '0');
  const behind = (id: CellId): readonly CellId[] =>
    locked.has(id) ? (edition.equations.find(({ computes }) => computes === id)?.right.flatMap(behind) ?? []) : [id];
  const change = (id: CellId, isLeft: boolean): CellChange => {
    const present = cell(id).value ?? '0';
    return { cell: id, value: isLeft ? addDecimals([present, gap]) : subtractDecimals(present, gap) };
  };
  const changes = [
    ...equation.left.flatMap(behind).map((id) => change(id, true)),
    ...equation.right.flatMap(behind).map((id) => change(id, false)),
  ];
  return changes.filter(({ value }) => compareDecimals(value, '0') >= 0);
}

/** Every equation of the group holds after the change, and none that held is broken. */
function mends({ edition, report }: CheckContext, group: readonly Broken[], { cell, value }: CellChange): boolean {
  const set: Cells = { [cell]: { state: 'number', value, raw: value, source: { kind: 'typed' } } };
  const after = withTotals(edition, report.cells, set);
  return edition.equations.every(
    (equation) =>
      holds(after, equation) || (!group.some((one) => one.equation === equation) && !holds(report.cells, equation)),
  );
}
