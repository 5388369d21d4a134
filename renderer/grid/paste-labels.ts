// A pasted block that brings the form's own row and column labels along: its figures go to the cells that the labels name.
import { bareLabel, labelMatch } from '../../shared/import/labels.ts';
import { type FormRow, formRows } from '../../shared/import/form-labels.ts';
import { readFigure } from '../../shared/model/number-cell.ts';
import type { PastedBlock } from './clipboard.ts';
import type { PlacedFigure } from './layout.ts';
import { landByPosition } from './paste-position.ts';
import type { Landing, Landings, PasteTarget } from './paste-plan.ts';

const NEARLY = 0.9;

/** A row of the block and the row of the form that it is. */
interface NamedRow {
  readonly at: number;
  readonly row: FormRow;
  /** Where its label stands; -1 where it needs none. */
  readonly label: number;
  readonly exact: boolean;
}

/** Null where the block brings no label of this table. */
export function landByLabels(target: PasteTarget, block: PastedBlock): Landings | null {
  const { edition, layout } = target;
  const table = layout.figures[0]?.id.split('.')[0];
  const rows = formRows(edition).filter((row) => row.table === table);
  const heads = new Set(rows.flatMap((row) => [...row.names, ...row.heads.flat(), ...row.columns.flat(2)]));
  const isLabel: IsLabel = (text) => typeof text === 'string' && isWords(text) && heads.has(bareLabel(text));
  if (!block.rows.some((row) => row.some(isLabel))) return null;
  const named = namedRows(rows, block);
  if (named.length === 0) return withoutHeads(target, block, isLabel);
  const cells: Landing[] = [];
  const strays: string[] = [];
  let uncertain = named.some(({ exact }) => !exact);
  for (const one of named) {
    const found = landRow(target, block, one, isLabel);
    cells.push(...found.cells);
    strays.push(...found.strays);
    uncertain ||= found.uncertain;
  }
  const known = new Set(named.map(({ at }) => at));
  block.rows.forEach((row, at) => {
    if (known.has(at)) return;
    strays.push(...row.flatMap((text) => (isFigure(text) ? [text.trim()] : [])));
  });
  return { by: 'labels', cells, strays, uncertain };
}

const isWords = (text: string): boolean => /\p{Script=Han}/u.test(text) && !isFigure(text);

/** A text with something in it that reads as a number. */
const isFigure = (text: string | null | undefined): text is string =>
  typeof text === 'string' && readFigure(text, 'signed').state === 'number';

/** The block's rows that carry a row label of the form, in the order of the form where a label is ambiguous. */
function namedRows(rows: readonly FormRow[], block: PastedBlock): readonly NamedRow[] {
  const only = rows.length === 1 ? rows[0] : undefined;
  const columns = new Set(rows.flatMap((row) => row.columns.flat(2)));
  const found: NamedRow[] = [];
  block.rows.forEach((texts, at) => {
    if (only && only.names.length === 0) {
      if (texts.some(isFigure) && !found.length) found.push({ at, row: only, label: -1, exact: true });
      return;
    }
    for (let label = Math.min(texts.length, block.width - 1) - 1; label >= 0; label--) {
      const text = texts[label];
      if (typeof text !== 'string' || !isWords(text)) continue;
      // “其他” is a column and a row: beside other column heads it is a column
      const isHead = (other: string | null, at: number): boolean =>
        at !== label && typeof other === 'string' && isWords(other) && columns.has(bareLabel(other));
      if (texts.some(isHead)) return;
      const match = matchRow(rows, bareLabel(text), new Set(found.map(({ row }) => row)));
      if (!match) continue;
      found.push({ at, label, ...match });
      return;
    }
  });
  return found;
}

function matchRow(
  rows: readonly FormRow[],
  text: string,
  taken: ReadonlySet<FormRow>,
): { readonly row: FormRow; readonly exact: boolean } | null {
  const free = rows.filter((row) => !taken.has(row));
  const exact = free.find((row) => row.names.includes(text));
  if (exact) return { row: exact, exact: true };
  const close = free.filter((row) => row.names.some((name) => labelMatch(text, name) >= NEARLY));
  return close.length === 1 && close[0] ? { row: close[0], exact: false } : null;
}

