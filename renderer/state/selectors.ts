// Answers about the open report that several screens need. Pure.
import { EDITIONS, figuresOf } from '../../shared/editions/index.ts';
import { computedCells } from '../../shared/editions/totals.ts';
import type { TableSpec } from '../../shared/editions/types.ts';
import type { CellId, Report } from '../../shared/model/report.ts';

/** Figures still blank that a person may fill: computed totals of a draft are not among them. */
export function blankCells(report: Report, tables: readonly TableSpec[]): readonly CellId[] {
  const computed = report.status === 'draft' ? computedCells(EDITIONS[report.edition]) : new Set<CellId>();
  return tables
    .flatMap(figuresOf)
    .map(({ id }) => id)
    .filter((id) => !computed.has(id) && report.cells[id]?.state === 'blank');
}

/** Figures that the program proposed and nobody has taken yet. */
export const proposedCells = (report: Report): readonly CellId[] =>
  EDITIONS[report.edition].tables
    .flatMap(figuresOf)
    .map(({ id }) => id)
    .filter((id) => report.cells[id]?.proposed);

/** Whether nothing may be edited: another program holds the file, or the report is final. */
export const isLocked = (document: { readonly report: Report; readonly readOnly: boolean }): boolean =>
  document.readOnly || document.report.status === 'final';
