// 版本: the latest changes, in short; the whole time line is a screen of its own.
import { Button } from 'antd';
import { useHistory } from '../views/history/use-history.ts';
import { go } from '../state/navigate.ts';
import { clock } from '../state/words.ts';
import './panels.css';

const SHOWN = 30;

export function VersionsPanel() {
  const entries = useHistory();
  if (!entries) return <p className="panel-empty">正在读取…</p>;
  if (entries.length === 0) return <p className="panel-empty">还没有修改。每次修改都会记在这里，可以逐步撤销。</p>;
  return (
    <>
      <ol className="changes">
        {entries.slice(0, SHOWN).map((entry) => (
          <li key={entry.revision}>
            <time>{clock(entry.at)}</time>
            <span>{entry.label}</span>
          </li>
        ))}
      </ol>
      <Button type="link" className="panel-more" onClick={() => go({ view: 'history' })}>
        全部历史
      </Button>
    </>
  );
}
