// 定稿: three names; refused while errors stand or warnings lack 说明, with the way to them.
import { Alert, App, Button, Input } from 'antd';
import { useState } from 'react';
import type { SignoffStep } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { replaceSnapshot, settle } from '../../state/document-actions.ts';
import { runCommand } from '../../state/commands.ts';
import { unrecorded } from '../../state/review-order.ts';
import { useStore } from '../../state/store.ts';
import { notify, valueOf } from '../../state/notices.ts';

const FIELDS = [
  ['drafted', '拟稿人'],
  ['reviewed', '审核人'],
  ['signed', '签发人'],
] as const;

/** Who did a step last; the person may write another name. */
const doneBy = (steps: readonly SignoffStep[], kind: SignoffStep['kind']): string =>
  steps.findLast((step) => step.kind === kind)?.name ?? '';

export function FinaliseForm(props: {
  readonly steps: readonly SignoffStep[];
  readonly errors: number;
  readonly open: number;
  readonly locked: boolean;
}) {
  const { modal } = App.useApp();
  const user = useStore((now) => now.settings.name);
  const [names, setNames] = useState({
    drafted: doneBy(props.steps, 'submitted') || user,
    reviewed: doneBy(props.steps, 'remark'),
    signed: doneBy(props.steps, 'signed'),
  });
  const blocked = props.errors > 0 || props.open > 0;
  const missing = unrecorded(props.steps);
  const complete = Object.values(names).every((name) => name.trim() !== '');
  const finalise = async (): Promise<void> => {
    if (!(await settle())) return;
    const sure = await modal.confirm({
      title: '定稿后内容锁定，确定吗？',
      content: (
        <>
          <p>定稿后可以导出正式文件；再要修改须解除定稿并写明原因。</p>
          {missing.length > 0 && <p>还没有记录{missing.join('、')}。已在纸上办理的，可以直接定稿。</p>}
        </>
      ),
      okText: '定稿',
      cancelText: '再看看',
    });
    if (!sure) return;
    const snapshot = valueOf(await request('signoff:finalise', names));
    if (!snapshot) return;
    replaceSnapshot(snapshot);
    notify('success', '已定稿，内容已锁定。');
  };
  return (
    <section className="signoff-card">
      <h2>定稿</h2>
      {blocked && (
        <Alert
          type="warning"
          showIcon
          message={[
            props.errors > 0 && `还有 ${props.errors} 个错误要改正`,
            props.open > 0 && `${props.open} 条提示要写说明`,
          ]
            .filter(Boolean)
            .join('，')}
          action={
            <Button size="small" onClick={() => runCommand('next-finding')}>
              去处理
            </Button>
          }
        />
      )}
      <div className="fields">
        {FIELDS.map(([key, label]) => (
          <FieldRow
            key={key}
            id={`final-${key}`}
            label={label}
            value={names[key]}
            onChange={(name) => setNames({ ...names, [key]: name })}
          />
        ))}
      </div>
      {!blocked && !complete && <p className="signoff-next">填好三个姓名后可以定稿。</p>}
      <Button type="primary" disabled={props.locked || blocked || !complete} onClick={() => void finalise()}>
        定稿并锁定
      </Button>
    </section>
  );
}

function FieldRow(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <>
      <label htmlFor={props.id}>{props.label}</label>
      <Input id={props.id} value={props.value} onChange={(event) => props.onChange(event.target.value)} />
    </>
  );
}
