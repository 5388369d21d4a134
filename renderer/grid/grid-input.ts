// Text, clipboard and focus events of the table.
import type { ClipboardEvent, FocusEvent, FormEvent } from 'react';
import { copyRange, readBlock } from './clipboard.ts';
import type { GridEdits } from './grid-edits.ts';
import { type Change, type GridState, leftBehind } from './grid-state.ts';
import type { GridProps } from './grid.tsx';
import type { GridLayout } from './layout.ts';
import { at, figureAt, positionOf, rangeOf } from './selection.ts';

interface InputContext {
  readonly props: GridProps;
  readonly layout: GridLayout;
  readonly state: GridState;
  readonly edits: GridEdits;
  readonly set: (change: Change) => void;
}

interface InputHandlers {
  onInput(event: FormEvent): void;
  onCopy(event: ClipboardEvent): void;
  onCut(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
  onFocus(event: FocusEvent): void;
  onBlur(event: FocusEvent): void;
}

export function gridInput({ props, layout, state, edits, set }: InputContext): InputHandlers {
  const copy = (event: ClipboardEvent): void => {
    const { text, html } = copyRange(layout, props.report.cells, rangeOf(layout, state.selection));
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
  };
  return {
    onInput({ target }) {
      if (!(target instanceof HTMLInputElement)) return;
      const figure = layout.figures.find(({ id }) => id === target.dataset['cell']);
      if (figure) edits.typed(figure.id, target.value);
    },
    // while text is edited, the field has its own clipboard
    onCopy(event) {
      if (!state.draft) copy(event);
    },
    onCut(event) {
      if (state.draft) return;
      copy(event);
      edits.clear();
    },
    onPaste(event) {
      if (state.draft) return;
      event.preventDefault();
      const clipboard = {
        text: event.clipboardData.getData('text/plain'),
        html: event.clipboardData.getData('text/html'),
      };
      const block = readBlock(clipboard, (html) =>
        new DOMParser().parseFromString(html, 'text/html').querySelector('table'),
      );
      if (block) void edits.paste(block);
    },
    onFocus({ target }) {
      const { row, column } = target.closest<HTMLElement>('td[data-row]')?.dataset ?? {};
      const figure = figureAt(layout, { row: Number(row), column: Number(column) });
      const isActive = !figure || figure === figureAt(layout, state.selection.active);
      set({ focused: true, ...(isActive ? {} : { selection: at(positionOf(figure)) }) });
    },
    onBlur({ currentTarget, relatedTarget }) {
      if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
      const { draft } = state;
      const figure = draft && layout.byId.get(draft.cell);
      if (!edits.commit() && figure) {
        props.onMessage(leftBehind(figure.name, draft));
      }
      set({ focused: false, tabColumn: null, notice: null });
    },
  };
}
