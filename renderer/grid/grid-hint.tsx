// What a cell has to say, shown beside it while it has the focus or the mouse is on it: refusal, findings with their equation, proposal, sum.
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { CellValue } from '../../shared/model/report.ts';
import { type CellMark, type MarkLine, proposalText } from './grid-model.ts';

export interface HintLine {
  readonly kind: 'refused' | MarkLine['severity'] | 'info';
  readonly text: string;
  readonly equation?: string | null;
}

interface HintSource {
  readonly value: CellValue;
  readonly mark: CellMark | undefined;
  /** Why the text typed was refused. */
  readonly reason: string | null;
  readonly notice: string | null;
  /** What a computed total is the sum of. */
  readonly total: string | null;
  readonly hovered: boolean;
}

/** The lines for one cell; none where there is nothing worth the person's attention. */
export function hintLines({ value, mark, reason, notice, total, hovered }: HintSource): readonly HintLine[] {
  if (reason) return [{ kind: 'refused', text: `${reason}。请改正，或按 Esc 恢复原数。` }];
  return [
    ...(notice ? [{ kind: 'info', text: notice } as const] : []),
    ...(mark && (hovered || !mark.quiet)
      ? mark.lines.map(({ severity, message, equation }) => ({ kind: severity, text: message, equation }))
      : []),
    ...(value.proposed ? [{ kind: 'info', text: proposalText(value) } as const] : []),
    ...(value.note ? [{ kind: 'info', text: `注：${value.note}` } as const] : []),
    ...(total && (hovered || notice) ? [{ kind: 'info', text: total } as const] : []),
  ];
}

const ICONS = { refused: '✕', error: '✕', warning: '!', hint: 'i', info: '' } as const satisfies Record<
  HintLine['kind'],
  string
>;

interface Props {
  readonly lines: readonly HintLine[];
  readonly hovered: boolean;
  /** The element of the cell. */
  readonly domId: string;
  readonly scroller: RefObject<HTMLElement | null>;
}

export function GridHint({ lines, hovered, domId, scroller }: Props) {
  const anchor = useRef<HTMLElement>(null);
  const shown = lines.length > 0;
  // a hint that goes is hidden where it is, by a box inside: any change of the anchored box lays the page out anew, and the table with it
  const [kept, setKept] = useState(lines);
  if (shown && lines !== kept) setKept(lines);
  useLayoutEffect(() => {
    const around = scroller.current;
    if (!shown || !around) return undefined;
    const place = (): void => placeOver(anchor.current, document.getElementById(domId), around);
    place();
    around.addEventListener('scroll', place, { passive: true });
    window.addEventListener('resize', place);
    return () => {
      around.removeEventListener('scroll', place);
      window.removeEventListener('resize', place);
    };
  }, [shown, domId, scroller]);
  return (
    <>
      <i ref={anchor} className="grid-hint-anchor" />
      <div className="grid-hint" aria-hidden="true">
        <div className={['grid-hint-text', hovered && 'is-hovered', !shown && 'is-gone'].filter(Boolean).join(' ')}>
          {(shown ? lines : kept).map((line) => (
            <p key={line.text} className={`is-${line.kind}`}>
              {ICONS[line.kind] && <b>{ICONS[line.kind]}</b>}
              <span>
                {line.text}
                {line.equation && <em>{line.equation}</em>}
              </span>
            </p>
          ))}
        </div>
      </div>
    </>
  );
}

/**
 * Lays the anchor of the hint over the cell; a cell scrolled out of view has no hint. The anchor is no part of the table: giving the name
 * of an anchor to a cell makes the browser lay the whole table out anew, which a key press would have to wait for.
 */
function placeOver(anchor: HTMLElement | null, cell: HTMLElement | null, around: HTMLElement): void {
  if (!anchor || !cell) return;
  const box = cell.getBoundingClientRect();
  const room = around.getBoundingClientRect();
  const seen = box.bottom > room.top && box.top < room.bottom && box.right > room.left && box.left < room.right;
  anchor.parentElement?.toggleAttribute('hidden', !seen);
  Object.assign(anchor.style, {
    left: `${box.left}px`,
    top: `${box.top}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
}
