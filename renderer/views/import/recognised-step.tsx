// 识别结果: organ, year and form, then each table with the figures as read beside the rows of the source.
import { Input, Select } from 'antd';
import { useState } from 'react';
import { TabBar } from '../../frame/tab-bar.tsx';
import { yearsSince } from '../../state/words.ts';
import { EDITIONS, editionIds, figuresOf } from '../../../shared/editions/index.ts';
import type { TableSpec } from '../../../shared/editions/types.ts';
import type { CellOrigin, ImportProposal } from '../../../shared/import/proposal.ts';
import type { CellId, EditionId } from '../../../shared/model/report.ts';
import { CellCard } from './cell-card.tsx';
import { FormTable } from './form-table.tsx';
import { SourcePane } from './source-pane.tsx';
import { ProseRead } from './prose-read.tsx';
import { correctedReport, doubtsOf, type Wizard } from '../../state/import-wizard.ts';
import './recognised.css';

interface Props {
  readonly wizard: Wizard;
  readonly onChange: (wizard: Wizard) => void;
  readonly onEdition: (edition: EditionId) => void;
}

function Fields({ wizard, onChange, onEdition }: Props) {
  const { report } = wizard.source.proposal;
  const [years] = useState(() => yearsSince(2008));
  return (
    <div className="recognised-fields">
      <label htmlFor="import-organ">机关全称</label>
      <Input
        id="import-organ"
        value={wizard.organ}
        status={wizard.organ.trim() === '' ? 'error' : ''}
        placeholder="没有认出，请填写"
        onChange={(event) => onChange({ ...wizard, organ: event.target.value })}
      />
      <label htmlFor="import-year">年度</label>
      <Select
        id="import-year"
        value={wizard.year}
        options={years.map((year) => ({ value: year, label: `${year} 年` }))}
        onChange={(year) => onChange({ ...wizard, year })}
      />
      <label htmlFor="import-edition">表格格式</label>
      <Select
        id="import-edition"
        value={report.edition}
        options={editionIds.map((id) => ({ value: id, label: `${id} 年版` }))}
        onChange={onEdition}
      />
      <span className="recognised-file" title={wizard.source.fileName}>
        来源：{wizard.source.fileName}
      </span>
    </div>
  );
}

/** The first figure of a table that stands in the source; the chapters begin at its top. */
function beginningOf({ origins }: ImportProposal, table: TableSpec | undefined): CellOrigin | null {
  if (!table) return TOP;
  const first = figuresOf(table).find(({ id }) => origins[id]);
  return (first && origins[first.id]) ?? null;
}
const TOP: CellOrigin = { raw: '', place: '', block: 0 };

export function RecognisedStep(props: Props) {
  const { wizard, onChange } = props;
  const { proposal } = wizard.source;
  const edition = EDITIONS[proposal.report.edition];
  const [tab, setTab] = useState<string>(edition.tables[0]?.id ?? 'prose');
  const [cell, setCell] = useState<CellId | null>(null);
  const [from, setFrom] = useState<CellOrigin | null>(null);
  const report = correctedReport(wizard);
  const table = edition.tables.find(({ id }) => id === tab);
  /** A figure of the source for the chosen cell; the next cell is chosen then, so that a row is mapped figure by figure. */
  const take = (text: string): void => {
    if (!cell || !table) return;
    onChange({ ...wizard, corrections: { ...wizard.corrections, [cell]: text } });
    const ids = figuresOf(table).map(({ id }) => id);
    setCell(ids[ids.indexOf(cell) + 1] ?? cell);
  };
  const doubtful = (ids: readonly CellId[]): number =>
    ids.filter((id) => doubtsOf(proposal.warnings, id).length > 0).length;
  return (
    <div className="recognised">
      <Fields {...props} />
      <div className="recognised-columns">
        <section className="recognised-form" aria-label="识别结果">
          <TabBar
            label="识别结果"
            active={tab}
            onChange={(key) => {
              setTab(key);
              setCell(null);
              setFrom(
                beginningOf(
                  proposal,
                  edition.tables.find(({ id }) => id === key),
                ),
              );
            }}
            tabs={[
              ...edition.tables.map((one) => {
                const count = doubtful(figuresOf(one).map(({ id }) => id));
                return { key: one.id, label: count > 0 ? `${one.name}（${count} 格存疑）` : one.name };
              }),
              { key: 'prose', label: '文字' },
            ]}
          />
          <div className="recognised-scroll">
            {table ? (
              <FormTable
                table={table}
                cells={report.cells}
                corrected={wizard.corrections}
                warnings={proposal.warnings}
                selected={cell}
                onSelect={setCell}
              />
            ) : (
              <ProseRead report={report} />
            )}
          </div>
        </section>
        <section className="recognised-source" aria-label="原文">
          {cell && <CellCard key={cell} cell={cell} wizard={wizard} onChange={onChange} />}
          <SourcePane
            blocks={proposal.blocks}
            origin={cell ? (proposal.origins[cell] ?? null) : null}
            from={from}
            onTake={cell ? take : null}
          />
        </section>
      </div>
    </div>
  );
}
