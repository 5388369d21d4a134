// What the grid's owner hears and asks: the active cell, the sum of the selection, jumps, and texts that must not be lost.
import { useEffect, useEffectEvent } from 'react';
import type { CellId, Cells } from '../../shared/model/report.ts';
import { registerDraft } from '../state/drafts.ts';
import { type Change, type GridState, leftBehind } from './grid-state.ts';
import type { GridProps } from './grid.tsx';
import type { GridLayout } from './layout.ts';
import { at, figureAt, figuresIn, positionOf, rangeOf, summaryOf } from './selection.ts';

export function useGridOwner(
  props: GridProps,
  layout: GridLayout,
  state: GridState,
  set: (change: Change) => void,
  commit: () => boolean,
): void {
  const { cells } = props.report;
  const active = figureAt(layout, state.selection.active)?.id ?? null;
  const figures = figuresIn(layout, rangeOf(layout, state.selection));
  const selection = figures.length > 1 ? figures.map(({ id }) => id).join() : '';

  const tellActive = useEffectEvent((cell: CellId | null) => props.onActive(cell));
  useEffect(() => {
    if (state.focused) tellActive(active);
  }, [active, state.focused]);

  const tellSelection = useEffectEvent((several: string, now: Cells) => {
    const summary = several ? summaryOf(now, figures) : null;
    props.onSelection(summary);
    if (summary && !state.drag) set({ said: `已选${summary.cells}格，合计${summary.sum}` });
  });
  useEffect(() => tellSelection(selection, cells), [selection, cells]);

  const jump = useEffectEvent((cell: CellId) => {
    const figure = layout.byId.get(cell);
    if (figure)
      set({ selection: at(positionOf(figure)), draft: null, focused: true, notice: null, closed: null, hover: null });
  });
  const { jumpTo } = props;
  useEffect(() => {
    if (jumpTo) jump(jumpTo.cell);
  }, [jumpTo]);

  const flush = useEffectEvent(() => {
    const { draft } = state;
    const figure = draft && layout.byId.get(draft.cell);
    if (!commit() && draft && figure) props.onMessage(leftBehind(figure.name, draft));
  });
  useEffect(() => registerDraft(() => flush()), []);
}
