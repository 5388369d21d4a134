// One figure in a worksheet cell: a number that Excel keeps exactly, a SUM formula with its result, or the text as printed.
import type { CellFormulaValue } from 'exceljs';
import type { LayoutFigure } from '../../../shared/export/layout-document.ts';
import { addDecimals, equalDecimals } from '../../../shared/model/decimal.ts';
import type { CellId } from '../../../shared/model/report.ts';

export interface FigureContent {
  readonly value: number | string | CellFormulaValue | null;
  readonly format: string;
}

/** Excel keeps 15 digits; a longer figure is written as text rather than changed. */
const EXACT_DIGITS = 15;
/** Longest number format that Excel takes. */
const LONGEST_FORMAT = 255;

/** The figure as a number, or null where a number could not hold it exactly or could not show its note. */
function exactNumber(figure: LayoutFigure): number | null {
  if (figure.value === null) return null;
  const digits = figure.value.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length > EXACT_DIGITS || numberFormat(figure).length > LONGEST_FORMAT) return null;
  return Number(figure.value);
}

/** The content of a cell. `addressOf` gives the place of a part of a total. */
export function figureContent(
  figure: LayoutFigure,
  parts: ReadonlyMap<CellId, LayoutFigure>,
  addressOf: (ids: readonly CellId[]) => string,
): FigureContent {
  const exact = exactNumber(figure);
  const format = numberFormat(figure);
  const sum = totalResult(figure, parts);
  if (sum !== null) {
    const places = addressOf(figure.sumOf);
    // nothing filled in: blank, not 0
    return { value: { formula: `IF(COUNT(${places})=0,"",SUM(${places}))`, result: sum, date1904: false }, format };
  }
  if (exact !== null) return { value: exact, format };
  return { value: figure.text === '' ? null : figure.text, format: figure.text === '' ? format : '@' };
}

/**
 * The result of a total that may be a formula, or null. A printed total that disagrees with its parts stays as printed, and so does one
 * whose formula would give another figure: a part that is no number in the sheet, a note that belongs to this figure.
 */
function totalResult(figure: LayoutFigure, parts: ReadonlyMap<CellId, LayoutFigure>): number | '' | null {
  if (figure.sumOf.length === 0 || !figure.agrees || figure.note) return null;
  const figures = figure.sumOf.map((id) => parts.get(id));
  if (figures.some((part) => !part || (part.value !== null && exactNumber(part) === null))) return null;
  const values = figures.flatMap((part) => part?.value ?? []);
  if (values.length === 0) return figure.text === '' ? '' : null;
  const sum = addDecimals(values);
  const exact = exactNumber(figure);
  return exact !== null && figure.value !== null && equalDecimals(sum, figure.value) ? exact : null;
}

/** Shows the figure with all its decimals, sign, unit and note, while the cell holds the bare number. */
function numberFormat({ type, value, printedUnit, note }: LayoutFigure): string {
  const decimals = value?.split('.')[1]?.length ?? 0;
  const plain = value === null && type === 'amount' ? 'General' : decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0';
  const tail = literal(printedUnit) + (note ? literal(`（${note}）`) : '');
  return type === 'signed' ? `+${plain}${tail};-${plain}${tail};${plain}${tail}` : `${plain}${tail}`;
}

/** Text inside a number format. */
const literal = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '"\\""')}"`);
