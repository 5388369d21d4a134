// Lines of a table that has lost its cells, tied to rows of the form: in the order of both, by their labels, and by their neighbours.
import type { FormRow } from '../form-labels.ts';
import type { FormModel } from '../form-model.ts';
import { bareLabel, bareText, coverage } from '../labels.ts';
import { rowSums } from './row-reading.ts';
import type { SplitLine } from './text-tokens.ts';

export interface Item {
  readonly line: SplitLine;
  /** The words on the line and between it and the next lines of figures, bare. */
  readonly around: string;
  /** The part of it that stands above the line. */
  readonly above: string;
  readonly words: readonly string[];
}

/** The pairs in the order of both lists with the greatest sum of scores. */
export function align<A, B>(
  items: readonly A[],
  rows: readonly B[],
  score: (item: A, row: B) => number,
): { readonly item: A; readonly row: B; readonly score: number }[] {
  const scores = items.map((item) => rows.map((row) => score(item, row)));
  const best = Array.from({ length: items.length + 1 }, () => Array.from({ length: rows.length + 1 }, () => 0));
  for (let i = items.length - 1; i >= 0; i--) {
    for (let j = rows.length - 1; j >= 0; j--) {
      const pair = scores[i]?.[j] ?? 0;
      const skip = Math.max(best[i + 1]?.[j] ?? 0, best[i]?.[j + 1] ?? 0);
      (best[i] ??= [])[j] = pair > 0 ? Math.max(skip, pair + (best[i + 1]?.[j + 1] ?? 0)) : skip;
    }
  }
  const pairs: { item: A; row: B; score: number }[] = [];
  let i = 0;
  let j = 0;
  while (i < items.length && j < rows.length) {
    const pair = scores[i]?.[j] ?? 0;
    const here = best[i]?.[j] ?? 0;
    const item = items[i];
    const row = rows[j];
    if (item !== undefined && row !== undefined && pair > 0 && here === pair + (best[i + 1]?.[j + 1] ?? 0)) {
      pairs.push({ item, row, score: pair });
      i++;
      j++;
    } else if (here === (best[i + 1]?.[j] ?? 0)) i++;
    else j++;
  }
  return pairs;
}

export interface Pair {
  readonly item: Item;
  readonly row: FormRow;
  readonly score: number;
}

/**
 * Between two known rows of a table as many whole lines of figures as the form has rows there: they are those rows, where nothing in
 * their words says otherwise and their sums hold. (Where a label is wrapped, its words may all stand on other lines.)
 */
export function withGapsFilled(
  model: FormModel,
  items: readonly Item[],
  rows: readonly FormRow[],
  pairs: readonly Pair[],
): readonly Pair[] {
  return pairs.flatMap((pair, index): Pair[] => {
    const next = pairs[index + 1];
    if (next?.row.table !== pair.row.table) return [pair];
    const missing = rows.slice(rows.indexOf(pair.row) + 1, rows.indexOf(next.row));
    const between = items
      .slice(items.indexOf(pair.item) + 1, items.indexOf(next.item))
      .filter(({ line }) => line.figures.length > 1);
    if (missing.length === 0 || missing.length !== between.length) return [pair];
    const filled = missing.flatMap((row, at): Pair[] => {
      const item = between[at];
      return item && isRowOf(model, item, row) ? [{ item, row, score: GAP_SCORE }] : [];
    });
    return filled.length === missing.length ? [pair, ...filled] : [pair];
  });
}

const GAP_SCORE = 0.8;

function isRowOf(model: FormModel, { line }: Item, row: FormRow): boolean {
  const words = bareLabel(line.labels.join(''));
  const own = [...row.heads.map((names) => names[0] ?? ''), bareText(row.label)].join('');
  return (
    line.figures.length === row.figures.length &&
    (words === '' || coverage(words, own) >= 0.8) &&
    rowSums(model.edition, row, line.figures) === 'holds'
  );
}
