// Whether a quantity of the prose says what the cells say, within the precision it is written with.
import { figures } from '../editions/index.ts';
import { sumOf, withBlankTotals } from '../editions/totals.ts';
import type { FormEdition } from '../editions/types.ts';
import { compareDecimals, equalDecimals, fromMillionths, toMillionths } from '../model/decimal.ts';
import type { CellId, Cells } from '../model/report.ts';
import { MONEY } from '../model/units.ts';
import type { Quantity } from './numbers.ts';

/** Money stands in cells of money, counts in cells of counts. */
export function fitsUnit(edition: FormEdition, cells: readonly CellId[], unit: string): boolean {
  const money = MONEY[unit] !== undefined;
  return cells.every((id) => (figures(edition).get(id)?.type === 'amount') === money);
}

/** The sum of the cells in the unit of the prose; null where no figure is filled in. */
export function expectedIn(edition: FormEdition, cells: Cells, ids: readonly CellId[], unit: string): string | null {
  const sum = sumOf(withBlankTotals(edition, cells, ids), ids);
  const cellUnit = figures(edition).get(ids[0] ?? ('' as CellId))?.unit ?? ''; // an unknown id has no unit
  const from = MONEY[cellUnit];
  const to = MONEY[unit];
  if (sum === null || from === undefined || to === undefined || from === to) return sum;
  return fromMillionths((toMillionths(sum) * from) / to);
}

/** “1.2万” agrees with 12034, “18.87” with 18.871, “300余” with 300 to 399, “约300” within a twentieth; an exact figure only with itself. */
export function agrees(quantity: Quantity, expected: string): boolean {
  const { value, step, exactness } = quantity;
  const gap = toMillionths(expected) - toMillionths(value);
  if (exactness === 'more') return gap >= 0n && gap < toMillionths(lastPlace(value));
  if (exactness === 'about') return (gap < 0n ? -gap : gap) * 20n <= toMillionths(value);
  // “1.2万件”, “3.01亿元”, “18.87万元” are rounded; a whole figure is not
  if (compareDecimals(step, '1') !== 0) return (gap < 0n ? -gap : gap) < toMillionths(step);
  return equalDecimals(value, expected);
}

/** The place of the last digit that is not 0: 100 for “300”. */
const lastPlace = (value: string): string => `1${/0*$/.exec(value.split('.')[0] ?? '')?.[0] ?? ''}`;
