// The groups of the panel: what must be changed, what must be looked at, what differs strangely from last year. Pure.
import type { Finding } from '../../../shared/checks/finding.ts';

export type GroupKind = 'error' | 'warning' | 'year' | 'hint';

export interface FindingGroup {
  readonly kind: GroupKind;
  readonly title: string;
  readonly note: string;
  readonly findings: readonly Finding[];
}

const GROUPS = [
  { kind: 'error', title: '错误', note: '必须改正' },
  { kind: 'warning', title: '提示', note: '改正或写明说明' },
  { kind: 'year', title: '上年异常', note: '改正或写明说明' },
  { kind: 'hint', title: '参考', note: '可以不处理' },
] as const satisfies readonly Omit<FindingGroup, 'findings'>[];

/** Rules that compare with last year; X- by the naming of the rules, and 内容雷同. */
const comparesYears = ({ rule }: Finding): boolean => rule.startsWith('X-') || rule === 'N-SAME';

const kindOf = (finding: Finding): GroupKind =>
  finding.severity === 'warning' && comparesYears(finding) ? 'year' : finding.severity;

/** The groups that hold anything, in their order. */
export const groupFindings = (findings: readonly Finding[]): readonly FindingGroup[] =>
  GROUPS.map((group) => ({ ...group, findings: findings.filter((finding) => kindOf(finding) === group.kind) })).filter(
    (group) => group.findings.length > 0,
  );
