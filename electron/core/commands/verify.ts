// verify: schema, digest and audit chain of a document, and whether the files it was exported to are as it wrote them.
import { ok } from '../../../shared/model/result.ts';
import { verifyDocument } from '../document-files.ts';
import { verificationText } from '../verification.ts';
import type { Command } from './command.ts';
import { oneWord } from './words.ts';

export const verifyCommand: Command = {
  usage: 'verify 文件.nianbao [--json]',
  summary: '核验年报文件：结构、内容摘要、修改记录是否完好，导出的文件是否被改动',
  options: {},

  async run(words) {
    const file = oneWord(words, verifyCommand);
    if (!file.ok) return file;
    const verified = verifyDocument(file.value);
    if (!verified.ok) return verified;
    const { ok: whole, problems, exports } = verified.value;
    const text = verificationText(verified.value);
    const json = { ok: whole, problems, ...(exports.length > 0 ? { exports } : {}) };
    return ok({ json, text, status: whole ? 0 : 2 });
  },
};
