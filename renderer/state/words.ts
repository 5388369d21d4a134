// Times, sizes and states in the words of the screen.
import type { ReportStatus } from '../../shared/model/report.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** 14:32, in the time of this computer; with the date where it was not today. */
export function clock(iso: string, now: Date = new Date()): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '';
  const hours = `${two(time.getHours())}:${two(time.getMinutes())}`;
  return time.toDateString() === now.toDateString() ? hours : `${time.getMonth() + 1}月${time.getDate()}日 ${hours}`;
}

/** 2026年1月12日. */
export function dateOf(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '' : `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日`;
}

/** 2026年1月12日 14:32. */
export function dateAndTime(iso: string): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? '' : `${dateOf(iso)} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

export const STATUS_NAMES = {
  draft: '编制中',
  imported: '已发布的年报',
  final: '已定稿',
} as const satisfies Record<ReportStatus, string>;

/** 1.2 MB. */
export function byteSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} 字节`;
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The last part of a path, for either kind of slash. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** The folder of a path, for either kind of slash. */
export const folderOf = (path: string): string => path.replace(/[\\/][^\\/]*$/, '') || path.slice(0, 1);

/** This year and the years before it, newest first. */
export function yearsSince(first: number, now: Date = new Date()): readonly number[] {
  const last = now.getFullYear();
  return Array.from({ length: last - first + 1 }, (_, index) => last - index);
}

/** The year whose report is due: the one that has ended, or in autumn the one that is about to. */
export const dueYear = (now: Date = new Date()): number => now.getFullYear() - (now.getMonth() < 8 ? 1 : 0);
