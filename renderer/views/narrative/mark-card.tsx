// The card of a quantity in the prose: the cells it speaks of, and what can be done about a difference.
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { findingKey } from '../../../shared/checks/finding.ts';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { showFigure } from '../../../shared/model/number-cell.ts';
import { BLANK } from '../../../shared/model/report.ts';
import type { BoundQuantity } from '../../../shared/text/match.ts';
import { editChapter, explain } from '../../state/document-actions.ts';
import { flushDrafts } from '../../state/drafts.ts';
import { goToCell } from '../../state/navigate.ts';
import { notify } from '../../state/notices.ts';
import { isLocked } from '../../state/selectors.ts';
import { state, useStore } from '../../state/store.ts';
import { findingOf, withReplaced } from './quantities.ts';

const NOT_THE_SAME = '与表格不是同一个数';

/** Puts the figure of the table in place of the one in the prose; what was typed meanwhile is sent first. */
function takeFigure(one: BoundQuantity, text: string): void {
  flushDrafts();
  const doc = state().document?.report.chapters[one.chapter];
  const next = doc && withReplaced(doc, one, text);
  if (next) void editChapter(one.chapter, next);
  else notify('warning', '这句话刚刚改过，请重新核对。');
}

function Cells({ one, onClose }: { readonly one: BoundQuantity; readonly onClose: () => void }) {
  const report = useStore((now) => now.document?.report);
  if (!report) return null;
  const edition = EDITIONS[report.edition];
  return (
    <ul>
      {one.cells.map((cell) => (
        <li key={cell}>
          <button
            type="button"
            className="link"
            onClick={() => {
              onClose();
              goToCell(cell, one.cells);
            }}
          >
            {cellLabel(edition, cell)}
          </button>
          <b>{showFigure(report.cells[cell] ?? BLANK) || '空白'}</b>
        </li>
      ))}
    </ul>
  );
}

export function MarkCard(props: {
  readonly one: BoundQuantity;
  readonly anchor: DOMRect;
  /** The focus goes in, and back to the text again. */
  readonly byKeys: boolean;
  readonly onClose: () => void;
}) {
  const { one, anchor, byKeys, onClose } = props;
  const card = useRef<HTMLDivElement>(null);
  const document = useStore((now) => now.document);
  const finding = useStore((now) => findingOf(now.findings, one));
  useEffect(() => {
    const close = (event: Event): void => {
      const outside =
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !(event.target instanceof Node && card.current?.contains(event.target));
      if (outside) onClose();
    };
    window.addEventListener('pointerdown', close);
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('pointerdown', close);
      window.removeEventListener('keydown', close);
    };
  }, [onClose]);
  useEffect(() => {
    if (!byKeys) return;
    const before = window.document.activeElement;
    const first = (kind: string) => card.current?.querySelector<HTMLElement>(kind);
    (first('.mark-tools button') ?? first('button'))?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, [byKeys]);
  if (!document) return null;
  const locked = isLocked(document);
  const { expected } = one;
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - 360));
  const below = anchor.bottom + 200 < window.innerHeight;
  return (
    <div
      ref={card}
      className="mark-card"
      role="dialog"
      aria-label="正文中的数"
      style={{ left, ...(below ? { top: anchor.bottom + 6 } : { bottom: window.innerHeight - anchor.top + 6 }) }}
    >
      <p className={one.agrees ? 'is-agreeing' : 'is-differing'}>
        {one.agrees
          ? `正文 ${one.text}${one.unit}，与表格一致`
          : `正文 ${one.text}${one.unit}，表格 ${expected ?? '空白'}`}
      </p>
      <Cells one={one} onClose={onClose} />
      {!one.agrees && !locked && (
        <div className="mark-tools">
          {expected !== null && one.quantity.exactness === 'exact' && (
            <Button
              size="small"
              type="primary"
              onClick={() => {
                onClose();
                takeFigure(one, expected);
              }}
            >
              改为 {expected}
            </Button>
          )}
          {finding && (
            <Button
              size="small"
              onClick={() => {
                onClose();
                void explain(findingKey(finding), NOT_THE_SAME);
              }}
            >
              不是同一个数
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
