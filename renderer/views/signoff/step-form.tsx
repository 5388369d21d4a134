// One step of the review: who, what kind, and a remark.
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { SignoffStep } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { settle } from '../../state/document-actions.ts';
import { notify, valueOf } from '../../state/notices.ts';

const KINDS = [
  { kind: 'submitted', name: '送审', who: '拟稿人' },
  { kind: 'remark', name: '审核意见', who: '审核人' },
  { kind: 'revised', name: '修改完成', who: '拟稿人' },
  { kind: 'signed', name: '签发', who: '签发人' },
] as const;

type Kind = (typeof KINDS)[number]['kind'];

export function StepForm(props: {
  readonly locked: boolean;
  readonly onDone: (steps: readonly SignoffStep[]) => void;
}) {
  const [kind, setKind] = useState<Kind>('submitted');
  const [name, setName] = useState('');
  const [remark, setRemark] = useState('');
  const who = KINDS.find((one) => one.kind === kind)?.who ?? '';
  const record = async (): Promise<void> => {
    if (!(await settle())) return;
    const steps = valueOf(await request('signoff:step', kind, name.trim(), remark.trim()));
    if (!steps) return;
    props.onDone(steps);
    setRemark('');
    notify('success', '已记录。');
  };
  return (
    <section className="signoff-card">
      <h2>记录一步</h2>
      <Radio.Group value={kind} onChange={(event) => setKind(event.target.value)} aria-label="步骤">
        {KINDS.map((one) => (
          <Radio.Button key={one.kind} value={one.kind}>
            {one.name}
          </Radio.Button>
        ))}
      </Radio.Group>
      <label htmlFor="step-name">{who}</label>
      <Input id="step-name" value={name} onChange={(event) => setName(event.target.value)} />
      <label htmlFor="step-remark">意见（可不填）</label>
      <Input.TextArea
        id="step-remark"
        autoSize={{ minRows: 2 }}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <Button disabled={props.locked || name.trim() === ''} onClick={() => void record()}>
        记录
      </Button>
    </section>
  );
}
