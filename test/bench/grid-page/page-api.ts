// How a test speaks with the page: what it shows, and what the page has told its owner.
import type { CellId, Report } from '../../../shared/model/report.ts';
import type { TableId } from '../../../shared/editions/types.ts';

export interface PageSetup {
  readonly report: Report;
  readonly previous: Report | null;
  readonly table: TableId;
  readonly readOnly: boolean;
  readonly showPrevious: boolean;
  /** What the person answers when a paste asks for a look. */
  readonly confirm: boolean;
  /** Whether 全审 runs after each edit, as in the window. */
  readonly checks: boolean;
}

export interface PageLog {
  readonly report: Report;
  readonly messages: readonly string[];
  /** Summaries of pastes that were shown before they were done. */
  readonly asked: readonly string[];
  readonly selection: { readonly count: number; readonly sum: string; readonly average: string } | null;
  readonly active: CellId | null;
  readonly undoSteps: number;
}

export interface PageApi {
  show(setup: PageSetup): void;
  change(setup: Partial<PageSetup>): void;
  jump(cell: CellId, flash: readonly CellId[]): void;
  log(): PageLog;
}

declare global {
  interface Window {
    readonly gridPage: PageApi;
  }
}
