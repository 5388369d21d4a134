// File names by rule: 机关_2021年度政府信息公开工作年度报告.pdf, safe on every file system the office uses.
import type { Report } from '../../shared/model/report.ts';

/** Characters that Windows refuses in a name, and control characters. */
const UNSAFE = /[\\/:*?"<>|\u0000-\u001f]/g;

export function fileNameOf(report: Pick<Report, 'organ' | 'year'>, extension: string): string {
  const organ = report.organ.replace(UNSAFE, '').trim().slice(0, 60) || '未命名机关';
  return `${organ}_${report.year}年度政府信息公开工作年度报告.${extension}`;
}
