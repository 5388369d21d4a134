// The head rows of a table in a file -> its columns in the order of the file, each tied to the figures of a form row.
import { SIDE_HEADS } from '../../editions/labels.ts';
import type { FormRow, Names } from '../form-labels.ts';
import { bareLabel, labelMatch, similarity } from '../labels.ts';

/** One column of the file: its heads from the outermost in. */
export interface HeadLeaf {
  readonly path: readonly string[];
  /** As the file has it, where it was known in spite of wrong characters. */
  readonly printed?: string;
}

interface Node {
  readonly text: string;
  readonly printed: string;
  readonly children: Node[];
}

const isIn = (texts: readonly string[], text: string): boolean => texts.includes(text);

export const isRemark = (head: string): boolean => isIn(SIDE_HEADS.remarks, head);

const says = (text: string, names: Names): boolean => names.some((name) => labelMatch(text, name) >= 0.75);

/** The head of the form that a head with a wrong character or two stands for; the same text where none or two are near. */
function corrected(columns: readonly (readonly Names[])[], text: string): string {
  const heads = new Map(columns.flat().map((names) => [names[0], names] as const));
  const near = [...heads.values()]
    .map((names) => ({ names, alike: Math.max(...names.map((name) => similarity(text, name))) }))
    .toSorted((a, b) => b.alike - a.alike);
  const [best, second] = near;
  const sure = best && best.alike >= 0.6 && best.alike - (second?.alike ?? 0) >= 0.1;
  return (sure ? best.names[0] : undefined) ?? text;
}

/** Whether the form has `child` directly under `parent` in some column. */
const isUnder = (columns: readonly (readonly Names[])[], parent: string, child: string): boolean =>
  columns.some((path) =>
    path.some(
      (names, level) => says(parent, names) && path[level + 1] !== undefined && says(child, path[level + 1] ?? []),
    ),
  );

/**
 * Head rows as printed (blank cells and merged areas do not matter) -> columns. A head row below another divides the heads above it,
 * in order: the second 结果维持 belongs to the second of 未经复议直接起诉 and 复议后起诉. Heads that are merged downwards may be printed
 * again in each row: the reading that gives the form's own columns is taken.
 */
export function headLeaves(
  rows: readonly (readonly string[])[],
  form: readonly FormRow[],
  other: readonly Names[],
  foreign: ReadonlySet<string>,
): HeadLeaf[] {
  const once = leavesOfRows(rows, form, other, foreign, false);
  if (rows.length < 2 || strange(once, form) === 0) return once;
  const again = leavesOfRows(rows, form, other, foreign, true);
  return strange(again, form) < strange(once, form) ? again : once;
}

/** Columns too many or too few for the row of the form that they fit best. */
const strange = (leaves: readonly HeadLeaf[], form: readonly FormRow[]): number =>
  Math.min(
    ...form.map((row) => {
      const order = columnOrder(row, leaves, new Set())?.order ?? [];
      const found = order.filter((index) => index >= 0).length;
      return row.figures.length - found + (leaves.length - found);
    }),
  );

