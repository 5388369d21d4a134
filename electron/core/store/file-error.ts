// What the system answers when a file cannot be read or written, as a refusal with a sentence the person can act on.
import { dirname } from 'node:path';
import { type Refusal, type RefusalCode, refuse } from '../../../shared/model/result.ts';
import { quoted } from './file-path.ts';

/** The code of an error of the file system (“ENOSPC”), or an empty string. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const WRITING: Readonly<Record<string, readonly [RefusalCode, (path: string) => string]>> = {
  ENOSPC: ['disk-full', (path) => `磁盘空间不足，文件${quoted(path)}没有写成。请清理磁盘，或换一个磁盘保存。`],
  EDQUOT: ['disk-full', (path) => `磁盘配额已用完，文件${quoted(path)}没有写成。请清理磁盘，或换一个磁盘保存。`],
  EFBIG: ['write-failed', (path) => `文件${quoted(path)}超过了这个磁盘允许的大小，没有写成。请换一个磁盘保存。`],
  EACCES: [
    'write-failed',
    (path) => `没有权限写入文件${quoted(path)}，或它正被其他程序打开。请关闭打开它的程序，或换一个文件夹保存。`,
  ],
  EPERM: [
    'write-failed',
    (path) => `没有权限写入文件${quoted(path)}，或它正被其他程序打开。请关闭打开它的程序，或换一个文件夹保存。`,
  ],
  EROFS: [
    'write-failed',
    (path) => `文件夹“${dirname(path)}”是只读的，文件${quoted(path)}没有写成。请换一个文件夹保存。`,
  ],
  EBUSY: ['file-busy', (path) => `文件${quoted(path)}正被其他程序打开，没有写成。请关闭打开它的程序后再试。`],
  EISDIR: ['write-failed', (path) => `“${path}”是一个文件夹，不能作为文件名。请换一个文件名。`],
  ENOTEMPTY: ['write-failed', (path) => `“${path}”是一个文件夹，不能作为文件名。请换一个文件名。`],
  EEXIST: ['file-exists', (path) => `文件${quoted(path)}已存在。请换一个文件名。`],
  ENOENT: [
    'write-failed',
    (path) => `文件夹“${dirname(path)}”不存在，文件${quoted(path)}没有写成。请换一个文件夹保存。`,
  ],
  ENOTDIR: [
    'write-failed',
    (path) => `“${dirname(path)}”不是文件夹，文件${quoted(path)}没有写成。请换一个文件夹保存。`,
  ],
  ENAMETOOLONG: ['write-failed', (path) => `文件名${quoted(path)}太长，没有写成。请缩短文件名。`],
};

const READING: Readonly<Record<string, readonly [RefusalCode, (path: string) => string]>> = {
  ENOENT: ['file-missing', (path) => `找不到文件${quoted(path)}。它可能已被移动、改名或删除。`],
  ENOTDIR: ['file-missing', (path) => `找不到文件${quoted(path)}。它可能已被移动、改名或删除。`],
  EISDIR: ['file-unreadable', (path) => `“${path}”是一个文件夹，不是文件。请选择文件。`],
  EACCES: [
    'file-unreadable',
    (path) => `没有权限读取文件${quoted(path)}。请管理员放开权限，或把文件复制到自己的文件夹后再打开。`,
  ],
  EPERM: [
    'file-unreadable',
    (path) => `没有权限读取文件${quoted(path)}。请管理员放开权限，或把文件复制到自己的文件夹后再打开。`,
  ],
  EBUSY: ['file-busy', (path) => `文件${quoted(path)}已在另一个窗口或程序中打开。请关闭后再试。`],
  ENAMETOOLONG: ['file-missing', (path) => `文件名${quoted(path)}太长，没有这样的文件。请重新选择。`],
};

type Refused = { readonly ok: false; readonly error: Refusal };

/** Why a file was not written. Errors that are not the system's are bugs and are thrown on. */
export function writeRefusal(error: unknown, path: string): Refused {
  return refusalFrom(WRITING, error, path, [
    'write-failed',
    () => `写入文件${quoted(path)}时出错，没有写成。请检查磁盘或U盘是否正常，或换一个文件夹保存。`,
  ]);
}

/** Why a file was not read. Errors that are not the system's are bugs and are thrown on. */
export function readRefusal(error: unknown, path: string): Refused {
  return refusalFrom(READING, error, path, [
    'file-unreadable',
    () => `读取文件${quoted(path)}时出错。请检查磁盘或U盘是否正常，或把文件复制到本机后再打开。`,
  ]);
}

function refusalFrom(
  sentences: typeof WRITING,
  error: unknown,
  path: string,
  other: readonly [RefusalCode, (path: string) => string],
): Refused {
  const code = systemOf(systemCode(error));
  if (!/^E[A-Z0-9]+$/.test(code)) throw error;
  const [refusal, sentence] = sentences[code] ?? other;
  return refuse(refusal, sentence(path));
}

/** What SQLite says while it fills a temporary file, in the words of the system. */
function systemOf(code: string): string {
  if (code === 'SQLITE_FULL') return 'ENOSPC';
  return /^SQLITE_(IOERR|CANTOPEN|READONLY)/.test(code) ? 'EIO' : code;
}
