// 来源: where the figure of the active cell comes from, its original text, last year's figure, and the sums it stands in.
import { cellLabel } from '../../shared/editions/cell-label.ts';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import type { Equation } from '../../shared/editions/types.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type CellId, type CellSource, type CellValue } from '../../shared/model/report.ts';
import { assertNever } from '../../shared/model/result.ts';
import type { Snapshot } from '../../shared/ipc/contract.ts';
import { previousCells } from '../grid/grid-model.ts';
import { goToCell } from '../state/navigate.ts';
import { useStore } from '../state/store.ts';
import { Button } from 'antd';
import { editNote, noteObstacle } from '../state/cell-note.ts';
import './panels.css';

function origin(source: CellSource, document: Snapshot): string {
  switch (source.kind) {
    case 'empty':
      return '还没有填';
    case 'typed':
      return '手工录入';
    case 'pasted':
      return '粘贴';
    case 'filled':
      return '批量填充';
    case 'computed':
      return '程序计算';
    case 'imported':
      return `装入自“${source.file}”${source.place}`;
    case 'carried':
      return `结转自${source.year}年度 ${cellLabel(EDITIONS[document.previous?.edition ?? document.report.edition], source.from)}`;
    default:
      return assertNever(source);
  }
}

function Sum({ equation, cell }: { readonly equation: Equation; readonly cell: CellId }) {
  const report = useStore((now) => now.document?.report);
  if (!report) return null;
  const edition = EDITIONS[report.edition];
  const side = (ids: readonly CellId[]) =>
    ids.map((id) => (
      <li key={id}>
        <button
          type="button"
          className="link"
          aria-current={id === cell || undefined}
          onClick={() => goToCell(id, [...equation.left, ...equation.right])}
        >
          {cellLabel(edition, id).replace(/^\S+ /, '')}
        </button>
        <b>{showFigure(report.cells[id] ?? BLANK) || '空白'}</b>
      </li>
    ));
  return (
    <details className="sum">
      <summary>
        {equation.computes ? '总计' : '勾稽'}：{equation.subject}
      </summary>
      <ul>{side(equation.left)}</ul>
      <p>应等于</p>
      <ul>{side(equation.right)}</ul>
    </details>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: string }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const shown = (cell: CellValue): string => showFigure(cell) || '空白';

export function SourcePanel() {
  const document = useStore((now) => now.document);
  const cell = useStore((now) => now.activeCell);
  if (!document) return null;
  if (!cell) return <p className="panel-empty">在表格中选一个格，这里显示它的数从哪里来。</p>;
  const edition = EDITIONS[document.report.edition];
  const value = document.report.cells[cell] ?? BLANK;
  const last = document.previous && previousCells(edition, document.previous)[cell];
  const equations = edition.equations.filter(({ left, right }) => left.includes(cell) || right.includes(cell));
  return (
    <div className="facts">
      <h2>{cellLabel(edition, cell)}</h2>
      <p className="facts-value">
        {shown(value)}
        {value.state === 'number' && <small>{figures(edition).get(cell)?.unit}</small>}
      </p>
      <dl>
        <Fact name="来源">{origin(value.source, document)}</Fact>
        {value.raw !== '' && value.raw !== shown(value) && <Fact name="原文">{value.raw}</Fact>}
        {value.note && <Fact name="注">{value.note}</Fact>}
        {value.proposed && <Fact name="状态">程序建议，尚未采用</Fact>}
        <Fact name="上年">{document.previous ? (last ? shown(last) : '上年格式没有此格') : '没有上年数据'}</Fact>
      </dl>
      {noteObstacle(document, cell) === null && (
        <Button size="small" className="facts-note" title="Shift+F2" onClick={editNote}>
          {value.note ? '改注…' : '加注…'}
        </Button>
      )}
      {equations.map((equation) => (
        <Sum key={`${equation.rule}/${equation.subject}`} equation={equation} cell={cell} />
      ))}
    </div>
  );
}
