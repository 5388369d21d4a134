// One figure of the grid: a real input where it can be typed in, plain text where it is locked. Drawn again only when what it shows changes.
import { memo } from 'react';
import { showFigure } from '../../shared/model/number-cell.ts';
import type { CellValue } from '../../shared/model/report.ts';
import {
  type CellMark,
  type Lock,
  LOCK_REASONS,
  NO_CHANGE,
  previousView,
  proposalText,
  sameMark,
  sourceName,
} from './grid-model.ts';
import type { Draft } from './grid-state.ts';
import type { PlacedFigure } from './layout.ts';

export interface GridCellProps {
  readonly figure: PlacedFigure;
  readonly value: CellValue;
  readonly previous: CellValue | undefined;
  readonly showPrevious: boolean;
  readonly mark: CellMark | undefined;
  readonly lock: Lock | null;
  readonly active: boolean;
  /** Inside a selection of several cells. */
  readonly selected: boolean;
  /** Sides that are the edge of the selection or of what a drag will fill: “t l b r”. */
  readonly edges: string;
  readonly filling: boolean;
  readonly handle: boolean;
  /** Changes with every flash, so that the same cells can flash again. */
  readonly flash: 0 | 1 | null;
  readonly draft: Draft | null;
}

// React wants a handler on a controlled field; the table listens to the input events of all fields
const listenedAbove = (): void => {};

const sayId = (figure: PlacedFigure): string => `${figure.domId}-say`;

function View(props: GridCellProps) {
  const { figure, value, mark, lock, draft } = props;
  const text = draft ? draft.text : showFigure(value);
  const previous = props.showPrevious ? previousView(value, props.previous) : null;
  const saying = saidOf(props, previous);
  const invalid = draft?.reason || (mark && mark.severity === 'error' && !mark.part) ? true : undefined;
  const describedBy = saying ? sayId(figure) : undefined;
  return (
    // a cell of a grid takes the focus itself where it holds no field
    <td
      id={figure.domId}
      headers={figure.headers}
      colSpan={figure.colspan}
      className={classOf(props, text)}
      data-row={figure.row}
      data-column={figure.column}
      data-edges={props.edges || undefined}
      aria-selected={props.selected || props.active}
      {...(lock ? lockedCell(invalid, describedBy) : {})}
    >
      {lock ? (
        <span className="grid-text">{text}</span>
      ) : (
        <input
          value={text}
          onChange={listenedAbove}
          data-cell={figure.id}
          tabIndex={-1}
          inputMode={figure.type === 'amount' ? 'decimal' : 'numeric'}
          autoComplete="off"
          spellCheck={false}
          aria-label={figure.label}
          aria-invalid={invalid}
          aria-describedby={describedBy}
        />
      )}
      {previous && (
        <span className="grid-previous" aria-hidden="true">
          <span>{previous.text}</span>
          {previous.change !== null && previous.change !== NO_CHANGE && <span>{previous.change}</span>}
        </span>
      )}
      {value.proposed && lock !== 'final' && lock !== 'read-only' && (
        <button
          type="button"
          className="grid-take"
          tabIndex={-1}
          data-take={figure.id}
          title="采用（Alt+Enter）"
          aria-label={`采用 ${text}`}
        >
          {text.length + 4 > figure.room ? '✓' : '采用'}
        </button>
      )}
      {saying && (
        <span id={sayId(figure)} hidden>
          {saying}
        </span>
      )}
      <i className="grid-handle" data-handle="" aria-hidden="true" />
    </td>
  );
}

/** A locked cell is itself what an open cell's field is: the holder of the focus. Which one Tab finds is set by use-grid-focus.ts. */
const lockedCell = (invalid: true | undefined, describedBy: string | undefined) => ({
  'aria-readonly': true,
  'aria-invalid': invalid,
  'aria-describedby': describedBy,
  tabIndex: -1,
});

/** What a screen reader adds to the figure: refusal, findings, proposal, lock, note, last year. */
function saidOf({ value, mark, lock, draft }: GridCellProps, previous: ReturnType<typeof previousView>): string {
  const lines = [
    draft?.reason,
    ...(mark && !mark.quiet ? mark.lines.map(({ message }) => message) : []),
    value.proposed && proposalText(value),
    lock === 'computed' && LOCK_REASONS.computed,
    previous && `上年${previous.text}${previous.change === null ? '' : `，增减${previous.change}`}`,
    value.source.kind !== 'empty' && value.source.kind !== 'typed' && `来源：${sourceName(value.source)}`,
  ];
  return lines.filter((line) => typeof line === 'string' && line !== '').join(' ');
}

function classOf({ figure, mark, lock, value, ...props }: GridCellProps, text: string): string {
  const names = [
    'grid-cell',
    lock === 'computed' && 'is-computed',
    value.proposed && 'is-proposed',
    value.state === 'text' && 'is-unread',
    lengthOf(text) > figure.room && 'is-long',
    figure.room > WIDE && 'is-wide',
    mark && (mark.quiet ? 'has-quiet' : `has-${mark.severity}`),
    mark?.part && 'is-part',
    props.active && 'is-active',
    props.selected && 'is-selected',
    props.filling && 'is-filling',
    props.handle && 'is-corner',
    props.draft && 'is-editing',
    props.draft?.reason && 'is-refused',
    props.flash !== null && `is-flash-${props.flash}`,
  ];
  return names.filter(Boolean).join(' ');
}

const WIDE = 14;

/** In digits: a Chinese character takes nearly two. */
const lengthOf = (text: string): number => text.length + (text.match(/[^\x00-\xff]/g)?.length ?? 0) * 0.85;

const same = (left: GridCellProps, right: GridCellProps): boolean => {
  const keys = Object.keys(right) as (keyof GridCellProps)[]; // an object's own keys
  return keys.every((key) => left[key] === right[key] || (key === 'mark' && sameMark(left.mark, right.mark)));
};

export const GridCell = memo(View, same);
