// Every figure of this year beside last year's, with the change: cells of an older form are mapped where they have a successor. Pure.
import { cellLabel } from '../../shared/editions/cell-label.ts';
import { EDITIONS, figuresOf } from '../../shared/editions/index.ts';
import type { TableSpec } from '../../shared/editions/types.ts';
import { equalDecimals, subtractDecimals, toMillionths } from '../../shared/model/decimal.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type CellId, type Report } from '../../shared/model/report.ts';

export interface FigurePair {
  readonly cell: CellId;
  readonly label: string;
  readonly unit: string;
  /** As shown; '' where blank. */
  readonly last: string;
  readonly now: string;
  /** Both as numbers where they are. */
  readonly values: { readonly last: string; readonly now: string } | null;
  readonly difference: string | null;
  /** Tenths of a percent, exact; null from 0. */
  readonly permille: bigint | null;
  readonly kind: 'same' | 'changed' | 'open';
}

export interface ComparedTable {
  readonly table: TableSpec;
  readonly pairs: readonly FigurePair[];
  /** Last year's figures without a place in this year's form. */
  readonly withoutPlace: readonly { readonly label: string; readonly text: string }[];
}

/** (now − last) / last in tenths of a percent, rounded half away from zero; null where last is 0. */
export function permilleChange(last: string, now: string): bigint | null {
  const before = toMillionths(last);
  if (before === 0n) return null;
  const scaled = (toMillionths(now) - before) * 1000n * 2n;
  const size = before < 0n ? -before : before;
  const half = scaled < 0n ? scaled - size : scaled + size;
  return half / (size * 2n);
}

/** 12.5% of 125n. */
export const showPermille = (permille: bigint): string => {
  const size = permille < 0n ? -permille : permille;
  return `${permille > 0n ? '+' : permille < 0n ? '-' : ''}${size / 10n}.${size % 10n}%`;
};

function pairOf(report: Report, previous: Report, cell: CellId, unit: string): FigurePair {
  const now = report.cells[cell] ?? BLANK;
  const last = previous.cells[cell] ?? BLANK;
  const values = now.value !== null && last.value !== null ? { last: last.value, now: now.value } : null;
  const same = values ? equalDecimals(values.last, values.now) : false;
  return {
    cell,
    label: cellLabel(EDITIONS[report.edition], cell).replace(/^\S+ /, ''),
    unit,
    last: showFigure(last),
    now: showFigure(now),
    values,
    difference: values ? subtractDecimals(values.now, values.last) : null,
    permille: values ? permilleChange(values.last, values.now) : null,
    kind: values ? (same ? 'same' : 'changed') : 'open',
  };
}

export function compareYears(report: Report, previous: Report): readonly ComparedTable[] {
  const last = EDITIONS[previous.edition];
  return EDITIONS[report.edition].tables.map((table) => {
    const figures = figuresOf(table);
    const here = new Set(figures.map(({ id }) => id));
    const old = last.tables.find(({ id }) => id === table.id);
    return {
      table,
      pairs: figures.map(({ id, unit }) => pairOf(report, previous, id, unit)),
      withoutPlace: (old ? figuresOf(old) : [])
        .filter(({ id }) => !here.has(id) && (previous.cells[id]?.state ?? 'blank') !== 'blank')
        .map(({ id }) => ({
          label: cellLabel(last, id).replace(/^\S+ /, ''),
          text: showFigure(previous.cells[id] ?? BLANK),
        })),
    };
  });
}
