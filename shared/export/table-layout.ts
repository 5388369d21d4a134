// One statutory table with its cells placed on the grid, its figures as printed and its totals with their parts.
import { headsOf, placedCells } from '../editions/placed-cells.ts';
import { totalAgrees } from '../editions/totals.ts';
import type { Equation, FigureCell, TableSpec } from '../editions/types.ts';
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
  const rows = placedCells(table).map((row) =>
    row.map((at): LayoutCell => {
      const { cell, row: line, column } = at;
      const grid = { row: line, column, colspan: cell.colspan, rowspan: cell.rowspan };
      if (cell.kind === 'label') return { kind: 'label', text: cell.text, role: cell.role, ...grid };
      const value = cells[cell.id] ?? BLANK;
      const equation = equations.find((candidate) => candidate.computes === cell.id);
      const printedUnit = unitOutsideHeads(cell, value, headsOf(table, at).above.at(-1)?.cell.text ?? '');
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

/** An amount without its unit could be read as 元 or 万元: the unit is printed where the head does not name it. */
const unitOutsideHeads = (cell: FigureCell, value: CellValue, head: string): string =>
  cell.type === 'amount' && value.state === 'number' && !head.includes(cell.unit) ? cell.unit : '';

/** 增/减 with its sign: “+49”, “-3”, “0”. */
function printed(cell: FigureCell, value: CellValue, unit: string): string {
  if (value.state !== 'number' || value.value === null) return showFigure(value);
  const sign = cell.type === 'signed' && /^[1-9]|^0\.\d*[1-9]/.test(value.value) ? '+' : '';
  return showFigure({ ...value, value: `${sign}${value.value}${unit}` });
}
