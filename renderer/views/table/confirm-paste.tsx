// Before a paste that does not simply fit: what will be written, what is left out and why. Nothing is pasted without the person's word.
import type { App } from 'antd';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import type { FormEdition } from '../../../shared/editions/types.ts';
import type { PastePlan } from '../../grid/paste-plan.ts';

type Modal = ReturnType<typeof App.useApp>['modal'];

const SHOWN = 40;

function Plan({ plan, edition }: { readonly plan: PastePlan; readonly edition: FormEdition }) {
  const named = plan.edits.slice(0, SHOWN).map(({ cell, text }) => ({ name: cellLabel(edition, cell), text }));
  return (
    <div className="paste-plan">
      <p>{plan.summary}</p>
      {plan.refused.map(({ cell, name, reason }) => (
        <p key={cell} className="is-refused">
          {name}：{reason}，不填入。
        </p>
      ))}
      {plan.skipped
        .filter(({ differs }) => differs)
        .map(({ cell, name, text, computed }) => (
          <p key={cell} className="is-warning">
            {name}：粘贴的合计是 {text}，程序计算是 {computed || '空白'}，请核对。
          </p>
        ))}
      {plan.strays.length > 0 && (
        <p className="is-warning">没有对应的格，不填入：{plan.strays.slice(0, SHOWN).join('、')}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">填入</th>
            <th scope="col" className="figure">
              数
            </th>
          </tr>
        </thead>
        <tbody>
          {named.map(({ name, text }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="figure">{text.trim() || '清空'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.edits.length > SHOWN && <p>……共 {plan.edits.length} 格</p>}
    </div>
  );
}

export async function confirmPaste(modal: Modal, plan: PastePlan, edition: FormEdition): Promise<boolean> {
  return modal.confirm({
    title: '粘贴前请核对',
    icon: null,
    width: '42rem',
    content: <Plan plan={plan} edition={edition} />,
    okText: `粘贴 ${plan.edits.length} 格`,
    cancelText: '不粘贴',
  });
}
