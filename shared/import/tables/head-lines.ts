// The lines above the rows of a table that has lost its cells -> what its heads say of the columns.
import { centreOf } from './figure-columns.ts';
import type { FormRow } from '../form-labels.ts';
import { type HeadPiece, type HeadsSaid, headsSay, isUnknown, sameHeads } from './line-heads.ts';
import type { RawCell } from '../raw-document.ts';
import type { SplitLine } from './text-tokens.ts';

/** A line that was recognised as a row. */
export interface FoundLine {
  readonly line: SplitLine;
  readonly row: FormRow;
}

const MOST_HEADS = 60;

/**
 * The nearest heads above a row: rows under the same heads may stand between, pieces of labels say nothing.
 *
 * @param above the rows found so far, the row itself the last.
 */
export function headsOver(row: FormRow, above: readonly FoundLine[], split: readonly SplitLine[]): HeadsSaid {
  const placeOf = (line: SplitLine | undefined): number => (line ? split.indexOf(line) : -1);
  let said = headsSay(row, []);
  for (let at = above.length - 1; at >= 0; at--) {
    const one = above[at];
    if (!one || !sameHeads(one.row, row)) break;
    const until = placeOf(one.line);
    const from = Math.max(placeOf(above[at - 1]?.line) + 1, until - MOST_HEADS);
    const pieces = split
      .slice(from, Math.max(until, from))
      .flatMap(({ tokens }) => tokens.filter(({ kind }) => kind === 'label').flatMap(({ cell }) => piecesOf(cell)));
    said = headsSay(row, pieces.map(inPlace(row, one.line.figures)));
    if (!isUnknown(said)) return said;
  }
  return said;
}

/** Heads that begin far in front of the figures may not stand over them. */
function inPlace(row: FormRow, figures: readonly RawCell[]): (piece: HeadPiece) => HeadPiece {
  const centres = figures.flatMap((cell) => centreOf(cell) ?? []);
  const [first, last] = [Math.min(...centres), Math.max(...centres)];
  const reach = (last - first) / Math.max(row.figures.length - 1, 1);
  const known = centres.length === row.figures.length;
  return (piece) => {
    const over = piece.centre === null || (known && piece.centre > first - 1.5 * reach);
    return over ? piece : { ...piece, astray: true };
  };
}

/** “商业企业 科研机构” in one cell: a piece each, with its place. */
function piecesOf({ text, left, right }: RawCell): HeadPiece[] {
  const step = left === undefined || right === undefined ? null : (right - left) / Math.max(text.length, 1);
  return [...text.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    centre: step === null || left === undefined ? null : left + (match.index + match[0].length / 2) * step,
    ...(step === null ? {} : { step }),
  }));
}
