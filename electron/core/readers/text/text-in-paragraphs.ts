// A document without any table whose paragraphs are lines of text with tabs or bars between cells -> its blocks as those of a text file.
import type { RawBlock } from '../../../../shared/import/raw-document.ts';
import { textBlocks } from './plain-text.ts';

/** Three tables have some fifty rows; a table of contents or a line of addresses has fewer. */
const FEWEST = 24;

const PARTED = /[|｜\t]/;

/**
 * @param lines every paragraph in order, blank ones as well where the file has them.
 * @param unit how a paragraph is called in a place: “第3段”.
 * @returns null where the paragraphs hold no cells.
 */
export function textInParagraphs(lines: readonly string[], unit: string): readonly RawBlock[] | null {
  if (lines.filter((line) => PARTED.test(line)).length < FEWEST) return null;
  return textBlocks(lines.map((line) => line.replaceAll('\n', '\u2028')).join('\n')).map((block) =>
    inPlace(block, unit),
  );
}

function inPlace(block: RawBlock, unit: string): RawBlock {
  const place = named(block.place, unit);
  if (block.kind !== 'table') return { ...block, text: block.text.replaceAll('\u2028', '\n'), place };
  return {
    ...block,
    rows: block.rows.map((row) => row.map((cell) => ({ ...cell, place: named(cell.place, unit) }))),
    place,
  };
}

const named = (place: string, unit: string): string => place.replace(/^第(\d+)行$/, unit);
