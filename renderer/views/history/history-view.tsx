// 版本与历史: every change by day and person; a chosen one shows what it changed, against any other moment, and can be gone back to.
import { Button } from 'antd';
import { memo, useEffect, useState } from 'react';
import type { HistoryEntry } from '../../../shared/ipc/contract.ts';
import { undo } from '../../state/document-actions.ts';
import { inQuiet } from '../../state/quiet.ts';
import { isLocked } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { WorkHead } from '../work-head.tsx';
import { BackupsSection } from './backups.tsx';
import { KeptSources } from './kept-sources.tsx';
import { MomentDetail } from './moment-detail.tsx';
import { useHistory } from './use-history.ts';
import './history.css';

const day = (iso: string): string => {
  const time = new Date(iso);
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`;
};
/** Made once: making it takes longer than a thousand times of day. */
const TIMES = new Intl.DateTimeFormat('zh-CN', {
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hour12: false,
});
const hours = (iso: string): string => TIMES.format(new Date(iso));

const Entry = memo(function Entry(props: {
  readonly revision: number;
  readonly at: string;
  readonly label: string;
  readonly author: string | undefined;
  readonly chosen: boolean;
  readonly onChoose: (revision: number) => void;
}) {
  const { revision, at, label, author, chosen, onChoose } = props;
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={() => onChoose(revision)}>
        <time>{hours(at)}</time>
        <span className="change-label">{label}</span>
        {author && <small>{author}</small>}
      </button>
    </li>
  );
});

/** Entries drawn at a time. */
const STEP = 250;

/** How many of a long list are drawn so far: the first at once, the others bit by bit in quiet moments. */
function useDrawn(all: number): number {
  const [drawn, setDrawn] = useState(STEP);
  useEffect(() => {
    let there = true;
    if (drawn < all) inQuiet(() => there && setDrawn(drawn + STEP));
    return () => {
      there = false;
    };
  }, [drawn, all]);
  return drawn;
}

function TimeLine(props: {
  readonly entries: readonly HistoryEntry[];
  readonly chosen: number | undefined;
  readonly onChoose: (revision: number) => void;
}) {
  const drawn = useDrawn(props.entries.length);
  const days = Map.groupBy(props.entries.slice(0, drawn), ({ at }) => day(at));
  return [...days].map(([title, list]) => (
    <section key={title} aria-label={title}>
      <h2>{title}</h2>
      <ol className="time-line">
        {list.map(({ revision, at, label, author }) => (
          <Entry
            key={revision}
            {...{ revision, at, label, author }}
            chosen={revision === props.chosen}
            onChoose={props.onChoose}
          />
        ))}
      </ol>
    </section>
  ));
}

export function HistoryView() {
  const entries = useHistory();
  const document = useStore((now) => now.document);
  const [wanted, setWanted] = useState<number | null>(null);
  if (!document) return null;
  const chosen = entries?.find(({ revision }) => revision === wanted) ?? entries?.[0];
  return (
    <div className="history scroll">
      <WorkHead title="版本与历史" note="每次修改都已写入文件，撤销也作为一次修改记下，不会丢失任何一步。">
        <Button disabled={!document.undo || isLocked(document)} onClick={() => void undo()}>
          {document.undo ? `撤销：${document.undo}` : '撤销'}
        </Button>
      </WorkHead>
      <KeptSources />
      <BackupsSection />
      {entries?.length === 0 && <p className="panel-empty">还没有修改。</p>}
      {entries && chosen && (
        <div className="history-columns">
          <div>
            <TimeLine entries={entries} chosen={chosen.revision} onChoose={setWanted} />
          </div>
          <MomentDetail key={chosen.revision} entry={chosen} entries={entries} />
        </div>
      )}
    </div>
  );
}
