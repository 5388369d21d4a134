// 上年: last year's figures of the table on screen, or last year's text of the chapter.
import { rowLabel } from '../../shared/editions/cell-label.ts';
import { EDITIONS, figuresOf } from '../../shared/editions/index.ts';
import { blockText } from '../../shared/model/chapter.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import { BLANK, type ChapterKey } from '../../shared/model/report.ts';
import { columnLabel } from '../../shared/editions/cell-label.ts';
import type { TableId } from '../../shared/editions/types.ts';
import { useStore } from '../state/store.ts';
import './panels.css';

function LastTable({ table }: { readonly table: TableId }) {
  const previous = useStore((now) => now.document?.previous);
  const active = useStore((now) => now.activeCell);
  if (!previous) return null;
  const edition = EDITIONS[previous.edition];
  const spec = edition.tables.find((one) => one.id === table);
  if (!spec) return null;
  const rows = Map.groupBy(figuresOf(spec), ({ id }) => id.split('.').slice(0, 2).join('.'));
  return (
    <ul className="last-rows">
      {[...rows].map(([row, cells]) => (
        <li key={row} className={active?.startsWith(`${row}.`) ? 'is-active' : ''}>
          <span className="last-label">{rowLabel(edition, row).replace(/^\S+ /, '')}</span>
          <span className="last-figures">
            {cells.map(({ id }) => (
              <span key={id} className={id === active ? 'is-active' : ''}>
                <small>{columnLabel(edition, id)}</small>
                {showFigure(previous.cells[id] ?? BLANK) || '空'}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LastText({ chapter }: { readonly chapter: ChapterKey }) {
  const previous = useStore((now) => now.document?.previous);
  const blocks = previous?.chapters[chapter].content ?? [];
  if (blocks.length === 0) return <p className="panel-empty">上年此章没有文字。</p>;
  return (
    <div className="last-text">
      {blocks.map((block, index) => (
        <p key={`${index}/${blockText(block)}`}>{blockText(block)}</p>
      ))}
    </div>
  );
}

export function PreviousPanel() {
  const previous = useStore((now) => now.document?.previous);
  const place = useStore((now) => now.place);
  if (!previous) return <p className="panel-empty">没有上年数据。从“从上年年报开始”装入后，这里显示上年的数和文字。</p>;
  return (
    <>
      <h2 className="panel-title">{previous.year} 年度</h2>
      {place.view === 'table' ? (
        <LastTable table={place.table} />
      ) : place.view === 'chapter' ? (
        <LastText chapter={place.chapter} />
      ) : (
        <p className="panel-empty">打开一个章节或表格，这里显示它的上年内容。</p>
      )}
    </>
  );
}
