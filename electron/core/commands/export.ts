// export: the document as Excel, PDF, Word and web page; each file is complete or untouched.
import { EXPORT_KINDS } from '../../../shared/ipc/contract.ts';
import { ok, refuse } from '../../../shared/model/result.ts';
import { exportDocuments, type ExportTarget } from '../export-documents.ts';
import { openDocument } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { oneWord } from './words.ts';

export const exportCommand: Command = {
  usage: `export 文件.nianbao ${EXPORT_KINDS.map((kind) => `[--${kind} 文件]`).join(' ')} [--draft] [--no-attachment] [--json]`,
  summary: '导出最终文件；--sheet 是呈批单，--draft 加草稿水印，--no-attachment 的 PDF 是不带数据附件的 PDF/A-2u',
  options: {
    ...Object.fromEntries(EXPORT_KINDS.map((kind) => [kind, true])),
    draft: false,
    'no-attachment': false,
  },

  async run(words, ports) {
    const file = oneWord(words, exportCommand);
    if (!file.ok) return file;
    const targets = EXPORT_KINDS.flatMap((kind): ExportTarget[] => {
      const path = words.options[kind];
      return path === undefined ? [] : [{ kind, file: path }];
    });
    if (targets.length === 0) return refuse('bad-argument', `没有说明导出什么。用法：${exportCommand.usage}`);
    const opened = openDocument(file.value);
    if (!opened.ok) return opened;
    const store = opened.value;
    try {
      const draft = words.options['draft'] !== undefined;
      const files = await exportDocuments(store, targets, {
        draft,
        attachment: words.options['no-attachment'] === undefined,
        printPdf: ports.printPdf,
      });
      if (!files.ok) return files;
      const text = files.value.flatMap(({ path, bytes, ms, remarks = [] }) => [
        `${path}（${Math.ceil(bytes / 1024)} KB，${ms} 毫秒）`,
        ...remarks.map((remark) => `    ${remark}`),
      ]);
      const asDraft = !draft && targets.some(({ kind }) => kind !== 'sheet');
      if (asDraft && store.snapshot().report.status === 'draft') text.push('年报尚未定稿，已按草稿导出。');
      return ok({ json: { files: files.value }, text });
    } finally {
      store.close();
    }
  },
};
