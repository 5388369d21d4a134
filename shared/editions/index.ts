// The registry of editions, and what every other part asks of one. A new edition is one data file plus one line here.
import type { CellId, EditionId } from '../model/report.ts';
import { edition2019 } from './edition-2019.ts';
import { edition2021 } from './edition-2021.ts';
import type { FigureCell, FormEdition, TableSpec } from './types.ts';

/** Every edition of the statutory form that the program knows, by its id. */
export const EDITIONS: Readonly<Record<EditionId, FormEdition>> = { '2019': edition2019, '2021': edition2021 };

export const editionIds = Object.keys(EDITIONS) as EditionId[]; // keys of the record above

const inOrder = Object.values(EDITIONS).toSorted((left, right) => left.firstYear - right.firstYear);

/** The edition of the form that the reports of a year use (the earliest one for years before it). */
export const editionFor = (year: number): FormEdition =>
  inOrder.findLast((edition) => year >= edition.firstYear) ?? edition2019;

/** The edition in force now. */
export const latestEdition = (): FormEdition => inOrder.at(-1) ?? edition2019;

const isFigure = (cell: { readonly kind: string }): cell is FigureCell => cell.kind === 'figure';

/** The figure cells of a table in reading order. */
export const figuresOf = (table: TableSpec): readonly FigureCell[] => table.rows.flatMap((row) => row.filter(isFigure));

const byEdition = new Map<EditionId, ReadonlyMap<CellId, FigureCell>>();

/** Every figure cell of an edition by id, in the order of the form. */
export function figures(edition: FormEdition): ReadonlyMap<CellId, FigureCell> {
  const known = byEdition.get(edition.id);
  if (known) return known;
  const all = new Map(edition.tables.flatMap(figuresOf).map((cell) => [cell.id, cell] as const));
  byEdition.set(edition.id, all);
  return all;
}

/** The table that a cell stands in; undefined for an id that the edition does not have. */
export const tableOf = (edition: FormEdition, id: CellId): TableSpec | undefined =>
  edition.tables.find((table) => id.startsWith(`${table.id}.`));
