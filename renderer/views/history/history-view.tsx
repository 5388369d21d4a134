// 版本与历史: every change by day, with the cells and chapters it touched.
import { Button } from 'antd';
import type { HistoryEntry } from '../../../shared/ipc/contract.ts';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { FormEdition } from '../../../shared/editions/types.ts';
import { undo } from '../../state/document-actions.ts';
import { goToCell } from '../../state/navigate.ts';
import { isLocked } from '../../state/selectors.ts';
import { useStore } from '../../state/store.ts';
import { WorkHead } from '../work-head.tsx';
import { KeptSources } from './kept-sources.tsx';
import { useHistory } from './use-history.ts';
import './history.css';

const day = (iso: string): string => {
  const time = new Date(iso);
  return `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`;
};
const hours = (iso: string): string => new Date(iso).toLocaleTimeString('zh-CN', { hour12: false });

function Entry({ entry, edition }: { readonly entry: HistoryEntry; readonly edition: FormEdition }) {
  const [first] = entry.cells;
  return (
    <li>
      <time>{hours(entry.at)}</time>
      <span className="change-label">{entry.label}</span>
      <span className="change-where">
        {first && (
          <button type="button" className="link" onClick={() => goToCell(first, entry.cells)}>
            {entry.cells.length > 1
              ? `${cellLabel(edition, first)} 等 ${entry.cells.length} 格`
              : cellLabel(edition, first)}
          </button>
        )}
        {entry.chapters.length > 0 && (
          <span>
            {edition.chapters
              .filter(({ key }) => entry.chapters.includes(key))
              .map(({ title }) => title)
              .join('、')}
          </span>
        )}
      </span>
    </li>
  );
}

export function HistoryView() {
  const entries = useHistory();
  const document = useStore((now) => now.document);
  if (!document) return null;
  const edition = EDITIONS[document.report.edition];
  const days = Map.groupBy(entries ?? [], ({ at }) => day(at));
  return (
    <div className="history scroll">
      <WorkHead title="版本与历史" note="每次修改都已写入文件，撤销也作为一次修改记下，不会丢失任何一步。">
        <Button disabled={!document.undo || isLocked(document)} onClick={() => void undo()}>
          {document.undo ? `撤销：${document.undo}` : '撤销'}
        </Button>
      </WorkHead>
      <KeptSources />
      {entries?.length === 0 && <p className="panel-empty">还没有修改。</p>}
      {[...days].map(([title, list]) => (
        <section key={title}>
          <h2>{title}</h2>
          <ol className="time-line">
            {list.map((entry) => (
              <Entry key={entry.revision} entry={entry} edition={edition} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
