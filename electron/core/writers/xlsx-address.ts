// Addresses of a worksheet: letters of columns, ranges of cells that stand together.

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  let letters = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return letters;
}

const range = (top: number, left: number, bottom: number, right: number): string => {
  const start = `${columnLetter(left)}${top}`;
  return top === bottom && left === right ? start : `${start}:${columnLetter(right)}${bottom}`;
};

/** Cells of one row or one column as few ranges, in their order: the arguments of a SUM. */
export function sumRanges(cells: readonly Position[]): string[] {
  const ranges: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of cells) {
    const last = ranges.at(-1);
    if (last && last.top === last.bottom && row === last.top && column === last.right + 1) last.right = column;
    else if (last && last.left === last.right && column === last.left && row === last.bottom + 1) last.bottom = row;
    else ranges.push({ top: row, left: column, bottom: row, right: column });
  }
  return ranges.map(({ top, left, bottom, right }) => range(top, left, bottom, right));
}

/** Cells as rectangles that do not overlap: runs within a row, joined downwards where they are equally wide. */
export function rectangles(cells: readonly Position[]): string[] {
  const sorted = cells.toSorted((first, second) => first.row - second.row || first.column - second.column);
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { row, column } of sorted) {
    const last = runs.at(-1);
    if (last && last.top === row && last.right === column - 1) last.right = column;
    else runs.push({ top: row, left: column, bottom: row, right: column });
  }
  const joined: typeof runs = [];
  for (const run of runs) {
    const above = joined.find((box) => box.bottom === run.top - 1 && box.left === run.left && box.right === run.right);
    if (above) above.bottom = run.bottom;
    else joined.push(run);
  }
  return joined.map(({ top, left, bottom, right }) => range(top, left, bottom, right));
}
