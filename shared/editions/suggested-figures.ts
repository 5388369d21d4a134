// What figures of this year should be by last year's report: for the check of what is filled in, and as an offer where nothing is.
import { addDecimals, compareDecimals, subtractDecimals } from '../model/decimal.ts';
import type { CellId, Report } from '../model/report.ts';
import { CROSS_YEAR, type CrossYearRule } from './cross-year.ts';

export interface SuggestedFigure {
  readonly cell: CellId;
  readonly value: string;
  /** The formula in words: 上年现行有效＋本年制发－本年废止. */
  readonly formula: string;
}

/**
 * What a blank figure should be by last year's report and this year's other figures: 现行有效 = 上年 + 制发 − 废止, or in the form of
 * 2019 上一年项目数量 = 上年 + 增减. A suggestion only; empty while a figure that it needs is missing.
 */
export function suggestedFigures(report: Report, previous: Report): readonly SuggestedFigure[] {
  if (previous.year !== report.year - 1) return [];
  return CROSS_YEAR[report.edition].flatMap((rule) => {
    if (rule.rule === 'X-CARRY' || report.cells[rule.cell]?.state !== 'blank') return [];
    const value = crossYearFigure(rule, report, previous);
    return value === null || compareDecimals(value, '0') < 0 ? [] : [{ cell: rule.cell, value, formula: rule.formula }];
  });
}

/** The right side of a cross-year rule; null where one of its figures is missing, or last year's form had none of the kind. */
export function crossYearFigure(rule: CrossYearRule, report: Report, previous: Report): string | null {
  const last = rule.last.map((id) => previous.cells[id]?.value ?? null);
  const plus = rule.plus.map((id) => report.cells[id]?.value ?? null);
  const minus = rule.minus.map((id) => report.cells[id]?.value ?? null);
  const added = [...last, ...plus].filter((value) => value !== null);
  const taken = minus.filter((value) => value !== null);
  if (added.length + taken.length < last.length + plus.length + minus.length) return null;
  return subtractDecimals(addDecimals(added), addDecimals(taken));
}
