// Reads one foreign file in a thread of its own, under a time and a memory limit: for the command line, which has no reader process.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportProposal } from '../../shared/import/proposal.ts';
import type { Result } from '../../shared/model/result.ts';
import {
  READING_LIMITS,
  readBroken,
  readCancelled,
  readTooLarge,
  readTooLong,
  type ToReader,
} from './reading-limits.ts';
import type { ReadingWishes } from './recognise-file.ts';

export interface ReadingOptions {
  readonly timeoutMs?: number;
  readonly heapMb?: number;
  readonly growthMb?: number;
  readonly signal?: AbortSignal;
  /** The reader's script; beside the program's own folder when built. */
  readonly script?: string;
}

/** The report in the file, or why it cannot be read. Never throws; the thread has been told to end when the answer is given. */
export function readInWorker(
  path: string,
  wishes: ReadingWishes,
  options: ReadingOptions = {},
): Promise<Result<ImportProposal>> {
  const { timeoutMs, heapMb, growthMb } = { ...READING_LIMITS, ...options };
  const { signal } = options;
  const script = options.script ?? join(import.meta.dirname, '../reader/read-file.js');
  return new Promise((resolve) => {
    const worker = new Worker(script, {
      workerData: { path, wishes } satisfies ToReader,
      resourceLimits: { maxOldGenerationSizeMb: heapMb },
    });
    const before = process.memoryUsage.rss();
    const end = (answer: Result<ImportProposal>): void => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate(); // not waited for: native code may never come back
      resolve(answer);
    };
    const cancel = (): void => end(readCancelled());
    const timer = setTimeout(() => end(readTooLong(path, timeoutMs)), timeoutMs);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > growthMb * 1024 * 1024) end(readTooLarge(path));
    }, READING_LIMITS.lookMs);
    signal?.addEventListener('abort', cancel);
    worker.on('message', (answer: Result<ImportProposal>) => end(answer));
    worker.on('error', (error) => end(isOutOfMemory(error) ? readTooLarge(path) : readBroken(path)));
    worker.on('exit', () => end(readBroken(path)));
    if (signal?.aborted) cancel();
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
