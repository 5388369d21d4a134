// Ruled lines of a page -> tables with exact cells: which columns and rows the lines make, which borders are missing (merged cells).
import type { PdfChar } from './pdf-page.ts';
import type { Rule } from './pdf-rules.ts';

export interface LatticeCell {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly row: number;
  readonly column: number;
  readonly rowspan: number;
  readonly colspan: number;
}

export interface Lattice {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Edges of the columns from left to right; a table that goes on over the page has the same. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly LatticeCell[])[];
}

/** Lines nearer than this are one line. */
const NEAR = 3;

/** The tables of a page from top to bottom. A frame without inner lines is no table. */
export function findLattices(rules: readonly Rule[]): Lattice[] {
  return connected(joinRules(rules))
    .flatMap(apart)
    .flatMap((group) => latticeOf(group) ?? [])
    .sort((a, b) => b.top - a.top);
}

/** Collinear pieces (a border is drawn cell by cell) become one line. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.direction.localeCompare(b.direction) || a.at - b.at || a.from - b.from);
  const joined: Rule[] = [];
  // lines of nearly the same position are brought to one position first
  let cluster: Rule[] = [];
  const flush = (): void => {
    const at = cluster.reduce((sum, rule) => sum + rule.at, 0) / Math.max(cluster.length, 1);
    for (const rule of [...cluster].sort((a, b) => a.from - b.from)) {
      const open = joined.at(-1);
      if (open && open.direction === rule.direction && open.at === at && rule.from <= open.to + NEAR) {
        joined[joined.length - 1] = { ...open, to: Math.max(open.to, rule.to) };
      } else {
        joined.push({ ...rule, at });
      }
    }
    cluster = [];
  };
  for (const rule of sorted) {
    const last = cluster.at(-1);
    if (last && (last.direction !== rule.direction || rule.at - last.at > NEAR / 2)) flush();
    cluster.push(rule);
  }
  flush();
  return joined.filter((rule) => rule.to - rule.from > NEAR);
}

/** Groups of lines that touch each other. */
function connected(rules: readonly Rule[]): Rule[][] {
  const group = rules.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (group[root] !== root) root = group[root] ?? root;
    for (let at = index; at !== root; ) [at, group[at]] = [group[at] ?? root, root];
    return root;
  };
  const verticals = rules.flatMap((rule, index) => (rule.direction === 'vertical' ? [{ rule, index }] : []));
  rules.forEach((rule, index) => {
    if (rule.direction !== 'horizontal') return;
    for (const { rule: vertical, index: other } of verticals)
      if (touch(rule, vertical)) group[rootOf(other)] = rootOf(index);
  });
  const groups = new Map<number, Rule[]>();
  rules.forEach((rule, index) => {
    const root = rootOf(index);
    groups.set(root, [...(groups.get(root) ?? []), rule]);
  });
  return [...groups.values()].filter((found) => found.length >= 5);
}

const touch = (horizontal: Rule, vertical: Rule): boolean =>
  vertical.at >= horizontal.from - NEAR &&
  vertical.at <= horizontal.to + NEAR &&
  horizontal.at >= vertical.from - NEAR &&
  horizontal.at <= vertical.to + NEAR;

/** Columns of a row whose edges tell whether the row below has the same. */
const LEAST_EDGES = 5;

/** Tables that a page prints one right below the other touch; their columns stand elsewhere. */
function apart(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const lines = positions(rules.filter(({ direction }) => direction === 'horizontal')).toReversed();
  const verticals = rules.filter(({ direction }) => direction === 'vertical');
  const bands = lines.slice(1).map((bottom, index) => {
    const top = lines[index] ?? bottom;
    const middle = (top + bottom) / 2;
    return { top, bottom, edges: positions(verticals.filter(({ from, to }) => from <= middle && to >= middle)) };
  });
  const rows = bands.filter(({ edges }) => edges.length >= LEAST_EDGES);
  for (const [index, upper] of rows.entries()) {
    const lower = rows[index + 1];
    if (!lower || upper.bottom - lower.top > 2 * LEAST_ROW) continue;
    const shared = upper.edges.filter((at) => lower.edges.some((other) => Math.abs(other - at) <= DOUBLE)).length;
    if (shared * 2 > Math.min(upper.edges.length, lower.edges.length)) continue;
    return [
      rules.flatMap((rule) => within(rule, upper.bottom, Infinity)),
      ...apart(rules.flatMap((rule) => within(rule, -Infinity, lower.top))),
    ];
  }
  return [rules];
}

