// A finding of 全审: both sides of what does not agree, the cells, the rule and its basis.
import type { CellId, ChapterKey } from '../model/report.ts';

export type Severity = 'error' | 'warning' | 'hint';

/** official: printed in the form or the notices. derived: arithmetic. practice: what offices and reviewers expect. */
export type Standing = 'official' | 'derived' | 'practice';

export interface CheckSpec {
  readonly id: string;
  /** The name in the panel, e.g. “表三勾稽”. */
  readonly name: string;
  readonly severity: Severity;
  readonly standing: Standing;
  /** The article, notice or practice the check rests on. */
  readonly basis: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly CellId[];
  readonly chapter?: ChapterKey;
  readonly left: string;
  readonly right: string;
  /** One Chinese sentence with both figures. */
  readonly message: string;
  /** The sentence of the prose it is about. */
  readonly quote?: string;
  /** A single change that would satisfy every broken equation; offered, never made unasked. */
  readonly suggestion?: {
    readonly label: string;
    readonly set: readonly { readonly cell: CellId; readonly value: string }[];
  };
}

/** Stable over runs and edits elsewhere: what a 说明 is attached to. */
export const findingKey = (finding: Finding): string =>
  [finding.rule, finding.chapter ?? '', finding.cells.join(','), finding.left, finding.right, finding.quote ?? ''].join(
    '|',
  );

/** How many findings there are of each severity: errors stand in the way of 定稿, warnings want a 说明. */
export const countFindings = (findings: readonly Finding[]): Readonly<Record<Severity, number>> => ({
  error: findings.filter((finding) => finding.severity === 'error').length,
  warning: findings.filter((finding) => finding.severity === 'warning').length,
  hint: findings.filter((finding) => finding.severity === 'hint').length,
});
