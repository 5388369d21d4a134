// The equation of a finding with its figures, so that a person can follow the sum: “29＋1＝30 ≠ 28＋1＝29”.
import type { Finding } from '../../shared/checks/finding.ts';
import { sumOf } from '../../shared/editions/totals.ts';
import type { Equation, FormEdition } from '../../shared/editions/types.ts';
import type { CellId, Report } from '../../shared/model/report.ts';

/** The equation of the form that a finding is about; undefined where it is about none. */
export const equationOf = (edition: FormEdition, finding: Finding): Equation | undefined =>
  edition.equations.find((one) => one.rule === finding.rule && one.left.every((cell) => finding.cells.includes(cell)));

/** Both sides with their parts. */
export const equationLine = (report: Report, equation: Equation): string =>
  `${side(report, equation.left)} ≠ ${side(report, equation.right)}`;

/** What a computed total is the sum of, with its figures: “＝ 22＋6＋1”. Null where the cell is no total. */
export function totalLine(edition: FormEdition, report: Report, cell: CellId): string | null {
  const equation = edition.equations.find(({ computes }) => computes === cell);
  if (!equation) return null;
  const parts = partsOf(report, equation.right);
  return parts.length === 0 ? '各项之和；各项尚未填写' : `＝${parts.join('＋')}`;
}

/** Zero and blank parts add nothing and are left out where there are many. */
function partsOf(report: Report, ids: Equation['right']): readonly string[] {
  const values = ids.flatMap((id) => report.cells[id]?.value ?? []);
  const telling = values.filter((value) => value !== '0');
  return values.length <= 2 ? values : telling.length > 0 ? telling : values.slice(0, 1);
}

function side(report: Report, ids: Equation['left']): string {
  const sum = sumOf(report.cells, ids);
  if (sum === null) return '空白';
  const parts = partsOf(report, ids);
  return parts.length < 2 ? sum : `${parts.join('＋')}＝${sum}`;
}
