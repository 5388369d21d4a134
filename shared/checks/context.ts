// What a rule is given: the report, its form, last year's report, and how to speak of a cell.
import { cellLabel } from '../editions/cell-label.ts';
import { EDITIONS } from '../editions/index.ts';
import type { FormEdition } from '../editions/types.ts';
import { BLANK, type CellId, type CellValue, type Report } from '../model/report.ts';
import type { Finding, Severity } from './finding.ts';
import { CHECKS, type CheckId } from './specs.ts';

export interface CheckContext {
  readonly report: Report;
  readonly previous: Report | null;
  readonly edition: FormEdition;
  cell(id: CellId): CellValue;
  label(id: CellId): string;
}

export type Rule = (context: CheckContext) => readonly Finding[];

export function contextOf(report: Report, previous: Report | null): CheckContext {
  const edition = EDITIONS[report.edition];
  return {
    report,
    previous,
    edition,
    cell: (id) => report.cells[id] ?? BLANK,
    label: (id) => cellLabel(edition, id),
  };
}

type Parts = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity };

/** A finding of a rule, with the severity of its spec unless the case asks for another. */
export const finding = (rule: CheckId, { severity, ...parts }: Parts): Finding => ({
  rule,
  severity: severity ?? CHECKS[rule].severity,
  ...parts,
});

/** A figure as a message shows it. */
export const shown = (value: string | null): string => value ?? '空白';
