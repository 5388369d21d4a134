// What one figure cell shows and says: text, lock, last year's figure and the change, marks of findings, where the figure came from.
import type { Finding, Severity } from '../../shared/checks/finding.ts';
import { successorOf } from '../../shared/editions/successors.ts';
import { computedCells } from '../../shared/editions/totals.ts';
import type { FormEdition } from '../../shared/editions/types.ts';
import { subtractDecimals, toMillionths } from '../../shared/model/decimal.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import {
  type CellId,
  cellIds,
  type Cells,
  type CellSource,
  type CellValue,
  type Report,
} from '../../shared/model/report.ts';
import { assertNever } from '../../shared/model/result.ts';
import { equationLine, equationOf } from './equation-line.ts';

/** Why a cell cannot be typed in; null where it can. */
export type Lock = 'computed' | 'final' | 'read-only';

/** A finding about a cell, ready to be read. */
export interface MarkLine {
  readonly severity: Severity;
  readonly message: string;
  /** Both sides with their figures: “29＋1＝30 ≠ 28＋1＝29”. */
  readonly equation: string | null;
}

export interface CellMark {
  readonly severity: Severity;
  readonly lines: readonly MarkLine[];
  /** True where every finding is about a whole crowd of cells (all blanks of a table): shown faintly, never in the way. */
  readonly quiet: boolean;
  /** True where the cell is only one of the parts of totals that do not agree. */
  readonly part: boolean;
}

export interface PreviousView {
  /** Last year's figure as it was shown; “–” where it was blank. */
  readonly text: string;
  /** With its sign; null where one of the two is no number. */
  readonly change: string | null;
}

/** What `change` says where nothing changed. */
export const NO_CHANGE = '±0';

const CROWD = 12;
const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Which cells of a report are locked, and why. */
export function locksOf(
  edition: FormEdition,
  status: Report['status'],
  readOnly: boolean,
): (cell: CellId) => Lock | null {
  if (status === 'final') return () => 'final';
  if (readOnly) return () => 'read-only';
  if (status === 'imported') return () => null;
  const computed = computedCells(edition);
  return (cell) => (computed.has(cell) ? 'computed' : null);
}

export const LOCK_REASONS = {
  computed: '此格由程序自动计算，不能直接填写；改动各项后它会跟着变。',
  final: '年报已定稿，不能修改；如需修改请先解除定稿。',
  'read-only': '此年报以只读方式打开，不能修改。',
} as const satisfies Record<Lock, string>;

/** The findings of each cell, the gravest first. */
export function marksOf(
  edition: FormEdition,
  report: Report,
  findings: readonly Finding[],
): ReadonlyMap<CellId, CellMark> {
  const marks = new Map<CellId, CellMark>();
  for (const finding of findings.toSorted((left, right) => ORDER[left.severity] - ORDER[right.severity])) {
    const { severity, message, cells } = finding;
    const equation = equationOf(edition, finding);
    const line = { severity, message, equation: equation ? equationLine(report, equation) : null };
    const quiet = cells.length > CROWD && severity !== 'error';
    for (const cell of cells) {
      const part = equation?.computes !== undefined && !equation.left.includes(cell);
      const known = marks.get(cell) ?? { severity, lines: [], quiet: true, part: true };
      // a mark is as grave as its gravest line, and stands out for that one only
      const grave = severity === known.severity;
      marks.set(cell, {
        severity: known.severity,
        lines: [...known.lines, line],
        quiet: known.quiet && quiet,
        part: known.part && (part || !grave),
      });
    }
  }
  return marks;
}

/** Whether two marks say the same, so that a cell need not be drawn again. */
export const sameMark = (left: CellMark | undefined, right: CellMark | undefined): boolean =>
  left === right ||
  (left !== undefined &&
    right !== undefined &&
    left.quiet === right.quiet &&
    left.part === right.part &&
    left.lines.length === right.lines.length &&
    left.lines.every((line, index) => {
      const other = right.lines[index];
      return line.message === other?.message && line.equation === other.equation && line.severity === other.severity;
    }));

/** Last year's figures by the cells of this year's form that hold the same figure; cells without such a figure are absent. */
export function previousCells(edition: FormEdition, previous: Report): Cells {
  return Object.fromEntries(
    cellIds(previous.cells).flatMap((id) => {
      const cell = successorOf(previous.edition, edition.id, id);
      const value = previous.cells[id];
      return cell && value ? [[cell, value] as const] : [];
    }),
  );
}

/** Last year's figure beside this year's; null where last year's form had no such cell. */
export function previousView(now: CellValue, previous: CellValue | undefined): PreviousView | null {
  if (!previous) return null;
  const text = showFigure(previous) || '–';
  if (now.value === null || previous.value === null) return { text, change: null };
  const difference = subtractDecimals(now.value, previous.value);
  const sign = toMillionths(difference);
  return { text, change: sign === 0n ? NO_CHANGE : sign > 0n ? `+${difference}` : difference.replace('-', '−') };
}

/** Where a figure came from, as one short word. */
export function sourceName(source: CellSource): string {
  switch (source.kind) {
    case 'empty':
      return '未填';
    case 'typed':
      return '录入';
    case 'pasted':
      return '粘贴';
    case 'filled':
      return '填充';
    case 'computed':
      return '计算';
    case 'imported':
      return '装入';
    case 'carried':
      return '上年结转';
    default:
      return assertNever(source);
  }
}

/** The sentence of a figure that the program proposes and nobody has taken yet. */
export const proposalText = (value: CellValue): string =>
  value.source.kind === 'carried'
    ? `按${value.source.year}年年报的“结转下年度”带入，待采用。核对后按 Alt+Enter 采用，或直接改填。`
    : '程序提出的数字，待采用。核对后按 Alt+Enter 采用，或直接改填。';
