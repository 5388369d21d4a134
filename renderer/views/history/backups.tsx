// 备份: the dated copies of a report on this computer. One comes back as a new file; the report itself is never overwritten.
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import type { BackupCopy } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { chooseDocument, openDocument } from '../../state/document-actions.ts';
import { valueOf } from '../../state/notices.ts';
import { setState, useStore } from '../../state/store.ts';
import { byteSize, dateAndTime, fileName } from '../../state/words.ts';
import './kept.css';

function useBackups(path: string | null): readonly BackupCopy[] | null {
  const [copies, setCopies] = useState<readonly BackupCopy[] | null>(null);
  useEffect(() => {
    void request('backup:list', path).then((reply) => setCopies(valueOf(reply) ?? []));
  }, [path]);
  return copies;
}

function Backups({ path, focused }: { readonly path: string | null; readonly focused?: true }) {
  const copies = useBackups(path);
  if (!copies) return <p className="panel-empty">正在读取…</p>;
  if (copies.length === 0) return <p className="kept-none">还没有这份年报的备份。工作时每隔十分钟自动另存一份。</p>;
  return (
    <ul className="kept">
      {copies.map((copy, index) => (
        <li key={copy.path}>
          <span>{dateAndTime(copy.at)}</span>
          <small>{byteSize(copy.bytes)}</small>
          <Button
            size="small"
            autoFocus={focused && index === 0}
            aria-label={`恢复为新文件…：${dateAndTime(copy.at)} 的备份`}
            onClick={() => void openDocument(copy.path)}
          >
            恢复为新文件…
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The copies of the open report, folded up: they are needed once in a while. */
export const BackupsSection = () => (
  <section>
    <details>
      <summary>
        <h2>自动备份</h2>
      </summary>
      <Backups path={null} />
    </details>
  </section>
);

/** The copies of a report that is not open: it may be gone or damaged. */
export function BackupsDialog() {
  const path = useStore((now) => now.backupsOf);
  const close = (): void => setState({ dialog: null });
  if (path === null) return null;
  return (
    <Modal
      open
      title={`“${fileName(path)}”的备份`}
      footer={<Button onClick={() => void chooseDocument('backup')}>其他年报的备份…</Button>}
      onCancel={close}
      width="36rem"
    >
      <Backups path={path} focused />
    </Modal>
  );
}
