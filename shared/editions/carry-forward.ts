// Last year's report -> this year's draft: what is carried, what is kept as reference only, each with its reason.
import type { CellId, Report } from '../model/report.ts';

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
