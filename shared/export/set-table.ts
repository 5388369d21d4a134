// How a table is set: page, column widths, letter sizes and row heights chosen so that it stands whole on one page with its heading.
import { DIGIT, fitColumns, fittingSize, type Measures, widthAt } from './fit-columns.ts';
import { figuresOf, type LayoutCell, type LayoutTable } from './layout-document.ts';
import { widthOf } from './title-lines.ts';

/** Type areas in points: 156 x 225 mm, and the same turned. */
export const AREAS = {
  portrait: { width: 442.2, height: 637.8 },
  landscape: { width: 637.8, height: 442.2 },
} as const;
/** The heading above a table, and the space around it. */
const HEADING = 42;
const BORDER = 0.6;

/** Letter size of figures where nothing asks for less. */
const LARGEST = 10.5;
/** Where a whole table cannot be set larger, a figure is not smaller than this: the next page size is tried first. */
const SMALLEST = 7;

/** One way of setting, in points. */
interface Step {
  readonly label: number;
  readonly line: number;
  /** Above and below the text of a cell; at its left and right. */
  readonly room: number;
  readonly side: number;
  readonly figureRoom: number;
  /** Columns are widened until the longest figure fits at this size. */
  readonly figure: number;
}

export interface TableSetting extends Step, Measures {
  /** With its columns as they are to be set. */
  readonly table: LayoutTable;
  readonly page: keyof typeof AREAS;
  /** Letter size of the figures in each grid column. */
  readonly sizes: ReadonlyMap<number, number>;
}

/** With more than 20 rows a table is set close, so that it fits on one page with the heading above it. */
export const isTall = (table: LayoutTable): boolean => table.rows.length > 20;
const isWide = (table: LayoutTable): boolean => table.gridColumns > 12;

const close = (label: number, line: number, room: number, figure: number, side = 1): Step => ({
  label,
  line,
  room,
  side,
  figureRoom: room,
  figure,
});

const TALL: readonly Step[] = [
  close(9.5, 12, 2, 8.5, 2),
  close(9, 11, 2, 8, 1.5),
  close(8.5, 10.5, 1.6, 8),
  close(8, 9.6, 1.4, 7.5),
  close(7.5, 9, 1.2, 7.25),
  close(7, 8.4, 1, 7),
];
const WIDE: readonly Step[] = [{ label: 9.5, line: 13, room: 4, side: 1, figureRoom: 6, figure: 8.5 }];
const PLAIN: readonly Step[] = [
  { label: 10.5, line: 14, room: 4.4, side: 3, figureRoom: 4.4, figure: 8.5 },
  close(9.5, 12, 2, 8.5),
  close(8.5, 10.5, 1.6, 8),
];

/** The first setting in which the table fits its page and its figures, `digit` em a digit, can be read; else the closest one. */
export function setTable(table: LayoutTable, digit: number = DIGIT.embedded): TableSetting {
  const steps = isTall(table) ? TALL : isWide(table) ? WIDE : PLAIN;
  const pages = isWide(table) ? (['portrait', 'landscape'] as const) : (['portrait'] as const);
  const settings = pages.flatMap((page) => steps.map((step) => settingOf(table, step, page, digit)));
  const last = settings.at(-1);
  const found =
    settings.find((setting) => isReadable(setting) && heightOf(setting) <= AREAS[setting.page].height) ?? last;
  if (!found) throw new Error('a table has no setting');
  return found;
}

function settingOf(asPrinted: LayoutTable, step: Step, page: TableSetting['page'], digit: number): TableSetting {
  const { width } = AREAS[page];
  const measures = { ...step, digit };
  const table = fitColumns(asPrinted, width, measures);
  const largest = Math.min(LARGEST, step.label + 1);
  const sizes = new Map<number, number>();
  for (const figure of figuresOf(table)) {
    sizes.set(
      figure.column,
      Math.min(sizes.get(figure.column) ?? largest, fittingSize(table, figure, width, measures)),
    );
  }
  // one size for all figures where that can be read, else smaller in the columns that need it
  const common = Math.max(step.figure, Math.min(largest, ...sizes.values()));
  return {
    ...measures,
    table,
    page,
    sizes: new Map([...sizes].map(([column, size]) => [column, Math.min(common, size)])),
  };
}

const isReadable = ({ sizes }: TableSetting): boolean => Math.min(...sizes.values()) >= SMALLEST;

/** Height of heading and table in points, as a printer would set them; cells that span rows never need more than their rows have. */
export function heightOf({ table, page, label, line, room, side, figureRoom, sizes }: TableSetting): number {
  const { width } = AREAS[page];
  const linesOf = (cell: LayoutCell): number => {
    if (cell.kind === 'figure' && cell.value !== null && cell.note === '') return 1; // its size was chosen so
    const size = cell.kind === 'label' ? label : (sizes.get(cell.column) ?? LARGEST);
    // half a character is lost where a line may not begin with what comes next
    const letters = (widthAt(table, cell, width) - 2 * side - BORDER) / size - 0.5;
    return Math.max(1, Math.ceil(widthOf(cell.text) / Math.max(1, letters)));
  };
  const rows = table.rows.map((cells) =>
    Math.max(
      line + 2 * Math.max(room, figureRoom),
      ...cells
        .filter(({ rowspan }) => rowspan === 1)
        .map((cell) => linesOf(cell) * line + 2 * (cell.kind === 'label' ? room : figureRoom)),
    ),
  );
  return rows.reduce((sum, height) => sum + height + BORDER, HEADING);
}
