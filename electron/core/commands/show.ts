// show: a document's report.
import { ok } from '../../../shared/model/result.ts';
import { readDocumentReport } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { reportJson } from './report-json.ts';
import { oneWord } from './words.ts';

const STATUS = { draft: '编制中', imported: '已发布的年报', final: '已定稿' } as const;

export const showCommand: Command = {
  usage: 'show 文件.nianbao [--json]',
  summary: '显示一份年报的全部内容',
  options: {},

  async run(words) {
    const file = oneWord(words, showCommand);
    if (!file.ok) return file;
    const read = readDocumentReport(file.value);
    if (!read.ok) return read;
    const json = { ...reportJson(read.value), warnings: [], status: read.value.status };
    return ok({ json, text: [read.value.title, STATUS[read.value.status], ...Object.values(json.chapters)] });
  },
};
