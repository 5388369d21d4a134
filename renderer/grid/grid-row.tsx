// One row of the table: heads and figures, each told only what it shows, so that a key press draws few of them again.
import type { CellId, Cells } from '../../shared/model/report.ts';
import { BLANK } from '../../shared/model/report.ts';
import { GridCell } from './grid-cell.tsx';
import { GridLabel } from './grid-label.tsx';
import type { CellMark, Lock } from './grid-model.ts';
import type { Draft } from './grid-state.ts';
import type { GridLayout, PlacedFigure } from './layout.ts';
import type { Range } from './selection.ts';

/** What the rows are drawn from. */
export interface GridLook {
  readonly layout: GridLayout;
  readonly cells: Cells;
  /** Last year's figures; null where they are not to be shown. */
  readonly previous: Cells | null;
  readonly marks: ReadonlyMap<CellId, CellMark>;
  readonly lockOf: (cell: CellId) => Lock | null;
  readonly active: PlacedFigure | undefined;
  /** Null for a single cell. */
  readonly selected: Range | null;
  /** Where a drag of the handle would fill. */
  readonly filling: Range | null;
  /** The figure with the fill handle. */
  readonly corner: PlacedFigure | undefined;
  readonly flash: ReadonlySet<CellId>;
  readonly flashTurn: 0 | 1;
  readonly draft: Draft | null;
  /** Element ids of the active cell's heads. */
  readonly heads: ReadonlySet<string>;
}

export function GridRow({ index, look }: { readonly index: number; readonly look: GridLook }) {
  const { layout, selected, filling } = look;
  return (
    <tr className={layout.lines[index]?.length === 0 ? 'is-heads' : undefined}>
      {layout.rows[index]?.map((cell) => {
        if (cell.kind === 'label')
          return <GridLabel key={cell.domId} label={cell} layout={layout} lit={look.heads.has(cell.domId)} />;
        const isFilling = filling !== null && within(filling, cell);
        const isSelected = selected !== null && within(selected, cell);
        return (
          <GridCell
            key={cell.domId}
            figure={cell}
            value={look.cells[cell.id] ?? BLANK}
            previous={look.previous?.[cell.id]}
            showPrevious={look.previous !== null}
            mark={look.marks.get(cell.id)}
            lock={look.lockOf(cell.id)}
            active={cell === look.active}
            selected={isSelected}
            edges={isFilling ? edgesOf(filling, cell) : isSelected ? edgesOf(selected, cell) : ''}
            filling={isFilling}
            handle={cell === look.corner}
            flash={look.flash.has(cell.id) ? look.flashTurn : null}
            draft={look.draft?.cell === cell.id ? look.draft : null}
          />
        );
      })}
    </tr>
  );
}

const within = (range: Range, cell: PlacedFigure): boolean =>
  cell.row >= range.top &&
  cell.row <= range.bottom &&
  cell.column <= range.right &&
  cell.column + cell.colspan > range.left;

/** The sides of a range that a cell lies on, as words for the style sheet. */
const edgesOf = (range: Range, cell: PlacedFigure): string =>
  [
    cell.row === range.top && 't',
    cell.row === range.bottom && 'b',
    cell.column <= range.left && 'l',
    cell.column + cell.colspan > range.right && 'r',
  ]
    .filter(Boolean)
    .join(' ');
