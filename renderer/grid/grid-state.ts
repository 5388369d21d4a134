// What the grid remembers between two events: selection, the text being typed, a drag, what to say. Everything else comes with the props.
import type { CellId } from '../../shared/model/report.ts';
import type { FillWay } from './fill.ts';
import type { GridLayout } from './layout.ts';
import { at, firstPosition, type Range, type Selection } from './selection.ts';

/** Text in a cell that is not committed yet. It lives beside the values: a refused text stays here. */
export interface Draft {
  readonly cell: CellId;
  readonly text: string;
  /** What the cell showed before. */
  readonly before: string;
  /** type: arrows commit and move. edit (F2, double click): arrows move the caret. */
  readonly mode: 'type' | 'edit';
  readonly touched: boolean;
  /** Why the text was refused at the last attempt to commit it. */
  readonly reason: string | null;
}

export type Drag =
  | { readonly kind: 'select' }
  | { readonly kind: 'fill'; readonly target: { readonly to: Range; readonly way: FillWay } | null };

export interface GridState {
  readonly selection: Selection;
  readonly draft: Draft | null;
  readonly drag: Drag | null;
  /** The focus is in the grid (or is to go there). */
  readonly focused: boolean;
  /** The column in which a row of Tabs began: Enter goes back to it in the next row. */
  readonly tabColumn: number | null;
  /** Something to say at a cell, such as why it cannot be typed in. */
  readonly notice: { readonly cell: CellId; readonly text: string } | null;
  /** The cell under the mouse that has something to tell. */
  readonly hover: CellId | null;
  /** The cell whose hint was closed with Esc. */
  readonly closed: CellId | null;
  /** For the live region. */
  readonly said: string;
}

/** What is said when a refused text is left behind; the same words wherever it is noticed. */
export const leftBehind = (cell: string, { text }: Draft): string =>
  `${cell}的“${text.trim()}”没有填入：不能作为此格的数，请改正。`;

export type Change = Partial<GridState>;

export const initialState = (layout: GridLayout): GridState => ({
  selection: at(firstPosition(layout)),
  draft: null,
  drag: null,
  focused: false,
  tabColumn: null,
  notice: null,
  hover: null,
  closed: null,
  said: '',
});

export const changeState = (state: GridState, change: Change): GridState => ({ ...state, ...change });
