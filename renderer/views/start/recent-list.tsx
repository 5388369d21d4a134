// Reports last worked on: organ, year, state, errors, path. A file that is gone says so and can be taken off the list.
import { Button } from 'antd';
import type { RecentDocument } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { openDocument } from '../../state/document-actions.ts';
import { valueOf } from '../../state/notices.ts';
import { setState } from '../../state/store.ts';
import { dateAndTime, STATUS_NAMES } from '../../state/words.ts';

async function forget(path: string): Promise<void> {
  const recent = valueOf(await request('recent:forget', path));
  if (recent) setState({ recent });
}

function State({ entry }: { readonly entry: RecentDocument }) {
  if (entry.missing) return <span className="tag is-warning">文件不在原处</span>;
  if (entry.errors > 0) return <span className="tag is-error">{entry.errors} 个错误</span>;
  return <span className={entry.status === 'final' ? 'tag is-ok' : 'tag'}>{STATUS_NAMES[entry.status]}</span>;
}

function Recent({ entry }: { readonly entry: RecentDocument }) {
  return (
    <li className={entry.missing ? 'recent is-missing' : 'recent'}>
      <button
        type="button"
        className="recent-open"
        disabled={entry.missing}
        onClick={() => void openDocument(entry.path)}
      >
        <span className="recent-year">{entry.year}</span>
        <span className="recent-body">
          <span className="recent-organ">{entry.organ}</span>
          <span className="recent-path" title={entry.path}>
            <bdi>{entry.path}</bdi>
          </span>
        </span>
        <span className="recent-side">
          <State entry={entry} />
          <span className="recent-time">{dateAndTime(entry.openedAt)}</span>
        </span>
      </button>
      <span className="recent-actions">
        {!entry.missing && (
          <Button type="link" size="small" onClick={() => void request('file:show', entry.path).then(valueOf)}>
            打开所在文件夹
          </Button>
        )}
        <Button
          type="link"
          size="small"
          aria-label={`从备份恢复…：${entry.organ}${entry.year}年`}
          onClick={() => setState({ dialog: 'backups', backupsOf: entry.path })}
        >
          从备份恢复…
        </Button>
        <Button
          type="link"
          size="small"
          aria-label={`从列表中移除：${entry.organ}${entry.year}年`}
          onClick={() => void forget(entry.path)}
        >
          移除
        </Button>
      </span>
    </li>
  );
}

export function RecentList({ recent }: { readonly recent: readonly RecentDocument[] }) {
  if (recent.length === 0)
    return <p className="recent-none">还没有打开过年报。第一次使用，请从左侧“从上年年报开始”。</p>;
  return (
    <ul className="recents">
      {recent.map((entry) => (
        <Recent key={entry.path} entry={entry} />
      ))}
    </ul>
  );
}
