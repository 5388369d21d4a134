// After a new draft was made: what was carried from last year and what was not, with the reasons, until the person closes it.
import { Button } from 'antd';
import { useState } from 'react';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { goToCell } from '../../state/navigate.ts';
import { proposedCells } from '../../state/selectors.ts';
import { setState, useStore } from '../../state/store.ts';

export function CarriedNotice() {
  const carried = useStore((now) => now.carried);
  const document = useStore((now) => now.document);
  const [open, setOpen] = useState(false);
  if (carried.length === 0 || !document) return null;
  const edition = EDITIONS[document.previous?.edition ?? document.report.edition];
  const taken = carried.filter(({ to }) => to !== null);
  const reasons = Map.groupBy(
    carried.filter(({ to }) => to === null),
    ({ reason }) => reason,
  );
  const [first] = proposedCells(document.report);
  return (
    <section className="carried" aria-label="上年数据带入情况">
      <p>
        已从上年带入：上年结转 {taken.filter(({ value }) => value !== null).length} 格（待核对采用），文字作底稿。其余{' '}
        {carried.length - taken.length} 个上年数只作对照。
      </p>
      <span className="carried-tools">
        {first && (
          <Button size="small" type="primary" onClick={() => goToCell(first, proposedCells(document.report))}>
            去核对
          </Button>
        )}
        <Button size="small" onClick={() => setOpen(!open)} aria-expanded={open}>
          {open ? '收起' : '详细'}
        </Button>
        <Button size="small" type="text" onClick={() => setState({ carried: [] })}>
          知道了
        </Button>
      </span>
      {open && (
        <ul className="carried-list">
          {taken.map((note) => (
            <li key={note.from}>
              {cellLabel(edition, note.from)}：{note.value ?? '空白'}。{note.reason}
            </li>
          ))}
          {[...reasons].map(([reason, notes]) => (
            <li key={reason}>
              {notes.length} 格未带入：{reason}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
