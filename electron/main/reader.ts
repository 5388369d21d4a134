// Reads one foreign file in a process of its own, which is ended when it takes too long or too much memory, or the person cancels.
import { join } from 'node:path';
import { app, utilityProcess } from 'electron';
import type { ImportProposal } from '../../shared/import/proposal.ts';
import type { Result } from '../../shared/model/result.ts';
import {
  READING_LIMITS,
  readBroken,
  readCancelled,
  readTooLarge,
  readTooLong,
  type ToReader,
} from '../core/reading-limits.ts';
import type { ReadingWishes } from '../core/recognise-file.ts';

export interface Reader {
  /** The report in the file, or why it cannot be read. Never throws. */
  read(path: string, wishes: ReadingWishes): Promise<Result<ImportProposal>>;
  /** Ends what is being read. */
  cancel(): void;
}

export function createReader(script = join(import.meta.dirname, '../reader/read-file.js')): Reader {
  const { timeoutMs, heapMb, processMb, lookMs } = READING_LIMITS;
  const cancels = new Set<() => void>();
  return {
    cancel() {
      for (const cancel of cancels) cancel();
    },
    read: (path, wishes) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(script, [], {
          serviceName: '年报编制 文件读取',
          execArgv: [`--js-flags=--max-old-space-size=${heapMb}`], // a switch of Chromium, which is what Electron passes on
          stdio: 'ignore',
        });
        const end = (answer: Result<ImportProposal>): void => {
          clearTimeout(timer);
          clearInterval(watch);
          cancels.delete(cancel);
          child.kill();
          resolve(answer);
        };
        const cancel = (): void => end(readCancelled());
        const timer = setTimeout(() => end(readTooLong(path, timeoutMs)), timeoutMs);
        const watch = setInterval(() => {
          if (megabytesOf(child.pid) > processMb) end(readTooLarge(path));
        }, lookMs);
        cancels.add(cancel);
        // the reader's own code sends nothing else; a hostile file can make it hang or die, not speak
        child.once('message', (answer: Result<ImportProposal>) => end(answer));
        child.once('exit', () => end(readBroken(path)));
        child.postMessage({ path, wishes } satisfies ToReader);
      }),
  };
}

/** Memory of a process of ours, in megabytes; 0 where it has not started or has gone. */
function megabytesOf(pid: number | undefined): number {
  const metric = pid === undefined ? undefined : app.getAppMetrics().find((process) => process.pid === pid);
  return (metric?.memory.workingSetSize ?? 0) / 1024;
}
