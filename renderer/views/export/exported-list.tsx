// The files written by an export: open one, or show it in its folder.
import { CheckCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ExportedFile } from '../../../shared/ipc/contract.ts';
import { request } from '../../state/desktop.ts';
import { valueOf } from '../../state/notices.ts';
import { byteSize, fileName } from '../../state/words.ts';

export function ExportedList({ files }: { readonly files: readonly ExportedFile[] }) {
  return (
    <ul className="exported">
      {files.map((file) => (
        <li key={file.path}>
          <CheckCircleFilled aria-hidden />
          <span className="exported-name" title={file.path}>
            <strong>{fileName(file.path)}</strong>
            <small title={`文件校验值（SHA-256）：${file.sha256}`}>{byteSize(file.bytes)}</small>
            {file.remarks?.map((remark) => (
              <small key={remark} className="exported-remark">
                {remark}
              </small>
            ))}
          </span>
          <Button size="small" onClick={() => void request('file:open', file.path).then(valueOf)}>
            打开
          </Button>
          <Button size="small" onClick={() => void request('file:show', file.path).then(valueOf)}>
            所在文件夹
          </Button>
        </li>
      ))}
    </ul>
  );
}
