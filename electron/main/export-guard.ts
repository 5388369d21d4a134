// An export under way is not lost without a word: who closes the report or opens another one over it is asked first.
import type { Dialogs } from './dialogs.ts';

export interface ExportGuard {
  /** Work that is an export, from its start to its end. */
  running<T>(work: Promise<T>): Promise<T>;
  /** Whether the report may be left now. While an export runs the person is asked; it is stopped when they say so. */
  mayLeave(): Promise<boolean>;
}

export function createExportGuard(dialogs: Pick<Dialogs, 'ask'>, stop: () => Promise<unknown>): ExportGuard {
  let current: Promise<unknown> | null = null;
  let question: Promise<boolean> | null = null;

  async function ask(): Promise<boolean> {
    const detail = '停止后不会写出任何文件，原有的文件不变。';
    const answer = await dialogs.ask('导出还没有完成，要停止导出吗？', detail, ['继续导出', '停止导出']);
    if (current === null) return true; // it was done while the question stood
    if (answer !== 1) return false;
    const stopped = current.catch(() => {});
    await stop();
    await stopped;
    return true;
  }

  return {
    async running(work) {
      current = work;
      try {
        return await work;
      } finally {
        if (current === work) current = null;
      }
    },
    mayLeave() {
      if (current === null) return Promise.resolve(true);
      question ??= ask().finally(() => {
        question = null;
      });
      return question;
    },
  };
}
