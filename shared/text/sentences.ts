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

/** Where text stands in “…” or 《…》: a slogan, a name or a title, no statement of the report. */
export function quotedRanges(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/“[^”]{0,80}”|《[^》]{0,120}》|「[^」]{0,80}」/g)].map(
    (match) => [match.index, match.index + match[0].length] as const,
  );
}

export const isWithin = (ranges: readonly (readonly [number, number])[], at: number): boolean =>
  ranges.some(([from, to]) => from <= at && at < to);
