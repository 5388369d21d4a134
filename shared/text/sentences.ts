// Prose cut into sentences and clauses, each with its place in the text.

export interface Span {
  readonly from: number;
  /** Behind the last character. */
  readonly to: number;
  readonly text: string;
}

const ENDS = /[。！？!?\n]+[”’"』」）)]*/g;

/** The sentences of a text, their closing mark included; white space around them is left out. */
export function sentencesOf(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed !== '') {
      const from = start + raw.indexOf(trimmed);
      spans.push({ from, to: from + trimmed.length, text: trimmed });
    }
    start = end;
  };
  for (const match of text.matchAll(ENDS)) add(match.index + match[0].length);
  add(text.length);
  return spans;
}

/** A stretch of a text; the second place is behind its last character. */
export type Range = readonly [number, number];

/** Where text stands in “…” or 《…》: a slogan, a name or a title, no statement of the report. */
export function quotedRanges(text: string): readonly Range[] {
  return [...text.matchAll(/“[^”]{0,80}”|《[^》]{0,120}》|「[^」]{0,80}」/g)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
}

/** In order and without overlap, as `isWithin` wants them. */
export function mergedRanges(ranges: readonly Range[]): readonly Range[] {
  const merged: [number, number][] = [];
  for (const [from, to] of ranges.toSorted((left, right) => left[0] - right[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** Whether a place lies in one of the ranges, which are in order: found by halving, for a text may hold thousands. */
export function isWithin(ranges: readonly Range[], at: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ranges[middle]?.[1] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= at;
}

/** The items, each in order of its place, for every span in turn: one walk over both. */
export function bySpan<Item>(
  spans: readonly Pick<Span, 'from' | 'to'>[],
  items: readonly Item[],
  placeOf: (item: Item) => number,
): readonly (readonly Item[])[] {
  let next = 0;
  return spans.map(({ from, to }) => {
    const own: Item[] = [];
    for (; next < items.length; next++) {
      const item = items[next] as Item; // next is in range
      if (placeOf(item) >= to) break;
      if (placeOf(item) >= from) own.push(item);
    }
    return own;
  });
}
