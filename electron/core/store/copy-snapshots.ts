// The dated copies in another folder: each is written, read back and compared before the folder counts. The old ones stay where they are.
import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { readDocumentReport } from './document-store.ts';
import { systemCode } from './file-error.ts';
import { makeFolder } from './make-folder.ts';
import { writeFileSafely } from './safe-file.ts';
import { SNAPSHOT_FOLDER, SNAPSHOT_NAME } from './snapshot-name.ts';

export interface CopiedSnapshots {
  readonly copied: number;
  /** Copies that could not be read, or are damaged where the other folder has them whole: they stay where they are. */
  readonly unread: number;
}

/** All copies or none: when one cannot be written, those written before it are taken away again. */
export async function copySnapshots(from: string, to: string): Promise<Result<CopiedSnapshots>> {
  if (!canHold(to)) {
    return refuse('write-failed', `文件夹“${to}”不能写入，数据文件夹没有更改；请换一个文件夹。`);
  }
  const written: string[] = [];
  let unread = 0;
  for (const name of snapshotsIn(from)) {
    const source = join(from, name);
    const bytes = bytesOf(source);
    const target = join(to, name);
    const there = bytesOf(target);
    // of two that differ one has gone bad, and that one never takes the place of the other
    if (bytes === null || (there !== null && !there.equals(bytes) && !readDocumentReport(source).ok)) unread++;
    else if (there?.equals(bytes) !== true) {
      const copied = writeChecked(target, bytes);
      if (!copied.ok) {
        for (const path of written) rmSync(path, { force: true });
        return refuse(copied.error.code, `数据文件夹没有更改：${copied.error.message}`);
      }
      written.push(target);
    }
    await setImmediate(); // edits are not kept waiting
  }
  return ok({ copied: written.length, unread });
}

function snapshotsIn(folder: string): readonly string[] {
  const namesIn = (path: string): readonly string[] => {
    try {
      return readdirSync(path);
    } catch (error) {
      if (systemCode(error) === '') throw error;
      return []; // not there yet, or no folder
    }
  };
  return namesIn(folder)
    .filter((name) => SNAPSHOT_FOLDER.test(name))
    .flatMap((name) =>
      namesIn(join(folder, name)).flatMap((file) => (SNAPSHOT_NAME.test(file) ? join(name, file) : [])),
    );
}

function writeChecked(path: string, bytes: Buffer): Result<null> {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return refuse('write-failed', `文件夹“${dirname(path)}”不能写入。`);
  }
  const written = writeFileSafely(path, bytes);
  if (!written.ok || bytesOf(path)?.equals(bytes)) return written;
  rmSync(path, { force: true });
  return refuse('write-failed', '写入的备份读回后不一致，请检查磁盘或U盘是否正常，或换一个文件夹。');
}

/** Whether files can be written there; a folder made for the trial goes again where they cannot. */
function canHold(folder: string): boolean {
  let made = false;
  try {
    made = makeFolder(folder);
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return false;
  }
  const trial = join(folder, '试写.tmp');
  const written = writeFileSafely(trial, Buffer.from('试写'));
  if (written.ok) rmSync(trial, { force: true });
  else if (made) rmdirSync(folder);
  return written.ok;
}

/** null where the file is missing or cannot be read. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return null;
  }
}
