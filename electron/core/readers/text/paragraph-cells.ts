// Text of a browser whose cells held paragraphs: the tab between two cells stands on a line of its own -> a row a line again.
import { isChapterLine } from '../../../../shared/editions/form-lines.ts';

const ALONE = /\n\t(?=\n)/g;
const LONGEST_CELL = 60;

/** A tab between line ends stands between two cells; more line ends than a paragraph has stand between two rows. */
export function withoutParagraphsInCells(text: string): string {
  const alone = text.match(ALONE)?.length ?? 0;
  const led = text.match(/^\t[^\s]/gm)?.length ?? 0;
  if (alone < 10 || led > alone / 4) return text;
  const pieces = text.split('\t');
  const gap = paragraphGap(pieces);
  return pieces
    .map((piece, index) => withRowEnds(piece, gap, pieces[index - 1] ?? null, pieces[index + 1] ?? null))
    .join('\t');
}

/** Line ends in front of a cell's text: one where cells are blocks, two where they are paragraphs. */
function paragraphGap(pieces: readonly string[]): number {
  const counts = pieces
    .slice(1)
    .filter((piece) => /[^\n]/.test(piece))
    .map((piece) => lead(piece));
  return counts.filter((count) => count >= 2).length > counts.length / 2 ? 2 : 1;
}

const lead = (piece: string): number => /^\n*/.exec(piece)?.[0].length ?? 0;

/** What stands between two tabs: the end of one row, whole rows, the beginning of another; or one cell. */
function withRowEnds(piece: string, gap: number, before: string | null, behind: string | null): string {
  const body = piece.replace(/^\n+|\n+$/g, '');
  // a blank cell has a line of its own; two of them with a row's end between have more
  if (body === '') return before !== null && behind !== null && piece.length > 4 * gap + 1 ? '\n' : '';
  const rows = body.split(new RegExp(`\n{${gap + 1},}`));
  const blankBefore = before !== null && lead(piece) > gap;
  const blankBehind = behind !== null && (/\n*$/.exec(piece)?.[0].length ?? 0) > gap;
  const ends = !blankBefore && isNear(before) ? 0 : -1;
  const begins = !blankBehind && isNear(behind) ? rows.length - 1 : -1;
  const joined = rows.map((row, at) => (at === ends || at === begins ? oneCell(row, at === begins) : row));
  return [...(blankBefore ? [''] : []), ...joined, ...(blankBehind ? [''] : [])].join('\n');
}

/** The next cell of a row; what is longer is text beside another table. */
const isNear = (piece: string | null): boolean => piece !== null && piece.length <= 3 * LONGEST_CELL;

/** The lines of a cell as one, a chapter title in front of the first cell of a table left alone. */
function oneCell(text: string, first: boolean): string {
  const lines = text.split(/\n+/);
  const title = first ? lines.findLastIndex(isChapterLine) + 1 : 0;
  const cell = lines.slice(title).join('');
  return cell.length > LONGEST_CELL ? text : [...lines.slice(0, title), cell].join('\n');
}
