// What a verification found, in sentences for a person: at the command line and in the window alike.
import { basename } from 'node:path';
import type { ExportedState } from './exported-files.ts';

export function verificationText(found: {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly exports: readonly ExportedState[];
}): readonly string[] {
  const same = found.exports.filter(({ state }) => state === 'same').length;
  const missing = found.exports.filter(({ state }) => state === 'missing').map(({ path }) => `“${basename(path)}”`);
  return [
    ...(found.ok ? ['文件完好，内容与记录一致。'] : found.problems),
    ...(same > 0 ? [`${same}个导出的文件与记录一致。`] : []),
    ...(missing.length > 0 ? [`没有找到导出的文件${missing.join('、')}，没有核对。`] : []),
  ];
}
