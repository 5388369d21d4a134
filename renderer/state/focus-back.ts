// When a dialog has closed, the focus goes back to where it was before, unless something else has taken it.
import { type State, useStore } from './store.ts';

const isCovering = ({ dialog, paletteOpen, helpOpen, question }: State): boolean =>
  dialog !== null || paletteOpen || helpOpen || question !== null;

/** Gives the function that stops it. */
export function watchFocus(): () => void {
  let from: Element | null = null;
  return useStore.subscribe((now, before) => {
    const [is, was] = [isCovering(now), isCovering(before)];
    if (is === was) return;
    if (is) {
      from = document.activeElement; // the dialog itself is drawn only after this
      return;
    }
    const back = from;
    from = null;
    // what was chosen in the dialog goes first: a cell, a chapter, another screen
    setTimeout(() => {
      if (document.activeElement === document.body && back instanceof HTMLElement && back.isConnected)
        back.focus({ preventScroll: true });
    }, 50);
  });
}
