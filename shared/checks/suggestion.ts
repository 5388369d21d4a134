// Where the change of one figure would satisfy every broken equation, and only one such figure exists, it is offered.
import { addDecimals, compareDecimals, subtractDecimals } from '../model/decimal.ts';
import type { CellId } from '../model/report.ts';
import type { Equation } from '../editions/types.ts';
import type { Broken } from './arithmetic.ts';
import type { CheckContext } from './context.ts';
import type { Finding } from './finding.ts';

export interface Suggested {
  readonly offer: NonNullable<Finding['suggestion']>;
  readonly mends: readonly Broken[];
}

/** Tries every figure that stands in all broken equations. The value asked for must be the same in each, and not negative. */
export function suggestionFor(context: CheckContext, broken: readonly Broken[]): Suggested | null {
  const [first] = broken;
  if (!first) return null;
  const everywhere = cellsOf(first.equation).filter((id) =>
    broken.every(({ equation }) => cellsOf(equation).includes(id)),
  );
  const fits = everywhere.flatMap((id) => {
    const present = context.cell(id).value ?? '0';
    const wanted = new Set(broken.map((one) => needed(one, id, present)));
    const [value] = wanted;
    return wanted.size === 1 && value !== undefined && compareDecimals(value, '0') >= 0 && spares(context, id, broken)
      ? [{ cell: id, value }]
      : [];
  });
  const [only, ...others] = fits;
  if (!only || others.length > 0) return null;
  return {
    offer: { label: `把${context.label(only.cell)}改为${only.value}，可使相关的合计全部相符`, set: [only] },
    mends: broken,
  };
}

const cellsOf = ({ left, right }: Equation): readonly CellId[] => [...left, ...right];

/** What the cell must be for one equation: its value plus or minus the gap, by the side it stands on. */
function needed({ equation, left, right }: Broken, id: CellId, present: string): string {
  const gap = subtractDecimals(right ?? '0', left ?? '0');
  return equation.left.includes(id) ? addDecimals([present, gap]) : subtractDecimals(present, gap);
}

/** A change must not break an equation that holds. */
const spares = ({ edition }: CheckContext, id: CellId, broken: readonly Broken[]): boolean =>
  edition.equations
    .filter((equation) => cellsOf(equation).includes(id))
    .every((equation) => broken.some((one) => one.equation === equation));
