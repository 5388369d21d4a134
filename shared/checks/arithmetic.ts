// The sums of the form: 表三勾稽 in every column, （七）总计, 总计 of every row, 表四. Checking only the 总计 column is not enough:
// an error of −1 in one column and +1 in another cancels there.
import type { Equation } from '../editions/types.ts';
import { sumOf } from '../editions/totals.ts';
import { equalDecimals } from '../model/decimal.ts';
import type { CellId } from '../model/report.ts';
import { type CheckContext, finding, type Rule, shown } from './context.ts';
import type { Finding } from './finding.ts';
import { suggestionFor } from './suggestion.ts';

/** An equation that does not hold, with both sums. A blank part counts as nothing; nothing filled in on both sides holds. */
export interface Broken {
  readonly equation: Equation;
  readonly left: string | null;
  readonly right: string | null;
}

export function brokenEquations({ edition, report }: CheckContext): Broken[] {
  return edition.equations.flatMap((equation) => {
    const left = sumOf(report.cells, equation.left);
    const right = sumOf(report.cells, equation.right);
    const holds =
      left === null || right === null
        ? isNothing(left) && isNothing(right) && !isMissingTotal(equation, left, right)
        : equalDecimals(left, right);
    return holds ? [] : [{ equation, left, right }];
  });
}

const isNothing = (sum: string | null): boolean => sum === null || equalDecimals(sum, '0');

/** A total left blank beside figures, even when they are all 0. */
const isMissingTotal = (equation: Equation, left: string | null, right: string | null): boolean =>
  equation.computes !== undefined && equation.rule !== 'T3-RESULT-SUM' && left === null && right !== null;

export const arithmetic: Rule = (context) => {
  const broken = brokenEquations(context);
  const suggestion = suggestionFor(context, broken);
  return broken.map((one): Finding => {
    const found = finding(one.equation.rule, {
      cells: [...one.equation.left, ...filledOf(context, one.equation.right)],
      left: shown(one.left),
      right: shown(one.right),
      message: sentence(context, one),
    });
    return suggestion?.mends.includes(one) ? { ...found, suggestion: suggestion.offer } : found;
  });
};

/** The parts that hold a figure; all of them where none does. */
const filledOf = ({ report }: CheckContext, ids: readonly CellId[]): readonly CellId[] => {
  const filled = ids.filter((id) => report.cells[id]?.state === 'number');
  return filled.length > 0 ? filled : ids;
};

function sentence({ label, edition }: CheckContext, { equation, left, right }: Broken): string {
  const total = equation.computes ?? (equation.left.length === 1 ? equation.left[0] : undefined);
  if (total) {
    const what = left === null ? '没有填' : `是${left}`;
    return `${label(total)}${what}，而各项之和是${shown(right)}。`;
  }
  const table = edition.tables.find(({ id }) => equation.left[0]?.startsWith(`${id}.`));
  return `${table?.name ?? ''}${equation.subject}：第一项加第二项是${shown(left)}，第三项加第四项是${shown(right)}，不相等。`;
}
