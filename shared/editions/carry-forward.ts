// Last year's report -> this year's draft: what is carried, what is kept as reference only, each with its reason.
import { addDecimals, subtractDecimals } from '../model/decimal.ts';
import { BLANK, type CellId, type CellValue, type Report } from '../model/report.ts';
import { cellLabel } from './cell-label.ts';
import { CROSS_YEAR, type CrossYearRule } from './cross-year.ts';
import { emptyReport } from './empty-report.ts';
import { EDITIONS, figures } from './index.ts';

/** What became of one of last year's figures. `to` is null where the figure is not carried. */
export interface CarryNote {
  readonly from: CellId;
  readonly to: CellId | null;
  readonly value: string | null;
  readonly reason: string;
}

export interface CarriedForward {
  readonly draft: Report;
  readonly notes: readonly CarryNote[];
}

/**
 * This year's draft from last year's report. Only 结转下年度 is carried, as a proposal for 上年结转 in all seven columns: every
 * other figure is this year's own and stays reference. The prose is taken over word for word, as a draft.
 */
export function carryForward(previous: Report, year: number): CarriedForward {
  const empty = emptyReport(previous.organ, year);
  const successors = carriedCells(empty.edition);
  const cells: Record<CellId, CellValue> = { ...empty.cells };
  const notes = [...figures(EDITIONS[previous.edition]).keys()].map((from): CarryNote => {
    const { state, value, note } = previous.cells[from] ?? BLANK;
    const to = successors.get(from) ?? null;
    if (to === null) return { from, to, value, reason: reasonToKeep(previous, empty, from) };
    if (state === 'number' && value !== null) {
      const source = { kind: 'carried', from, year: previous.year } as const;
      cells[to] = { state, value, raw: value, ...(note ? { note } : {}), source, proposed: true };
      return { from, to, value, reason: '上年结转下年度的申请，就是本年的上年结转，请核对后采用' };
    }
    return { from, to, value: null, reason: '上年此格没有数字，本年留空，请核对' };
  });
  return { draft: { ...empty, cells, chapters: previous.chapters }, notes };
}

/** Last year's cell -> this year's cell, for the figures that are the same figure in both years. */
const carriedCells = (edition: Report['edition']): ReadonlyMap<CellId, CellId> =>
  new Map(
    CROSS_YEAR[edition].flatMap(({ rule, cell, last }) =>
      rule === 'X-CARRY' && last[0] ? [[last[0], cell] as const] : [],
    ),
  );

function reasonToKeep(previous: Report, draft: Report, from: CellId): string {
  const form = EDITIONS[draft.edition];
  if (!figures(form).has(from))
    return `${form.id}年版表格没有“${cellLabel(EDITIONS[previous.edition], from)}”，只作对照`;
  return '各年数字不同，须按本年实际填报，上年数只作对照';
}

/**
 * What the figure should be by last year's report and this year's other figures (现行有效 = 上年 + 制发 − 废止), as a suggestion.
 * Empty while a figure that it needs is missing.
 */
export function suggestedFigures(
  report: Report,
  previous: Report,
): readonly { readonly cell: CellId; readonly value: string; readonly formula: string }[] {
  return CROSS_YEAR[report.edition].flatMap((rule) => {
    if (rule.rule === 'X-CARRY' || report.cells[rule.cell]?.state !== 'blank') return [];
    const value = crossYearFigure(rule, report, previous);
    return value === null ? [] : [{ cell: rule.cell, value, formula: rule.formula }];
  });
}

/** The right side of a cross-year rule; null where one of its figures is missing. */
export function crossYearFigure(rule: CrossYearRule, report: Report, previous: Report): string | null {
  const last = rule.last.map((id) => previous.cells[id]?.value ?? null);
  const plus = rule.plus.map((id) => report.cells[id]?.value ?? null);
  const minus = rule.minus.map((id) => report.cells[id]?.value ?? null);
  const added = [...last, ...plus].filter((value) => value !== null);
  const taken = minus.filter((value) => value !== null);
  if (added.length + taken.length < last.length + plus.length + minus.length) return null;
  return subtractDecimals(addDecimals(added), addDecimals(taken));
}
