// verify: schema, digest and audit chain of a document, and whether the files it was exported to are as it wrote them.
import { basename } from 'node:path';
import { ok } from '../../../shared/model/result.ts';
import { verifyDocument } from '../document-files.ts';
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
    const same = exports.filter(({ state }) => state === 'same').length;
    const missing = exports.filter(({ state }) => state === 'missing').map(({ path }) => `“${basename(path)}”`);
    const text = [
      ...(whole ? ['文件完好，内容与记录一致。'] : problems),
      ...(same > 0 ? [`${same}个导出的文件与记录一致。`] : []),
      ...(missing.length > 0 ? [`没有找到导出的文件${missing.join('、')}，没有核对。`] : []),
    ];
    const json = { ok: whole, problems, ...(exports.length > 0 ? { exports } : {}) };
    return ok({ json, text, status: whole ? 0 : 2 });
  },
};
