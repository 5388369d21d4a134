// One figure: what stands in the source, how it was read, why it is doubtful, and a field to correct it.
import { Button, Input } from 'antd';
import { useId } from 'react';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import { showFigure } from '../../../shared/model/number-cell.ts';
import { BLANK, type CellId } from '../../../shared/model/report.ts';
import { convertedFigure, doubtsOf, readCorrection, type Wizard } from '../../state/import-wizard.ts';

interface Props {
  readonly cell: CellId;
  readonly wizard: Wizard;
  readonly onChange: (wizard: Wizard) => void;
}

/** The correction of one figure: refused texts stay typed, with the reason. */
export function CorrectionField({ cell, wizard, onChange }: Props) {
  const id = useId();
  const { report } = wizard.source.proposal;
  const read = report.cells[cell] ?? BLANK;
  const text = wizard.corrections[cell];
  const reading = text === undefined ? null : readCorrection(report, cell, text);
  const change = (typed: string): void => {
    const { [cell]: _old, ...others } = wizard.corrections;
    onChange({ ...wizard, corrections: typed === showFigure(read) ? others : { ...others, [cell]: typed } });
  };
  const converted = convertedFigure(report, cell);
  const refused = reading && !reading.ok ? reading.reason : null;
  return (
    <span className="correction">
      <label htmlFor={id}>改为</label>
      <Input
        id={id}
        value={text ?? showFigure(read)}
        status={refused ? 'error' : ''}
        aria-invalid={refused !== null}
        aria-describedby={`${id}-reason`}
        onChange={(event) => change(event.target.value)}
      />
      {converted && text !== converted.value && (
        <Button size="small" onClick={() => change(converted.value)}>
          换算为 {converted.value} {converted.unit}
        </Button>
      )}
      {text !== undefined && (
        <Button size="small" type="text" onClick={() => change(showFigure(read))}>
          还原
        </Button>
      )}
      <small id={`${id}-reason`} className={refused ? 'is-refused' : ''}>
        {refused ?? (reading?.ok ? `读作 ${showFigure({ ...reading, raw: text ?? '' }) || '空白'}` : '')}
      </small>
    </span>
  );
}

export function CellCard(props: Props) {
  const { cell, wizard } = props;
  const { proposal } = wizard.source;
  const origin = proposal.origins[cell];
  const read = proposal.report.cells[cell] ?? BLANK;
  return (
    <div className="cell-card">
      <h2>{cellLabel(EDITIONS[proposal.report.edition], cell)}</h2>
      <p>
        原文 <b>{origin ? origin.raw.trim() || '空白' : '没有找到'}</b> → 读作 <b>{showFigure(read) || '空白'}</b>
        {origin && <small>{origin.place}</small>}
      </p>
      {doubtsOf(proposal.warnings, cell).map(({ message }) => (
        <p key={message} className="cell-doubt">
          {message}
        </p>
      ))}
      <CorrectionField {...props} />
      <p className="cell-card-hint">认错了位置？点下面原文中正确的数，就填入此格，并转到下一格。</p>
    </div>
  );
}
