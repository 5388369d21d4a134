// Characters of a page -> lines of words, and lines -> paragraphs: wrapped lines joined, page numbers dropped.
import { isLikePageNumber } from '../text/page-number.ts';
import type { PdfChar, PdfPage } from './pdf-page.ts';

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** What is not sure about it. */
  readonly doubt?: string;
}

export interface TextLine {
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

/** A gap wider than this part of the type size parts two words; wider than `FAR` they stand in two columns. */
const GAP = 0.45;
const FAR = 1.4;

export function textLines(chars: readonly PdfChar[]): TextLine[] {
  const rows: PdfChar[][] = [];
  for (const char of [...chars].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const above = row?.[0];
    if (row && above && above.y - char.y < reach(above, char)) row.push(char);
    else rows.push([char]);
  }
  return rows.map(lineOf);
}

/** How far apart two characters of one line may stand: a small raised mark stands higher than half of itself. */
const reach = ({ size }: PdfChar, other: PdfChar): number => {
  const [small, large] = [Math.min(size, other.size), Math.max(size, other.size)];
  return small < large * 0.85 ? Math.max(small * 0.5, large * 0.6) : small * 0.5;
};

function lineOf(row: readonly PdfChar[]): TextLine {
  const sorted = [...row].sort((a, b) => a.x - b.x);
  const words: { text: string; left: number; right: number; doubt?: string }[] = [];
  let before: PdfChar | null = null;
  let figure: PdfChar | null = null;
  for (const char of sorted) {
    const word = words.at(-1);
    // the same character twice at one place is bold by overprinting
    if (before && before.text === char.text && Math.abs(before.x - char.x) < char.size * 0.1) continue;
    if (word && char.x - word.right < char.size * GAP) {
      if (figure && isNoteOn(figure, char))
        word.text = before === figure ? `${word.text}（注${char.text}）` : `${word.text.slice(0, -1)}${char.text}）`;
      else {
        word.text += char.text;
        if (before && overlaps(before, char)) word.doubt = '格内的字叠印在一起';
        if (figure && isSmaller(figure, char)) word.doubt = '格内数字大小不一，小的可能是注释标记';
      }
      word.right = Math.max(word.right, char.x + char.width);
    } else {
      words.push({ text: char.text, left: char.x, right: char.x + char.width });
    }
    before = char;
    if (!figure || !word || !isNoteOn(figure, char)) figure = /[\d０-９]/.test(char.text) ? char : null;
  }
  const size = Math.max(...sorted.map((char) => char.size));
  return { words, left: words[0]?.left ?? 0, right: words.at(-1)?.right ?? 0, y: sorted[0]?.y ?? 0, size };
}

/** A footnote mark is small and raised (or lowered), and no digit of the figure that it stands behind. */
const isNoteOn = (figure: PdfChar, char: PdfChar): boolean =>
  char.size < figure.size * 0.85 &&
  Math.abs(char.y - figure.y) > figure.size * (char.size < figure.size * SMALL ? 0.02 : 0.05);

/** A digit so much smaller than the one before may be the mark of a footnote, also on the line. */
const SMALL = 0.75;
/** Printed over the character before: a watermark, or a correction. */
const overlaps = (before: PdfChar, char: PdfChar): boolean =>
  before.text !== char.text && before.x + before.width - char.x > Math.min(before.width, char.width) * 0.55;
const isSmaller = (figure: PdfChar, char: PdfChar): boolean =>
  char.size < figure.size * SMALL && /[\d０-９]/.test(char.text);

/** Between Latin words a space stands; between Chinese characters a gap is only letter spacing. */
export const lineText = (line: TextLine): string =>
  line.words.reduce(
    (text, { text: word }) => (/[\w.)]$/.test(text) && /^[\w(]/.test(word) ? `${text} ${word}` : text + word),
    '',
  );

/** Page numbers stand alone in the outer eighth of the page. */
export const isNumberOfPage = (line: TextLine, page: PdfPage): boolean =>
  (line.y < page.height / 8 || line.y > (page.height * 7) / 8) && isLikePageNumber(lineText(line));

/** Number of columns of words in a line. */
export const columnsOf = (line: TextLine): number =>
  line.words.reduce((count, word, index) => {
    const before = line.words[index - 1];
    return before && word.left - before.right > line.size * FAR ? count + 1 : count;
  }, 1);

/**
 * Whether a line goes on with the paragraph of the line before it: it starts at the margin, and the line before reaches the right edge.
 * @param margins of the running text.
 */
export function continues(
  line: TextLine,
  before: TextLine,
  margins: { readonly left: number; readonly right: number },
): boolean {
  const reachesEdge = before.right > margins.right - before.size * 2;
  const startsAtMargin = line.left < margins.left + line.size;
  return reachesEdge && startsAtMargin && Math.abs(line.size - before.size) < 1;
}
