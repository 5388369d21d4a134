// Reports and tables for the tests of the grid.
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { computedCells } from '../../shared/editions/totals.ts';
import { withTotals } from '../../shared/editions/totals.ts';
import type { FormEdition, TableId, TableSpec } from '../../shared/editions/types.ts';
import { EMPTY_CHAPTER } from '../../shared/model/chapter.ts';
import {
  BLANK,
  type CellId,
  type Cells,
  type CellValue,
  type EditionId,
  type Report,
  type ReportStatus,
} from '../../shared/model/report.ts';
import { type GridLayout, layoutOf, type PlacedFigure } from '../../renderer/grid/layout.ts';
import type { PasteTarget } from '../../renderer/grid/paste-plan.ts';
import { positionOf, rangeOf, type Selection } from '../../renderer/grid/selection.ts';

export const typed = (value: string): CellValue => ({ state: 'number', value, raw: value, source: { kind: 'typed' } });

export const number = typed;

export function tableOf(
  edition: EditionId,
  id: TableId,
): { edition: FormEdition; table: TableSpec; layout: GridLayout } {
  const form = EDITIONS[edition];
  const table = form.tables.find((one) => one.id === id);
  if (!table) throw new Error(`no table ${id}`);
  return { edition: form, table, layout: layoutOf(form, table) };
}

/** A report with some figures; the totals follow, as in a draft. */
export function reportWith(
  edition: EditionId,
  values: Readonly<Record<CellId, string>>,
  status: ReportStatus = 'draft',
): Report {
  const form = EDITIONS[edition];
  const blank: Cells = Object.fromEntries([...figures(form).keys()].map((id) => [id, BLANK]));
  const set: Cells = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, typed(value)]));
  const doc = EMPTY_CHAPTER;
  return {
    organ: '某市某局',
    year: edition === '2019' ? 2020 : 2024,
    edition,
    title: '某市某局年报',
    status,
    cells: withTotals(form, blank, set),
    chapters: { preface: doc, '1': doc, '2': doc, '3': doc, '4': doc, '5': doc, '6': doc },
  };
}

/** Every figure that a person fills in, numbered in the order of the form: 1, 2, 3 … */
export function numbered(edition: EditionId, status: ReportStatus = 'draft'): Report {
  const form = EDITIONS[edition];
  const totals = computedCells(form);
  const open = [...figures(form).keys()].filter((id) => !totals.has(id));
  return reportWith(edition, Object.fromEntries(open.map((id, index) => [id, String(index + 1)])), status);
}

export function targetOf(report: Report, id: TableId, selection: Selection): PasteTarget {
  const { edition, layout } = tableOf(report.edition, id);
  const totals = computedCells(edition);
  return {
    edition,
    layout,
    report,
    isLocked: (cell: PlacedFigure) => report.status === 'draft' && totals.has(cell.id),
    selected: rangeOf(layout, selection),
  };
}

/** The position of a figure. */
export function place(layout: GridLayout, id: CellId): { readonly row: number; readonly column: number } {
  const figure = layout.byId.get(id);
  if (!figure) throw new Error(`no cell ${id}`);
  return positionOf(figure);
}

/** The edits of a plan as cell -> text. */
export const byCell = (edits: readonly { readonly cell: CellId; readonly text: string }[]): Record<string, string> =>
  Object.fromEntries(edits.map(({ cell, text }) => [cell, text]));
