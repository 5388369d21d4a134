// Names of files as the store takes them: absolute, and without the characters that SQLite or Windows would silently drop.
import { basename, resolve } from 'node:path';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';

/** How a file is called in a sentence for the person. */
export const quoted = (path: string): string => `“${basename(path) || path}”`;

/**
 * The absolute path of a file, or why the name cannot be used. better-sqlite3 trims names and cuts them at a NUL, Windows drops
 * spaces and points at the end: such a name would open another file than the one that was named.
 */
export function resolveFilePath(path: string): Result<string> {
  if (path === '') return refuse('bad-argument', '没有给出文件名。');
  if (path.includes('\0')) return refuse('bad-argument', '文件名中含有不能使用的字符，请改名后再试。');
  const name = basename(path);
  if (path !== path.trim() || name !== name.trim()) {
    return refuse('bad-argument', `文件名${quoted(path)}的开头或结尾有空格，请去掉空格后再试。`);
  }
  return ok(resolve(path));
}
