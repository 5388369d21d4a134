// Files opened in another program as copies, so that nothing done to them touches the document. They go when the program ends.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ok, refuse, type Result } from '../../shared/model/result.ts';

export interface OpenedCopies {
  /** Writes a read-only copy and gives its path. */
  add(name: string, bytes: Uint8Array): Result<string>;
  /** Removes all copies, as far as no other program holds them. */
  removeAll(): void;
}

export function openedCopies(temporary: string): OpenedCopies {
  const folders: string[] = [];
  return {
    add(name, bytes) {
      try {
        const folder = mkdtempSync(join(temporary, 'nianbao-copy-'));
        folders.push(folder);
        const copy = join(folder, basename(name));
        writeFileSync(copy, bytes, { mode: 0o400 });
        return ok(copy);
      } catch {
        return refuse('write-failed', `文件“${name}”的副本没有写成，临时文件夹可能已满；请清理磁盘后再试。`);
      }
    },
    removeAll() {
      for (const folder of folders.splice(0)) {
        try {
          rmSync(folder, { recursive: true, force: true });
        } catch {
          // still open in another program: the system clears its temporary folder
        }
      }
    },
  };
}
