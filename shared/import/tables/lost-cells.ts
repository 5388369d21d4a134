// Rows that are whole by their number of cells, and yet have lost one: the sums and the other rows of the table tell.
import type { FormModel } from '../form-model.ts';
import { squeeze } from '../labels.ts';
import { type RowDoubt, type RowReading, rowEquations, rowSums } from './row-reading.ts';

/** A row of figures without its total, where the other rows have one: a cell may be lost, and the figures have moved. */
export function doubtLostCells(model: FormModel, readings: readonly RowReading[]): RowReading[] {
  const totalOf = ({ row, cells }: RowReading): 'there' | 'lost' | null => {
    const [equation, ...others] = rowEquations(model.edition, row);
    const at = row.figures.findIndex(({ id }) => id === equation?.computes);
    if (at < 0 || others.length > 0 || !cells.some((cell) => /[1-9１-９]/.test(cell?.text ?? ''))) return null;
    return squeeze(cells[at]?.text ?? '') === '' ? 'lost' : 'there';
  };
  const known = readings.map(totalOf);
  return readings.map((reading, index) => {
    if (reading.doubts.length > 0) return reading;
    const message = '没有总计，而其他总计都有，数字可能错位，请对照原文核对';
    const doubted: RowReading = { ...reading, doubts: [{ code: 'cells-lost', message }] };
    if (losesOneTotal(model, reading)) return doubted;
    if (isMerged(model, reading)) return { ...reading, doubts: [MERGED] };
    if (known[index] !== 'lost') return reading;
    const there = readings.filter(({ row }, other) => row.table === reading.row.table && known[other] === 'there');
    const lost = readings.filter(({ row }, other) => row.table === reading.row.table && known[other] === 'lost');
    return there.length < 3 * lost.length ? reading : doubted;
  });
}

const MERGED: RowDoubt = {
  code: 'cells-uncertain',
  message: '合计不相等，相邻两格数字相同或其中一格空白，可能是合并的单元格，请对照原文核对',
};

/** Two merged cells print what stood in both, in the first of them or in each; with it taken apart again the sums hold. */
function isMerged(model: FormModel, { row, cells }: RowReading): boolean {
  if (rowEquations(model.edition, row).length !== 1 || rowSums(model.edition, row, cells) !== 'breaks') return false;
  return cells.some((cell, index) => {
    const next = cells[index + 1];
    const text = squeeze(cell?.text ?? '');
    const beside = squeeze(next?.text ?? '');
    if (!cell || !next || text.length < 2 || (beside !== '' && beside !== text)) return false;
    const whole: (readonly [string, string])[] = beside === '' ? [] : [[text, '']];
    const apart = Array.from(text.slice(1), (_, at) => [text.slice(0, at + 1), text.slice(at + 1)] as const);
    return [...whole, ...apart].some(([first, second]) => {
      const taken = cells.with(index, { ...cell, text: first }).with(index + 1, { ...next, text: second });
      return rowSums(model.edition, row, taken) === 'holds';
    });
  });
}

/** Of the totals of one row (表四) one is blank, and the others are not the sums of what stands before them. */
function losesOneTotal(model: FormModel, { row, cells }: RowReading): boolean {
  const equations = rowEquations(model.edition, row);
  const blank = equations.filter(({ computes }) => {
    const cell = cells[row.figures.findIndex(({ id }) => id === computes)];
    return squeeze(cell?.text ?? '') === '';
  });
  return (
    equations.length > 1 &&
    blank.length > 0 &&
    blank.length < equations.length &&
    rowSums(model.edition, row, cells) === 'breaks'
  );
}
