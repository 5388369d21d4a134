// 新建空白年报: full name of the organ and the year; the year decides the edition of the form.
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { editionFor } from '../../../shared/editions/index.ts';
import { focusOnOpen } from '../../frame/focus-on-open.ts';
import { newDocument } from '../../state/document-actions.ts';
import { setState, state } from '../../state/store.ts';
import { dueYear, yearsSince } from '../../state/words.ts';

export function NewDialog() {
  // an office makes its own report year after year
  const [organ, setOrgan] = useState(() => state().recent[0]?.organ ?? '');
  const [year, setYear] = useState(() => dueYear());
  const [years] = useState(() => yearsSince(2019));
  const ready = organ.trim() !== '';
  const close = (): void => setState({ dialog: null });
  const make = async (): Promise<void> => {
    if (ready && (await newDocument(organ.trim(), year))) close();
  };
  return (
    <Modal
      open
      title="新建空白年报"
      okText="选择保存位置并新建"
      cancelText="取消"
      okButtonProps={{ disabled: !ready }}
      onOk={() => void make()}
      onCancel={close}
      afterOpenChange={focusOnOpen('new-organ')}
      width="32rem"
    >
      <form className="fields" onSubmit={(event) => event.preventDefault()}>
        <label htmlFor="new-organ">机关全称</label>
        <Input
          id="new-organ"
          value={organ}
          placeholder="如：某某市生态环境局"
          // the field of the year keeps the form from being sent by Enter on its own
          onPressEnter={() => void make()}
          onChange={(event) => setOrgan(event.target.value)}
        />
        <label htmlFor="new-year">报告年度</label>
        <Select
          id="new-year"
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: `${value} 年` }))}
        />
        <p className="fields-note">
          {year} 年度使用 {editionFor(year).id} 年版格式（{editionFor(year).document}）。
        </p>
      </form>
    </Modal>
  );
}
