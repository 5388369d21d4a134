// An edition as matching needs it: every row of figures with the labels beside it and the column heads above each figure.
import { headsOf, type PlacedCell, placedCells } from '../editions/placed-cells.ts';
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
export function allNames(edition: FormEdition): readonly string[] {
  const names = NAMES.get(edition) ?? edition.tables.flatMap((table) => tableNames(edition, table)).flat();
  NAMES.set(edition, names);
  return names;
}

const NAMES = new WeakMap<FormEdition, readonly string[]>();

/** Printed labels that tell one edition from another, which has neither them nor a variant of them. Short ones tell nothing. */
export function labelsApart(edition: FormEdition, other: FormEdition): readonly string[] {
  const theirs = new Set(allNames(other));
  const printed = edition.tables.flatMap((table) =>
    table.rows.flatMap((row) => row.flatMap((cell) => (cell.kind === 'label' ? [bareLabel(cell.text)] : []))),
  );
  return [...new Set(printed)].filter((label) => label.length >= 4 && !theirs.has(label));
}

function rowsOf(edition: FormEdition, table: TableSpec): FormRow[] {
  const names = ({ cell }: PlacedCell<LabelCell>): Names => namesOf(edition, cell.text);
  return placedCells(table).flatMap((cells): FormRow[] => {
    const figures = cells.filter(isFigure);
    const [first] = figures;
    if (!first) return [];
    const { beside } = headsOf(table, first);
    const own = beside.find(({ row, cell }) => row === first.row && cell.rowspan === 1);
    return [
      {
        table: table.id,
        id: own ? first.cell.id.split('.').slice(0, 2).join('.') : table.id,
        label: own?.cell.text ?? table.name,
        names: own ? names(own) : [],
        heads: beside.filter((label) => label !== own).map(names),
        figures: figures.map(({ cell }) => cell),
        columns: figures.map((figure) => headsOf(table, figure).above.map(names)),
      },
    ];
  });
}

const isFigure = (placed: PlacedCell): placed is PlacedCell<FigureCell> => placed.cell.kind === 'figure';
