// How programs that turn a page into text count columns: a Chinese character as one column (pdftotext) or as two (a terminal).

export type Measure = (text: string) => number;

/** A Chinese character takes two columns. */
export const displayWidth: Measure = (text) =>
  Array.from(text).reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

const characters: Measure = (text) => Array.from(text).length;

/** The measure under which the figures of neighbouring lines stand in the same columns. */
export function columnsOf(lines: readonly string[]): Measure {
  return wander(lines, characters) <= wander(lines, displayWidth) ? characters : displayWidth;
}

/** How far the figures of lines with the same number of figures stand from those of the line before, on average. */
function wander(lines: readonly string[], measure: Measure): number {
  let sum = 0;
  let count = 0;
  let before: number[] = [];
  for (const line of lines) {
    const places = [...line.matchAll(/(?<=\s)\d[\d,.]*(?=\s|$)/g)].map(
      (match) => measure(line.slice(0, match.index)) + match[0].length / 2,
    );
    if (places.length >= 2 && places.length === before.length) {
      places.forEach((place, index) => {
        sum += Math.min(20, Math.abs(place - (before[index] ?? 0)));
      });
      count += places.length;
    }
    before = places;
  }
  return count === 0 ? 0 : sum / count;
}
