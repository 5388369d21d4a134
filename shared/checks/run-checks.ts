// 全审: every rule over one report, errors first, in the order of the form. Pure: the window runs it after each edit.
import type { Report } from '../model/report.ts';
import { arithmetic } from './arithmetic.ts';
import { cellBlanks, cellTypes, cellUnits } from './cells.ts';
import { chapterMissing, lengthOfOne, title } from './chapters.ts';
import { contextOf, type Rule } from './context.ts';
import { crossYear, jumps } from './cross-year.ts';
import type { Finding, Severity } from './finding.ts';
import { proseFigures } from './prose-figures.ts';
import { proseSums } from './prose-sums.ts';

/** The rules in the order in which their findings are shown within a severity. */
const RULES: readonly Rule[] = [
  chapterMissing,
  arithmetic,
  cellTypes,
  crossYear,
  cellUnits,
  cellBlanks,
  jumps,
  title,
  proseFigures,
  proseSums,
  lengthOfOne,
];

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Every finding about a report; `previous` is last year's report, for the checks across years. */
export function runChecks(report: Report, previous: Report | null): readonly Finding[] {
  const context = contextOf(report, previous);
  return RULES.flatMap((rule) => rule(context)).toSorted((left, right) => ORDER[left.severity] - ORDER[right.severity]);
}
