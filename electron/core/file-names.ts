// File names by rule: 机关_2021年度政府信息公开工作年度报告.pdf, safe on every file system the office uses.
import type { ExportKind } from '../../shared/ipc/contract.ts';
import type { Report } from '../../shared/model/report.ts';

/** Characters that Windows refuses in a name, and control characters. */
const UNSAFE = /[\\/:*?"<>|\u0000-\u001f]/g;

/** The name of an exported file. A draft has one of its own: it neither replaces the final document nor passes for it. */
export function exportNameOf(report: Pick<Report, 'organ' | 'year'>, kind: ExportKind, draft: boolean): string {
  if (kind === 'sheet') return fileNameOf(report, 'pdf', '_呈批单');
  return fileNameOf(report, kind, draft ? '_草稿' : '');
}

export function fileNameOf(report: Pick<Report, 'organ' | 'year'>, extension: string, suffix = ''): string {
  const organ = report.organ.replace(UNSAFE, '').trim().slice(0, 60) || '未命名机关';
  return `${organ}_${report.year}年度政府信息公开工作年度报告${suffix}.${extension}`;
}
