// An edition as matching needs it: every row of figures with the labels beside it and the column heads above each figure.
import type { FigureCell, FormEdition, LabelCell, TableId, TableSpec } from '../editions/types.ts';
import { bareLabel } from './labels.ts';

/** A printed label, bare, and what other reports write for it. */
export type Names = readonly string[];

/** One row of figures of the form. */
export interface FormRow {
  readonly table: TableId;
  /** `applications.new`; the row of 表四, which has no label of its own, has the id of its table. */
  readonly id: string;
  /** As the form prints it, for messages. */
  readonly label: string;
  /** The row's own label; empty where it has none. */
  readonly names: Names;
  /** The labels that stand over several rows, outermost first: “本年度办理结果”, “不予公开”. */
  readonly heads: readonly Names[];
  readonly figures: readonly FigureCell[];
  /** The column heads over each figure, outermost first; one list for each of `figures`. */
  readonly columns: readonly (readonly Names[])[];
}

const cache = new Map<string, readonly FormRow[]>();

/** All rows of figures in the order of the form. */
export function formRows(edition: FormEdition): readonly FormRow[] {
  const ready = cache.get(edition.id);
  if (ready) return ready;
  const rows = edition.tables.flatMap((table) => rowsOf(edition, table));
  cache.set(edition.id, rows);
  return rows;
}

/** A label and what other reports write for it, bare. */
export const namesOf = (edition: FormEdition, text: string): Names => [
  ...new Set(
    [text, ...edition.labelVariants.filter(({ label }) => label === text).flatMap(({ variants }) => variants)].map(
      bareLabel,
    ),
  ),
];

/** Every label of a table: sections, column heads, row heads and rows. */
export const tableNames = (edition: FormEdition, table: TableSpec): readonly Names[] =>
  table.rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'label' ? [namesOf(edition, cell.text)] : [])));

/** Every label of an edition, bare, with what other reports write for it. */
export const allNames = (edition: FormEdition): readonly string[] =>
  edition.tables.flatMap((table) => tableNames(edition, table)).flat();

/** Printed labels that tell one edition from another, which has neither them nor a variant of them. Short ones tell nothing. */
export function labelsApart(edition: FormEdition, other: FormEdition): readonly string[] {
  const theirs = new Set(allNames(other));
  const printed = edition.tables.flatMap((table) =>
    table.rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'label' ? [bareLabel(cell.text)] : []))),
  );
  return [...new Set(printed)].filter((label) => label.length >= 4 && !theirs.has(label));
}

interface Placed {
  readonly label: LabelCell;
  readonly row: number;
  readonly column: number;
}

function rowsOf(edition: FormEdition, table: TableSpec): FormRow[] {
  const taken: boolean[][] = table.rows.map(() => []);
  const labels: Placed[] = [];
  const rows: FormRow[] = [];
  let section = -1;
  table.rows.forEach((cells, row) => {
    const figures: { readonly cell: FigureCell; readonly column: number }[] = [];
    let column = 0;
    for (const cell of cells) {
      while (taken[row]?.[column]) column++;
      for (let r = row; r < row + cell.rowspan; r++)
        for (let c = column; c < column + cell.colspan; c++) (taken[r] ??= [])[c] = true;
      if (cell.kind === 'figure') figures.push({ cell, column });
      else {
        labels.push({ label: cell, row, column });
        if (cell.role === 'section') section = row;
      }
      column += cell.colspan;
    }
    const first = figures[0];
    if (!first) return;
    const beside = labels.filter(
      ({ label, row: top }) => label.role === 'row' && top <= row && row < top + label.rowspan,
    );
    const own = beside.find(({ row: top, label }) => top === row && label.rowspan === 1)?.label;
    const above = (at: number): Names[] =>
      labels
        .filter(
          ({ label, row: top, column: left }) =>
            label.role === 'column' && top < row && top > section && left <= at && at < left + label.colspan,
        )
        .map(({ label }) => namesOf(edition, label.text));
    rows.push({
      table: table.id,
      id: own ? first.cell.id.split('.').slice(0, 2).join('.') : table.id,
      label: own?.text ?? table.name,
      names: own ? namesOf(edition, own.text) : [],
      heads: beside.filter(({ label }) => label !== own).map(({ label }) => namesOf(edition, label.text)),
      figures: figures.map(({ cell }) => cell),
      columns: figures.map((figure) => above(figure.column)),
    });
  });
  return rows;
}
