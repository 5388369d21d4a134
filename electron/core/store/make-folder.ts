// A folder and those above it. Node's own way to make them all never ends where the system takes no folder, as in /proc.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from './file-error.ts';

/** Throws the system's error. Says whether the folder was not there before. */
export function makeFolder(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EEXIST') return false;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
  }
  makeFolder(dirname(path));
  mkdirSync(path);
  return true;
}
