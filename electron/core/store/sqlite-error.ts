// What SQLite answers, as a refusal with a sentence the person can act on.
import Database from 'better-sqlite3';
import { type Refusal, refuse } from '../../../shared/model/result.ts';
import { quoted } from './file-path.ts';

type Refused = { readonly ok: false; readonly error: Refusal };

export const isSqliteError = (error: unknown): error is Error & { readonly code: string } =>
  error instanceof Database.SqliteError;

export const busy = (path: string): Refused =>
  refuse('file-busy', `文件${quoted(path)}已在另一个窗口或程序中打开。请先在那里关闭，再回到这里。`);

export const damaged = (path: string): Refused =>
  refuse('file-damaged', `文件${quoted(path)}已损坏，没有打开，也没有改动它。请用最近的备份或副本。`);

/** Why a document could not be opened. Anything that is not SQLite's is a bug and is thrown on. */
export function openRefusal(error: unknown, path: string): Refused {
  if (!isSqliteError(error)) throw error;
  const code = error.code;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return busy(path);
  if (code.startsWith('SQLITE_IOERR')) {
    return refuse(
      'file-unreadable',
      `读取文件${quoted(path)}时出错。请检查磁盘或U盘是否正常，或把文件复制到本机后再打开。`,
    );
  }
  if (code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_AUTH')) {
    return refuse('file-unreadable', `没有权限打开文件${quoted(path)}。请把文件复制到自己的文件夹后再打开。`);
  }
  if (code === 'SQLITE_FULL') return writeFailure(error, path);
  return damaged(path);
}

/** Why a change was not saved. `constraint` and the like are bugs and are thrown on. */
export function writeFailure(error: unknown, path: string): Refused {
  if (!isSqliteError(error)) throw error;
  const code = error.code;
  if (code === 'SQLITE_FULL') {
    return refuse(
      'disk-full',
      `磁盘空间不足，刚才的修改没有存入文件${quoted(path)}。请清理磁盘后重做，或另存到其他磁盘。`,
    );
  }
  if (code.startsWith('SQLITE_READONLY')) {
    return refuse(
      'write-failed',
      `文件${quoted(path)}或它所在的文件夹是只读的，刚才的修改没有保存。请另存到其他文件夹。`,
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return busy(path);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return refuse('file-damaged', `文件${quoted(path)}已损坏，刚才的修改没有保存。请另存一份，或用最近的备份。`);
  }
  if (code === 'SQLITE_TOOBIG' || code === 'SQLITE_NOMEM') {
    return refuse('file-too-large', `内容太大，刚才的修改没有存入文件${quoted(path)}。`);
  }
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && error.message === 'finalised') return finalised();
  if (code.startsWith('SQLITE_CONSTRAINT') || code === 'SQLITE_ERROR' || code === 'SQLITE_MISUSE') throw error;
  return refuse(
    'write-failed',
    `写入文件${quoted(path)}时出错，刚才的修改没有保存。请检查磁盘或U盘是否正常，或另存到其他磁盘。`,
  );
}

export const finalised = (): Refused => refuse('finalised', '年报已定稿，不能修改。如需修改，请先解除定稿。');
