// What a block has said so far: rows, columns and wholes that a later figure may leave unsaid.
import type { ProseTable, ProseWords } from '../editions/prose-words.ts';
import type { TableId } from '../editions/types.ts';
import { equalDecimals } from '../model/decimal.ts';
import type { Quantity } from './numbers.ts';
import type { ProseBlock } from './prose.ts';

export interface Said {
  table: TableId | null;
  rows: Partial<Record<TableId, ProseWords>>;
  /** Rows of this block that are a whole: what a later sentence divides by applicants. */
  wholes: Partial<Record<TableId, readonly ProseWords[]>>;
  columns: Partial<Record<TableId, ProseWords>>;
  /** Rows named one behind the other without a column of their own, each with its figure's place. */
  siblings: readonly { readonly row: ProseWords; readonly isNone: boolean; readonly end: number }[];
  /** A figure with a column has followed them. */
  isDivided: boolean;
  /** Tables that a figure of this block was bound to. */
  tables: Set<TableId>;
  /** The sentence has come to speak of one department or level: “本级受理72件，办结70件”. */
  isPart: boolean;
  /** Tables that this sentence or its heading speaks of. */
  subjects: ReadonlySet<TableId>;
  /** Row and column of figures bound in this sentence. */
  inSentence: Set<string>;
}

export const nothingSaid = (): Said => ({
  table: null,
  rows: {},
  wholes: {},
  columns: {},
  siblings: [],
  isDivided: false,
  tables: new Set(),
  subjects: new Set(),
  isPart: false,
  inSentence: new Set(),
});

/** A sentence that goes on with what the one before spoke of. */
export const GOES_ON =
  /^(?:其中|按|从|上述|以上|在|申请人|公民|自然人|法人|这些|全部申请|所有申请|\d+[件宗起份]|[^，。]{0,6}申请中，)/;

/** It divides the whole of the sentences before, not their last figure. */
export function goOn(said: Said): void {
  for (const [table, wholes] of Object.entries(said.wholes) as [TableId, readonly ProseWords[]][])
    if (wholes.length > 0)
      Object.assign(said, { table: said.table ?? table, rows: { ...said.rows, [table]: mergedWholes(wholes) } });
}

/** The table, row and column that the words for a figure name. */
export interface Named {
  readonly table: ProseTable;
  readonly row: ProseWords;
  readonly column: ProseWords | null;
}

const nameOf = ({ table, row, column }: Named): string => `${table.table}/${row.words}/${column?.words ?? ''}`;

/** Whether a figure before it in this sentence was bound by the same words. */
export const isRepeated = (said: Said, named: Named): boolean => said.inSentence.has(nameOf(named));

/** Keeps row and column of a figure for those that follow. */
export function remember(said: Said, named: Named, isBracketed: boolean): void {
  const { row, column } = named;
  const { table } = named.table;
  said.inSentence.add(nameOf(named));
  // what stands in brackets is over when they close: “30件（含上年结转2件），自然人27件”
  if (isBracketed && said.rows[table]) return;
  said.table = table;
  said.rows[table] = row;
  if (row.whole && !column) said.wholes[table] = [...(said.wholes[table] ?? []).filter((one) => one !== row), row];
  if (column && !isBracketed) said.columns[table] = column;
}

/** “行政复议5件、行政诉讼2件，其中维持6件”: what is told of the last of them, or of all. */
export function rememberSibling(
  said: Said,
  { row, column }: Named,
  { from, value }: Quantity,
  { plain }: ProseBlock,
): void {
  if (column) {
    said.isDivided = true;
    // named again: “其中，行政复议维持2件，纠正1件”
    said.siblings = said.siblings.filter((one, _, all) => one.row === row || !all.some((other) => other.row === row));
    return;
  }
  const last = said.siblings.at(-1);
  // “行政诉讼11件：直接起诉5件中，维持4件”: a part of the one before is no sibling
  const own = new Set(row.means[0]);
  const isPart = said.siblings.some((one) => one.row.means[0]?.some((key) => own.has(key)));
  const goesOn = last !== undefined && !said.isDivided && !isPart && !/[;。]/.test(plain.slice(last.end, from));
  said.siblings = [...(goesOn ? said.siblings : []), { row, isNone: equalDecimals(value, '0'), end: from }];
  said.isDivided = false;
}

/** Any of several rows, the first being the plain one. */
export function mergedWholes(rows: readonly ProseWords[]): ProseWords {
  const words = rows.map((row) => row.words).join('|');
  return { words, means: rows.flatMap(({ means }) => means), certainty: rows[0]?.certainty ?? 'maybe', whole: true };
}
