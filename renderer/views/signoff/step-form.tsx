// One step of the review: who, what kind, and a remark.
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import type { SignoffStep } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { readDay, today } from '../../state/day.ts';
import { isDue, nextInOrder, nextStep, type ReviewStep } from '../../state/review-order.ts';
import { settle } from '../../state/document-actions.ts';
import { valueOf } from '../../state/notices.ts';
import { useStore } from '../../state/store.ts';

const KINDS = [
  { kind: 'submitted', name: '送审', who: '拟稿人' },
  { kind: 'remark', name: '审核意见', who: '审核人' },
  { kind: 'revised', name: '修改完成', who: '拟稿人' },
  { kind: 'signed', name: '签发', who: '签发人' },
] as const satisfies readonly { readonly kind: ReviewStep; readonly name: string; readonly who: string }[];

/** Whoever did this kind of step last; the drafter is the one who works here. Nobody else's name is put in for a reviewer. */
function usualName(kind: ReviewStep, steps: readonly SignoffStep[], user: string): string {
  const drafting: readonly SignoffStep['kind'][] = ['submitted', 'revised'];
  const isDrafter = drafting.includes(kind);
  const last = steps.findLast((step) => (isDrafter ? drafting.includes(step.kind) : step.kind === kind));
  return last?.name ?? (isDrafter ? user : '');
}

export function StepForm(props: {
  readonly steps: readonly SignoffStep[];
  readonly locked: boolean;
  readonly onDone: (steps: readonly SignoffStep[]) => void;
}) {
  const user = useStore((now) => now.settings.name);
  const [kind, setKind] = useState<ReviewStep>(() => nextStep(props.steps));
  const [name, setName] = useState(() => usualName(kind, props.steps, user));
  const [remark, setRemark] = useState('');
  /** null: today, whichever day that is when the step is recorded. */
  const [written, setWritten] = useState<string | null>(null);
  const date = written ?? today();
  const day = readDay(date);
  const choose = (step: ReviewStep): void => {
    setKind(step);
    setName(usualName(step, props.steps, user));
  };
  /** A review says something. */
  const reviewing = kind === 'remark';
  const next = nextInOrder(props.steps);
  const who = KINDS.find((one) => one.kind === kind)?.who ?? '';
  const record = async (): Promise<void> => {
    if (!(await settle())) return;
    const earlier = written !== null && day.ok && day.value !== today() ? day.value : null;
    const steps = valueOf(await request('signoff:step', kind, name.trim(), remark.trim(), earlier));
    if (!steps) return;
    props.onDone(steps);
  };
  return (
    <section className="signoff-card">
      <h2>记录一步</h2>
      <Radio.Group value={kind} onChange={(event) => choose(event.target.value)} aria-label="步骤">
        {KINDS.map((one) => (
          <Radio.Button key={one.kind} value={one.kind} disabled={!isDue(one.kind, props.steps)}>
            {one.name}
          </Radio.Button>
        ))}
      </Radio.Group>
      {next && <p className="signoff-next">{next}</p>}
      <label htmlFor="step-name">{who}</label>
      <Input id="step-name" value={name} onChange={(event) => setName(event.target.value)} />
      <label htmlFor="step-date">日期</label>
      <Input
        id="step-date"
        className="signoff-date"
        value={date}
        status={day.ok ? '' : 'error'}
        aria-describedby="step-date-reason"
        onChange={(event) => setWritten(event.target.value)}
      />
      <span id="step-date-reason" className="signoff-reason" role="status">
        {day.ok ? '' : day.error.message}
      </span>
      <label htmlFor="step-remark">{reviewing ? '意见' : '意见（可不填）'}</label>
      <Input.TextArea
        id="step-remark"
        autoSize={{ minRows: 2 }}
        placeholder={reviewing ? '如：同意报送；或写明需要修改的地方' : ''}
        value={remark}
        onChange={(event) => setRemark(event.target.value)}
      />
      <Button
        disabled={props.locked || name.trim() === '' || (reviewing && remark.trim() === '') || !day.ok}
        onClick={() => void record()}
      >
        记录
      </Button>
    </section>
  );
}
