// unlock: 解除定稿, with its reason, which stays in the history.
import { ok } from '../../../shared/model/result.ts';
import { openDocument } from '../store/document-store.ts';
import type { Command } from './command.ts';
import { oneWord, required } from './words.ts';

export const unlockCommand: Command = {
  usage: 'unlock 文件.nianbao --reason 原因 [--by 姓名] [--json]',
  summary: '解除定稿：必须写明原因，原因留在历史中',
  options: { reason: true, by: true },

  async run(words) {
    const file = oneWord(words, unlockCommand);
    if (!file.ok) return file;
    const reason = required(words, 'reason', unlockCommand);
    if (!reason.ok) return reason;
    const opened = openDocument(file.value, { author: words.options['by'] ?? '' });
    if (!opened.ok) return opened;
    const store = opened.value;
    try {
      const done = store.unlock(reason.value);
      if (!done.ok) return done;
      const { status } = store.snapshot().report;
      return ok({ json: { status }, text: ['已解除定稿，可以修改。'] });
    } finally {
      store.close();
    }
  },
};
