// One statutory table with its cells placed on the grid, its figures as printed and its totals with their parts.
import { totalAgrees } from '../editions/totals.ts';
import type { Equation, FigureCell, FormCell, LabelCell, TableSpec } from '../editions/types.ts';
import { showFigure } from '../model/number-cell.ts';
import { BLANK, type Cells, type CellValue } from '../model/report.ts';
import type { LayoutCell, LayoutTable } from './layout-document.ts';

/** Lays one table out. A total that disagrees with its parts stays as printed and is marked so. */
export function layoutTable(
  table: TableSpec,
  title: string,
  equations: readonly Equation[],
  cells: Cells,
): LayoutTable {
  const placed = place(table);
  const heads = placed.flatMap((row) => row.filter(isColumnHead));
  const rows = placed.map((row) =>
    row.map((at): LayoutCell => {
      const { cell, row: line, column } = at;
      const grid = { row: line, column, colspan: cell.colspan, rowspan: cell.rowspan };
      if (cell.kind === 'label') return { kind: 'label', text: cell.text, role: cell.role, ...grid };
      const value = cells[cell.id] ?? BLANK;
      const equation = equations.find((candidate) => candidate.computes === cell.id);
      const printedUnit = unitOutsideHeads(cell, value, headAbove(heads, at));
      return {
        kind: 'figure',
        id: cell.id,
        type: cell.type,
        unit: cell.unit,
        ...grid,
        text: printed(cell, value, printedUnit),
        note: value.state === 'number' ? (value.note ?? '') : '',
        printedUnit,
        value: value.state === 'number' ? value.value : null,
        sumOf: equation?.right ?? [],
        agrees: equation ? totalAgrees(cells, equation) : true,
      };
    }),
  );
  const firstBody = table.rows.findIndex((row) => row.some((cell) => cell.kind === 'figure' || cell.role !== 'column'));
  return {
    kind: 'table',
    id: table.id,
    name: table.name,
    caption: `${table.name} ${title}`,
    gridColumns: table.gridColumns,
    columnWidths: table.columnWidths,
    identities: equations
      .filter(({ computes, left }) => computes === undefined && left.length > 1 && left[0]?.startsWith(`${table.id}.`))
      .map(({ left, right }) => ({ left, right })),
    headRows: Math.max(firstBody, 0),
    rows,
  };
}

interface Placed<Cell extends FormCell = FormCell> {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
}

/** Row and column of each cell: a row's cells fill the grid columns that spans from above leave free. */
function place(table: TableSpec): Placed[][] {
  const taken = table.rows.map(() => new Set<number>());
  return table.rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[row]?.has(column)) column++;
      for (let down = 0; down < cell.rowspan; down++) {
        for (let right = 0; right < cell.colspan; right++) taken[row + down]?.add(column + right);
      }
      return { cell, row, column };
    });
  });
}

const isColumnHead = (at: Placed): at is Placed<LabelCell> => at.cell.kind === 'label' && at.cell.role === 'column';

/** The column head next above a figure. */
const headAbove = (heads: readonly Placed<LabelCell>[], { row, column }: Placed): string =>
  heads.findLast((head) => head.row < row && head.column <= column && column < head.column + head.cell.colspan)?.cell
    .text ?? '';

/** An amount without its unit could be read as 元 or 万元: the unit is printed where the head does not name it. */
const unitOutsideHeads = (cell: FigureCell, value: CellValue, head: string): string =>
  cell.type === 'amount' && value.state === 'number' && !head.includes(cell.unit) ? cell.unit : '';

/** 增/减 with its sign: “+49”, “-3”, “0”. */
function printed(cell: FigureCell, value: CellValue, unit: string): string {
  if (value.state !== 'number' || value.value === null) return showFigure(value);
  const sign = cell.type === 'signed' && /^[1-9]|^0\.\d*[1-9]/.test(value.value) ? '+' : '';
  return showFigure({ ...value, value: `${sign}${value.value}${unit}` });
}
