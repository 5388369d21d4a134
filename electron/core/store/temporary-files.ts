// Temporary files of unfinished writes: their names, those in use here, and the sweeping of what a killed run left.
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { systemCode } from './file-error.ts';

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const TEMPORARY = /^\.nianbao-([0-9a-f]{8})-(\d+)-[0-9a-f]{12}\.tmp(-journal)?$/;
const DAY = 86_400_000;
const inUse = new Set<string>();

/** Takes a name of its own in the folder: short, so that a long Chinese name near the limit of 255 bytes still has room. */
export function takeTemporaryName(folder: string): string {
  const name = `.nianbao-${HOST}-${process.pid}-${randomBytes(6).toString('hex')}.tmp`;
  inUse.add(name);
  return join(folder, name);
}

/** Gives the name back, and removes the file when it is still there. */
export function dropTemporary(path: string): void {
  inUse.delete(basename(path));
  discard(path);
}

function discard(temporary: string): void {
  for (const path of [temporary, `${temporary}-journal`]) {
    try {
      rmSync(path, { force: true });
    } catch {
      // swept the next time
    }
  }
}

/** Removes what a killed run of this program left in the folder; of another computer only after a day. */
export function sweepTemporaries(folder: string): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return; // the write itself will say what is wrong
  }
  for (const name of names) {
    const match = TEMPORARY.exec(name);
    if (!match || inUse.has(name.replace(/-journal$/, ''))) continue;
    const path = join(folder, name);
    const ownHost = match[1] === HOST;
    if (ownHost ? isGone(Number(match[2])) : isOld(path)) discard(path);
  }
}

function isGone(pid: number): boolean {
  if (pid === process.pid) return true; // not in use, so an earlier process had the same number
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === 'ESRCH';
  }
}

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > DAY;
}
