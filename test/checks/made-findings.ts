// What the checks say of a made report.
import type { Finding } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Report } from '../../shared/model/report.ts';
import { YEAR } from './applications.ts';
import { type Made, madeReport } from './case-report.ts';

/** The findings of one rule. */
export const found = (report: Report, rule: string, previous: Report | null = null): readonly Finding[] =>
  runChecks(report, previous).filter((finding) => finding.rule === rule);

/** A year of applications with some cells changed. */
export const made = (cells: Readonly<Record<string, string | null>>, more: Made = {}) =>
  madeReport({ ...more, cells: { ...YEAR, ...cells } });
