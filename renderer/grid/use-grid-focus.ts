// The focus follows the active cell, with its text selected, so that the first key of any kind (also an input method's) replaces it.
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GridState } from './grid-state.ts';
import type { PlacedFigure } from './layout.ts';

/** The element that holds the focus of a cell: its field, or the cell itself where it is locked. */
const focusHolder = (figure: PlacedFigure): HTMLElement | null => {
  const cell = document.getElementById(figure.domId);
  return cell?.querySelector('input') ?? cell;
};

export function useGridFocus(
  active: PlacedFigure | undefined,
  state: GridState,
  shown: string,
  frame: RefObject<HTMLElement | null>,
): void {
  const { focused, draft } = state;
  const typing = draft !== null;
  useLayoutEffect(() => {
    if (!focused || !active || typing) return;
    const holder = focusHolder(active);
    if (!holder) return;
    if (document.activeElement !== holder) holder.focus({ preventScroll: true });
    // also when an undo has given the field a new text, which loses its selection
    if (holder instanceof HTMLInputElement && holder.value === shown) holder.select();
    holder.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active, focused, typing, shown]);

  // Tab finds the active cell. Set here, after the focus has gone there: the browser lays out the page anew when the number of the
  // focused field changes, which a key press would have to wait for
  const found = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    const holder = active ? focusHolder(active) : null;
    if (holder === found.current) return;
    if (holder) holder.tabIndex = 0;
    if (found.current) found.current.tabIndex = -1;
    found.current = holder;
  });

  const editing = draft?.mode === 'edit';
  useLayoutEffect(() => {
    if (!editing || !active) return;
    const holder = focusHolder(active);
    if (!(holder instanceof HTMLInputElement)) return;
    holder.focus({ preventScroll: true });
    holder.setSelectionRange(holder.value.length, holder.value.length);
  }, [editing, active]);

  // cells that scroll into view stop below the frozen heads. The observer measures when the table has been laid out in any case, and what
  // it sets is the scroller's alone: a custom property would have the style of every cell reckoned anew
  useLayoutEffect(() => {
    const head = frame.current?.querySelector('thead');
    const scroller = head?.closest<HTMLElement>('.grid-scroll');
    if (!head || !scroller) return undefined;
    const observer = new ResizeObserver(() => {
      scroller.style.scrollPaddingTop = `${head.offsetHeight}px`;
    });
    observer.observe(head);
    return () => observer.disconnect();
  }, [frame]);
}
