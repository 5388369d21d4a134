// Which edition of the form the tables of a file are: decided by labels that one edition has and another lacks.
import { EDITIONS, latestEdition } from '../editions/index.ts';
import type { FormEdition } from '../editions/types.ts';
import { allNames, labelsApart } from './form-labels.ts';
import { bareLabel, bareText } from './labels.ts';
import type { RawBlock } from './raw-document.ts';

export interface EditionMatch {
  readonly edition: FormEdition;
  /** Labels of another edition stand in the same tables. */
  readonly mixed: readonly string[];
  /** Nothing in the tables tells the edition: the year did, or nothing. */
  readonly guessed: boolean;
}

/**
 * Of two editions the tables are the one of whose own labels they have the greater share; of all, the one that no other beats. Where
 * several are as good, the year decides, or else the latest of them is taken.
 */
export function matchEdition(
  blocks: readonly RawBlock[],
  year: number | null,
  editions: readonly FormEdition[] = Object.values(EDITIONS),
): EditionMatch {
  const printed = printedLabels(blocks);
  const seen = (one: FormEdition, other: FormEdition): readonly string[] =>
    labelsApart(one, other).filter(
      (label) => printed.cells.has(label) || withoutLonger(printed.text, label, other).includes(label),
    );
  const share = (one: FormEdition, other: FormEdition): number =>
    seen(one, other).length / Math.max(1, labelsApart(one, other).length);
  const unbeaten = editions.filter((one) => editions.every((other) => share(one, other) >= share(other, one)));
  const [edition] = unbeaten;
  if (!edition || unbeaten.length > 1) return { edition: byYear(unbeaten, year), mixed: [], guessed: true };
  return { edition, mixed: [...new Set(editions.flatMap((other) => seen(other, edition)))], guessed: false };
}

/** In lines that lost their cells a label may be no more than a piece of a longer one of the other edition. */
const withoutLonger = (text: string, label: string, other: FormEdition): string =>
  allNames(other)
    .filter((name) => name.includes(label))
    .reduce((rest, name) => rest.replaceAll(name, ' '), text);

/** The one of these that was in force in a year; the latest where no year is known, the earliest before them all. */
function byYear(editions: readonly FormEdition[], year: number | null): FormEdition {
  const inOrder = editions.toSorted((left, right) => left.firstYear - right.firstYear);
  const inForce = inOrder.findLast(({ firstYear }) => firstYear <= (year ?? firstYear));
  return inForce ?? inOrder[0] ?? latestEdition();
}

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
