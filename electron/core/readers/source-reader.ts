// What a reader of one kind of file is, and the sentences that readers share when a file cannot be read.
import type { RawDocument } from '../../../shared/import/raw-document.ts';
import { refuse, type Result } from '../../../shared/model/result.ts';

export interface SourceReader {
  /** How the kind of file is called in messages. */
  readonly name: string;
  /** A file above this size is refused before it is read. */
  readonly maxBytes: number;
  readonly read: (bytes: Uint8Array, fileName: string) => Promise<Result<RawDocument>>;
}

export const MEGABYTE = 1024 * 1024;

/** No file is read above this size, whatever it holds. */
export const MAX_FILE_BYTES = 200 * MEGABYTE;

type Refused = ReturnType<typeof refuse>;

/** A name of a file as it may stand in a sentence: on one line, not turned around, not without end. */
export function shownName(name: string): string {
  const plain = name.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '');
  return plain.length > 80 ? `${plain.slice(0, 40)}…${plain.slice(-30)}` : plain;
}

export const damaged = (fileName: string, what = '内容不完整或格式有错误'): Refused =>
  refuse('file-damaged', `文件“${fileName}”已损坏：${what}；请用 WPS 或 Office 打开，另存一份后再试。`);

export const tooLarge = (fileName: string, limit: number): Refused =>
  refuse('file-too-large', `文件“${fileName}”太大，超过${limit / MEGABYTE}MB，不像一份年报；请检查是否选错了文件。`);

/** The content, once unpacked or read, is larger than any report. */
export const oversized = (fileName: string, what: string): Refused =>
  refuse('file-too-large', `文件“${fileName}”${what}，不像一份年报；请检查是否选错了文件。`);

export const passworded = (fileName: string): Refused =>
  refuse('file-protected', `文件“${fileName}”设有打开密码；请先在 WPS 或 Office 中取消密码并保存，再装入。`);

export const foreign = (fileName: string, what: string, advice: string): Refused =>
  refuse('file-foreign', `文件“${fileName}”是${what}，不能装入；${advice}。`);
