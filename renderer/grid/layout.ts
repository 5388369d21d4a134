// A table of the form placed on a grid of rows and columns, with the heads of every figure. Computed once for each edition's table.
import { cellLabel } from '../../shared/editions/cell-label.ts';
import { headsOf, placedCells } from '../../shared/editions/placed-cells.ts';
import type { FigureCell, FigureType, FormEdition, LabelCell, TableSpec } from '../../shared/editions/types.ts';
import type { CellId } from '../../shared/model/report.ts';

interface Place {
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
  /** The id of its element on the page. */
  readonly domId: string;
}

export interface PlacedLabel extends Place {
  readonly kind: 'label';
  readonly text: string;
  readonly role: LabelCell['role'];
  /** Its parts fit beside each other between “、” and “）”: it may be broken there only. */
  readonly breaksAtMarks: boolean;
}

export interface PlacedFigure extends Place {
  readonly kind: 'figure';
  readonly id: CellId;
  readonly type: FigureType;
  readonly unit: string;
  /** Element ids of its heads, for `headers`. */
  readonly headers: string;
  /** Row heads and column heads, as a screen reader says them. */
  readonly label: string;
  /** How many digits it has room for at the usual size of the window. */
  readonly room: number;
  /** As messages name it: “表三 一、本年新收政府信息公开申请数量 · 自然人”. */
  readonly name: string;
}

export type Placed = PlacedLabel | PlacedFigure;

export interface GridLayout {
  /** As written: positions covered by a merged cell are absent. */
  readonly rows: readonly (readonly Placed[])[];
  /** Every position, merged cells repeated. */
  readonly at: readonly (readonly (Placed | undefined)[])[];
  readonly columnCount: number;
  /** The figures of every row; empty for a row of labels. */
  readonly lines: readonly (readonly PlacedFigure[])[];
  /** In reading order. */
  readonly figures: readonly PlacedFigure[];
  readonly byId: ReadonlyMap<CellId, PlacedFigure>;
  /** Rows of column heads above all figures; 0 where each section has its own heads. */
  readonly headRows: number;
  /** Columns of row heads left of all figures. */
  readonly headColumns: number;
  /** Share of each column on the screen; the sum is 1. */
  readonly widths: readonly number[];
  /** The share of the head columns together. */
  readonly headsShare: number;
}

/** Row heads are long texts that wrap: on the screen they leave at least this share to the figures. */
const FIGURES_SHARE = 0.55;

/** The table's width in a window of 1366 px with outline and panel open, and what a digit takes. */
const USUAL_WIDTH_REM = 58;
const PADDING_REM = 0.8;
const DIGIT_REM = 0.54;
const CHARACTER_REM = 0.96;

const known = new Map<string, GridLayout>();

/** The layout of an edition's table. Throws where spans overlap or run out of the table: the form's data would be wrong. */
export function layoutOf(edition: FormEdition, table: TableSpec): GridLayout {
  const key = `${edition.id}/${table.id}`;
  const ready = known.get(key);
  if (ready) return ready;
  const layout = place(edition, table);
  known.set(key, layout);
  return layout;
}

function place(edition: FormEdition, table: TableSpec): GridLayout {
  const at: (Placed | undefined)[][] = table.rows.map(() => []);
  const headColumns = headColumnsOf(table);
  const widths = screenWidths(table.columnWidths, headColumns);
  const rows = placedCells(table).map((cells) =>
    cells.map(({ cell, row, column }): Placed => {
      const { colspan, rowspan } = cell;
      const position = { row, column, rowspan, colspan, domId: domIdOf(table, row, column) };
      const share = sum(widths.slice(column, column + colspan));
      const placed =
        cell.kind === 'label' ? labelAt(cell, position, share) : figureAt({ edition, table }, cell, position, share);
      occupy(at, placed);
      return placed;
    }),
  );
  const lines = rows.map((cells) => cells.filter((cell) => cell.kind === 'figure'));
  const figures = lines.flat();
  return {
    rows,
    at,
    columnCount: table.gridColumns,
    lines,
    figures,
    byId: new Map(figures.map((figure) => [figure.id, figure])),
    headRows: headRowsOf(lines),
    headColumns,
    widths,
    headsShare: sum(widths.slice(0, headColumns)),
  };
}

/** Columns left of the first figure in every row that has figures; row heads over several rows stand in the first of them only. */
function headColumnsOf(table: TableSpec): number {
  const widths = table.rows.map((row) => {
    const figures = row.filter((cell) => cell.kind === 'figure').reduce((sum, { colspan }) => sum + colspan, 0);
    return figures === 0 ? table.gridColumns : table.gridColumns - figures;
  });
  return Math.min(...widths);
}

const labelAt = (cell: LabelCell, position: Place, share: number): PlacedLabel => ({
  ...position,
  kind: 'label',
  text: cell.text,
  role: cell.role,
  breaksAtMarks: cell.text.split(/(?<=[、）])/).every((part) => part.length * CHARACTER_REM < share * USUAL_WIDTH_REM),
});

const domIdOf = (table: TableSpec, row: number, column: number): string => `grid-${table.id}-${row}-${column}`;

function figureAt(
  { edition, table }: { readonly edition: FormEdition; readonly table: TableSpec },
  cell: FigureCell,
  position: Place,
  share: number,
): PlacedFigure {
  const { beside, above } = headsOf(table, position);
  const heads = [...beside, ...above];
  return {
    ...position,
    kind: 'figure',
    id: cell.id,
    type: cell.type,
    unit: cell.unit,
    headers: heads.map(({ row, column }) => domIdOf(table, row, column)).join(' '),
    label: heads.map((head) => head.cell.text).join('，'),
    room: Math.floor((share * USUAL_WIDTH_REM - PADDING_REM) / DIGIT_REM),
    name: cellLabel(edition, cell.id),
  };
}

function occupy(at: (Placed | undefined)[][], cell: Placed): void {
  for (let row = cell.row; row < cell.row + cell.rowspan; row++) {
    const line = at[row];
    if (!line) throw new Error(`${cell.domId} runs out of the table`);
    for (let column = cell.column; column < cell.column + cell.colspan; column++) {
      const taken = line[column];
      if (taken) throw new Error(`${cell.domId} overlaps ${taken.domId}`);
      line[column] = cell;
    }
  }
}

function headRowsOf(lines: readonly (readonly PlacedFigure[])[]): number {
  const first = lines.findIndex((line) => line.length > 0);
  return lines.slice(first).every((line) => line.length > 0) ? first : 0;
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0);

function screenWidths(printed: readonly number[], headColumns: number): readonly number[] {
  const heads = sum(printed.slice(0, headColumns));
  const wanted = Math.min(heads, 1 - FIGURES_SHARE);
  if (heads === 0 || wanted === heads) return printed;
  return printed.map((width, column) =>
    column < headColumns ? (width / heads) * wanted : (width / (1 - heads)) * (1 - wanted),
  );
}

/** The width of the columns `from` up to, not including, `to`, for the style sheet; all of them heads or all of them figures. */
export function cssWidth({ widths, headColumns, headsShare }: GridLayout, from: number, to: number): string {
  const isHead = from < headColumns;
  const share = sum(widths.slice(from, to)) / (isHead ? headsShare : 1 - headsShare);
  return `calc(var(--grid-${isHead ? 'heads' : 'figures'}-width) * ${share})`;
}
