// Which edition of the form the tables of a file are: decided by labels that no other edition has.
import { EDITIONS, editionFor } from '../editions/index.ts';
import type { FormEdition } from '../editions/types.ts';
import { markLabels } from './form-model.ts';
import { bareLabel, bareText } from './labels.ts';
import type { RawBlock } from './raw-document.ts';

export interface EditionMatch {
  readonly edition: FormEdition;
  /** Labels of another edition stand in the same tables. */
  readonly mixed: readonly string[];
  /** Nothing in the tables tells the edition: the year did, or nothing. */
  readonly guessed: boolean;
}

export function matchEdition(blocks: readonly RawBlock[], year: number | null): EditionMatch {
  const printed = printedLabels(blocks);
  const counts = Object.values(EDITIONS).map((edition) => {
    const marks = markLabels(edition);
    const seen = marks.filter((mark) => printed.cells.has(mark) || printed.text.includes(mark));
    return { edition, seen, share: seen.length / marks.length };
  });
  const ranked = counts.toSorted((a, b) => b.share - a.share);
  const [first, second] = ranked;
  if (!first || first.seen.length === 0)
    return { edition: year === null ? latest() : editionFor(year), mixed: [], guessed: true };
  return { edition: first.edition, mixed: second?.seen ?? [], guessed: false };
}

const latest = (): FormEdition =>
  Object.values(EDITIONS).toSorted((a, b) => b.firstYear - a.firstYear)[0] ?? editionFor(2021);

function printedLabels(blocks: readonly RawBlock[]): { readonly cells: ReadonlySet<string>; readonly text: string } {
  const cells = new Set<string>();
  const loose: string[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') {
      if (block.text.length <= 40) cells.add(bareLabel(block.text));
      continue;
    }
    for (const row of block.rows) {
      for (const cell of row) cells.add(bareLabel(cell.text));
      if (block.cells !== 'exact') loose.push(...row.map((cell) => bareText(cell.text)));
    }
  }
  return { cells, text: loose.join(' ') };
}
