// Where the cells of a table stand on its grid, and which heads say what a figure is.
import type { FormCell, LabelCell, TableSpec } from './types.ts';

export interface PlacedCell<Cell extends FormCell = FormCell> {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

const known = new WeakMap<TableSpec, readonly (readonly PlacedCell[])[]>();

/** The cells of each row: they fill the columns of the grid that spans from above leave free. */
export function placedCells(table: TableSpec): readonly (readonly PlacedCell[])[] {
  const placed = known.get(table) ?? place(table);
  known.set(table, placed);
  return placed;
}

function place({ rows }: TableSpec): readonly (readonly PlacedCell[])[] {
  const taken = rows.map(() => new Set<number>());
  return rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column++;
      for (let down = 0; down < cell.rowspan; down++)
        for (let right = 0; right < cell.colspan; right++) taken[row + down]?.add(column + right);
      return { cell, row, column };
    });
  });
}

export interface FigureHeads {
  /** Left of its row, and those over several rows with it; outermost first. */
  readonly beside: readonly PlacedCell<LabelCell>[];
  /** Over its column, in its own section of the table; outermost first. */
  readonly above: readonly PlacedCell<LabelCell>[];
}

/** The heads of the figure that stands there. */
export function headsOf(table: TableSpec, { row, column }: Omit<PlacedCell, 'cell'>): FigureHeads {
  const labels = placedCells(table).flat().filter(isLabel);
  const section = labels.findLast(({ cell, row: at }) => cell.role === 'section' && at < row)?.row ?? -1;
  return {
    beside: labels.filter(({ cell, row: top }) => cell.role === 'row' && top <= row && row < top + cell.rowspan),
    above: labels.filter(
      ({ cell, row: top, column: left }) =>
        cell.role === 'column' && section < top && top < row && left <= column && column < left + cell.colspan,
    ),
  };
}

const isLabel = (placed: PlacedCell): placed is PlacedCell<LabelCell> => placed.cell.kind === 'label';
