// A table that came as one line of text, its cells apart by spaces, is read a cell a line: so pages copied without their markup have them.
import { isFormLabel } from '../form-model.ts';
import type { RawBlock, RawCell } from '../raw-document.ts';
import { cellKind } from './row-reading.ts';

/** A row has seven figures at most, and no sentence names four rows: what has more is a table. */
const FIGURES = 9;
const LABELS = 4;

export const withLinesParted = (blocks: readonly RawBlock[]): readonly RawBlock[] => blocks.flatMap(parted);

function parted(block: RawBlock): readonly RawBlock[] {
  if (block.kind === 'table') return [block.cells === 'loose' ? { ...block, rows: block.rows.flatMap(rowsOf) } : block];
  const words = isTableLine(block.text) ? wordsOf(block.text) : [];
  return words.length > 0 ? words.map((text) => ({ kind: 'paragraph', text, place: block.place })) : [block];
}

function rowsOf(row: readonly RawCell[]): readonly (readonly RawCell[])[] {
  const [only] = row;
  if (row.length !== 1 || !only || !isTableLine(only.text)) return [row];
  return wordsOf(only.text).map((text) => [{ text, place: only.place }]);
}

function isTableLine(line: string): boolean {
  const words = wordsOf(line);
  return (
    words.filter((word) => cellKind(word) === 'figure').length >= FIGURES &&
    words.filter((word) => word.length > 3 && cellKind(word) === 'label' && isFormLabel(word)).length >= LABELS
  );
}

const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);
