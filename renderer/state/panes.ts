// The parts of the window for the keyboard: F6 goes around them; a screen that opens gives the focus to where the work begins.
import type { Place } from './place.ts';

/** In the order of F6, each with what takes the focus in it, the best first. */
const PANES: readonly (readonly [pane: string, holders: readonly string[]])[] = [
  ['.outline', ['[aria-current]', 'button']],
  [
    '.frame-work',
    ['.grid-cell.is-active input', '.grid-cell.is-active', '.paper > [contenteditable="true"]', '.frame-work'],
  ],
  ['.panel', ['.finding.is-current .finding-go', '[role="tab"][aria-selected="true"]']],
  ['.status', ['button']],
];

function enter([pane, holders]: (typeof PANES)[number]): boolean {
  const holder = holders.map((one) =>
    document.querySelector<HTMLElement>(one.startsWith(pane) ? one : `${pane} ${one}`),
  );
  const first = holder.find((one) => one !== null);
  first?.focus({ preventScroll: true });
  return first !== undefined;
}

/** True while a dialog or the help lies over the screens. */
export const isCovered = (): boolean => document.querySelector('.ant-modal-wrap, .ant-drawer-open') !== null;

/** F6 and Shift+F6: to the next part that is there. */
export function goToPane(step: 1 | -1): void {
  const here = PANES.findIndex(([pane]) => document.activeElement?.closest(pane));
  const from = here < 0 && step < 0 ? 0 : here;
  for (let by = 1; by <= PANES.length; by++) {
    const pane = PANES[(from + step * by + PANES.length * by) % PANES.length];
    if (pane && document.querySelector(pane[0]) && enter(pane)) return;
  }
}

/** To the work in the middle, unless the focus is there already or a dialog has it; the wizard sets the focus of each step itself. */
export function enterWork({ view }: Place): void {
  if (view === 'import') return;
  const { activeElement } = document;
  const [, work] = PANES;
  if (!work || activeElement?.closest('.frame-work, [role="dialog"]')) return;
  enter(work);
}
