// Totals follow their parts: after an edit, every total that agreed with its parts agrees again.
// A printed total that did not agree stays as printed, and is a finding; it is never silently mended.
import { addDecimals, equalDecimals } from '../model/decimal.ts';
import { BLANK, type CellId, type Cells, type CellValue } from '../model/report.ts';
import type { Equation, FormEdition } from './types.ts';

/** The sum of some cells: null while none of them holds a figure. A blank part counts as nothing. */
export function sumOf(cells: Cells, ids: readonly CellId[]): string | null {
  const values = ids.map((id) => cells[id]?.value ?? null).filter((value) => value !== null);
  return values.length > 0 ? addDecimals(values) : null;
}

/** The total that the parts give, as a cell value. */
export function computedTotal(cells: Cells, equation: Equation): CellValue {
  const sum = sumOf(cells, equation.right);
  return sum === null ? BLANK : { state: 'number', value: sum, raw: sum, source: { kind: 'computed' } };
}

/** A total that was left blank says what its parts give; that it is blank is another check's business. */
export function withBlankTotals(edition: FormEdition, cells: Cells, ids: readonly CellId[]): Cells {
  const blank = ids.filter((id) => cells[id]?.state === 'blank');
  const totals = edition.equations.flatMap((equation) =>
    equation.computes && blank.includes(equation.computes)
      ? [[equation.computes, computedTotal(cells, equation)] as const]
      : [],
  );
  return totals.length === 0 ? cells : { ...cells, ...Object.fromEntries(totals) };
}

/** Whether a total says what its parts give; blank agrees with nothing filled in. */
export function totalAgrees(cells: Cells, equation: Equation): boolean {
  const sum = sumOf(cells, equation.right);
  const total = equation.computes ? (cells[equation.computes] ?? BLANK) : BLANK;
  if (total.state === 'blank') return sum === null;
  return total.value !== null && sum !== null && equalDecimals(total.value, sum);
}

/**
 * The cells after some of them were set, with every total brought along that agreed before. `set` wins over what would be computed.
 * Equations are in an order in which a total's parts come before it (（七）总计 of a column before the 总计 of its row).
 */
export function withTotals(edition: FormEdition, before: Cells, set: Cells): Cells {
  const after: Record<CellId, CellValue> = { ...before, ...set };
  for (const equation of edition.equations) {
    const total = equation.computes;
    if (!total || set[total] || !totalAgrees(before, equation) || totalAgrees(after, equation)) continue;
    after[total] = computedTotal(after, equation);
  }
  return after;
}

/** The cells that a draft computes and locks. */
export const computedCells = (edition: FormEdition): ReadonlySet<CellId> =>
  new Set(edition.equations.flatMap((equation) => equation.computes ?? []));
