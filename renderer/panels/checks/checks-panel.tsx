// 全审: live findings in groups, each with both sides and its basis. Enter or a click goes to it; nothing is corrected unasked.
import { CheckCircleFilled } from '@ant-design/icons';
import { useDeferredValue } from 'react';
import { findingKey } from '../../../shared/checks/finding.ts';
import { useStore } from '../../state/store.ts';
import { clock } from '../../state/words.ts';
import { FindingItem } from './finding-item.tsx';
import { groupFindings } from './group-findings.ts';
import './checks.css';

export function ChecksPanel() {
  // both a moment later than the key that asked for them: drawing hundreds of findings must not hold up the next one
  const findings = useDeferredValue(useStore((now) => now.findings));
  const checkedAt = useDeferredValue(useStore((now) => now.checkedAt));
  const current = useStore((now) => now.finding);
  const explanations = useStore((now) => now.document?.explanations);
  if (!explanations) return null;
  if (findings.length === 0) {
    return (
      <div className={checkedAt ? 'checks-passed' : 'checks-passed is-due'} role="status">
        <CheckCircleFilled aria-hidden />
        <strong>{checkedAt ? '全审通过' : '正在全审…'}</strong>
        {checkedAt && <span>{clock(checkedAt)} · 没有错误和提示</span>}
      </div>
    );
  }
  const open = findings.filter(
    (one) => one.severity === 'error' || (one.severity === 'warning' && !explanations[findingKey(one)]),
  );
  return (
    <div className="checks">
      {open.length === 0 && checkedAt && (
        <p className="checks-settled" role="status">
          <CheckCircleFilled aria-hidden /> 全审通过：没有错误，没有待说明的提示
        </p>
      )}
      <p className="checks-hint">F4 下一个问题，Shift+F4 上一个</p>
      {groupFindings(findings).map((group) => (
        <section key={group.kind} aria-label={group.title}>
          <h2 className={`checks-title is-${group.kind}`}>
            {group.title}
            <span>{group.findings.length}</span>
            <small>{group.note}</small>
          </h2>
          <ul>
            {group.findings.map((finding) => {
              const key = findingKey(finding);
              return (
                <FindingItem
                  key={key}
                  finding={finding}
                  current={key === current}
                  explanation={explanations[key] ?? ''}
                />
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
