// finalise: 定稿, with the names of those who drafted, reviewed and signed.
import { ok, refuse } from '../../../shared/model/result.ts';
import { finaliseDocument } from '../sign-off.ts';
import { openDocument } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { oneWord, required } from './words.ts';

export const finaliseCommand: Command = {
  usage: 'finalise 文件.nianbao --drafted 拟稿人 --reviewed 审核人 --signed 签发人 [--json]',
  summary: '定稿：锁定年报并给出校验码；有错误，或编制中的年报有提示没有说明时拒绝',
  options: { drafted: true, reviewed: true, signed: true },

  async run(words) {
    const file = oneWord(words, finaliseCommand);
    if (!file.ok) return file;
    const names: Record<'drafted' | 'reviewed' | 'signed', string> = { drafted: '', reviewed: '', signed: '' };
    for (const key of ['drafted', 'reviewed', 'signed'] as const) {
      const name = required(words, key, finaliseCommand);
      if (!name.ok) return name;
      names[key] = name.value;
    }
    const opened = openDocument(file.value);
    if (!opened.ok) return opened;
    try {
      // a report that was published before is locked as it stands; one that is prepared here answers for every 提示
      const imported = opened.value.snapshot().report.status === 'imported';
      const done = finaliseDocument(opened.value, names, { unexplained: imported ? 'allowed' : 'refused' });
      if (!done.ok && done.error.code === 'unexplained')
        return refuse('unexplained', `${done.error.message}可用 explain 命令填写说明。`);
      if (!done.ok) return done;
      const { digest, unexplained } = done.value;
      const text = [
        `已定稿，校验码 ${digest.slice(0, 16)}。`,
        ...(unexplained > 0 ? [`有${unexplained}条提示没有说明。`] : []),
      ];
      return ok({ json: { digest, unexplained }, text });
    } finally {
      opened.value.close();
    }
  },
};
