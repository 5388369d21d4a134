// 总览: where the report stands, what is left to do, and the path to the signature.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { Button } from 'antd';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { runCommand } from '../../state/commands.ts';
import { setState, useStore } from '../../state/store.ts';
import { StateMark, useOutline } from '../../frame/outline.tsx';
import { go, placeOfChapter } from '../../state/navigate.ts';
import { type OutlineEntry, STATE_NAMES } from '../../state/outline.ts';
import { WorkHead } from '../work-head.tsx';
import { CarriedNotice } from './carried-notice.tsx';
import { PathToSignoff } from './path-to-signoff.tsx';
import { TodoList } from './todo-list.tsx';
import './overview.css';

function amount({ table, filled, total }: OutlineEntry): string {
  if (table) return `${filled} / ${total} 格`;
  return filled > 0 ? `${filled} 字` : '—';
}

function ChapterRow({ entry }: { readonly entry: OutlineEntry }) {
  return (
    <tr>
      <td>
        <StateMark state={entry.state} />
      </td>
      <th scope="row">
        <button type="button" className="link" onClick={() => go(placeOfChapter(entry.chapter))}>
          {chapterHeading(entry)}
        </button>
      </th>
      <td className={`state-text is-${entry.state}`}>{STATE_NAMES[entry.state]}</td>
      <td className="figure">{amount(entry)}</td>
      <td className="figure">{entry.errors || '—'}</td>
      <td className="figure">{entry.warnings || '—'}</td>
    </tr>
  );
}

export function OverviewView() {
  const entries = useOutline();
  const report = useStore((now) => now.document?.report);
  const previous = useStore((now) => now.document?.previous);
  if (!report) return null;
  const reviewed = entries.filter(({ state }) => state === 'reviewed').length;
  return (
    <div className="overview scroll">
      <WorkHead
        title={report.title}
        note={`${EDITIONS[report.edition].id} 年版格式 · ${previous ? `上年数据：${previous.year} 年度` : '没有上年数据'} · 已审 ${reviewed} / ${entries.length}`}
      >
        {report.status !== 'draft' && (
          <Button type={report.status === 'imported' ? 'primary' : 'default'} onClick={() => runCommand('next-year')}>
            编制 {report.year + 1} 年度
          </Button>
        )}
        <Button onClick={() => setState({ dialog: 'export' })}>导出</Button>
      </WorkHead>
      <CarriedNotice />
      <PathToSignoff entries={entries} />
      <div className="overview-columns">
        <section aria-labelledby="chapters-title">
          <h2 id="chapters-title">章节与表格</h2>
          <table className="chapters">
            <thead>
              <tr>
                <th scope="col">
                  <span className="sr-only">状态标记</span>
                </th>
                <th scope="col">章节</th>
                <th scope="col">状态</th>
                <th scope="col" className="figure">
                  已填
                </th>
                <th scope="col" className="figure">
                  错误
                </th>
                <th scope="col" className="figure">
                  待说明
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <ChapterRow key={entry.chapter} entry={entry} />
              ))}
            </tbody>
          </table>
        </section>
        <TodoList entries={entries} />
      </div>
    </div>
  );
}
