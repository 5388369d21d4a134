// Which lines of a page without borders belong to a table: lines of columns, and the pieces of labels and heads between and above them.
import { isChapterLine, isTableHead } from '../../../../shared/editions/form-lines.ts';
import { isFigure } from '../../../../shared/model/number-cell.ts';
import { columnsOf, lineText, type TextLine } from './pdf-lines.ts';

/** A row of figures shows a table by itself. */
const MANY_FIGURES = 4;
const MOST_BETWEEN = 3;
const MOST_HEADS = 8;

/** “结果 结果 其他 尚未 总计”: narrow columns of a head stand close to each other. */
const isHeadLine = ({ words }: TextLine): boolean => words.length >= 5 && words.every(({ text }) => text.length <= 6);

/** @param lines null where something else than a line stands. @returns the indexes of the lines of tables. */
export function tableLines(
  lines: readonly (TextLine | null)[],
  margins: { readonly left: number; readonly right: number },
): ReadonlySet<number> {
  const isApart = (index: number): boolean => {
    const line = lines[index];
    return line ? columnsOf(line) >= 2 || isHeadLine(line) : false;
  };
  const core = lines.flatMap((line, index): number[] => {
    if (!line) return [];
    const figures = line.words.filter(({ text }) => isFigure(text)).length;
    return figures >= MANY_FIGURES || (isApart(index) && (isApart(index + 1) || isApart(index - 1))) ? [index] : [];
  });
  const isPiece = (index: number): boolean => {
    const line = lines[index];
    if (!line) return false;
    const text = lineText(line);
    const narrow = line.right - line.left < (margins.right - margins.left) * 0.7;
    return (narrow || isTableHead(text) || isApart(index)) && !isChapterLine(text) && !/[。；]/.test(text);
  };
  const found = new Set(core);
  const between = (from: number, until: number): number[] =>
    Array.from({ length: Math.max(0, until - from) }, (_, step) => from + step);
  core.forEach((index, at) => {
    const before = core[at - 1];
    const gap = before === undefined ? [] : between(before + 1, index);
    if (before !== undefined && gap.length <= MOST_BETWEEN && gap.every(isPiece)) {
      for (const piece of gap) found.add(piece);
      return;
    }
    const earliest = Math.max(0, index - MOST_HEADS, (before ?? -1) + 1);
    const head = between(earliest, index).find((other) => {
      const line = lines[other];
      return line && isTableHead(lineText(line)) && between(other + 1, index).every(isPiece);
    });
    if (head !== undefined) for (const piece of between(head, index)) found.add(piece);
  });
  return found;
}
