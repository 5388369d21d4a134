// The sums of the form: 表三勾稽 in every column, （七）总计, 总计 of every row, 表四. Checking only the 总计 column is not enough:
// an error of −1 in one column and +1 in another cancels there.
import { sumOf, withBlankTotals } from '../editions/totals.ts';
import type { Equation } from '../editions/types.ts';
import { equalDecimals } from '../model/decimal.ts';
import type { CellId, Cells } from '../model/report.ts';
import { type CheckContext, finding, type Rule, shown } from './context.ts';
import type { Finding } from './finding.ts';
import { suggestionsFor } from './suggestion.ts';

/** An equation that does not hold, with both sums. */
export interface Broken {
  readonly equation: Equation;
  readonly left: string | null;
  readonly right: string | null;
}

/** A blank part counts as nothing; nothing filled in on both sides holds, but a total left blank beside figures does not. */
export function holds(cells: Cells, equation: Equation): boolean {
  const left = sumOf(cells, equation.left);
  const right = sumOf(cells, equation.right);
  if (left !== null && right !== null) return equalDecimals(left, right);
  if (left === null && right !== null && wantsTotal(equation)) return false;
  return isNothing(left) && isNothing(right);
}

const isNothing = (sum: string | null): boolean => sum === null || equalDecimals(sum, '0');

/** A total of a row beside figures, be they all 0; a column of （七）总计 may stay blank beside zeros. */
const wantsTotal = ({ computes, rule }: Equation): boolean => computes !== undefined && rule !== 'T3-RESULT-SUM';

/** A total left blank is one finding, about itself; the sums that it is part of are held against what its parts give. */
const brokenEquations = ({ edition, report }: CheckContext): Broken[] =>
  edition.equations.flatMap((equation): Broken[] => {
    const { left, right, computes } = equation;
    const cells = withBlankTotals(edition, report.cells, computes ? right : [...left, ...right]);
    return holds(cells, equation) ? [] : [{ equation, left: sumOf(cells, left), right: sumOf(cells, right) }];
  });

export const arithmetic: Rule = (context) => {
  const broken = brokenEquations(context);
  const suggestions = suggestionsFor(context, broken);
  return broken.map((one): Finding => {
    const suggestion = suggestions.find(({ mends }) => mends.includes(one))?.offer;
    return {
      ...finding(one.equation.rule, {
        cells: [...one.equation.left, ...filledOf(context, one.equation.right)],
        left: shown(one.left),
        right: shown(one.right),
        message: sentence(context, one),
      }),
      ...(suggestion ? { suggestion } : {}),
    };
  });
};

/** The parts that hold a figure; all of them where none does. */
const filledOf = ({ report }: CheckContext, ids: readonly CellId[]): readonly CellId[] => {
  const filled = ids.filter((id) => report.cells[id]?.state === 'number');
  return filled.length > 0 ? filled : ids;
};

function sentence({ label, edition, cell }: CheckContext, { equation, left, right }: Broken): string {
  const total = equation.computes ?? (equation.left.length === 1 ? equation.left[0] : undefined);
  if (total) {
    const written = cell(total).raw.trim();
    const what = left !== null ? `是${left}` : written ? `写作“${written}”` : '没有填';
    return `${label(total)}${what}，而各项之和是${shown(right)}。`;
  }
  const table = edition.tables.find(({ id }) => equation.left[0]?.startsWith(`${id}.`));
  return `${table?.name ?? ''}${equation.subject}：第一项加第二项是${shown(left)}，第三项加第四项是${shown(right)}，不相等。`;
}
