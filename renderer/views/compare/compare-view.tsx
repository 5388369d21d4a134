// 与上年对照: every figure, last year and this year, the change and its share, with a small bar.
import { Empty, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { type ComparedTable, compareYears, type FigurePair, showPermille } from '../../state/compare-years.ts';
import { goToCell } from '../../state/navigate.ts';
import { useStore } from '../../state/store.ts';
import { WorkHead } from '../work-head.tsx';
import { PairBar } from './pair-bar.tsx';
import { ProseShares } from './prose-shares.tsx';
import './compare.css';

type Show = 'all' | 'changed' | 'same';

const signed = (difference: string): string =>
  difference.startsWith('-') || difference === '0' ? difference : `+${difference}`;

function Row({ pair, largest }: { readonly pair: FigurePair; readonly largest: number }) {
  const much = pair.permille !== null && (pair.permille > 500n || pair.permille < -500n);
  return (
    <tr className={`is-${pair.kind}`}>
      <th scope="row">
        <button type="button" className="compare-label" onClick={() => goToCell(pair.cell)}>
          {pair.label}
        </button>
      </th>
      <td className="figure">{pair.last || '空'}</td>
      <td className="figure">{pair.now || '空'}</td>
      <td>
        {pair.values && <PairBar last={Number(pair.values.last)} now={Number(pair.values.now)} largest={largest} />}
      </td>
      <td className="figure">{pair.difference === null ? '' : signed(pair.difference)}</td>
      <td className={much ? 'figure is-much' : 'figure'}>
        {pair.permille === null ? (pair.kind === 'changed' ? '上年为 0' : '') : showPermille(pair.permille)}
      </td>
    </tr>
  );
}

function Compared({
  compared,
  show,
  years,
}: {
  readonly compared: ComparedTable;
  readonly show: Show;
  readonly years: readonly [number, number];
}) {
  const pairs = compared.pairs.filter(({ kind }) => show === 'all' || kind === show);
  // the length of a bar is a picture, not a figure: a rounded number will do
  const largest = Math.max(
    1,
    ...compared.pairs.flatMap(({ values }) =>
      values ? [Math.abs(Number(values.last)), Math.abs(Number(values.now))] : [],
    ),
  );
  if (pairs.length === 0) return null;
  return (
    <section aria-label={compared.table.name}>
      <table className="compare-table">
        <caption>{compared.table.name}</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col" className="figure">
              {years[0]} 年
            </th>
            <th scope="col" className="figure">
              {years[1]} 年
            </th>
            <th scope="col">对比</th>
            <th scope="col" className="figure">
              增减
            </th>
            <th scope="col" className="figure">
              幅度
            </th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => (
            <Row key={pair.cell} pair={pair} largest={largest} />
          ))}
        </tbody>
      </table>
      {show === 'all' && compared.withoutPlace.length > 0 && (
        <details className="without-place">
          <summary>上年格式另有 {compared.withoutPlace.length} 个数，本年格式没有对应的格</summary>
          <ul>
            {compared.withoutPlace.map(({ label, text }) => (
              <li key={label}>
                {label}：{text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

export function CompareView() {
  const report = useStore((now) => now.document?.report);
  const previous = useStore((now) => now.document?.previous);
  const [show, setShow] = useState<Show>('all');
  const tables = useMemo(() => (report && previous ? compareYears(report, previous) : []), [report, previous]);
  if (!report) return null;
  const count = (kind: FigurePair['kind']): number =>
    tables.flatMap(({ pairs }) => pairs).filter((pair) => pair.kind === kind).length;
  const shown = tables.some(({ pairs }) => pairs.some(({ kind }) => show === 'all' || kind === show));
  return (
    <div className="compare scroll">
      <WorkHead
        title="与上年对照"
        note={
          previous
            ? `${count('changed')} 格有变化，${count('same')} 格与上年相同，${count('open')} 格一方没有数`
            : undefined
        }
      >
        <Radio.Group
          disabled={!previous}
          value={show}
          onChange={(event) => setShow(event.target.value)}
          aria-label="显示"
        >
          <Radio.Button value="all">全部</Radio.Button>
          <Radio.Button value="changed">只看变化</Radio.Button>
          <Radio.Button value="same">只看雷同</Radio.Button>
        </Radio.Group>
      </WorkHead>
      {previous && show === 'all' && <ProseShares report={report} previous={previous} />}
      {previous && shown ? (
        tables.map((compared) => (
          <Compared key={compared.table.id} compared={compared} show={show} years={[previous.year, report.year]} />
        ))
      ) : (
        <Empty
          className="compare-none"
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={previous ? '没有这样的格。' : '没有上年数据。从“从上年年报开始”装入后，这里逐格对照。'}
        />
      )}
    </div>
  );
}
