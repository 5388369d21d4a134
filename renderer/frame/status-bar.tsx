// The status bar tells the truth: whether everything is on the disk, what 全审 found, the sum of the selection, the text size.
import { Button } from 'antd';
import { findingKey } from '../../shared/checks/finding.ts';
import { type GroupKind, groupFindings } from '../panels/checks/group-findings.ts';
import { runCommand } from '../state/commands.ts';
import { retrySaving } from '../state/document-actions.ts';
import { useStore } from '../state/store.ts';
import { clock } from '../state/words.ts';

function Saved() {
  const saving = useStore((now) => now.saving);
  const document = useStore((now) => now.document);
  if (!document) return null;
  if (document.readOnly) return <span>只读</span>;
  if (document.report.status === 'final') return <span>已定稿，内容锁定</span>;
  switch (saving.kind) {
    case 'saved':
      return <span className="status-saved">已自动保存 {clock(document.savedAt)}</span>;
    case 'saving':
      return <span>保存中…</span>;
    case 'failed':
      return (
        <span className="status-failed" role="alert">
          未能保存：{saving.reason}
          <Button type="link" size="small" onClick={retrySaving}>
            重试
          </Button>
        </span>
      );
  }
}

function Counts() {
  const findings = useStore((now) => now.findings);
  const due = useStore((now) => now.checkedAt === null);
  const explanations = useStore((now) => now.document?.explanations);
  const groups = groupFindings(findings);
  const count = (kind: GroupKind): number => groups.find((group) => group.kind === kind)?.findings.length ?? 0;
  /** A finding with its 说明 is done with: it is counted, but warns no more. */
  const open = (kind: GroupKind): boolean =>
    groups.find((group) => group.kind === kind)?.findings.some((one) => !explanations?.[findingKey(one)]) ?? false;
  const [error, warning, year] = [count('error'), count('warning'), count('year')];
  return (
    <button
      type="button"
      className="status-button"
      aria-busy={due}
      onClick={() => runCommand('check')}
      title="打开全审面板（F7）"
    >
      {!due || findings.length > 0 ? (
        <>
          <span className={error > 0 ? 'is-error' : ''}>错误 {error}</span>
          <span className={open('warning') ? 'is-warning' : ''}>
            提示 {warning}
            {warning > 0 && !open('warning') && '（均已说明）'}
          </span>
          {year > 0 && (
            <span className={open('year') ? 'is-warning' : ''}>
              上年异常 {year}
              {!open('year') && '（均已说明）'}
            </span>
          )}
        </>
      ) : (
        <span>正在全审…</span>
      )}
    </button>
  );
}

function Selection() {
  const selection = useStore((now) => now.selection);
  if (!selection) return null;
  return (
    <span>
      选区 {selection.cells} 格 · 计数 {selection.count}
      {selection.count > 0 && ` · 求和 ${selection.sum} · 平均 ${selection.average}`}
    </span>
  );
}

export function StatusBar() {
  const open = useStore((now) => now.document !== null);
  const textSize = useStore((now) => now.textSize);
  const version = useStore((now) => now.version);
  return (
    <footer className="status" aria-label="状态栏">
      <div className="status-line">
        <div className="status-part">
          {open ? <Saved /> : <span>年报编制{version && ` ${version}`}</span>}
          {open && <Counts />}
        </div>
        <div className="status-part" aria-live="polite">
          <Selection />
        </div>
        <div className="status-part">
          <button
            type="button"
            className="status-button"
            onClick={() => runCommand('normal')}
            title="文字大小，Ctrl+加号放大，Ctrl+减号缩小，Ctrl+0 恢复"
          >
            {textSize}%
          </button>
          <button type="button" className="status-button" onClick={() => runCommand('settings')} title="设置（Ctrl+,）">
            设置
          </button>
          <span title="不联网，全部数据只在本机的年报文件里">单机</span>
        </div>
      </div>
    </footer>
  );
}
