// 导出: which documents, where, draft or final; progress, cancel, and what was written.
import { Alert, Button, Checkbox, Modal, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { countFindings } from '../../../shared/checks/finding.ts';
import type { ExportedFile, ExportKind } from '../../../shared/ipc/contract.ts';
import type { Refusal } from '../../../shared/model/result.ts';
import { focusOnOpen } from '../../frame/focus-on-open.ts';
import { request } from '../../state/desktop.ts';
import { settle } from '../../state/document-actions.ts';
import { runCommand } from '../../state/commands.ts';
import { valueOf } from '../../state/notices.ts';
import { setState, useStore } from '../../state/store.ts';
import { folderOf } from '../../state/words.ts';
import { ExportedList } from './exported-list.tsx';
import './export.css';

const CHOICES: Readonly<Record<ExportKind, readonly [name: string, text: string]>> = {
  pdf: ['PDF', '打印、报送，字体已嵌入'],
  docx: ['Word 文档', '需要再排版或走公文流程'],
  xlsx: ['Excel 工作簿', '三张表，合计带公式'],
  html: ['网页', '政府网站发布'],
  sheet: ['呈批单', '随文送审，PDF 单独一份'],
};
const KINDS = Object.keys(CHOICES) as ExportKind[]; // keys of the record above

function Choices(props: {
  readonly kinds: readonly ExportKind[];
  readonly disabled: boolean;
  readonly onChange: (kinds: readonly ExportKind[]) => void;
}) {
  return (
    <fieldset className="export-kinds">
      <legend>文件</legend>
      {KINDS.map((kind) => (
        <Checkbox
          key={kind}
          checked={props.kinds.includes(kind)}
          disabled={props.disabled}
          onChange={({ target }) =>
            props.onChange(KINDS.filter((one) => (one === kind ? target.checked : props.kinds.includes(one))))
          }
        >
          <strong>{CHOICES[kind][0]}</strong>
          <span>{CHOICES[kind][1]}</span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

const KEPT = 'nianbao.export-kinds';

/** What was exported last on this computer; the three that most offices hand in where nothing is kept. */
function keptKinds(): readonly ExportKind[] {
  const kept = localStorage.getItem(KEPT)?.split(',') ?? [];
  const kinds = KINDS.filter((kind) => kept.includes(kind));
  return kinds.length > 0 ? kinds : ['pdf', 'docx', 'xlsx'];
}
const keepKinds = (kinds: readonly ExportKind[]): void => localStorage.setItem(KEPT, kinds.join(','));

export function ExportDialog() {
  const report = useStore((now) => now.document?.report);
  const errors = useStore((now) => countFindings(now.findings).error);
  const progress = useStore((now) => now.progress);
  const path = useStore((now) => now.document?.path ?? '');
  const final = report?.status === 'final';
  const [kinds, setKinds] = useState(keptKinds);
  const [folder, setFolder] = useState<string | null>(null);
  const [draft, setDraft] = useState(!final);
  const [attachment, setAttachment] = useState(true);
  const [running, setRunning] = useState(false);
  const [failure, setFailure] = useState<Refusal | null>(null);
  const [files, setFiles] = useState<readonly ExportedFile[] | null>(null);
  useEffect(() => {
    if (failure) document.getElementById('export-ok')?.focus(); // it was disabled meanwhile
  }, [failure]);
  const place = folder ?? folderOf(path);
  const close = (): void => setState({ dialog: null, progress: null });
  const run = async (): Promise<void> => {
    if (!(await settle())) return;
    setFailure(null);
    keepKinds(kinds);
    setRunning(true);
    const written = await request('export:run', kinds, folder, { draft, attachment });
    setRunning(false);
    setState({ progress: null });
    if (!written.ok) setFailure(written.error);
    else if (written.value) setFiles(written.value);
  };
  if (files) {
    return (
      <Modal
        key="done"
        open
        title="导出完成"
        okText="完成"
        okButtonProps={{ id: 'export-done' }}
        cancelButtonProps={{ style: { display: 'none' } }}
        afterOpenChange={focusOnOpen('export-done')}
        onOk={close}
        onCancel={close}
        width="40rem"
      >
        <ExportedList files={files} />
      </Modal>
    );
  }
  return (
    <Modal
      open
      title="导出年报"
      okText={draft ? '导出草稿' : '导出'}
      cancelText={running ? '停止导出' : '取消'}
      okButtonProps={{ id: 'export-ok', disabled: kinds.length === 0 || running }}
      afterOpenChange={focusOnOpen('export-ok')}
      mask={{ closable: !running }}
      onOk={() => void run()}
      onCancel={() => (running ? void request('export:cancel') : close())}
      width="40rem"
    >
      <Choices kinds={kinds} disabled={running} onChange={setKinds} />
      <div className="export-folder">
        <span>保存到</span>
        <span className="export-path" title={place}>
          <bdi>{place}</bdi>
        </span>
        <Button
          size="small"
          disabled={running}
          onClick={() => void request('export:folder').then((reply) => setFolder(valueOf(reply) ?? folder))}
        >
          更改…
        </Button>
      </div>
      <Checkbox
        checked={draft}
        disabled={running || report?.status === 'draft'}
        onChange={({ target }) => setDraft(target.checked)}
      >
        按草稿导出（每页带“草稿”水印{report?.status === 'draft' ? '，定稿后才能去掉' : ''}）
      </Checkbox>
      {kinds.includes('pdf') && (
        <Checkbox
          className="export-attachment"
          checked={attachment}
          disabled={running}
          onChange={({ target }) => setAttachment(target.checked)}
        >
          PDF 内附数据，供程序读取（PDF/A-3；档案系统只收 PDF/A-2 时去掉）
        </Checkbox>
      )}
      {!draft && errors > 0 && (
        <Alert
          className="export-alert"
          type="warning"
          showIcon
          message={`还有 ${errors} 个错误；请先改正，或按草稿导出。`}
          action={
            <Button
              size="small"
              onClick={() => {
                close();
                runCommand('next-finding');
              }}
            >
              去改正
            </Button>
          }
        />
      )}
      {failure && (
        <Alert
          className="export-alert"
          type={failure.code === 'cancelled' ? 'info' : 'error'}
          showIcon
          message={failure.message}
        />
      )}
      {running && (
        <div className="export-progress" role="status">
          <Progress
            percent={progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0}
            status="active"
            aria-label="导出进度"
          />
          <span>{progress?.text ?? '正在准备…'}</span>
        </div>
      )}
    </Modal>
  );
}