/** The part of a line between two heights. */
function within(rule: Rule, bottom: number, top: number): readonly Rule[] {
  if (rule.direction === 'horizontal') return rule.at >= bottom - NEAR && rule.at <= top + NEAR ? [rule] : [];
  const [from, to] = [Math.max(rule.from, bottom), Math.min(rule.to, top)];
  return to - from > NEAR ? [{ ...rule, from, to }] : [];
}

function latticeOf(rules: readonly Rule[]): Lattice | null {
  const columns = positions(rules.filter((rule) => rule.direction === 'vertical'));
  const lines = withOpenRows(
    positions(rules.filter((rule) => rule.direction === 'horizontal')).toReversed(),
    rules.filter((rule) => rule.direction === 'vertical'),
    columns.length,
  );
  if (columns.length < 3 || lines.length < 2 || columns.length > 60 || lines.length > 200) return null;
  const has = (direction: Rule['direction'], at: number, middle: number): boolean =>
    rules.some(
      (rule) =>
        rule.direction === direction && Math.abs(rule.at - at) <= DOUBLE && rule.from <= middle && rule.to >= middle,
    );
  const rowCount = lines.length - 1;
  const columnCount = columns.length - 1;
  const taken = new Set<number>();
  const rows = Array.from({ length: rowCount }, (_, row): LatticeCell[] =>
    Array.from({ length: columnCount }, (_, column) => column).flatMap((column): LatticeCell[] => {
      if (taken.has(row * columnCount + column)) return [];
      const middleY = mid(lines, row);
      let colspan = 1;
      while (column + colspan < columnCount && !has('vertical', columns[column + colspan] ?? 0, middleY)) colspan++;
      let rowspan = 1;
      const middleX = mid(columns, column);
      while (row + rowspan < rowCount && !has('horizontal', lines[row + rowspan] ?? 0, middleX)) rowspan++;
      for (let down = 0; down < rowspan; down++) {
        for (let over = 0; over < colspan; over++) taken.add((row + down) * columnCount + column + over);
      }
      const [left, right] = [columns[column] ?? 0, columns[column + colspan] ?? 0];
      const [top, bottom] = [lines[row] ?? 0, lines[row + rowspan] ?? 0];
      return [{ left, right, top, bottom, row, column, rowspan, colspan }];
    }),
  );
  const [left, right] = [columns[0] ?? 0, columns.at(-1) ?? 0];
  return { left, right, top: lines[0] ?? 0, bottom: lines.at(-1) ?? 0, columns, rows };
}

/** A row at the end of a page often has no line below it, and one at the beginning none above: the lines between its cells show it. */
function withOpenRows(lines: readonly number[], verticals: readonly Rule[], columns: number): readonly number[] {
  const [top, bottom] = [lines[0] ?? 0, lines.at(-1) ?? 0];
  const above = verticals.filter((rule) => rule.to > top + LEAST_ROW).map((rule) => rule.to);
  const below = verticals.filter((rule) => rule.from < bottom - LEAST_ROW).map((rule) => rule.from);
  const enough = Math.max(3, columns / 2);
  return [
    ...(above.length >= enough ? [Math.max(...above)] : []),
    ...lines,
    ...(below.length >= enough ? [Math.min(...below)] : []),
  ];
}

/** Height of the lowest row, in points. */
const LEAST_ROW = 8;

const mid = (edges: readonly number[], index: number): number => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;

/** Borders of two cells side by side, drawn apart: nothing fits between them. */
const DOUBLE = 5;

/** Ascending positions, near ones taken together. */
function positions(rules: readonly Rule[]): number[] {
  const sorted = rules.map((rule) => rule.at).sort((a, b) => a - b);
  const found: number[] = [];
  for (const at of sorted) if (found.length === 0 || at - (found.at(-1) ?? 0) > DOUBLE) found.push(at);
  return found;
}

/** Whether a character stands inside, by its middle. */
export const inside = (
  area: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
  char: PdfChar,
): boolean => {
  const [x, y] = [char.x + char.width / 2, char.y + char.size * 0.35];
  return x >= area.left && x <= area.right && y <= area.top && y >= area.bottom;
};