/** @param repeated a head that is merged downwards is printed in each row. */
function leavesOfRows(
  rows: readonly (readonly string[])[],
  form: readonly FormRow[],
  other: readonly Names[],
  foreign: ReadonlySet<string>,
  repeated: boolean,
): HeadLeaf[] {
  const columns = form.flatMap((row) => row.columns);
  const known = columns.flat();
  const top: Node[] = [];
  for (const texts of rows) {
    const open = leavesOf(top).map(({ node }) => node);
    let at = 0;
    let before = '';
    for (const printed of texts) {
      const bare = wholeHead(columns, bareLabel(printed));
      if (bare === '' || bare === before) continue;
      before = bare;
      const isOther = foreign.has(bare) || other.some((names) => says(bare, names));
      const text = isOther || known.some((names) => says(bare, names)) ? bare : corrected(columns, bare);
      if (isIn(SIDE_HEADS.numbers, text)) continue;
      const same = repeated ? open.findIndex((node, index) => index >= at && node.text === text) : -1;
      if (same >= 0) {
        at = same + 1;
        continue;
      }
      const isKnown = known.some((names) => says(text, names));
      // the corner, 信息内容 and other heads that stand over no figure
      if (!isKnown && other.some((names) => says(text, names))) continue;
      const parent = open.findIndex(
        (node, index) =>
          index >= at && isUnder(columns, node.text, text) && !node.children.some((child) => child.text === text),
      );
      // a head that the form does not know divides what its neighbour divides
      const beside = isKnown || open[at]?.children.length === 0 ? -1 : at;
      if (parent >= 0) at = parent;
      (open[parent < 0 ? beside : parent]?.children ?? top).push({ text, printed: bare, children: [] });
    }
  }
  return leavesOf(top).map(({ node, path }) => ({
    path,
    ...(node.printed === node.text ? {} : { printed: node.printed }),
  }));
}

/** A head that is broken over two rows, “商业” above “企业”, is known by its beginning. */
function wholeHead(columns: readonly (readonly Names[])[], text: string): string {
  if (text.length < 2 || text.length > 3) return text;
  const heads = [...new Set(columns.flatMap((path) => path.at(-1)?.[0] ?? []))];
  const whole = heads.filter((head) => head.startsWith(text));
  return whole.length === 1 && whole[0] ? whole[0] : text;
}

function leavesOf(nodes: readonly Node[], above: readonly string[] = []): { node: Node; path: string[] }[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.text];
    return node.children.length > 0 ? leavesOf(node.children, path) : [{ node, path }];
  });
}

export interface ColumnOrder {
  /** For each column of the file the index of the form row's figure, or -1. */
  readonly order: readonly number[];
  /** Heads that the form does not have at this place. */
  readonly unknown: readonly string[];
}

/**
 * Ties the columns of the file to the figures of a form row by their heads.
 *
 * @param beside a head that stands beside the row instead of above it (表四 turned on its side).
 * @param foreign heads of other editions: their figures are others and are never taken.
 * @returns null where the heads say nothing about this row.
 */
export function columnOrder(
  row: FormRow,
  leaves: readonly HeadLeaf[],
  foreign: ReadonlySet<string>,
  beside?: string,
): ColumnOrder | null {
  const free = new Set(row.figures.keys());
  const order = leaves.map(({ path }) => {
    const leaf = path.at(-1) ?? '';
    const above = [...path.slice(0, -1), ...(beside ? [beside] : [])];
    let best = -1;
    let bestScore = 0;
    for (const index of free) {
      const names = row.columns[index] ?? [];
      const score = Math.max(...(names.at(-1) ?? []).map((name) => labelMatch(leaf, name)), 0);
      const fits = above.every((text) => names.slice(0, -1).some((upper) => says(text, upper)) || !isHead(row, text));
      if (score >= 0.75 && fits && score > bestScore) {
        best = index;
        bestScore = score;
      }
    }
    free.delete(best);
    return best;
  });
  if (order.every((index) => index < 0)) return null;
  // a head with another wording at the place where the form has the column that is left
  if (order.length === row.figures.length) {
    order.forEach((index, column) => {
      const leaf = leaves[column]?.path.at(-1) ?? '';
      if (index < 0 && free.has(column) && !foreign.has(leaf) && !isRemark(leaf)) order[column] = column;
    });
  }
  const unknown = leaves.flatMap(({ path, printed }, column) => {
    const leaf = path.at(-1) ?? '';
    if (printed !== undefined) return [printed];
    const names = row.columns[order[column] ?? -1]?.at(-1) ?? [];
    if (isRemark(leaf)) return [];
    return order[column] === -1 || !says(leaf, names) ? [leaf] : [];
  });
  return { order, unknown };
}

const isHead = (row: FormRow, text: string): boolean =>
  row.columns.some((names) => names.slice(0, -1).some((upper) => says(text, upper)));
