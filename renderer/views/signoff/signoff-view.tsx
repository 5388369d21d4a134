// 送审与定稿: 拟稿 → 审核 → 签发 with names and remarks; 定稿 locks the report; 解除定稿 needs a reason.
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { SignoffStep } from '../../../shared/ipc/contract.ts';
import { findingKey } from '../../../shared/checks/finding.ts';
import { runCommand } from '../../state/commands.ts';
import { request } from '../../state/desktop.ts';
import { replaceSnapshot, settle } from '../../state/document-actions.ts';
import { notify, valueOf } from '../../state/notices.ts';
import { useStore } from '../../state/store.ts';
import { dateAndTime, dateOf } from '../../state/words.ts';
import { WorkHead } from '../work-head.tsx';
import { FinaliseForm } from './finalise-form.tsx';
import { StepForm } from './step-form.tsx';
import { VerifyCard } from './verify-card.tsx';
import './signoff.css';

const NAMES = {
  submitted: '送审',
  remark: '审核意见',
  revised: '修改完成',
  signed: '签发',
  finalised: '定稿',
  unlocked: '解除定稿',
} as const satisfies Record<SignoffStep['kind'], string>;

/** Steps that are recorded for a day, which may be an earlier one; the program itself knows the minute of the others. */
const isByHand = ({ kind }: SignoffStep): boolean => kind !== 'finalised' && kind !== 'unlocked';

function Unlock() {
  const [reason, setReason] = useState('');
  const unlock = async (): Promise<void> => {
    const snapshot = valueOf(await request('signoff:unlock', reason.trim()));
    if (!snapshot) return;
    replaceSnapshot(snapshot);
    notify('info', '已解除定稿，可以继续修改。');
  };
  return (
    <section className="signoff-card">
      <h2>解除定稿</h2>
      <p>年报已定稿，内容锁定。确需修改时写明原因，原因会留在历史里。</p>
      <label htmlFor="unlock-reason">原因</label>
      <Input.TextArea
        id="unlock-reason"
        autoSize={{ minRows: 2 }}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button danger disabled={reason.trim() === ''} onClick={() => void unlock()}>
        解除定稿
      </Button>
    </section>
  );
}

export function SignoffView() {
  const document = useStore((now) => now.document);
  const findings = useStore((now) => now.findings);
  const [steps, setSteps] = useState<readonly SignoffStep[]>([]);
  const status = document?.report.status;
  useEffect(() => {
    if (status === undefined) return;
    void settle()
      .then(() => request('signoff:list'))
      .then((reply) => setSteps(valueOf(reply) ?? []));
  }, [status]);
  if (!document) return null;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const open = findings.filter((one) => one.severity === 'warning' && !document.explanations[findingKey(one)]).length;
  return (
    <div className="signoff scroll">
      <WorkHead title="送审与定稿" note="拟稿 → 审核 → 签发，逐步留名；定稿后内容锁定，校验码印在呈批单和导出文件里。">
        <Button onClick={() => runCommand('signoff-sheet')}>呈批单</Button>
      </WorkHead>
      <div className="signoff-columns">
        <div>
          {status !== 'final' && (
            <StepForm key={steps.length} steps={steps} locked={document.readOnly} onDone={setSteps} />
          )}
          <section className="signoff-card" aria-labelledby="signoff-list">
            <h2 id="signoff-list">经过</h2>
            {steps.length === 0 && <p>还没有送审。</p>}
            <ol className="signoff-steps">
              {steps.map((step, index) => (
                <li key={`${index}/${step.kind}`}>
                  <strong>{NAMES[step.kind]}</strong>
                  <span>{step.name}</span>
                  <time>{isByHand(step) ? dateOf(step.at) : dateAndTime(step.at)}</time>
                  {step.remark && <p>{step.remark}</p>}
                </li>
              ))}
            </ol>
          </section>
        </div>
        <div>
          {status === 'final' ? (
            <>
              <VerifyCard />
              <Unlock />
            </>
          ) : (
            <FinaliseForm key={steps.length} steps={steps} errors={errors} open={open} locked={document.readOnly} />
          )}
        </div>
      </div>
    </div>
  );
}
