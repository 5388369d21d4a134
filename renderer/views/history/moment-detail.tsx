// One moment of the history: what was changed then, or how it differs from another moment; and the way back to it.
import { App, Button, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { HistoryEntry } from '../../../shared/ipc/contract.ts';
import { restoreMoment } from '../../state/document-actions.ts';
import { differenceOf } from '../../state/compare-moments.ts';
import { isLocked } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { dateAndTime } from '../../state/words.ts';
import { Difference } from './difference.tsx';
import { useMoment } from './use-moment.ts';

/** The other moment: the one before the entry, now, or after another entry. */
type Other = 'before' | 'now' | number;

const BEFORE = { value: 'before', label: '这次修改之前' } as const;
const NOW = { value: 'now', label: '现在' } as const;

/** A list of more moments than these is drawn as far as it is in sight. */
const MANY = 200;

export function MomentDetail(props: { readonly entry: HistoryEntry; readonly entries: readonly HistoryEntry[] }) {
  const { entry, entries } = props;
  const { modal } = App.useApp();
  const first = entry.revision === 1;
  const [other, setOther] = useState<Other>(first ? 'now' : 'before');
  const locked = useStore((now) => now.document === null || isLocked(now.document));
  const here = useMoment(entry.revision);
  const there = useMoment(other === 'now' ? null : other === 'before' ? entry.revision - 1 : other);
  const now = useStore((state) => state.document?.report ?? null);
  const thereFirst = other === 'before' || (typeof other === 'number' && other < entry.revision);
  const difference = useMemo(
    () => (here && there ? (thereFirst ? differenceOf(there, here) : differenceOf(here, there)) : null),
    [here, there, thereFirst],
  );
  const isNow = useMemo(() => {
    if (!here || !now) return true;
    const { fields, cells, prose } = differenceOf(here, now);
    return fields.length + cells.length + prose.length === 0;
  }, [here, now]);
  const others = useMemo(
    () =>
      entries
        .filter(({ revision }) => revision !== entry.revision)
        .map(({ revision, at, label }) => ({ value: revision, label: `${dateAndTime(at)} ${label}` })),
    [entries, entry.revision],
  );
  const restore = async (): Promise<void> => {
    const sure = await modal.confirm({
      title: '恢复到这时的内容？',
      content: '此后改过的数字和文字都回到这时的样子；恢复也记作一次修改，可以撤销。',
      okText: '恢复',
      cancelText: '不恢复',
    });
    if (sure) await restoreMoment(entry.revision);
  };
  return (
    <section className="moment" aria-label="所选的修改">
      <h2>{entry.label}</h2>
      <p className="moment-when">
        {dateAndTime(entry.at)}
        {entry.author && ` · ${entry.author}`}
      </p>
      <div className="moment-tools">
        <label htmlFor="moment-other">对照</label>
        <Select<Other>
          id="moment-other"
          value={other}
          options={[...(first ? [] : [BEFORE]), NOW, ...others]}
          onChange={setOther}
          popupMatchSelectWidth={false}
          virtual={others.length > MANY}
        />
        <Button disabled={locked || isNow} onClick={() => void restore()}>
          恢复到这时
        </Button>
      </div>
      {difference ? <Difference difference={difference} /> : <p className="panel-empty">正在读取…</p>}
    </section>
  );
}
