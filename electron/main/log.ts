// The log for whoever has to find a fault: userData/logs/main.log, at most two files of a megabyte. No figures and no prose go in.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MOST = 1_000_000;

export type Log = (text: string) => void;

/** Writes one line with the time. A log that cannot be written is no reason to stop. */
export const openLog =
  (folder: string): Log =>
  (text) => {
    const file = join(folder, 'main.log');
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > MOST) renameSync(file, join(folder, 'main.old.log'));
      appendFileSync(file, `${new Date().toISOString()} ${text.replaceAll('\n', '\n    ')}\n`);
    } catch {
      // a full or read-only disk
    }
  };

/** An unexpected error as text for the log. */
export const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
