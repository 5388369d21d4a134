// Tools above a table: 上年数, 采用上年结转, figures that follow from last year's, 一键填0, 撤销 and 重做.
import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { suggestedFigures } from '../../../shared/editions/suggested-figures.ts';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS, figuresOf } from '../../../shared/editions/index.ts';
import type { TableSpec } from '../../../shared/editions/types.ts';
import { acceptFigures, editFigures, redo, undo } from '../../state/document-actions.ts';
import { blankCells } from '../../state/selectors.ts';
import { setState, useStore } from '../../state/store.ts';

export function TableTools({ table, locked }: { readonly table: TableSpec; readonly locked: boolean }) {
  const document = useStore((now) => now.document);
  const showPrevious = useStore((now) => now.showPrevious);
  if (!document) return null;
  const { report, previous, undo: undone, redo: redone } = document;
  const ids = figuresOf(table).map(({ id }) => id);
  const proposed = ids.filter((id) => report.cells[id]?.proposed);
  const suggested = previous ? suggestedFigures(report, previous).filter(({ cell }) => ids.includes(cell)) : [];
  const blanks = blankCells(report, [table]);
  return (
    <>
      <Checkbox
        disabled={!previous}
        title={previous ? '每格下面显示上年的数（F9）' : '没有上年数据'}
        checked={showPrevious && previous !== null}
        onChange={(event) => setState({ showPrevious: event.target.checked })}
      >
        显示上年数
      </Checkbox>
      {proposed.length > 0 && !locked && (
        <Button type="primary" onClick={() => acceptFigures(proposed)}>
          采用上年结转（{proposed.length} 格）
        </Button>
      )}
      {suggested.length > 0 && !locked && (
        <Button
          title={suggested
            .map(({ cell, value, formula }) => `${cellLabel(EDITIONS[report.edition], cell)}：${value}（${formula}）`)
            .join('\n')}
          onClick={() =>
            editFigures(
              suggested.map(({ cell, value }) => ({ cell, text: value })),
              'filled',
            )
          }
        >
          填入推算数（{suggested.length} 格）
        </Button>
      )}
      <Button disabled={locked || blanks.length === 0} onClick={() => setState({ dialog: 'fill-zero' })}>
        一键填 0
      </Button>
      <span className="button-pair">
        <Button
          icon={<UndoOutlined aria-hidden />}
          disabled={locked || !undone}
          title={undone ? `撤销：${undone}（Ctrl+Z）` : '没有可撤销的操作'}
          aria-label={undone ? `撤销：${undone}` : '撤销'}
          onClick={() => void undo()}
        />
        <Button
          icon={<RedoOutlined aria-hidden />}
          disabled={locked || !redone}
          title={redone ? `重做：${redone}（Ctrl+Y）` : '没有可重做的操作'}
          aria-label={redone ? `重做：${redone}` : '重做'}
          onClick={() => void redo()}
        />
      </span>
    </>
  );
}
