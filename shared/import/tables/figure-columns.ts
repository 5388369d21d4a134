// Figures known by their place on the line alone: which column each belongs to, and how sure that is.
import type { RawCell } from '../raw-document.ts';

export interface ColumnPlaces {
  readonly centres: readonly number[];
  /** Smallest distance between two columns. */
  readonly spacing: number;
}

export const centreOf = ({ left, right }: RawCell): number | null =>
  left === undefined || right === undefined ? null : (left + right) / 2;

/** The columns as the complete lines near a line show them; null without two such lines that agree. */
export function columnPlaces(complete: readonly (readonly RawCell[])[], columns: number): ColumnPlaces | null {
  const lines = complete.flatMap((cells) => {
    const centres = cells.map(centreOf);
    return cells.length === columns && centres.every((centre) => centre !== null) ? [centres] : [];
  });
  if (lines.length < 2) return null;
  const centres = Array.from({ length: columns }, (_, index) => median(lines.map((line) => line[index] ?? 0)));
  const spacing = Math.min(...centres.slice(1).map((centre, index) => centre - (centres[index] ?? 0)));
  if (!(spacing > 0)) return null;
  // places that wander about are no columns
  const off = lines
    .flatMap((line) => line.map((centre, index) => Math.abs(centre - (centres[index] ?? 0))))
    .toSorted((a, b) => a - b);
  return (off[Math.floor(off.length * 0.8)] ?? 0) <= spacing * 0.25 ? { centres, spacing } : null;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Each cell in the column that it stands in; null where one stands between two columns, or two in one. */
export function placeByColumn(cells: readonly RawCell[], places: ColumnPlaces): (RawCell | null)[] | null {
  const placed = places.centres.map((): RawCell | null => null);
  for (const cell of cells) {
    const centre = centreOf(cell);
    if (centre === null) return null;
    const distances = places.centres.map((column) => Math.abs(column - centre));
    const column = distances.indexOf(Math.min(...distances));
    if ((distances[column] ?? Infinity) > places.spacing * 0.35 || placed[column]) return null;
    placed[column] = cell;
  }
  return placed;
}

/**
 * The columns where no line is complete: the places at which figures gather, each under its own head.
 *
 * @param heads the centre of each column head, null where a head was not found.
 */
export function placesUnderHeads(
  lines: readonly (readonly RawCell[])[],
  heads: readonly (number | null)[],
): ColumnPlaces | null {
  const known = heads.filter((head) => head !== null);
  if (known.length < heads.length || known.length < 2) return null;
  const spacing = Math.min(...known.slice(1).map((head, index) => head - (known[index] ?? 0)));
  if (!(spacing > 0)) return null;
  const centres = known.slice();
  const taken = new Set<number>();
  for (const gathered of clusters(
    lines.flatMap((line) => line.flatMap((cell) => centreOf(cell) ?? [])),
    spacing * 0.3,
  )) {
    const centre = median(gathered);
    const distances = known.map((head) => Math.abs(head - centre));
    const column = distances.indexOf(Math.min(...distances));
    const wide = (gathered.at(-1) ?? 0) - (gathered[0] ?? 0) > spacing * 0.6;
    if (wide || taken.has(column) || (distances[column] ?? Infinity) > spacing * 0.5) return null;
    taken.add(column);
    centres[column] = centre;
  }
  return centres.every((centre, index) => index === 0 || centre > (centres[index - 1] ?? 0))
    ? { centres, spacing }
    : null;
}

/** Numbers in groups that stand apart by more than `gap`. */
function clusters(values: readonly number[], gap: number): number[][] {
  const groups: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && value - (last.at(-1) ?? 0) <= gap) last.push(value);
    else groups.push([value]);
  }
  return groups;
}
