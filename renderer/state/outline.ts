// The outline: every chapter and table with its state (未填, 填报中, 有错误, 待审, 已审) and what is left to do there. Pure.
import { findingKey, type Finding } from '../../shared/checks/finding.ts';
import { EDITIONS, figuresOf } from '../../shared/editions/index.ts';
import { computedCells } from '../../shared/editions/totals.ts';
import type { TableSpec } from '../../shared/editions/types.ts';
import { characterCount } from '../../shared/model/chapter.ts';
import type { ChapterKey, Report } from '../../shared/model/report.ts';

export type EntryState = 'empty' | 'working' | 'errors' | 'unchecked' | 'reviewed';

export const STATE_NAMES = {
  empty: '未填',
  working: '填报中',
  errors: '有错误',
  unchecked: '待审',
  reviewed: '已审',
} as const satisfies Record<EntryState, string>;

export interface OutlineEntry {
  readonly chapter: ChapterKey;
  readonly number: string;
  readonly title: string;
  readonly table: TableSpec | null;
  readonly state: EntryState;
  readonly errors: number;
  /** Warnings that have no 说明 yet. */
  readonly warnings: number;
  /** Where to begin: the first error, else the first warning without 说明. */
  readonly due: Finding | null;
  /** Figures entered by hand that are filled, and how many there are; characters for prose. */
  readonly filled: number;
  readonly total: number;
  /** Proposals of the program that the person has not taken yet. */
  readonly proposed: number;
}

/** One entry for the preface and each chapter, in the order of the form. Nothing is 已审 before a check has been `checked` through. */
export function outlineOf(
  report: Report,
  findings: readonly Finding[],
  explanations: Readonly<Record<string, string>>,
  checked = true,
): readonly OutlineEntry[] {
  const edition = EDITIONS[report.edition];
  const preface = { key: 'preface' as const, number: '', title: '标题与引言' };
  return [preface, ...edition.chapters].map(({ key, number, title }) => {
    const table = edition.tables.find((one) => one.chapter === key) ?? null;
    const here = findings.filter((finding) => belongs(finding, key, table));
    const wrong = here.filter((finding) => finding.severity === 'error');
    const open = here.filter((finding) => finding.severity === 'warning' && !explanations[findingKey(finding)]);
    const [errors, warnings] = [wrong.length, open.length];
    const due = wrong[0] ?? open[0] ?? null;
    const amount = table ? figuresFilled(report, table) : proseFilled(report, key);
    const found = stateOf(amount.filled, amount.total, errors, warnings + amount.proposed, key === 'preface');
    const state = found === 'reviewed' && !checked ? 'unchecked' : found;
    return { chapter: key, number, title, table, errors, warnings, due, ...amount, state };
  });
}

const belongs = (finding: Finding, chapter: ChapterKey, table: TableSpec | null): boolean =>
  finding.quote || finding.cells.length === 0
    ? (finding.chapter ?? 'preface') === chapter
    : table !== null && finding.cells.some((cell) => cell.startsWith(`${table.id}.`));

function figuresFilled(report: Report, table: TableSpec) {
  const computed = report.status === 'draft' ? computedCells(EDITIONS[report.edition]) : new Set<string>();
  const entered = figuresOf(table).filter((figure) => !computed.has(figure.id));
  const cells = entered.map((figure) => report.cells[figure.id]);
  return {
    filled: cells.filter((cell) => cell && cell.state !== 'blank').length,
    total: entered.length,
    proposed: cells.filter((cell) => cell?.proposed).length,
  };
}

function proseFilled(report: Report, chapter: ChapterKey) {
  const filled = characterCount(report.chapters[chapter]);
  return { filled, total: filled, proposed: 0 };
}

/** A preface may stay empty: published reports often have none. */
function stateOf(filled: number, total: number, errors: number, open: number, optional: boolean): EntryState {
  if (filled === 0) return optional && open === 0 && errors === 0 ? 'reviewed' : 'empty';
  if (errors > 0) return 'errors';
  return filled < total || open > 0 ? 'working' : 'reviewed';
}
