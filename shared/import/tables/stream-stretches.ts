// A stream of lines -> its labels with the lines behind each: rows of the form, heads over them, and rows that the form does not have.
import { columnOrder, headLeaves } from './column-heads.ts';
import type { FormRow } from '../form-labels.ts';
import { type FormModel, matchRow, type RowMatch } from '../form-model.ts';
import { bareLabel, bareText, labelMatch } from '../labels.ts';
import { type HeadPiece, headsSay, type HeadsSaid, sameHeads } from './line-heads.ts';
import type { RawCell } from '../raw-document.ts';
import { cellKind, type RowDoubt } from './row-reading.ts';

export interface StreamLine {
  readonly cell: RawCell;
  readonly block: number;
  readonly at: number;
}

/** A row of the form, with the lines behind its label up to the next label: figures and blanks. */
export interface OpenRow extends RowMatch {
  readonly kind: 'row';
  readonly line: StreamLine;
  readonly order: readonly number[];
  /** About the columns. */
  readonly doubt: RowDoubt | null;
  readonly printed: string;
  readonly behind: RawCell[];
  /** How the next label is numbered. */
  next: number | null;
}

/** A label of the form that is no row: figures behind it belong to a row that was not recognised, or to the one before. */
interface OpenHead {
  readonly kind: 'head';
  readonly behind: RawCell[];
}

/** A label that the form does not have. */
interface OpenStray {
  readonly kind: 'stray';
  readonly label: RawCell;
  readonly behind: RawCell[];
}

export type Stretch = OpenRow | OpenHead | OpenStray;

export function stretchesOf(model: FormModel, rows: readonly FormRow[], lines: readonly StreamLine[]): Stretch[] {
  const stretches: Stretch[] = [];
  let heads: string[] = [];
  let over: { readonly row: FormRow; readonly heads: readonly string[] } | null = null;
  const open: OpenRow[] = [];
  const begin = (row: Omit<OpenRow, 'kind' | 'behind' | 'next'>): void => {
    const begun: OpenRow = { kind: 'row', ...row, behind: [], next: null };
    open.push(begun);
    stretches.push(begun);
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as StreamLine; // index is in range
    const { cell } = line;
    if (cellKind(cell.text) !== 'label') {
      stretches.at(-1)?.behind.push(cell);
      continue;
    }
    const last = open.at(-1);
    if (last) last.next ??= numbering(cell.text);
    const bare = bareLabel(cell.text);
    // 总计 and 其他 among column heads are column heads, without a number of their own
    const isHead = heads.length > 0 && bareText(cell.text) === bare && isColumn(model, bare);
    const named = isHead ? null : labelAt(model, rows, lines, index);
    if (named) {
      index = named.until;
      const { match, printed } = named;
      const anew = heads.filter((text) => isColumn(model, text)).length > 1;
      if (!over || anew || !sameHeads(over.row, match.row)) over = { row: match.row, heads };
      begin({ ...match, line, printed, ...orderOf(model, match.row, over.heads) });
      heads = [];
      continue;
    }
    heads.push(bare);
    const unlabelled = rows.find((row) => row.names.length === 0 && endsHeads(row, heads));
    if (unlabelled) begin({ row: unlabelled, score: 1, line, printed: '', ...headsSay(unlabelled, asPieces(heads)) });
    else if (model.foreign.has(bare) || !isKnown(model, bare))
      stretches.push({ kind: 'stray', label: cell, behind: [] });
    else stretches.push({ kind: 'head', behind: [] });
  }
  return stretches;
}

const NUMBERINGS = [/^\d/, /^[（(]/, /^[一二三四五六七八九]、/];

/** How a label is numbered; -1 without a number. */
const numbering = (label: string): number => NUMBERINGS.findIndex((pattern) => pattern.test(label.trim()));

const isKnown = (model: FormModel, bare: string): boolean =>
  model.names.some((names) =>
    names.some((name) => labelMatch(bare, name) >= 0.75 || (bare.length >= 2 && name.includes(bare))),
  );

/** A label on one line, or on up to three. */
function labelAt(
  model: FormModel,
  rows: readonly FormRow[],
  lines: readonly StreamLine[],
  index: number,
): { readonly match: RowMatch; readonly until: number; readonly printed: string } | null {
  let printed = '';
  let best: { readonly match: RowMatch; readonly until: number; readonly printed: string } | null = null;
  for (let until = index; until < Math.min(lines.length, index + 3); until++) {
    const text = lines[until]?.cell.text ?? '';
    if (cellKind(text) !== 'label') break;
    printed += text.trim();
    const match = matchRow(model, printed);
    if (match && rows.includes(match.row) && match.score > (best?.match.score ?? 0)) best = { match, until, printed };
    if (match?.score === 1) break;
  }
  return best && (best.until === index || best.match.score === 1) ? best : null;
}

/** The last column heads of a table whose rows have no label: the next lines are its figures. Heads may be wrapped over lines. */
function endsHeads(row: FormRow, heads: readonly string[]): boolean {
  const wanted = row.columns.map((path) => path.at(-1) ?? []).toReversed();
  const groups = row.columns.flatMap((path) => path.slice(0, -1).flat());
  let rest = heads.join('');
  return wanted.every((names) => {
    let leaf = names.find((name) => rest.endsWith(name));
    for (let group; leaf === undefined; leaf = names.find((name) => rest.endsWith(name))) {
      group = groups.find((name) => rest.endsWith(name));
      if (group === undefined) return false;
      rest = rest.slice(0, -group.length);
    }
    rest = rest.slice(0, -leaf.length);
    return true;
  });
}

const asPieces = (heads: readonly string[]): readonly HeadPiece[] => heads.map((text) => ({ text, centre: null }));

function orderOf(model: FormModel, row: FormRow, heads: readonly string[]): HeadsSaid {
  if (row.columns.some((path) => path.length !== 1)) return headsSay(row, asPieces(heads));
  const order = columnOrder(
    row,
    headLeaves([heads], [row], [], model.foreign).filter(({ path }) => isColumn(model, path.at(-1) ?? '')),
    model.foreign,
  );
  const complete = order && new Set(order.order.filter((index) => index >= 0)).size === row.figures.length;
  return order && complete ? { order: order.order, doubt: null } : headsSay(row, asPieces(heads));
}

const isColumn = (model: FormModel, text: string): boolean =>
  model.foreign.has(text) || model.columns.some((names) => names.includes(text));

/** @param someWhole the table has rows with all their figures: where figures were lost, it hardly has. */
