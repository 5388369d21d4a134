// Reads one foreign file in a thread of its own, under a time and a memory limit: for the command line, which has no reader process.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { RawDocument } from '../../shared/import/raw-document.ts';
import type { Result } from '../../shared/model/result.ts';
import { READING_LIMITS, readBroken, readCancelled, readTooLarge, readTooLong } from './reading-limits.ts';

export interface ReadingOptions {
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly signal?: AbortSignal;
  /** The reader's script; beside the program's own folder when built. */
  readonly script?: string;
}

/** What is in the file, or why it cannot be read. Never throws; the thread has been told to end when the answer is given. */
export function readInWorker(path: string, options: ReadingOptions = {}): Promise<Result<RawDocument>> {
  const { timeoutMs = READING_LIMITS.timeoutMs, memoryMb = READING_LIMITS.memoryMb, signal } = options;
  const script = options.script ?? join(import.meta.dirname, '../reader/read-file.js');
  return new Promise((resolve) => {
    const worker = new Worker(script, { workerData: { path }, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const end = (answer: Result<RawDocument>): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      void worker.terminate(); // not waited for: native code may never come back
      resolve(answer);
    };
    const cancel = (): void => end(readCancelled());
    const timer = setTimeout(() => end(readTooLong(path, timeoutMs)), timeoutMs);
    signal?.addEventListener('abort', cancel);
    worker.on('message', (answer: Result<RawDocument>) => end(answer));
    worker.on('error', (error) => end(isOutOfMemory(error) ? readTooLarge(path) : readBroken(path)));
    worker.on('exit', () => end(readBroken(path)));
    if (signal?.aborted) cancel();
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
