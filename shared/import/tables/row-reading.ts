// What matching gives for one row of the form: the cells of the source that stand for its figures, and the doubts about them.
import { equalDecimals, addDecimals } from '../../model/decimal.ts';
import { isFigure, readFigure } from '../../model/number-cell.ts';
import type { Equation, FormEdition } from '../../editions/types.ts';
import type { FormRow } from '../form-labels.ts';
import type { FormModel } from '../form-model.ts';
import { squeeze } from '../labels.ts';
import type { ImportWarningCode } from '../proposal.ts';
import type { RawCell } from '../raw-document.ts';

export interface RowDoubt {
  readonly code: ImportWarningCode;
  /** A Chinese clause about the row; the label of the row is put in front of it. */
  readonly message: string;
}

export interface RowReading {
  readonly row: FormRow;
  /** One for each figure of the row; null where the source gives none. */
  readonly cells: readonly (RawCell | null)[];
  /** Where the row stands: index of the block, and of the row in a table. */
  readonly block: number;
  readonly at: number;
  /** The whole row of the source, for messages. */
  readonly text: string;
  /** How well the label was recognised, 1 = exactly. */
  readonly score: number;
  readonly doubts: readonly RowDoubt[];
  /** Figures for which the table in the file has no column. */
  readonly absent?: readonly number[];
  /** Labels and heads in other words than the form's, where their place among the others makes them certain. */
  readonly reworded?: readonly string[];
}

/** A row or column of figures that the form does not have. */
export interface UnknownRow {
  readonly label: string;
  readonly place: string;
  readonly text: string;
}

export interface TableReadings {
  readonly readings: readonly RowReading[];
  readonly unknown: readonly UnknownRow[];
}

/** Whether the rows of a table before and behind this one are its neighbours in the form too: its place says what its label says. */
export function inSequence(model: FormModel, found: readonly FormRow[], index: number): boolean {
  const row = found[index];
  const own = model.rows.filter(({ table }) => table === row?.table);
  const at = row ? own.indexOf(row) : -1;
  const beside = (step: number): boolean => {
    const expected = own[at + step];
    const other = found[index + step];
    return expected === undefined ? other?.table !== row?.table : other === expected;
  };
  return at >= 0 && beside(-1) && beside(1);
}

export const rowText = (cells: readonly RawCell[]): string => {
  const texts = cells.map((cell) => squeeze(cell.text));
  return texts.map((text) => text || '空').join(' | ');
};

/** blank, a figure (or what stands where a figure should), or words. */
export function cellKind(text: string): 'blank' | 'figure' | 'label' {
  const bare = squeeze(text);
  if (bare === '') return 'blank';
  if (isFigure(bare)) return 'figure';
  const words = bare.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  if (words === 0 || /^(?:无|零|暂无|没有|不详|同上)$/.test(bare)) return 'figure';
  if (/^[（(]?\d{1,2}[）)]?[.、．,，]?[\u4e00-\u9fff]{2,}|^\d{1,2}[.、．][\u4e00-\u9fff]/.test(bare) || words > 4)
    return 'label';
  return /\d|[０-９]/.test(bare) && bare.length <= 16 ? 'figure' : 'label';
}

export const isBlank = (cell: RawCell | null | undefined): boolean => !cell || cellKind(cell.text) === 'blank';

/** The sums that hold within one row: 总计 of a row of 表三, the three 总计 of 表四. */
export const rowEquations = (edition: FormEdition, row: FormRow): readonly Equation[] => {
  const ids = new Set(row.figures.map(({ id }) => id));
  return edition.equations.filter(
    ({ computes, left, right }) => computes && [...left, ...right].every((id) => ids.has(id)),
  );
};

/**
 * Whether the sums within a row hold for these cells. `holds` needs a figure in every total and at least one part; `breaks` a total
 * that says something else; anything less is `open`.
 */
export function rowSums(
  edition: FormEdition,
  row: FormRow,
  cells: readonly (RawCell | null)[],
): 'holds' | 'breaks' | 'open' {
  const values = new Map(
    row.figures.map((figure, index) => [figure.id, readFigure(cells[index]?.text ?? '', figure.type).value] as const),
  );
  let open = false;
  const equations = rowEquations(edition, row);
  for (const { left, right } of equations) {
    const total = values.get(left[0] ?? '0.0.0') ?? null;
    const parts = right.map((id) => values.get(id) ?? null).filter((value) => value !== null);
    if (total === null ? parts.some((value) => value !== '0') : parts.length === 0 ? total !== '0' : false)
      return 'breaks';
    if (total === null) open = true;
    else if (parts.length > 0 && !equalDecimals(addDecimals(parts), total)) return 'breaks';
  }
  return open || equations.length === 0 ? 'open' : 'holds';
}

/**
 * Where figures of a row are known but not their places: the total, if the last figure is the sum of the others. Null where it is not,
 * or where the row has no such total.
 */
export function provenTotal(model: FormModel, row: FormRow, figures: readonly RawCell[]): (RawCell | null)[] | null {
  const [equation, ...others] = rowEquations(model.edition, row);
  const last = figures.at(-1);
  const at = row.figures.findIndex(({ id }) => id === equation?.computes);
  const type = row.figures[at]?.type;
  if (!equation || others.length > 0 || !last || !type || figures.length < 2 || figures.length > row.figures.length)
    return null;
  const values = figures.map((cell) => readFigure(cell.text, type).value);
  const total = values.at(-1) ?? null;
  const parts = values.slice(0, -1).filter((value) => value !== null);
  if (total === null || total === '0' || parts.length < figures.length - 1) return null;
  if (!equalDecimals(addDecimals(parts), total)) return null;
  return row.figures.map((_, index) => (index === at ? last : null));
}

/** A row read as blank, where figures of the same table belong to no row: they may be its figures. */
export function doubtIfBlank(reading: RowReading): RowReading {
  if (reading.doubts.length > 0 || reading.cells.some((cell) => cell && cellKind(cell.text) !== 'blank'))
    return reading;
  const doubt = {
    code: 'cells-uncertain',
    message: '没有读到数字，而表中有数字没有归入任何一行，请对照原文核对',
  } as const;
  return { ...reading, doubts: [doubt] };
}
