// Before a paste that does not simply fit: what will be written, what is left out and why. Nothing is pasted without the person's word.
import type { App } from 'antd';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import type { FormEdition } from '../../../shared/editions/types.ts';
import { showFigure } from '../../../shared/model/number-cell.ts';
import { BLANK, type Report } from '../../../shared/model/report.ts';
import { ScrollRegion } from '../../frame/scroll-region.tsx';
import type { PastePlan } from '../../grid/paste-plan.ts';

type Modal = ReturnType<typeof App.useApp>['modal'];

const SHOWN = 200;

interface Shown {
  readonly plan: PastePlan;
  readonly edition: FormEdition;
  readonly report: Report;
}

function Doubts({ plan }: Pick<Shown, 'plan'>) {
  return (
    <ul className="paste-doubts">
      {plan.refused.map(({ cell, name, reason }) => (
        <li key={cell} className="is-refused">
          {name}：{reason}，不填入。
        </li>
      ))}
      {plan.skipped
        .filter(({ differs }) => differs)
        .map(({ cell, name, text, computed }) => (
          <li key={cell} className="is-warning">
            {name}：粘贴的总计是 {text}，程序计算是 {computed || '空白'}；以计算为准，请核对。
          </li>
        ))}
      {plan.strays.length > 0 && (
        <li className="is-warning">没有对应的格，不填入：{plan.strays.slice(0, SHOWN).join('、')}</li>
      )}
    </ul>
  );
}

function Plan({ plan, edition, report }: Shown) {
  const rows = plan.edits.slice(0, SHOWN).map(({ cell, text }) => ({
    name: cellLabel(edition, cell),
    before: showFigure(report.cells[cell] ?? BLANK),
    after: text.trim(),
  }));
  return (
    <div className="paste-plan">
      <p>
        {plan.by === 'labels' ? '按行名和列名对应' : '按所在的行列对应'}，填入 {plan.edits.length} 格
        {plan.cleared.length > 0 && `，其中 ${plan.cleared.length} 格由有数变为空白`}。请核对各数落在哪一格。
      </p>
      <Doubts plan={plan} />
      <ScrollRegion className="paste-rows" label="各格的原数和新数">
        <table>
          <thead>
            <tr>
              <th scope="col">格</th>
              <th scope="col" className="figure">
                原数
              </th>
              <th scope="col" className="figure">
                新数
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, before, after }) => (
              <tr key={name} className={before !== '' && after === '' ? 'is-cleared' : undefined}>
                <td>{name}</td>
                <td className="figure">{before || '空'}</td>
                <td className="figure">{after || '空'}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {plan.edits.length > SHOWN && <p>……共 {plan.edits.length} 格</p>}
      </ScrollRegion>
    </div>
  );
}

export async function confirmPaste(modal: Modal, shown: Shown): Promise<boolean> {
  return modal.confirm({
    title: '粘贴前请核对',
    icon: null,
    width: '42rem',
    style: { top: 40 },
    content: <Plan {...shown} />,
    okText: `粘贴 ${shown.plan.edits.length} 格`,
    cancelText: '不粘贴',
  });
}
