// Last year's prose against this year's: sentences, their alignment, and the characters that changed inside one. Pure.

/** Sentences with their end marks; white space between them is dropped. */
export function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^。！？；!?;]+[。！？；!?;]*[”’"）)]*|[。！？；!?;]+/g) ?? [])
    .map((one) => one.trim())
    .filter(Boolean);
}

/**
 * Pairs of positions of a longest common subsequence. What both begin and end with is taken at once: one sentence typed into forty
 * pages must not cost a table of all pages by all pages.
 */
export function commonPositions(
  left: readonly string[],
  right: readonly string[],
): readonly (readonly [number, number])[] {
  const shorter = Math.min(left.length, right.length);
  let head = 0;
  while (head < shorter && left[head] === right[head]) head++;
  let tail = 0;
  while (tail < shorter - head && left.at(-1 - tail) === right.at(-1 - tail)) tail++;
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < head; at++) pairs.push([at, at]);
  const middle = between(left.slice(head, left.length - tail), right.slice(head, right.length - tail));
  for (const [row, column] of middle) pairs.push([head + row, head + column]);
  for (let at = tail; at > 0; at--) pairs.push([left.length - at, right.length - at]);
  return pairs;
}

function between(left: readonly string[], right: readonly string[]): readonly (readonly [number, number])[] {
  const [rows, columns] = numbered(left, right);
  const width = columns.length + 1;
  const lengths = new Uint32Array((rows.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = rows.length - 1; row >= 0; row--) {
    for (let column = columns.length - 1; column >= 0; column--) {
      lengths[row * width + column] =
        rows[row] === columns[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < rows.length && column < columns.length; ) {
    if (rows[row] === columns[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

/** The texts as small numbers, the same text the same number: quick to hold against each other. */
function numbered(left: readonly string[], right: readonly string[]): readonly [Int32Array, Int32Array] {
  const known = new Map<string, number>();
  const number = (text: string): number => {
    const found = known.get(text) ?? known.size;
    known.set(text, found);
    return found;
  };
  return [Int32Array.from(left, number), Int32Array.from(right, number)];
}

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** What two sentences give, kept: of the sentences of a chapter a key press changes one, and all others are compared again. */
function kept<T>(work: (left: string, right: string) => T): (left: string, right: string) => T {
  const known = new Map<string, T>();
  return (left, right) => {
    const key = `${left}\n${right}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = work(left, right);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(key, result);
    return result;
  };
}

const MOST_KEPT = 10_000;

/** The old sentence in pieces, those that the new one does not keep marked. */
export const changedPieces = kept((before, after): readonly Piece[] => {
  const letters = Array.from(before);
  const kept = new Set(commonPositions(letters, Array.from(after)).map(([index]) => index));
  const pieces: Piece[] = [];
  letters.forEach((letter, index) => {
    const changed = !kept.has(index);
    const last = pieces.at(-1);
    if (last?.changed === changed) pieces[pieces.length - 1] = { text: last.text + letter, changed };
    else pieces.push({ text: letter, changed });
  });
  return pieces;
});

/** How much of two sentences is common, 0 to 1. */
export const likeness = kept((left, right): number => {
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 1 : commonPositions(Array.from(left), Array.from(right)).length / longer;
});

/** How often each letter stands in a sentence. */
export interface LetterCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

export function lettersOf(text: string): LetterCounts {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return { counts, length: text.length };
}

/** Cheap bound before `likeness`: false where so many characters differ that `share` cannot be reached. */
export function mayBeAlike(left: LetterCounts, right: LetterCounts, share: number): boolean {
  const wanted = Math.max(left.length, right.length) * share;
  if (Math.min(left.length, right.length) < wanted) return false;
  let common = 0;
  for (const [letter, count] of left.counts) common += Math.min(count, right.counts.get(letter) ?? 0);
  return common >= wanted;
}
