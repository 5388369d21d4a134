// Writes a whole file so that it is complete or untouched: temporary file in the same folder, fsync, rename, fsync of the folder.
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { systemCode, writeRefusal } from './file-error.ts';
import { quoted, resolveFilePath } from './file-path.ts';
import { dropTemporary, sweepTemporaries, takeTemporaryName } from './temporary-files.ts';

/** Makes `path` hold exactly `bytes`. After a crash, a full disk or an error it is whole: the old content or the new. */
export const writeFileSafely = (path: string, bytes: Uint8Array, options: ReplaceOptions = {}): Result<null> =>
  replaceFile(path, (temporary) => writeBytes(temporary, bytes), options);

/** As `prepareFile`, for bytes. */
export const prepareBytes = (path: string, bytes: Uint8Array, options: ReplaceOptions = {}): Result<PreparedFile> =>
  prepareFile(path, (temporary) => writeBytes(temporary, bytes), options);

export interface ReplaceOptions {
  /** Refuse when the file is there already. */
  readonly mustBeNew?: boolean;
  /** Runs directly before the complete temporary file takes its place; throwing leaves the target untouched. */
  readonly beforeRename?: (target: string) => void;
}

/** As `writeFileSafely`, for content that something else writes: `fill` gets the path of the temporary file. */
export function replaceFile(
  path: string,
  fill: (temporary: string) => void,
  options: ReplaceOptions = {},
): Result<null> {
  const prepared = prepareFile(path, fill, options);
  if (!prepared.ok) return prepared;
  try {
    return prepared.value.take();
  } finally {
    prepared.value.drop();
  }
}

/** A file complete and durable beside its target. */
export interface PreparedFile {
  /** Puts it in the place of the target. */
  take(): Result<null>;
  /** Removes what was not taken; the target stays as it is. */
  drop(): void;
}

/** The first half of `replaceFile`, for several files that take their places together, or none of them. */
function prepareFile(
  path: string,
  fill: (temporary: string) => void,
  options: ReplaceOptions = {},
): Result<PreparedFile> {
  const resolved = resolveFilePath(path);
  if (!resolved.ok) return resolved;
  let temporary: string | null = null;
  const drop = (): void => {
    if (temporary !== null) dropTemporary(temporary);
  };
  try {
    const target = existsSync(resolved.value) ? realpathSync(resolved.value) : resolved.value; // a link stays a link
    const old = statSync(target, { throwIfNoEntry: false });
    if (old && options.mustBeNew) return exists(target);
    if (old?.isDirectory()) return refuse('write-failed', `“${target}”是一个文件夹，不能作为文件名。请换一个文件名。`);
    if (old && (old.mode & 0o222) === 0) {
      return refuse('write-failed', `文件${quoted(target)}是只读的，没有写成。请换一个文件名，或先去掉它的只读属性。`);
    }
    accessSync(dirname(target), constants.W_OK); // says best what is wrong with the folder, whoever fills the file
    sweepTemporaries(dirname(target));
    const made = takeTemporaryName(dirname(target));
    temporary = made;
    fill(made);
    syncPath(made);
    if (old) keepMode(made, old.mode);
    return ok({ take: () => take(made, target, options), drop });
  } catch (error) {
    drop();
    return writeRefusal(error, resolved.value);
  }
}

function take(temporary: string, target: string, { mustBeNew, beforeRename }: ReplaceOptions): Result<null> {
  try {
    beforeRename?.(target);
    if (mustBeNew && existsSync(target)) return exists(target);
    renamePatiently(temporary, target);
    syncFolder(dirname(target));
    return ok(null);
  } catch (error) {
    return writeRefusal(error, target);
  }
}

const exists = (target: string) => refuse('file-exists', `文件${quoted(target)}已存在。请换一个文件名。`);

/** Copies a file under the same promise. The source is only read; the copy of a read-only file can be written. */
export const copyFileSafely = (from: string, to: string, options: ReplaceOptions = {}): Result<null> =>
  replaceFile(
    to,
    (temporary) => {
      copyFileSync(from, temporary, constants.COPYFILE_EXCL);
      keepMode(temporary, 0o644);
    },
    options,
  );

function writeBytes(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx');
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  } finally {
    closeSync(file);
  }
}

function syncPath(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function keepMode(path: string, mode: number): void {
  try {
    chmodSync(path, mode & 0o777);
  } catch {
    // a medium without permissions, such as a USB stick
  }
}

/** Makes the new name itself durable. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  try {
    syncPathReadOnly(folder);
  } catch (error) {
    // some network and USB file systems refuse it: the rename is done all the same
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EISDIR'].includes(systemCode(error))) throw error;
  }
}

function syncPathReadOnly(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A virus scanner or an indexer may hold the target for a moment on Windows. */
function renamePatiently(from: string, to: string): void {
  for (const wait of [10, 40, 100, 250, 0]) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      if (wait === 0 || !['EBUSY', 'EPERM', 'EACCES'].includes(systemCode(error))) throw error;
      pause(wait);
    }
  }
}

/** Blocks this thread for some milliseconds; the store never runs on the thread of a window. */
export function pause(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
