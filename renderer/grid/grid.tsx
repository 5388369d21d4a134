// A statutory table as a grid: the form's own heads, a field in every figure, the keyboard and clipboard of a spreadsheet.
import {
  type ClipboardEvent,
  type CSSProperties,
  type FocusEvent,
  type FormEvent,
  useEffect,
  useEffectEvent,
  useMemo,
  useReducer,
  useRef,
} from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import type { FormEdition, TableSpec } from '../../shared/editions/types.ts';
import type { CellInput, EditSource } from '../../shared/ipc/contract.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type CellId, type Report } from '../../shared/model/report.ts';
import { registerDraft } from '../state/drafts.ts';
import { copyRange, readBlock } from './clipboard.ts';
import { totalLine } from './equation-line.ts';
import { GridCell } from './grid-cell.tsx';
import { gridEdits } from './grid-edits.ts';
import { GridHint, hintLines } from './grid-hint.tsx';
import { handleKey } from './grid-keys.ts';
import { GridLabel } from './grid-label.tsx';
import { locksOf, marksOf } from './grid-model.ts';
import { changeState, type Change, type GridState, initialState } from './grid-state.ts';
import { type GridLayout, layoutOf, type PlacedFigure } from './layout.ts';
import type { PastePlan } from './paste-plan.ts';
import {
  at,
  figureAt,
  figuresIn,
  positionOf,
  type Range,
  rangeOf,
  type SelectionSummary,
  summaryOf,
} from './selection.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import './grid.css';

export interface GridProps {
  readonly edition: FormEdition;
  readonly table: TableSpec;
  readonly report: Report;
  readonly previous: Report | null;
  readonly findings: readonly Finding[];
  /** Last year's figure and the change under each figure. */
  readonly showPrevious: boolean;
  readonly readOnly: boolean;
  /** The owner applies the edits to `report` before it returns, totals included. */
  onEdit(input: readonly CellInput[], source: EditSource): void;
  onAcceptProposed(cells: readonly CellId[]): void;
  onUndo(): void;
  onRedo(): void;
  /** Something a person should read: what a paste left out, what was not filled in. */
  onMessage(text: string): void;
  /** For the status bar; null for a single cell. */
  onSelection(summary: SelectionSummary | null): void;
  /** The cell that the panels speak of. */
  onActive(cell: CellId | null): void;
  readonly flash: readonly CellId[];
  readonly jumpTo: { readonly cell: CellId; readonly nonce: number } | null;
  /** Shows the plan of a paste that needs a look; true to carry it out. */
  onConfirmPaste(plan: PastePlan): Promise<boolean>;
}

/** Each table of each edition begins with its own selection. */
export function Grid(props: GridProps) {
  return <TableGrid key={`${props.edition.id}/${props.table.id}`} {...props} />;
}

