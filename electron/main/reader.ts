// Reads one foreign file in a process of its own, which is ended when it takes too long or the person cancels.
import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { RawDocument } from '../../shared/import/raw-document.ts';
import type { Result } from '../../shared/model/result.ts';
import { READING_LIMITS, readBroken, readCancelled, readTooLong } from '../core/reading-limits.ts';

/** Young and old generation, in megabytes; what it holds outside the heap is bounded by the readers' own limits. */
const HEAP_MB = 384;

export interface Reader {
  /** What is in the file, or why it cannot be read. Never throws. */
  read(path: string): Promise<Result<RawDocument>>;
  /** Ends what is being read. */
  cancel(): void;
}

export function createReader(script = join(import.meta.dirname, '../reader/read-file.js')): Reader {
  const cancels = new Set<() => void>();
  return {
    cancel() {
      for (const cancel of cancels) cancel();
    },
    read: (path) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(script, [], {
          serviceName: '年报编制 文件读取',
          execArgv: [`--js-flags=--max-old-space-size=${HEAP_MB}`], // a switch of Chromium, which is what Electron passes on
          stdio: 'ignore',
        });
        const end = (answer: Result<RawDocument>): void => {
          clearTimeout(timer);
          cancels.delete(cancel);
          child.kill();
          resolve(answer);
        };
        const cancel = (): void => end(readCancelled());
        const { timeoutMs } = READING_LIMITS;
        const timer = setTimeout(() => end(readTooLong(path, timeoutMs)), timeoutMs);
        cancels.add(cancel);
        // the reader's own code sends nothing else; a hostile file can make it hang or die, not speak
        child.once('message', (answer: Result<RawDocument>) => end(answer));
        child.once('exit', () => end(readBroken(path)));
        child.postMessage(path);
      }),
  };
}
