// 选文件: what kinds of file are read, and the form if the person wants to name it beforehand.
import { Alert, Button, Select, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { EDITIONS, editionIds } from '../../../shared/editions/index.ts';
import { SOURCE_FILES } from '../../../shared/import/source-files.ts';
import type { EditionId } from '../../../shared/model/report.ts';
import { pathOf, request } from '../../state/desktop.ts';
import { readPasted, readSource } from '../../state/import-actions.ts';
import { useStore } from '../../state/store.ts';

/** Whole seconds since it was first drawn. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}

function Waiting() {
  const text = useStore((now) => now.progress?.text ?? '正在读取文件…');
  const seconds = useSeconds();
  return (
    <div className="choose-waiting">
      <Spin />
      <p role="status">{text}</p>
      <p className="choose-seconds">{seconds > 1 ? `已用 ${seconds} 秒，最长约 10 秒` : ''}</p>
      <Button onClick={() => void request('source:cancel')}>停止读取</Button>
    </div>
  );
}

/** A report copied in a browser, Word or WPS is taken by Ctrl+V anywhere on this screen. */
function usePastedReport(): void {
  useEffect(() => {
    const onPaste = ({ clipboardData, target }: ClipboardEvent): void => {
      if (!clipboardData || (target instanceof HTMLElement && target.closest('.ant-modal'))) return;
      const [file] = clipboardData.files;
      const path = file ? pathOf(file) : '';
      if (path) void readSource(path);
      else void readPasted(clipboardData.getData('text/html'), clipboardData.getData('text/plain'));
    };
    window.addEventListener('paste', onPaste);
    return () => window.removeEventListener('paste', onPaste);
  }, []);
}

function Choose() {
  usePastedReport();
  const refused = useStore((now) => now.importing.refused);
  const [edition, setEdition] = useState<EditionId | 'auto'>('auto');
  return (
    <div className="choose">
      <h2>上年年报是哪个文件？</h2>
      <p className="choose-lead">
        选择文件，或者直接拖到窗口里；也可以在网页、Word、WPS 里全选复制，回到这里按 Ctrl+V。
      </p>
      <div className="choose-go">
        <Button
          type="primary"
          size="large"
          autoFocus
          onClick={() => void readSource(null, edition === 'auto' ? {} : { edition })}
        >
          选择文件…
        </Button>
        <label htmlFor="choose-edition">表格格式</label>
        <Select
          id="choose-edition"
          value={edition}
          onChange={setEdition}
          options={[
            { value: 'auto' as const, label: '自动识别' },
            ...editionIds.map((id) => ({ value: id, label: `${id} 年版（${EDITIONS[id].document}）` })),
          ]}
        />
      </div>
      {refused && <Alert className="choose-refused" type="error" showIcon message={refused} role="alert" />}
      <table className="choose-kinds">
        <caption>可以读取的文件</caption>
        <tbody>
          {SOURCE_FILES.map(({ name, extensions, about }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{extensions.map((one) => `.${one}`).join('　')}</td>
              <td>{about}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const ChooseStep = ({ reading }: { readonly reading: boolean }) => (reading ? <Waiting /> : <Choose />);
