// The folder of dated copies as main sees it: which files are such copies, and what one is called when it comes back.
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isSnapshotName } from '../core/store/snapshot-name.ts';

const OWN = '年报编制备份';

/** Where dated copies go when the person chooses a folder: one of their own in it, unless it is that one. */
export const backupsIn = (chosen: string): string => (basename(chosen) === OWN ? chosen : join(chosen, OWN));

/** Whether a file is a dated copy: by the folder it lies in, or by its name where they lay before. */
export function isBackup(path: string, backups: string): boolean {
  const inside = relative(backups, resolve(path));
  const lies = inside !== '' && inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside); // on another drive it is absolute
  return lies || isSnapshotName(path);
}

/** A copy lies in a folder named for its document and a digest of its path; it is named for its moment, in universal time. */
export function restoredName(backup: string): string {
  const document = basename(dirname(backup)).replace(/-[0-9a-f]{12}$/, '');
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(basename(backup));
  if (!digits) return `${document}_备份.nianbao`;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = digits.slice(1).map(Number);
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute));
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${document}_备份${two(at.getMonth() + 1)}月${two(at.getDate())}日${two(at.getHours())}时${two(at.getMinutes())}分.nianbao`;
}
