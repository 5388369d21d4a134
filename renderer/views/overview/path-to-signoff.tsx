// The path to the signature: 填报 → 全审 → 说明 → 送审 → 定稿 → 导出, with the step that is due.
import { findingKey } from '../../../shared/checks/finding.ts';
import { runCommand } from '../../state/commands.ts';
import { go, placeOfChapter } from '../../state/navigate.ts';
import type { OutlineEntry } from '../../state/outline.ts';
import { setState, useStore } from '../../state/store.ts';

interface Stage {
  readonly title: string;
  readonly text: string;
  readonly done: boolean;
  readonly run: () => void;
}

export function PathToSignoff({ entries }: { readonly entries: readonly OutlineEntry[] }) {
  const document = useStore((now) => now.document);
  const findings = useStore((now) => now.findings);
  const checked = useStore((now) => now.checked);
  if (!document) return null;
  const { explanations, report } = document;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const toExplain = findings.filter(({ severity }) => severity === 'warning');
  const warnings = toExplain.length;
  const open = toExplain.filter((one) => !explanations[findingKey(one)]).length;
  const unfilled = entries.filter(({ state, table, filled, total }) => state === 'empty' || (table && filled < total));
  const final = report.status === 'final';
  const stages: readonly Stage[] = [
    {
      title: '填报',
      text: unfilled.length > 0 ? `还有 ${unfilled.length} 处未填完` : '六章三表已填',
      done: unfilled.length === 0,
      run: () => go(unfilled[0] ? placeOfChapter(unfilled[0].chapter) : { view: 'overview' }),
    },
    {
      title: '全审',
      text: errors > 0 ? `${errors} 个错误要改` : checked ? '没有错误' : '正在全审…',
      done: checked && errors === 0,
      run: () => runCommand('check'),
    },
    {
      title: '说明',
      text: open > 0 ? `${open} 条提示要核实` : !checked ? '全审后列出' : warnings > 0 ? '提示均已说明' : '没有提示',
      done: checked && open === 0,
      run: () => runCommand('check'),
    },
    { title: '送审定稿', text: final ? '已定稿' : '审核、签发后锁定', done: final, run: () => go({ view: 'signoff' }) },
    { title: '导出', text: 'PDF、Word 等', done: false, run: () => setState({ dialog: 'export' }) },
  ];
  const due = stages.findIndex(({ done }) => !done);
  return (
    <ol className="path" aria-label="送审进度">
      {stages.map((stage, index) => (
        <li key={stage.title} className={stage.done ? 'is-done' : index === due ? 'is-due' : ''}>
          <button type="button" onClick={stage.run} aria-current={index === due ? 'step' : undefined}>
            <span className="path-number">{stage.done ? '✓' : index + 1}</span>
            <span className="path-text">
              <strong>{stage.title}</strong>
              <span>{stage.text}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