function TableGrid(props: GridProps) {
  const { edition, table, report, previous, findings, readOnly } = props;
  const layout = layoutOf(edition, table);
  const [state, set] = useReducer(changeState, layout, initialState);
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const lockOf = useMemo(() => locksOf(edition, report.status, readOnly), [edition, report.status, readOnly]);
  const marks = useMemo(() => marksOf(edition, report, findings), [edition, report, findings]);
  const active = figureAt(layout, state.selection.active);
  const selected = rangeOf(layout, state.selection);
  const several = figuresIn(layout, selected).length > 1;
  const cellOf = (id: CellId) => report.cells[id] ?? BLANK;
  const edits = gridEdits({ props, layout, state, set, lockOf });

  useGridFocus(active, state, active ? showFigure(cellOf(active.id)) : '', frame);
  useOwner(props, layout, state, set, edits.commit);
  const pointer = useGridPointer({
    layout,
    state,
    edits,
    set,
    scroller,
    isTelling: ({ id }) =>
      marks.has(id) || cellOf(id).proposed === true || cellOf(id).note !== undefined || lockOf(id) === 'computed',
  });

  const onInput = ({ target }: FormEvent): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const figure = layout.figures.find(({ id }) => id === target.dataset['cell']);
    if (figure) edits.typed(figure.id, target.value);
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (state.draft) return;
    event.preventDefault();
    const { text, html } = copyRange(layout, report.cells, selected);
    event.clipboardData.setData('text/plain', text);
    event.clipboardData.setData('text/html', html);
    if (event.type === 'cut') edits.clear();
  };
  const onPaste = (event: ClipboardEvent): void => {
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
  };
  const onFocus = ({ target }: FocusEvent): void => {
    const cell = target.closest<HTMLElement>('td[data-row]');
    const { row, column } = cell?.dataset ?? {};
    const figure = figureAt(layout, { row: Number(row), column: Number(column) });
    set({ focused: true, ...(figure && figure !== active ? { selection: at(positionOf(figure)) } : {}) });
  };
  const onBlur = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && frame.current?.contains(relatedTarget)) return;
    const { draft } = state;
    const figure = draft && layout.byId.get(draft.cell);
    if (!edits.commit() && figure)
      props.onMessage(`${figure.name}的“${draft.text.trim()}”没有填入：不能作为此格的数，请改正。`);
    set({ focused: false, tabColumn: null, notice: null });
  };
  const rowsInView = (): number => {
    const height = scroller.current?.clientHeight ?? 0;
    const row = (active && document.getElementById(active.domId)?.offsetHeight) || 1;
    return Math.max(1, Math.floor(height / row) - 1 - layout.headRows);
  };

  const flash = new Set(props.flash);
  const parity = props.jumpTo && props.jumpTo.nonce % 2 === 1 ? 1 : 0;
  const filling = state.drag?.kind === 'fill' ? (state.drag.target?.to ?? null) : null;
  const last = figureAt(layout, { row: selected.bottom, column: selected.right });
  const told = state.drag ? null : (state.hover ?? (state.focused ? active?.id : null) ?? state.draft?.cell ?? null);
  const telling = told === state.closed && !state.draft ? null : told;
  const heads = new Set(state.focused && active ? active.headers.split(' ') : []);
  const row = (index: number) => (
    <tr key={index} className={layout.lines[index]?.length === 0 ? 'is-heads' : undefined}>
      {layout.rows[index]?.map((cell) =>
        cell.kind === 'label' ? (
          <GridLabel key={cell.domId} label={cell} layout={layout} lit={heads.has(cell.domId)} />
        ) : (
          <GridCell
            key={cell.domId}
            figure={cell}
            value={cellOf(cell.id)}
            previous={previous?.cells[cell.id]}
            showPrevious={props.showPrevious && previous !== null}
            mark={marks.get(cell.id)}
            lock={lockOf(cell.id)}
            active={cell === active}
            selected={several && within(selected, cell)}
            edges={edgesOf(
              filling && within(filling, cell) ? filling : several && within(selected, cell) ? selected : null,
              cell,
            )}
            filling={filling !== null && within(filling, cell)}
            handle={cell === last && state.focused && !readOnly && report.status !== 'final'}
            flash={flash.has(cell.id) ? parity : null}
            anchor={cell.id === telling}
            draft={state.draft?.cell === cell.id ? state.draft : null}
          />
        ),
      )}
    </tr>
  );
  const rows = layout.rows.map((_, index) => index);
  const hint = telling ? hintOf(telling) : [];

  function hintOf(cell: CellId) {
    return hintLines({
      value: cellOf(cell),
      mark: marks.get(cell),
      reason: state.draft?.cell === cell ? state.draft.reason : null,
      notice: state.notice?.cell === cell ? state.notice.text : null,
      total: lockOf(cell) === 'computed' ? totalLine(edition, report, cell) : null,
      hovered: state.hover === cell && cell !== active?.id,
    });
  }

  return (
    <div ref={frame} className="grid-frame" style={sizes(layout)}>
      <div ref={scroller} className="grid-scroll">
        {/* biome-ignore lint: role grid makes the table a widget */}
        <table
          role="grid"
          className={state.focused ? 'grid-table has-focus' : 'grid-table'}
          aria-label={`${table.name} ${edition.chapters.find(({ key }) => key === table.chapter)?.title ?? ''}`}
          aria-multiselectable="true"
          aria-readonly={readOnly || report.status === 'final' || undefined}
          onKeyDown={(event) =>
            handleKey(event, {
              layout,
              cells: report.cells,
              state,
              edits,
              set,
              isLocked: ({ id }) => lockOf(id) !== null,
              rowsInView,
              onUndo: props.onUndo,
              onRedo: props.onRedo,
            })
          }
          onInput={onInput}
          onCopy={onCopy}
          onCut={onCopy}
          onPaste={onPaste}
          onFocus={onFocus}
          onBlur={onBlur}
          {...pointer}
        >
          <colgroup>
            {layout.widths.map((width, column) => (
              // biome-ignore lint: columns have no other name than their number
              <col key={column} style={{ width: `calc(var(--grid-width) * ${width})` }} />
            ))}
          </colgroup>
          {layout.headRows > 0 && <thead>{rows.slice(0, layout.headRows).map(row)}</thead>}
          <tbody>{rows.slice(layout.headRows).map(row)}</tbody>
        </table>
        <GridHint lines={hint} hovered={telling === state.hover && telling !== active?.id} />
      </div>
      <p className="grid-said" role="status">
        {state.said}
      </p>
    </div>
  );
}

const within = (range: Range, cell: PlacedFigure): boolean =>
  cell.row >= range.top && cell.row <= range.bottom && cell.column >= range.left && cell.column <= range.right;

const edgesOf = (range: Range | null, cell: PlacedFigure): string =>
  range === null
    ? ''
    : [
        cell.row === range.top && 't',
        cell.row === range.bottom && 'b',
        cell.column === range.left && 'l',
        cell.column + cell.colspan - 1 === range.right && 'r',
      ]
        .filter(Boolean)
        .join(' ');

/** A figure needs this much width; where the window gives less, the table scrolls under its frozen heads. */
const FIGURE_REM = 3.6;

function sizes(layout: GridLayout): CSSProperties {
  const figures = layout.widths.slice(layout.headColumns).reduce((sum, width) => sum + width, 0);
  const columns = layout.columnCount - layout.headColumns;
  const heads = layout.widths.slice(0, layout.headColumns).reduce((sum, width) => sum + width, 0);
  // custom properties are not among the names that CSSProperties knows
  return {
    '--grid-least': `${(columns * FIGURE_REM) / figures}rem`,
    '--grid-heads': heads,
  } as CSSProperties;
}

/** What the owner hears and asks: the active cell, the sum of the selection, jumps, texts that must not be lost. */
function useOwner(
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

  const tellSelection = useEffectEvent(() => {
    const summary = summaryOf(cells, figures);
    props.onSelection(summary);
    if (summary && !state.drag) set({ said: `已选${summary.cells}格，合计${summary.sum}` });
  });
  useEffect(() => tellSelection(), [selection, cells]);

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
    if (!commit() && state.draft) props.onMessage(`“${state.draft.text.trim()}”没有填入，请先改正。`);
  });
  useEffect(() => registerDraft(() => flush()), []);
}
