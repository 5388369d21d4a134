// What a cell has to say, shown beside it while it has the focus or the mouse is on it: refusal, findings with their equation, proposal, sum.
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

export function GridHint({ lines, hovered }: { readonly lines: readonly HintLine[]; readonly hovered: boolean }) {
  if (lines.length === 0) return null;
  return (
    <div className={hovered ? 'grid-hint is-hovered' : 'grid-hint'} aria-hidden="true">
      {lines.map((line) => (
        <p key={line.text} className={`is-${line.kind}`}>
          {ICONS[line.kind] && <b>{ICONS[line.kind]}</b>}
          <span>
            {line.text}
            {line.equation && <em>{line.equation}</em>}
          </span>
        </p>
      ))}
    </div>
  );
}
