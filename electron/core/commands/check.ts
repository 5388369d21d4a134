// check: 全审 of a document, with last year's report from the document itself or given.
import { countFindings, findingKey } from '../../../shared/checks/finding.ts';
import { runChecks } from '../../../shared/checks/run-checks.ts';
import { ok, refuse } from '../../../shared/model/result.ts';
import { readPreviousReport } from '../document-files.ts';
import { readDocumentReport } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { findingText } from './finding-text.ts';
import { oneWord } from './words.ts';

export const checkCommand: Command = {
  usage: 'check 文件.nianbao [--previous 上年.nianbao] [--json]',
  summary: '全审：核对表间关系、文字与表格、与上年的衔接',
  options: { previous: true },

  async run(words) {
    const file = oneWord(words, checkCommand);
    if (!file.ok) return file;
    const report = readDocumentReport(file.value);
    if (!report.ok) return report;
    const last = words.options['previous'];
    const previous = last === undefined ? readPreviousReport(file.value) : readDocumentReport(last);
    if (!previous.ok) return previous;
    if (last !== undefined && previous.value && previous.value.year >= report.value.year) {
      return refuse(
        'bad-argument',
        `“${last}”是${previous.value.year}年度的年报，不是${report.value.year}年度的上年年报；请换成${report.value.year - 1}年度的。`,
      );
    }
    const findings = runChecks(report.value, previous.value);
    const counts = countFindings(findings);
    const gap = previous.value && previous.value.year < report.value.year - 1;
    const closing =
      counts.error + counts.warning === 0
        ? '全审通过。'
        : `错误${counts.error}，提示${counts.warning}，参考${counts.hint}。`;
    return ok({
      json: { findings: findings.map((finding) => ({ ...finding, key: findingKey(finding) })), counts },
      text: [
        ...findings.map(findingText),
        ...(gap ? [`对照的是${previous.value?.year}年度的年报，不是上一年度，与上年的衔接没有核对。`] : []),
        closing,
      ],
      status: counts.error > 0 ? 1 : 0,
    });
  },
};
