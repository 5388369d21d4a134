// Figures on a line without words, the label wrapped above or below: another row's label may stand there as well, and then nothing is certain.
import type { FormRow } from '../form-labels.ts';
import { coverage } from '../labels.ts';
import type { Item } from './line-pairs.ts';
import type { RowReading } from './row-reading.ts';

/** Shorter labels stand inside of others. */
const LEAST = 5;

/** @param itemOf the lines of figures by row. */
export function doubtLabel(
  reading: RowReading,
  itemOf: ReadonlyMap<string, Item>,
  rows: readonly FormRow[],
): RowReading {
  const item = itemOf.get(reading.row.id);
  if (!item || reading.doubts.length > 0 || item.line.figures.length === 0) return reading;
  const at = rows.indexOf(reading.row);
  const beside = [rows[at - 1], rows[at + 1]].filter((row) => row?.table === reading.row.table);
  // a row whose figures are all blank has its label there too
  const unread = beside.some((row) => row && !itemOf.has(row.id) && covered(row, item.around) >= 0.8);
  const ownLabel = item.words.some((word) => reading.row.names.some((name) => coverage(word, name) >= 0.8));
  const crossed =
    item.line.labels.length === 0 &&
    covered(reading.row, item.above) < 0.5 &&
    rows.some((row) => row !== reading.row && row.table === reading.row.table && covered(row, item.above) >= 0.9);
  if (!crossed && (!unread || ownLabel)) return reading;
  const message = '这一行数字的上下有几行的名称，数字可能错行，请对照原文核对';
  return { ...reading, doubts: [{ code: 'cells-uncertain', message }] };
}

/** Figures without a word on their line, where lines of other figures belong to no row: the text has lost its order. */
export function doubtApart(reading: RowReading, item: Item | undefined): RowReading {
  if (!item || reading.row.names.length === 0 || reading.doubts.length > 0) return reading;
  if (item.line.labels.length > 0 || item.line.figures.length === 0) return reading;
  const message = '数字与名称不在同一行，而表中有几行数字没有归入任何一行，可能错行，请对照原文核对';
  return { ...reading, doubts: [{ code: 'cells-uncertain', message }] };
}

const covered = ({ names }: FormRow, text: string): number =>
  Math.max(0, ...names.filter((name) => name.length >= LEAST).map((name) => coverage(name, text)));
