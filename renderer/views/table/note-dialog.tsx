// 此格的注: what is printed in brackets behind a figure, such as “22（其中修订16件）”.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { cellLabel } from '../../../shared/editions/cell-label.ts';
import { EDITIONS } from '../../../shared/editions/index.ts';
import type { Snapshot } from '../../../shared/ipc/contract.ts';
import type { CellId } from '../../../shared/model/report.ts';
import { focusOnOpen } from '../../frame/focus-on-open.ts';
import { editFigures } from '../../state/document-actions.ts';
import { setState, useStore } from '../../state/store.ts';

/** More does not fit into a cell of the printed table. */
const LONGEST = 60;

export function NoteDialog() {
  const document = useStore((now) => now.document);
  const cell = useStore((now) => now.activeCell);
  return document && cell ? <Note document={document} cell={cell} /> : null;
}

function Note({ document, cell }: { readonly document: Snapshot; readonly cell: CellId }) {
  const { report } = document;
  const figure = report.cells[cell];
  const [note, setNote] = useState(figure?.note ?? '');
  const printed = note.trim() === '' ? (figure?.value ?? '') : `${figure?.value}（${note.trim()}）`;
  const close = (): void => setState({ dialog: null });
  const save = (): void => {
    if (note.trim() !== (figure?.note ?? '')) editFigures([{ cell, text: printed }], 'typed');
    close();
  };
  return (
    <Modal
      open
      title="此格的注"
      okText="确定"
      cancelText="取消"
      onOk={save}
      onCancel={close}
      afterOpenChange={focusOnOpen('note')}
      width="32rem"
    >
      <form
        className="note"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label htmlFor="note">{cellLabel(EDITIONS[report.edition], cell)}</label>
        <Input
          id="note"
          value={note}
          maxLength={LONGEST}
          showCount
          placeholder="如：其中修订16件"
          onChange={(event) => setNote(event.target.value)}
        />
        <p>
          表中印作 <b>{printed}</b>；清空即删去此注。
        </p>
      </form>
    </Modal>
  );
}
