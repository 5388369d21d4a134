// 开始: the three ways in, and the reports last worked on.
import { FileAddOutlined, FolderOpenOutlined, ImportOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { runCommand } from '../../state/commands.ts';
import { useStore } from '../../state/store.ts';
import { RecentList } from './recent-list.tsx';
import './start.css';

function Way(props: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly keys: string;
  readonly command: string;
  readonly recommended?: boolean;
}) {
  return (
    <button
      type="button"
      className={props.recommended ? 'way is-recommended' : 'way'}
      onClick={() => runCommand(props.command)}
    >
      <span className="way-icon">{props.icon}</span>
      <span className="way-body">
        <span className="way-title">
          {props.title}
          {props.recommended && <em>推荐</em>}
        </span>
        <span className="way-text">{props.text}</span>
      </span>
      <kbd>{props.keys}</kbd>
    </button>
  );
}

export function StartView() {
  const recent = useStore((now) => now.recent);
  const begun = useStore((now) => now.importing.wizard?.source.fileName);
  return (
    <div className="start">
      <section className="start-ways" aria-labelledby="start-title">
        <h1 id="start-title">政府信息公开工作年度报告</h1>
        <p className="start-lead">从上年年报到定稿，一个下午完成；全部数据只在本机，不联网。</p>
        <Way
          icon={<ImportOutlined aria-hidden />}
          title="从上年年报开始"
          text={begun ? `继续装入“${begun}”` : '装入上年的 Word、Excel、PDF 或网页，带出底稿和结转数'}
          keys="Ctrl+I"
          command="import"
          recommended
        />
        <Way
          icon={<FolderOpenOutlined aria-hidden />}
          title="打开年报"
          text="继续编制 .nianbao 文件"
          keys="Ctrl+O"
          command="open"
        />
        <Way
          icon={<FileAddOutlined aria-hidden />}
          title="新建空白年报"
          text="没有上年年报时使用，六章三表按格式建好"
          keys="Ctrl+N"
          command="new"
        />
        <p className="start-drop">也可以把文件直接拖到窗口里</p>
      </section>
      <section className="start-recent" aria-labelledby="recent-title">
        <h2 id="recent-title">最近的年报</h2>
        <RecentList recent={recent} />
      </section>
    </div>
  );
}