type IsLabel = (text: string | null | undefined) => boolean;

/** The figures right of a row's label: by column of the form, by column heads, or by their number. */
function landRow(
  { layout, isLocked }: PasteTarget,
  block: PastedBlock,
  { at, row, label }: NamedRow,
  isLabel: IsLabel,
): Landings {
  const texts = block.rows[at] ?? [];
  const figures = row.figures.flatMap(({ id }) => layout.byId.get(id) ?? []);
  const slots = Array.from({ length: block.width }, (_, column) => column).flatMap((column) => {
    const text = texts[column] === undefined ? '' : texts[column];
    return column > label && text !== null && text !== undefined && !isLabel(text) ? [{ column, text }] : [];
  });
  const filled = slots.filter(({ text }) => text.trim() !== '');
  const landed = (cells: readonly Landing[], uncertain = false): Landings => ({
    by: 'labels',
    cells,
    strays: [],
    uncertain,
  });

  const byHeads = landByHeads(block, at, row, figures, slots, isLabel);
  if (byHeads) return byHeads;
  if (block.width === layout.columnCount) {
    const cells = figures.map((figure) => ({ figure, text: texts[figure.column] ?? '' }));
    const covered = filled.filter(({ column }) => !figures.some((figure) => figure.column === column));
    if (covered.length === 0) return landed(cells);
  }
  if (slots.length === figures.length) return landed(pairs(figures, slots));
  if (filled.length === figures.length) return landed(pairs(figures, filled));
  // without the totals: likely, but worth a look
  const open = figures.filter((figure) => !isLocked(figure));
  if (slots.length === open.length) return landed(pairs(open, slots), true);
  if (filled.length === 0) return landed([]);
  return { by: 'labels', cells: [], strays: filled.map(({ text }) => text.trim()), uncertain: true };
}

interface Slot {
  readonly column: number;
  readonly text: string;
}

const pairs = (figures: readonly PlacedFigure[], slots: readonly Slot[]): Landing[] =>
  figures.flatMap((figure, index) => {
    const slot = slots[index];
    return slot ? [{ figure, text: slot.text }] : [];
  });

/** By the column heads that the block has above its figures; null where a figure has none. */
function landByHeads(
  block: PastedBlock,
  at: number,
  row: FormRow,
  figures: readonly PlacedFigure[],
  slots: readonly Slot[],
  isLabel: IsLabel,
): Landings | null {
  const cells: Landing[] = [];
  let uncertain = false;
  let after = -1;
  for (const slot of slots) {
    const head = headAbove(block, at, slot.column, isLabel);
    const fitting = figures.flatMap((_, index) =>
      head !== null && row.columns[index]?.at(-1)?.includes(head) ? [index] : [],
    );
    const index = fitting.find((one) => one > after) ?? fitting[0];
    const figure = index === undefined ? undefined : figures[index];
    if (index === undefined || !figure) {
      if (slot.text.trim() !== '') return null;
      continue;
    }
    // the same head stands over several columns (结果维持 three times): sure only when all of them are there
    uncertain ||= fitting.length > 1 && slots.length < figures.length;
    cells.push({ figure, text: slot.text });
    after = index;
  }
  const twice = new Set(cells.map(({ figure }) => figure)).size < cells.length;
  return cells.length === 0 || twice ? null : { by: 'labels', cells, strays: [], uncertain };
}

/** The nearest label above a position, bare; a merged head counts for all the columns it covers. */
function headAbove(block: PastedBlock, at: number, column: number, isLabel: IsLabel): string | null {
  for (let row = at - 1; row >= 0; row--) {
    const text = block.rows[row]?.[column];
    if (typeof text === 'string' && isLabel(text)) return bareLabel(text);
  }
  return null;
}

/** Column heads without row labels: the rows below them are placed at the selection, and the person is asked. */
function withoutHeads(target: PasteTarget, block: PastedBlock, isLabel: IsLabel): Landings {
  const first = block.rows.findIndex((row) => row.some(isFigure));
  const rows = first < 0 ? [] : block.rows.slice(first).map((row) => row.map((text) => (isLabel(text) ? '' : text)));
  return { ...landByPosition(target, { ...block, rows }), uncertain: true };
}
