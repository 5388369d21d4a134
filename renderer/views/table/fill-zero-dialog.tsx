// 一键填0: says how many blank figures of which table get 0, and does it only on the person's word.
import { Checkbox, Modal } from 'antd';
import { useState } from 'react';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { TableId } from '../../../shared/editions/types.ts';
import { focusOnOpen } from '../../frame/focus-on-open.ts';
import { editFigures } from '../../state/document-actions.ts';
import { blankCells } from '../../state/selectors.ts';
import { setState, useStore } from '../../state/store.ts';

export function FillZeroDialog() {
  const report = useStore((now) => now.document?.report);
  const place = useStore((now) => now.place);
  const tables = report ? EDITIONS[report.edition].tables : [];
  const [chosen, setChosen] = useState<readonly TableId[]>(() =>
    place.view === 'table' ? [place.table] : tables.map(({ id }) => id),
  );
  if (!report) return null;
  const cells = blankCells(
    report,
    tables.filter(({ id }) => chosen.includes(id)),
  );
  const close = (): void => setState({ dialog: null });
  const fill = (): void => {
    editFigures(
      cells.map((cell) => ({ cell, text: '0' })),
      'filled',
    );
    close();
  };
  return (
    <Modal
      open
      title="空格一键填 0"
      okText={`填 0（${cells.length} 格）`}
      cancelText="取消"
      okButtonProps={{ id: 'fill-zero-ok', disabled: cells.length === 0 }}
      afterOpenChange={focusOnOpen('fill-zero-ok')}
      onOk={fill}
      onCancel={close}
      width="34rem"
    >
      <p>只填仍是空白的格，已填的数和自动计算的总计不变。填完可以一步撤销。请先确认这些格确实没有数。</p>
      <div className="choices">
        {tables.map((table) => (
          <Checkbox
            key={table.id}
            checked={chosen.includes(table.id)}
            onChange={(event) =>
              setChosen(event.target.checked ? [...chosen, table.id] : chosen.filter((id) => id !== table.id))
            }
          >
            {table.name}（空白 {blankCells(report, [table]).length} 格）
          </Checkbox>
        ))}
      </div>
    </Modal>
  );
}
