// verify: schema, digest and audit chain of a document.
import { ok } from '../../../shared/model/result.ts';
import { verifyDocument } from '../document-files.ts';
import type { Command } from './command.ts';
import { oneWord } from './words.ts';

export const verifyCommand: Command = {
  usage: 'verify 文件.nianbao [--json]',
  summary: '核验年报文件：结构、内容摘要、修改记录是否完好',
  options: {},

  async run(words) {
    const file = oneWord(words, verifyCommand);
    if (!file.ok) return file;
    const verified = verifyDocument(file.value);
    if (!verified.ok) return verified;
    const { ok: whole, problems } = verified.value;
    const text = whole ? ['文件完好，内容与记录一致。'] : problems;
    return ok({ json: { ok: whole, problems }, text, status: whole ? 0 : 2 });
  },
};
