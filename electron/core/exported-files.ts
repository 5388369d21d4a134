// What has become of the files a document was exported to: as they were written, changed since, or no longer there.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ExportEntry } from './store/document-store.ts';

export interface ExportedState {
  readonly kind: string;
  readonly path: string;
  /** As the document last wrote it. */
  readonly sha256: string;
  /** earlier: as this document wrote it before, and not what it wrote last. */
  readonly state: 'same' | 'earlier' | 'changed' | 'missing';
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** null where the file cannot be read. */
export function hashOf(path: string): string | null {
  try {
    return sha256Of(readFileSync(path));
  } catch {
    return null;
  }
}

/** The last export to each place, looked for where it was written and beside the document, which may have been moved with it. */
export function exportedStates(document: string, exports: readonly ExportEntry[]): readonly ExportedState[] {
  const last = new Map(exports.map((entry) => [entry.path, entry]));
  const known = new Set(exports.map(({ sha256 }) => sha256));
  return [...last.values()].map(({ kind, path, sha256 }) => {
    const beside = join(dirname(resolve(document)), basename(path));
    const found = [path, beside].find((place) => existsSync(place));
    const hash = found === undefined ? null : hashOf(found);
    const state = found === undefined ? 'missing' : stateOf(hash, sha256, known);
    return { kind, path: found ?? path, sha256, state };
  });
}

const stateOf = (hash: string | null, last: string, known: ReadonlySet<string>): ExportedState['state'] =>
  hash === last ? 'same' : hash !== null && known.has(hash) ? 'earlier' : 'changed';

/** A problem in one sentence, or null where there is none: a file that was put away is none. */
export function exportProblem({ path, state }: ExportedState): string | null {
  const name = `“${basename(path)}”`;
  if (state === 'changed') return `导出的文件${name}在导出之后被改动或替换过，与年报中的记录不一致。`;
  return state === 'earlier' ? `导出的文件${name}是较早导出的一份，不是最后导出的内容。` : null;
}
