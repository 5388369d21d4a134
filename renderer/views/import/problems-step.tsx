// 处理问题: every doubt of the reading with its figures, corrected in place.
import { CheckCircleFilled } from '@ant-design/icons';
import { columnLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { ImportWarning } from '../../../shared/import/proposal.ts';
import { CorrectionField } from './cell-card.tsx';
import { cellsOfWarning, type Wizard } from '../../state/import-wizard.ts';

interface Props {
  readonly wizard: Wizard;
  readonly onChange: (wizard: Wizard) => void;
}

function Problem({ warning, ...props }: Props & { readonly warning: ImportWarning }) {
  const { report, origins } = props.wizard.source.proposal;
  const cells = cellsOfWarning(report, warning);
  return (
    <li className="problem">
      <p>{warning.message}</p>
      {cells.map((cell) => (
        <div key={cell} className="problem-cell">
          <span>{cells.length > 1 ? columnLabel(EDITIONS[report.edition], cell) : ''}</span>
          <span className="problem-raw">原文 {origins[cell]?.raw.trim() || '空白'}</span>
          <CorrectionField cell={cell} wizard={props.wizard} onChange={props.onChange} />
        </div>
      ))}
    </li>
  );
}

export function ProblemsStep(props: Props) {
  const { warnings } = props.wizard.source.proposal;
  const figures = warnings.filter(({ cell }) => cell !== undefined);
  const others = warnings.filter(({ cell }) => cell === undefined);
  if (warnings.length === 0) {
    return (
      <div className="import-clear">
        <CheckCircleFilled aria-hidden />
        <strong>没有疑问，全部表格和文字都已认出</strong>
        <span>仍请在上一步对照原文核对一遍</span>
      </div>
    );
  }
  return (
    <div className="problems">
      {figures.length > 0 && (
        <section>
          <h2>存疑的数（{figures.length}）</h2>
          <p className="problems-note">原年报中的错误按原样带入，留给全审指出；这里只改正读错的数。</p>
          <ul>
            {figures.map((warning) => (
              <Problem key={`${warning.code}/${warning.cell}/${warning.message}`} warning={warning} {...props} />
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>其他提醒（{others.length}）</h2>
          <ul>
            {others.map((warning) => (
              <Problem key={`${warning.code}/${warning.message}`} warning={warning} {...props} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
