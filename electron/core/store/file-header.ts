// Looks at the first 100 bytes of a file before SQLite may touch it: is it a document of this program, of which version, and whole?
import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { readRefusal } from './file-error.ts';
import { quoted } from './file-path.ts';
import { currentVersion, type Migration } from './migrate.ts';
import { APPLICATION_ID } from './schema.ts';
import { damaged } from './sqlite-error.ts';

export interface FileHeader {
  readonly version: number;
  readonly pageSize: number;
  readonly bytes: number;
  /** A program that was killed in the middle of a change left its journal; SQLite takes the change back at the next opening. */
  readonly hotJournal: boolean;
}

const MAGIC = 'SQLite format 3\0';
const MOST_BYTES = 1_000_000_000;

/**
 * Reads the header of the file. Never call it for a file that this process holds open with SQLite: closing any handle of a file
 * gives up the locks of the whole process on it (POSIX).
 */
export function readHeader(path: string, migrations?: readonly Migration[]): Result<FileHeader> {
  let head: Buffer;
  let bytes: number;
  try {
    const found = statSync(path);
    if (found.isDirectory()) return refuse('file-unreadable', `“${path}”是一个文件夹，不是文件。请选择文件。`);
    if (!found.isFile()) return refuse('file-unreadable', `“${path}”不是普通文件，不能打开。`);
    ({ head, bytes } = readHead(path));
  } catch (error) {
    return readRefusal(error, path);
  }
  if (bytes === 0) return refuse('file-empty', `文件${quoted(path)}是空的（0字节）。请用最近的备份或副本。`);
  const foreign = refuse(
    'file-foreign',
    `文件${quoted(path)}不是年报编制的文件。如果它是已发布的年报，请用“装入上年数据”读入。`,
  );
  if (head.length < 100) return head.toString('latin1').startsWith(MAGIC) ? damaged(path) : foreign;
  if (head.toString('latin1', 0, 16) !== MAGIC || head.readUInt32BE(68) !== APPLICATION_ID) return foreign;
  const version = head.readUInt32BE(60);
  if (version > currentVersion(migrations)) {
    return refuse('file-newer', `文件${quoted(path)}是由更新版本的年报编制保存的，本版本不能打开。请先升级程序。`);
  }
  if (version === 0) return damaged(path);
  if (bytes > MOST_BYTES) return refuse('file-too-large', `文件${quoted(path)}超过1GB，不像是年报文件，没有打开。`);
  // the program never writes in WAL mode; such a mark or such a file beside it comes from another tool
  if (head[18] !== 1 || head[19] !== 1 || existsSync(`${path}-wal`)) {
    return refuse(
      'file-damaged',
      `文件${quoted(path)}被其他数据库工具改成了本程序不用的方式（WAL），没有打开。请用最近的备份或副本。`,
    );
  }
  const size = head.readUInt16BE(16);
  const pageSize = size === 1 ? 65536 : size;
  const hotJournal = (statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  // while a journal waits, the size is what the interrupted change left
  if (!hotJournal && bytes !== pageSize * head.readUInt32BE(28)) return damaged(path);
  return ok({ version, pageSize, bytes, hotJournal });
}

function readHead(path: string): { head: Buffer; bytes: number } {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(100);
    const read = readSync(file, buffer, 0, 100, 0);
    return { head: buffer.subarray(0, read), bytes: fstatSync(file).size };
  } finally {
    closeSync(file);
  }
}
