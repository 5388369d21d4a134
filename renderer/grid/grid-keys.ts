// The keyboard of the grid, as a person knows it from Excel and WPS. Keys that an input method is using are never taken.
import type { KeyboardEvent } from 'react';
import { BLANK, type Cells } from '../../shared/model/report.ts';
import type { GridEdits } from './grid-edits.ts';
import type { Change, GridState } from './grid-state.ts';
import type { GridLayout, PlacedFigure } from './layout.ts';
import { arrow, jump, page, rowEnd, type Step, tabStop, turn } from './movement.ts';
import {
  at,
  figureAt,
  figuresIn,
  firstPosition,
  lastPosition,
  type Position,
  rangeOf,
  type Selection,
  wholeTable,
} from './selection.ts';

export interface KeyContext {
  readonly layout: GridLayout;
  readonly cells: Cells;
  readonly state: GridState;
  readonly edits: GridEdits;
  readonly set: (change: Change) => void;
  readonly isLocked: (cell: PlacedFigure) => boolean;
  readonly rowsInView: () => number;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

type Key = KeyboardEvent<HTMLElement>;

const ARROWS: Readonly<Record<string, Step>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function handleKey(event: Key, context: KeyContext): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey && !command) {
    if (event.key === 'Enter') takeProposed(event, context);
    return;
  }
  if (command && !event.altKey && handleCommand(event, context)) return;
  if (handleMove(event, context)) return;
  handleEdit(event, context);
}

function takeProposed(event: Key, { layout, state, edits }: KeyContext): void {
  event.preventDefault();
  if (state.draft) return;
  edits.take(figuresIn(layout, rangeOf(layout, state.selection)).map(({ id }) => id));
}

/** Ctrl with a letter; true where the key is done with. */
function handleCommand(event: Key, { state, edits, set, layout, onUndo, onRedo }: KeyContext): boolean {
  const key = event.key.toLowerCase();
  // while text is edited, the field keeps its own copy, cut, paste and select all
  if (state.draft && !['z', 'y', 'd', 'r'].includes(key)) return false;
  switch (key) {
    case 'z':
    case 'y':
      event.preventDefault();
      if (state.draft) edits.cancel();
      else if (key === 'y' || event.shiftKey) onRedo();
      else onUndo();
      return true;
    case 'a':
      event.preventDefault();
      set({ selection: { ...wholeTable(layout), active: state.selection.active } });
      return true;
    case 'd':
    case 'r':
      event.preventDefault();
      if (edits.commit() && !state.draft) edits.fill(key === 'd' ? 'down' : 'right');
      return true;
    default:
      return false;
  }
}

/** Arrows, Home, End, pages, Enter and Tab; true where the key is done with. */
function handleMove(event: Key, context: KeyContext): boolean {
  const { state, edits, set } = context;
  const editing = state.draft?.mode === 'edit';
  if (event.key === 'Tab') return handleTab(event, context);
  if (event.key === 'Enter') {
    event.preventDefault();
    if (edits.commit()) set(enter(context, event.shiftKey ? -1 : 1));
    return true;
  }
  if (editing) return false;
  // a started text is committed by an arrow and is not extended by Shift
  const extending = event.shiftKey && !state.draft;
  const to = destination(event, context, extending ? state.selection.head : state.selection.active);
  if (!to) return false;
  event.preventDefault();
  if (!edits.commit()) return true;
  const { active, anchor } = state.selection;
  const selection: Selection = extending ? { active, anchor, head: to } : at(to);
  set({ selection, tabColumn: null, notice: null, closed: null });
  return true;
}

function destination(event: Key, context: KeyContext, from: Position): Position | null {
  const { layout, cells } = context;
  const command = event.ctrlKey || event.metaKey;
  const step = ARROWS[event.key];
  const isFilled = ({ id }: PlacedFigure): boolean => (cells[id] ?? BLANK).state !== 'blank';
  if (step) return command ? jump(layout, from, step, isFilled) : arrow(layout, from, step);
  switch (event.key) {
    case 'Home':
      return command ? firstPosition(layout) : rowEnd(layout, from, 'first');
    case 'End':
      return command ? lastPosition(layout) : rowEnd(layout, from, 'last');
    case 'PageUp':
      return page(layout, from, -context.rowsInView());
    case 'PageDown':
      return page(layout, from, context.rowsInView());
    default:
      return null;
  }
}

const isSeveral = (layout: GridLayout, selection: Selection): boolean =>
  figuresIn(layout, rangeOf(layout, selection)).length > 1;

function enter({ layout, state, isLocked }: KeyContext, step: 1 | -1): Change {
  const { selection, tabColumn } = state;
  const said: Change = { notice: null, closed: null };
  if (isSeveral(layout, selection)) {
    const range = rangeOf(layout, selection);
    const inRange = (from: Position): Position | null =>
      turn(layout, range, from, 'columns', step, (cell) => !isLocked(cell));
    // at the end of the range Enter begins again at its start
    const begin = { row: -1, column: -1 };
    return {
      ...said,
      selection: { ...selection, active: inRange(selection.active) ?? inRange(begin) ?? selection.active },
    };
  }
  const from = tabColumn === null ? selection.active : { ...selection.active, column: tabColumn };
  return { ...said, selection: at(arrow(layout, from, [step, 0])), tabColumn: null };
}

function handleTab(event: Key, { state, layout, edits, set, isLocked }: KeyContext): boolean {
  const step = event.shiftKey ? -1 : 1;
  const { selection, tabColumn } = state;
  const isEditable = (cell: PlacedFigure): boolean => !isLocked(cell);
  // at the end of a range Tab goes on, so that it never holds the focus for good
  const inRange = isSeveral(layout, selection)
    ? turn(layout, rangeOf(layout, selection), selection.active, 'rows', step, isEditable)
    : null;
  if (inRange) {
    event.preventDefault();
    if (edits.commit()) set({ selection: { ...selection, active: inRange }, notice: null, closed: null });
    return true;
  }
  const next = tabStop(layout, selection.active, step, isEditable);
  if (!edits.commit()) event.preventDefault();
  else if (next) {
    event.preventDefault();
    const column = step === 1 ? (tabColumn ?? selection.active.column) : null;
    set({ selection: at(next), tabColumn: column, notice: null, closed: null });
  }
  // past the last cell the browser moves the focus out of the table
  return true;
}

function handleEdit(event: Key, { state, edits, set, layout, isLocked }: KeyContext): void {
  const active = figureAt(layout, state.selection.active);
  const command = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'F2':
      // with Shift it opens the note, as in Excel; what was typed comes first
      if (event.shiftKey) {
        if (!edits.commit()) event.preventDefault();
        return;
      }
      event.preventDefault();
      edits.begin();
      return;
    case 'Escape':
      if (state.draft) {
        event.preventDefault();
        event.stopPropagation();
        edits.cancel();
      } else set({ selection: at(state.selection.active), notice: null, closed: active?.id ?? null });
      return;
    case 'Delete':
    case 'Backspace':
      // in a single field Backspace empties the text and begins an edit, as in Excel
      if (
        state.draft ||
        (event.key === 'Backspace' && active && !isLocked(active) && !isSeveral(layout, state.selection))
      )
        return;
      event.preventDefault();
      edits.clear();
      return;
    default:
      if (event.key.length !== 1 || command || !active || !isLocked(active)) return;
      event.preventDefault();
      edits.explainLock();
  }
}
