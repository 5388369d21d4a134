// A statutory table as a grid: the form's own heads, a field in every figure, the keyboard and clipboard of a spreadsheet.
import { type CSSProperties, type KeyboardEvent, useMemo, useReducer, useRef } from 'react';
import type { Finding } from '../../shared/checks/finding.ts';
import type { FormEdition, TableSpec } from '../../shared/editions/types.ts';
import type { CellInput, EditSource } from '../../shared/ipc/contract.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type CellId, type Cells, type CellValue, type Report } from '../../shared/model/report.ts';
import { totalLine } from './equation-line.ts';
import { gridEdits } from './grid-edits.ts';
import { GridHint, type HintLine, hintLines } from './grid-hint.tsx';
import { gridInput } from './grid-input.ts';
import { handleKey } from './grid-keys.ts';
import { locksOf, marksOf, previousCells } from './grid-model.ts';
import { type GridLook, GridRow } from './grid-row.tsx';
import { changeState, type GridState, initialState } from './grid-state.ts';
import { cssWidth, type GridLayout, layoutOf, type PlacedFigure } from './layout.ts';
import type { PastePlan } from './paste-plan.ts';
import { figureAt, figuresIn, rangeOf, type SelectionSummary } from './selection.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridOwner } from './use-grid-owner.ts';
import { useRested } from './use-rested.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import './grid.css';
import './grid-marks.css';
import './grid-hint.css';

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

/** Fills the height of its parent and scrolls inside it. Each table of each edition begins with its own selection. */
export function Grid(props: GridProps) {
  return <TableGrid key={`${props.edition.id}/${props.table.id}`} {...props} />;
}

function TableGrid(props: GridProps) {
  const { edition, table, report, previous, findings } = props;
  const layout = layoutOf(edition, table);
  const [state, set] = useReducer(changeState, layout, initialState);
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const readOnly = props.readOnly || report.status === 'final';
  const lockOf = useMemo(
    () => locksOf(edition, report.status, props.readOnly),
    [edition, report.status, props.readOnly],
  );
  const marks = useMemo(() => marksOf(edition, report, findings), [edition, report, findings]);
  const lastYear = useMemo(() => (previous ? previousCells(edition, previous) : null), [edition, previous]);
  const active = figureAt(layout, state.selection.active);
  const selected = rangeOf(layout, state.selection);
  const valueOf = (id: CellId): CellValue => report.cells[id] ?? BLANK;
  const edits = gridEdits({ props, layout, state, set, lockOf });

  useGridFocus(active, state, active ? showFigure(valueOf(active.id)) : '', frame);
  useGridOwner(props, layout, state, set, edits.commit);
  const isTelling = ({ id }: PlacedFigure): boolean => {
    const { proposed, note } = valueOf(id);
    return marks.has(id) || proposed === true || note !== undefined || lockOf(id) === 'computed';
  };
  const pointer = useGridPointer({ layout, state, edits, set, scroller, isTelling });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void =>
    handleKey(event, {
      layout,
      cells: report.cells,
      state,
      edits,
      set,
      isLocked: ({ id }) => lockOf(id) !== null,
      rowsInView: () => rowsInView(scroller.current, active, layout),
      onUndo: props.onUndo,
      onRedo: props.onRedo,
    });

  const linesOf = (cell: CellId): readonly HintLine[] =>
    hintLines({
      value: valueOf(cell),
      mark: marks.get(cell),
      reason: state.draft?.cell === cell ? state.draft.reason : null,
      notice: state.notice?.cell === cell ? state.notice.text : null,
      total: lockOf(cell) === 'computed' ? totalLine(edition, report, cell) : null,
      hovered: state.hover === cell && cell !== active?.id,
    });
  const told = toldCell(state, active);
  const rested = useRested(told, report.cells);
  const refused = Boolean(state.draft?.reason) && state.draft?.cell === told;
  const hint = told && (told === rested || refused) ? linesOf(told) : [];
  const look: GridLook = {
    layout,
    cells: report.cells,
    previous: props.showPrevious ? lastYear : null,
    marks,
    lockOf,
    active,
    selected: figuresIn(layout, selected).length > 1 ? selected : null,
    filling: state.drag?.kind === 'fill' ? (state.drag.target?.to ?? null) : null,
    corner: state.focused && !readOnly ? figureAt(layout, { row: selected.bottom, column: selected.right }) : undefined,
    flash: new Set(props.flash),
    flashTurn: (props.jumpTo?.nonce ?? 0) % 2 === 1 ? 1 : 0,
    draft: state.draft,
    heads: new Set(state.focused && active ? active.headers.split(' ') : []),
  };
  const rows = layout.rows.map((cells, index) => <GridRow key={cells[0]?.domId} index={index} look={look} />);
  const sizes = useMemo(() => sizesOf(layout, report.cells), [layout, report.cells]);
  const title = edition.chapters.find(({ key }) => key === table.chapter)?.title ?? '';
  return (
    <div ref={frame} className="grid-frame" style={sizes}>
      <div ref={scroller} className="grid-scroll">
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- ARIA's own pattern for a grid
          role="grid"
          className={state.focused ? 'grid-table has-focus' : 'grid-table'}
          aria-label={`${table.name} ${title}`}
          aria-multiselectable="true"
          aria-readonly={readOnly || undefined}
          onKeyDown={onKeyDown}
          {...gridInput({ props, layout, state, edits, set })}
          {...pointer}
        >
          <colgroup>
            {layout.widths.map((_, column) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns have no other name than their number
              <col key={column} style={{ width: cssWidth(layout, column, column + 1) }} />
            ))}
          </colgroup>
          {layout.headRows > 0 && <thead>{rows.slice(0, layout.headRows)}</thead>}
          <tbody>{rows.slice(layout.headRows)}</tbody>
        </table>
      </div>
      <div className="grid-hints">
        <GridHint
          lines={hint}
          hovered={told === state.hover && told !== active?.id}
          domId={(told && layout.byId.get(told)?.domId) ?? ''}
          scroller={scroller}
        />
      </div>
      <p className="grid-said" role="status">
        {state.said}
      </p>
    </div>
  );
}

/** The cell whose hint is shown: the one under the mouse, else the active one, else a refused text left behind. */
function toldCell(state: GridState, active: PlacedFigure | undefined): CellId | null {
  if (state.drag) return null;
  const focused = state.focused && active ? active.id : null;
  const cell = state.hover ?? focused ?? state.draft?.cell ?? null;
  return cell === state.closed && !state.draft ? null : cell;
}

function rowsInView(scroller: HTMLElement | null, active: PlacedFigure | undefined, layout: GridLayout): number {
  const row = (active && document.getElementById(active.domId)?.offsetHeight) || 1;
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / row) - 1 - layout.headRows);
}

/** A figure needs this much width, a long one more; where the window gives less, the table scrolls under its frozen heads. */
const FIGURE_REM = 3.6;
const DIGIT_REM = 0.46;
const EDGES_REM = 0.5;

function sizesOf(layout: GridLayout, cells: Cells): CSSProperties {
  // a figure that goes across several columns has room enough
  const lengths = layout.figures.map(({ id, colspan }) => (cells[id]?.value?.length ?? 0) / colspan);
  const figure = Math.max(FIGURE_REM, Math.max(...lengths) * DIGIT_REM + EDGES_REM);
  const columns = layout.columnCount - layout.headColumns;
  // custom properties are not among the names that CSSProperties knows
  return {
    '--grid-least': `${(columns * figure) / (1 - layout.headsShare)}rem`,
    '--grid-heads': layout.headsShare,
  } as CSSProperties;
}
