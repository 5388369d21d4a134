// What a rule is given: the report, its form, last year's report, its prose read, and how to speak of cells.
import { cellLabel, sumLabel } from '../editions/cell-label.ts';
import { EDITIONS } from '../editions/index.ts';
import type { FormEdition } from '../editions/types.ts';
import { BLANK, type CellId, type CellValue, type Report } from '../model/report.ts';
import { type BoundQuantity, bindProse } from '../text/match.ts';
import type { Quantity } from '../text/numbers.ts';
import { type ProseBlock, readProse } from '../text/prose.ts';
import type { Finding, Severity } from './finding.ts';
import { CHECKS, type CheckId } from './specs.ts';

export interface CheckContext {
  readonly report: Report;
  readonly previous: Report | null;
  readonly edition: FormEdition;
  /** The prose with its sentences and quantities. */
  readonly prose: readonly ProseBlock[];
  /** Last year's prose; nothing where there is no report of last year. */
  readonly previousProse: readonly ProseBlock[];
  /** The quantities that speak of cells. */
  readonly bound: readonly BoundQuantity[];
  /** The bound quantity that a quantity of the prose is. */
  boundOf(quantity: Quantity): BoundQuantity | undefined;
  cell(id: CellId): CellValue;
  label(id: CellId): string;
  /** Several cells in one name: “表三 （三）不予公开各项 · 总计”. */
  sumLabel(cells: readonly CellId[]): string;
}

export type Rule = (context: CheckContext) => readonly Finding[];

/** What every rule is given: the report, last year's where there is one, and the prose with its figures read and bound once. */
export function contextOf(report: Report, previous: Report | null): CheckContext {
  const edition = EDITIONS[report.edition];
  const prose = readProse(report);
  const bound = bindProse(report);
  const boundTo = new Map(bound.map((one) => [one.quantity, one]));
  const label = (id: CellId): string => cellLabel(edition, id);
  return {
    report,
    previous,
    edition,
    prose,
    previousProse: previous ? readProse(previous) : [],
    bound,
    boundOf: (quantity) => boundTo.get(quantity),
    cell: (id) => report.cells[id] ?? BLANK,
    label,
    sumLabel: (cells) => sumLabel(edition, cells),
  };
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
