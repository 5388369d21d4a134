// What a person does to figures in the grid: typing, clearing, filling, pasting, taking proposals. Each is one list of edits.
import { readTypedFigure, showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type CellId } from '../../shared/model/report.ts';
import { clearable, type PastedBlock } from './clipboard.ts';
import { type FillWay, fillRanges, planFill } from './fill.ts';
import { LOCK_REASONS, type Lock } from './grid-model.ts';
import type { Change, GridState } from './grid-state.ts';
import type { GridProps } from './grid.tsx';
import type { GridLayout, PlacedFigure } from './layout.ts';
import { type PastePlan, type PasteTarget, planPaste } from './paste-plan.ts';
import { between, figureAt, figuresIn, type Range, rangeOf } from './selection.ts';

export interface GridEdits {
  /** Ends the edit; false where its text was refused and stays. */
  commit(): boolean;
  cancel(): void;
  /** F2, double click. */
  begin(): void;
  typed(cell: CellId, text: string): void;
  clear(): void;
  fill(way: FillWay): void;
  fillTo(target: { readonly to: Range; readonly way: FillWay }): void;
  paste(block: PastedBlock): Promise<void>;
  take(cells: readonly CellId[]): void;
  /** Says why the active cell cannot be typed in. */
  explainLock(): void;
}

interface Context {
  readonly props: GridProps;
  readonly layout: GridLayout;
  readonly state: GridState;
  readonly set: (change: Change) => void;
  readonly lockOf: (cell: CellId) => Lock | null;
}

export function gridEdits({ props, layout, state, set, lockOf }: Context): GridEdits {
  const { report, edition } = props;
  const cells = report.cells;
  const active = figureAt(layout, state.selection.active);
  const selected = rangeOf(layout, state.selection);
  const isLocked = ({ id }: PlacedFigure): boolean => lockOf(id) !== null;
  const target: PasteTarget = { edition, layout, report, isLocked, selected };
  const shown = (cell: CellId): string => showFigure(cells[cell] ?? BLANK);

  const tell = (text: string): void => {
    set({ said: text });
    props.onMessage(text);
  };
  const explainLock = (): void => {
    const lock = active && lockOf(active.id);
    if (!active || !lock) return;
    set({ notice: { cell: active.id, text: LOCK_REASONS[lock] }, said: LOCK_REASONS[lock], closed: null });
  };
  const select = (range: Range): Change => ({
    selection: between({ row: range.top, column: range.left }, { row: range.bottom, column: range.right }),
  });
  const carryOut = (plan: PastePlan, source: 'pasted' | 'filled'): void => {
    if (plan.edits.length > 0) props.onEdit(plan.edits, source);
    const plain = plan.by !== 'labels' && plan.skipped.length + plan.refused.length + plan.strays.length === 0;
    if (plain) set({ said: plan.summary });
    else tell(plan.summary);
  };

  return {
    explainLock,
    commit() {
      const { draft } = state;
      const figure = draft && layout.byId.get(draft.cell);
      if (!draft || !figure) return true;
      const same = draft.text === draft.before;
      const read = same ? null : readTypedFigure(draft.text, figure.type);
      if (read && !read.ok) {
        set({ draft: { ...draft, reason: read.reason }, said: `${figure.name}：${read.reason}`, closed: null });
        return false;
      }
      set({ draft: null, notice: null });
      if (!same) props.onEdit([{ cell: draft.cell, text: draft.text }], 'typed');
      // the same figure typed over a proposal takes it
      else if (draft.touched && cells[draft.cell]?.proposed) props.onAcceptProposed([draft.cell]);
      return true;
    },
    cancel: () => set({ draft: null, notice: null }),
    begin() {
      if (!active) return;
      if (isLocked(active)) return explainLock();
      const before = shown(active.id);
      const { draft } = state;
      set({
        draft: draft
          ? { ...draft, mode: 'edit' }
          : { cell: active.id, text: before, before, mode: 'edit', touched: false, reason: null },
      });
    },
    typed(cell, text) {
      const { draft } = state;
      const begun = draft?.cell === cell ? draft : { cell, before: shown(cell), mode: 'type' as const };
      set({ draft: { ...begun, text, touched: true, reason: null }, notice: null });
    },
    clear() {
      const figures = figuresIn(layout, selected);
      const open = clearable(figures, cells, isLocked);
      if (open.length > 0)
        props.onEdit(
          open.map(({ id }) => ({ cell: id, text: '' })),
          'typed',
        );
      else if (figures.every(isLocked)) explainLock();
    },
    fill(way) {
      const ranges = fillRanges(target, way);
      if (ranges) carryOut(planFill(target, ranges.from, ranges.to, way), 'filled');
    },
    fillTo({ to, way }) {
      carryOut(planFill(target, selected, to, way), 'filled');
      const range = {
        top: Math.min(selected.top, to.top),
        left: Math.min(selected.left, to.left),
        bottom: Math.max(selected.bottom, to.bottom),
        right: Math.max(selected.right, to.right),
      };
      set(select(range));
    },
    async paste(block) {
      if (props.readOnly || report.status === 'final') return explainLock();
      const plan = planPaste(target, block);
      if (plan.edits.length === 0 && plan.skipped.length > 0 && !plan.needsConfirm) return tell(plan.summary);
      if (plan.needsConfirm && !(await props.onConfirmPaste(plan))) {
        set({ said: '没有粘贴。', focused: true });
        return;
      }
      carryOut(plan, 'pasted');
      set({ ...(plan.range ? select(plan.range) : {}), focused: true });
    },
    take(wanted) {
      const proposed = wanted.filter((cell) => cells[cell]?.proposed);
      if (proposed.length === 0 || props.readOnly || report.status === 'final') return;
      props.onAcceptProposed(proposed);
      set({ said: `已采用${proposed.length}格。`, notice: null });
    },
  };
}
