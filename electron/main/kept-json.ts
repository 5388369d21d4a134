// A small JSON file of the program's own, complete or absent: the recent documents, the last folder.
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Result } from '../../shared/model/result.ts';
import { writeRefusal } from '../core/store/file-error.ts';
import { writeFileSafely } from '../core/store/safe-file.ts';

/** The parsed content; null where there is none or it is no JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** What cannot be kept may be forgotten where it is a convenience. */
export function writeJson(file: string, value: unknown): Result<null> {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    return writeRefusal(error, file);
  }
  return writeFileSafely(file, new TextEncoder().encode(JSON.stringify(value, null, 2)));
}
