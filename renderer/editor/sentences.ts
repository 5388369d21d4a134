// Last year's prose against this year's: sentences, their alignment, and the characters that changed inside one. Pure.

/** Sentences with their end marks; white space between them is dropped. */
export function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^。！？；!?;]+[。！？；!?;]*[”’"）)]*|[。！？；!?;]+/g) ?? [])
    .map((one) => one.trim())
    .filter(Boolean);
}

/** Pairs of positions of a longest common subsequence. */
export function commonPositions<T>(
  left: readonly T[],
  right: readonly T[],
  equal: (left: T, right: T) => boolean,
): readonly (readonly [number, number])[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      lengths[row * width + column] = alike(left, right, row, column, equal)
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = 0, column = 0; row < left.length && column < right.length; ) {
    if (alike(left, right, row, column, equal)) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return pairs;
}

function alike<T>(
  left: readonly T[],
  right: readonly T[],
  row: number,
  column: number,
  equal: (left: T, right: T) => boolean,
): boolean {
  const one = left[row];
  const other = right[column];
  return one !== undefined && other !== undefined && equal(one, other);
}

export interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** The old sentence in pieces, those that the new one does not keep marked. */
export function changedPieces(before: string, after: string): readonly Piece[] {
  const letters = Array.from(before);
  const kept = new Set(commonPositions(letters, Array.from(after), Object.is).map(([index]) => index));
  const pieces: Piece[] = [];
  letters.forEach((letter, index) => {
    const changed = !kept.has(index);
    const last = pieces.at(-1);
    if (last?.changed === changed) pieces[pieces.length - 1] = { text: last.text + letter, changed };
    else pieces.push({ text: letter, changed });
  });
  return pieces;
}

/** How much of two sentences is common, 0 to 1. */
export function likeness(left: string, right: string): number {
  const longer = Math.max(left.length, right.length);
  return longer === 0 ? 1 : commonPositions(Array.from(left), Array.from(right), Object.is).length / longer;
}

/** Cheap bound before `likeness`: false where so many characters differ that `share` cannot be reached. */
export function mayBeAlike(left: string, right: string, share: number): boolean {
  const counts = new Map<string, number>();
  for (const letter of left) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let common = 0;
  for (const letter of right) {
    const count = counts.get(letter) ?? 0;
    if (count === 0) continue;
    counts.set(letter, count - 1);
    common += 1;
  }
  return common >= Math.max(left.length, right.length) * share;
}
