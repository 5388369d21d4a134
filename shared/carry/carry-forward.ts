// Last year's report -> this year's draft: what is carried, what is kept as reference only, each with its reason.
import {
  allChapters,
  BLANK,
  type CellId,
  type Cells,
  type CellValue,
  type ChapterKey,
  type Report,
} from '../model/report.ts';
import { type BlockYearMark, moveChapterYears } from '../text/move-chapter.ts';
import { CROSS_YEAR } from '../editions/cross-year.ts';
import { emptyReport } from '../editions/empty-report.ts';
import { EDITIONS, figures } from '../editions/index.ts';
import { noSuccessorReason } from '../editions/successors.ts';
import { computedTotal } from '../editions/totals.ts';

/** What became of one of last year's figures. `to` is null where the figure is not carried. */
export interface CarryNote {
  readonly from: CellId;
  readonly to: CellId | null;
  readonly value: string | null;
  readonly reason: string;
}

/** A year in the draft's prose: moved on, or left for a person to look at. */
export interface YearNote extends BlockYearMark {
  readonly chapter: ChapterKey;
}

export interface CarriedForward {
  readonly draft: Report;
  readonly notes: readonly CarryNote[];
  readonly years: readonly YearNote[];
}

/**
 * This year's draft from last year's report. Only 结转下年度 is carried, as a proposal for 上年结转 in all seven columns: every other
 * figure is this year's own and stays reference. The prose is taken over as a draft, its years moved on where that is certain.
 */
export function carryForward(previous: Report, year: number): CarriedForward {
  const empty = emptyReport(previous.organ, year);
  const carried = carriedCells(empty.edition);
  const cells: Record<CellId, CellValue> = { ...empty.cells };
  const notes = [...figures(EDITIONS[previous.edition]).keys()].map((from): CarryNote => {
    const { state, value, note } = previous.cells[from] ?? BLANK;
    const to = carried.get(from) ?? null;
    if (to === null) return { from, to, value, reason: reasonToKeep(previous, empty, from) };
    if (state !== 'number' || value === null) {
      return { from, to, value: null, reason: '上年此格没有数字，本年留空，请核对' };
    }
    const source = { kind: 'carried', from, year: previous.year } as const;
    cells[to] = { state, value, raw: value, ...(note ? { note } : {}), source, proposed: true };
    return { from, to, value, reason: '上年结转下年度的申请，就是本年的上年结转，请核对后采用' };
  });
  const years: YearNote[] = [];
  const chapters = allChapters((chapter) => {
    const { doc, marks } = moveChapterYears(previous.chapters[chapter], previous.year, year);
    years.push(...marks.map((mark) => ({ ...mark, chapter })));
    return doc;
  });
  return { draft: { ...empty, cells: withMissingTotals(empty, cells), chapters }, notes, years };
}

/** A total that last year's report left blank beside figures is computed: a draft's totals are locked. */
function withMissingTotals({ edition }: Report, cells: Cells): Cells {
  const after: Record<CellId, CellValue> = { ...cells };
  for (const equation of EDITIONS[edition].equations) {
    const total = equation.computes;
    if (total && after[total]?.state === 'blank') {
      const sum = computedTotal(after, equation);
      if (sum.state === 'number') after[total] = { ...sum, proposed: true };
    }
  }
  return after;
}

/** Last year's cell -> this year's cell, for the figures that are the same figure in both years. */
const carriedCells = (edition: Report['edition']): ReadonlyMap<CellId, CellId> =>
  new Map(
    CROSS_YEAR[edition].flatMap(({ rule, cell, last }) =>
      rule === 'X-CARRY' && last[0] ? [[last[0], cell] as const] : [],
    ),
  );

const reasonToKeep = (previous: Report, draft: Report, from: CellId): string => {
  const ended = noSuccessorReason(previous.edition, draft.edition, from);
  return ended ? `${ended}，只作对照` : '各年数字不同，须按本年实际填报，上年数只作对照';
};
