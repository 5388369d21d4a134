// What a rule is given: the report, its form, last year's report, its prose read, and how to speak of cells.
import { cellLabel, columnLabel, rowLabel } from '../editions/cell-label.ts';
import { EDITIONS, tableOf } from '../editions/index.ts';
import type { FormEdition } from '../editions/types.ts';
import { BLANK, type CellId, type CellValue, type Report } from '../model/report.ts';
import { type BoundQuantity, bindBlocks } from '../text/match.ts';
import { type ProseBlock, readProse } from '../text/prose.ts';
import type { Finding, Severity } from './finding.ts';
import { CHECKS, type CheckId } from './specs.ts';

export interface CheckContext {
  readonly report: Report;
  readonly previous: Report | null;
  readonly edition: FormEdition;
  /** The prose with its sentences and quantities. */
  readonly prose: readonly ProseBlock[];
  /** The quantities that speak of cells. */
  readonly bound: readonly BoundQuantity[];
  cell(id: CellId): CellValue;
  label(id: CellId): string;
  /** Several cells in one name: “表四 行政复议…合计” or “表三 （三）不予公开各项之和”. */
  rowName(cells: readonly CellId[]): string;
}

export type Rule = (context: CheckContext) => readonly Finding[];

export function contextOf(report: Report, previous: Report | null): CheckContext {
  const edition = EDITIONS[report.edition];
  const prose = readProse(report);
  const label = (id: CellId): string => cellLabel(edition, id);
  return {
    report,
    previous,
    edition,
    prose,
    bound: bindBlocks(report, prose),
    cell: (id) => report.cells[id] ?? BLANK,
    label,
    rowName: (cells) => nameOf(edition, cells),
  };
}

/** The rows of the cells, joined; many rows are named by the first and the last. */
function nameOf(edition: FormEdition, cells: readonly CellId[]): string {
  const [first] = cells;
  if (!first) return '';
  const table = tableOf(edition, first)?.name ?? '';
  const rows = [...new Set(cells.map((id) => id.split('.').slice(0, 2).join('.')))];
  const names = rows.map((row) => rowLabel(edition, row).replace(`${table} `, ''));
  const columns = [...new Set(cells.map((id) => columnLabel(edition, id)))];
  const shown = names.length > 3 ? `${names[0]}至${names.at(-1)}` : names.join('、');
  return `${table} ${shown}（${columns.join('、')}）之和`;
}

type Parts = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Severity };

/** A finding of a rule, with the severity of its spec unless the case asks for another. */
export const finding = (rule: CheckId, { severity, ...parts }: Parts): Finding => ({
  rule,
  severity: severity ?? CHECKS[rule].severity,
  ...parts,
});

/** A figure as a message shows it. */
export const shown = (value: string | null): string => value ?? '空白';
