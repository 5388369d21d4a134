// The first instance of the app: a file made with O_EXCL holds the lock; a later instance leaves its command line beside it.
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

type Second = (argv: readonly string[], folder: string, data: unknown) => void;

/** The lock's file, or null when another instance has it; that one then hears of this one. */
export function takeLock(folder: string, data: unknown, onSecond: Second): string | null {
  const lock = join(folder, 'host.lock');
  mkdirSync(folder, { recursive: true });
  while (!make(lock)) {
    if (holderLives(lock)) {
      const message = join(folder, `second-${randomUUID()}`);
      writeFileSync(message, JSON.stringify([process.argv, process.cwd(), data]));
      renameSync(message, `${message}.json`);
      return null;
    }
    rmSync(lock, { force: true });
  }
  watch(folder, (_type, name) => {
    if (!name || !/^second-.*\.json$/.test(name) || !existsSync(join(folder, name))) return;
    const [argv, from, sent] = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Parameters<Second>; // written above
    rmSync(join(folder, name));
    onSecond(argv, from, sent);
  }).unref();
  return lock;
}

function make(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderLives(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
