// The mouse in the grid: selecting by click and drag, heads that select rows and columns, the fill handle, scrolling along while dragging.
import { type MouseEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import type { CellId } from '../../shared/model/report.ts';
import { dragFill } from './fill.ts';
import type { GridEdits } from './grid-edits.ts';
import type { Change, GridState } from './grid-state.ts';
import type { GridLayout, Placed, PlacedFigure } from './layout.ts';
import { at, figureAt, figuresIn, positionOf, rangeOf, underLabel } from './selection.ts';

interface PointerContext {
  readonly layout: GridLayout;
  readonly state: GridState;
  readonly edits: GridEdits;
  readonly set: (change: Change) => void;
  readonly scroller: RefObject<HTMLElement | null>;
  /** Whether hovering over the cell has something to tell. */
  readonly isTelling: (figure: PlacedFigure) => boolean;
}

interface PointerHandlers {
  onMouseDown(event: MouseEvent): void;
  onMouseOver(event: MouseEvent): void;
  onMouseLeave(): void;
  onDoubleClick(event: MouseEvent): void;
  onClick(event: MouseEvent): void;
}

const SCROLL_EVERY_MS = 40;
const SCROLL_STEP = 24;

function cellOf(layout: GridLayout, target: EventTarget | null): Placed | undefined {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  const { row, column } = element?.dataset ?? {};
  return row === undefined || column === undefined ? undefined : layout.at[Number(row)]?.[Number(column)];
}

const marked = (target: EventTarget, name: 'handle' | 'take'): string | undefined =>
  target instanceof HTMLElement ? target.dataset[name] : undefined;

export function useGridPointer({ layout, state, edits, set, scroller, isTelling }: PointerContext): PointerHandlers {
  const mouse = useRef({ x: 0, y: 0 });

  /** A refused text holds on to the focus. */
  const leaveDraft = (): boolean => {
    if (edits.commit()) return true;
    const figure = state.draft && layout.byId.get(state.draft.cell);
    if (figure) set({ selection: at(positionOf(figure)), focused: true });
    return false;
  };

  const dragTo = useEffectEvent((element: Element | null) => {
    const cell = cellOf(layout, element);
    if (!state.drag || cell?.kind !== 'figure') return;
    const to = positionOf(cell);
    if (state.drag.kind === 'select') {
      const { head } = state.selection;
      if (head.row === to.row && head.column === to.column) return;
      set({ selection: { ...state.selection, head: to } });
    } else set({ drag: { kind: 'fill', target: dragFill(rangeOf(layout, state.selection), to) } });
  });

  const drop = useEffectEvent(() => {
    const { drag } = state;
    set({ drag: null });
    if (drag?.kind === 'fill' && drag.target) edits.fillTo(drag.target);
  });

  const dragging = state.drag !== null;
  useEffect(() => {
    if (!dragging) return undefined;
    const underMouse = (): Element | null => {
      const box = scroller.current?.getBoundingClientRect();
      if (!box) return null;
      const within = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
      return document.elementFromPoint(
        within(mouse.current.x, box.left + 2, box.right - 14),
        within(mouse.current.y, box.top + 2, box.bottom - 14),
      );
    };
    const move = (event: globalThis.MouseEvent): void => {
      mouse.current = { x: event.clientX, y: event.clientY };
      dragTo(underMouse());
    };
    const up = (): void => drop();
    const timer = setInterval(() => {
      const box = scroller.current?.getBoundingClientRect();
      if (!box) return;
      const { x, y } = mouse.current;
      const by = (value: number, low: number, high: number): number =>
        value > high ? SCROLL_STEP : value < low ? -SCROLL_STEP : 0;
      const [right, down] = [by(x, box.left, box.right), by(y, box.top, box.bottom)];
      if (right === 0 && down === 0) return;
      scroller.current?.scrollBy(right, down);
      dragTo(underMouse());
    }, SCROLL_EVERY_MS);
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', up);
    return () => {
      clearInterval(timer);
      window.removeEventListener('mousemove', move);
      window.removeEventListener('mouseup', up);
    };
  }, [dragging, scroller]);

  return {
    onMouseDown(event) {
      const cell = cellOf(layout, event.target);
      // the menu of the right button is for the whole selection
      if (
        cell?.kind === 'figure' &&
        event.button === 2 &&
        figuresIn(layout, rangeOf(layout, state.selection)).includes(cell)
      )
        event.preventDefault();
      if (!cell || event.button !== 0) return;
      if (marked(event.target, 'take') !== undefined) return event.preventDefault();
      // inside the field being edited a click places the caret
      if (cell.kind === 'figure' && state.draft?.cell === cell.id && event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      if (!leaveDraft()) return;
      mouse.current = { x: event.clientX, y: event.clientY };
      const still: Change = { focused: true, tabColumn: null, notice: null, closed: null };
      if (marked(event.target, 'handle') !== undefined) return set({ ...still, drag: { kind: 'fill', target: null } });
      if (cell.kind === 'label') {
        const selection = underLabel(layout, cell);
        if (selection) set({ ...still, selection });
        return;
      }
      const to = positionOf(cell);
      const selection = event.shiftKey ? { ...state.selection, head: to } : at(to);
      set({ ...still, selection, drag: { kind: 'select' } });
    },
    onMouseOver(event) {
      if (state.drag) return;
      const cell = cellOf(layout, event.target);
      const hover: CellId | null = cell?.kind === 'figure' && isTelling(cell) ? cell.id : null;
      if (hover !== state.hover) set({ hover });
    },
    onMouseLeave() {
      if (state.hover) set({ hover: null });
    },
    onDoubleClick(event) {
      const cell = cellOf(layout, event.target);
      if (cell?.kind === 'figure' && cell === figureAt(layout, state.selection.active)) edits.begin();
    },
    onClick(event) {
      const cell = marked(event.target, 'take');
      const figure = cell === undefined ? undefined : layout.figures.find(({ id }) => id === cell);
      if (figure) edits.take([figure.id]);
    },
  };
}
