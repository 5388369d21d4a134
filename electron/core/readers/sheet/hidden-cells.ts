// Hidden rows and columns of a sheet: what nobody sees must not stand for what is printed, nor be lost where nothing else stands for it.
import { type SheetGrid, sheetPlace } from './sheet-blocks.ts';
import type { SheetMarks } from './sheet-marks.ts';

type Row = readonly (string | undefined)[];

/**
 * The sheet as a person sees it. A hidden row or column whose words stand in a visible one as well, or that has no words, is left out;
 * any other is kept, and its cells are doubtful.
 *
 * @param said the remarks about the file.
 */
export function asSeen(sheet: SheetGrid, marks: SheetMarks | undefined, said: string[]): SheetGrid {
  if (!marks || (marks.hiddenRows.size === 0 && marks.hiddenColumns.size === 0)) return sheet;
  const grid = withShownMerges(sheet, marks);
  const { hiddenRows, hiddenColumns } = marks;
  const visible = (row: Row): Row => row.filter((_, column) => !hiddenColumns.has(column));
  const shownRows = grid.rows.filter((_, row) => !hiddenRows.has(row)).map((row) => wordsOf(row ?? []));
  const keptRow = (row: number): boolean => {
    const words = wordsOf(grid.rows[row] ?? []);
    return words !== '' && !shownRows.includes(words);
  };
  const keptColumn = (column: number): boolean => {
    const words = grid.rows.flatMap((row, index) => (isWords(row?.[column]) ? [{ index, text: row?.[column] }] : []));
    return words.some(({ index, text }) => !visible(grid.rows[index] ?? []).includes(text));
  };
  const rows = new Set([...hiddenRows].filter(keptRow));
  const columns = new Set([...hiddenColumns].filter(keptColumn));
  const doubts = new Map(grid.doubts);
  let place = '';
  const read = grid.rows.map((cells, row) =>
    (cells ?? []).map((text, column) => {
      const [inRow, inColumn] = [hiddenRows.has(row), hiddenColumns.has(column)];
      if (!inRow && !inColumn) return text;
      if (!text?.trim()) return undefined;
      place ||= sheetPlace(grid.name, row, column);
      if ((inRow && !rows.has(row)) || (inColumn && !columns.has(column))) return undefined;
      doubts.set(`${row} ${column}`, '此格在隐藏的行或列中');
      return text;
    }),
  );
  if (place)
    said.push(`工作表‘${grid.name}’有隐藏的行或列（${place}等）：与可见部分重复的没有读取，其余已读取，请核对。`);
  return { ...grid, rows: read, doubts };
}

const isWords = (text: string | undefined): boolean => /\p{L}{2}/u.test(text ?? '');

const wordsOf = (row: Row): string => row.filter(isWords).join('|');

/** A merged cell whose first row or column is hidden shows its text in the rest of it. */
function withShownMerges(grid: SheetGrid, { hiddenRows, hiddenColumns }: SheetMarks): SheetGrid {
  const rows = grid.rows.map((row) => [...(row ?? [])]);
  const merges = grid.merges.map((merge) => {
    let { top, left } = merge;
    while (top < merge.bottom && hiddenRows.has(top)) top++;
    while (left < merge.right && hiddenColumns.has(left)) left++;
    const text = rows[merge.top]?.[merge.left];
    const shown = rows[top];
    if ((top === merge.top && left === merge.left) || text === undefined || !shown) return merge;
    rows[merge.top]?.splice(merge.left, 1, undefined);
    shown[left] = text;
    return { ...merge, top, left };
  });
  return { ...grid, rows, merges };
}
