// 插入表格数字: finds a figure of the tables by words and puts its value into the text.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { cellLabel } from '../../shared/editions/cell-label.ts';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { matchesWords } from '../state/search.ts';
import { focusOnOpen } from '../frame/focus-on-open.ts';
import { useStore } from '../state/store.ts';

const SHOWN = 60;

export function InsertFigure(props: { readonly onInsert: (text: string) => void; readonly onClose: () => void }) {
  const report = useStore((now) => now.document?.report);
  const [words, setWords] = useState('');
  if (!report) return null;
  const edition = EDITIONS[report.edition];
  const found = [...figures(edition).values()]
    .map(({ id, unit }) => ({ id, unit, label: cellLabel(edition, id), value: report.cells[id]?.value ?? null }))
    .filter(({ label, value }) => value !== null && matchesWords(label, words))
    .slice(0, SHOWN);
  return (
    <Modal
      open
      title="插入表格数字"
      footer={null}
      onCancel={props.onClose}
      afterOpenChange={focusOnOpen('insert-words')}
      width="38rem"
    >
      <Input
        id="insert-words"
        value={words}
        aria-label="查找表格数字"
        placeholder="输入表格中的字，如“新收 总计”"
        onChange={(event) => setWords(event.target.value)}
        onPressEnter={(event) => {
          const [first] = found;
          if (first?.value && !event.nativeEvent.isComposing) props.onInsert(first.value);
        }}
      />
      <ul className="insert-list">
        {found.map(({ id, unit, label, value }) => (
          <li key={id}>
            <button type="button" onClick={() => value !== null && props.onInsert(value)}>
              <span>{label}</span>
              <b>
                {value}
                <small>{unit}</small>
              </b>
            </button>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="panel-empty">没有找到已填数的格。</p>}
    </Modal>
  );
}
