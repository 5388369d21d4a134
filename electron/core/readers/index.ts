// The registry of readers. The content decides what a file is, the extension never does; parser libraries are loaded when first needed.
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RawDocument } from '../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { withPlainCharacters } from './plain-characters.ts';
import { isCompoundFile } from './container/ole2.ts';
import { sniffBytes, sniffZip } from './sniff.ts';
import {
  damaged,
  foreign,
  MAX_FILE_BYTES,
  MEGABYTE,
  oversized,
  passworded,
  shownName,
  type SourceReader,
  tooLarge,
} from './source-reader.ts';
import { openOfficeZip } from './container/zip-guard.ts';

/** A new format is one file and one line here (and its mark in sniff.ts). */
const READERS = {
  text: {
    name: '文本',
    maxBytes: 20 * MEGABYTE,
    read: async (bytes, fileName) => (await import('./text/plain-text.ts')).readPlainText(bytes, fileName),
  },
  html: {
    name: '网页',
    maxBytes: 20 * MEGABYTE,
    read: async (bytes, fileName) => (await import('./html/html.ts')).readHtml(bytes, fileName),
  },
  mht: {
    name: '网页存档',
    maxBytes: 50 * MEGABYTE,
    read: async (bytes, fileName) => (await import('./html/mht.ts')).readMht(bytes, fileName),
  },
  zip: { name: 'Office', maxBytes: 100 * MEGABYTE, read: readOfficeZip },
  xls: {
    name: 'Excel',
    maxBytes: 50 * MEGABYTE,
    read: async (bytes, fileName) => (await import('./sheet/xls.ts')).readXls(bytes, fileName),
  },
  doc: {
    name: 'Word',
    maxBytes: 100 * MEGABYTE,
    read: async (bytes, fileName) => (await import('./word/doc.ts')).readDoc(bytes, fileName),
  },
  pdf: {
    name: 'PDF',
    maxBytes: 100 * MEGABYTE,
    read: async (bytes, fileName) => (await import('./pdf/pdf.ts')).readPdf(bytes, fileName),
  },
} as const satisfies Record<string, SourceReader>;

/** Enough to tell the kind of a file, and with it how large it may be, before the rest is read. */
const HEAD_BYTES = 64 * 1024;

/** Reads one foreign file, or our own document file, from the disk. Writes nothing; every failure is a sentence. */
export async function readSourceFile(path: string): Promise<Result<RawDocument>> {
  const fileName = shownName(basename(path));
  const bytes = await readBytes(path, fileName);
  if (!bytes.ok) return bytes;
  if (sniffBytes(bytes.value).kind !== 'sqlite') return readSourceBytes(bytes.value, fileName);
  return (await import('./own-file.ts')).readOwnFile(path);
}

/** Reads the content of a foreign file. A document file of ours is read by its path alone, since SQLite opens files. */
export async function readSourceBytes(bytes: Uint8Array, fileName: string): Promise<Result<RawDocument>> {
  if (isEmpty(bytes)) return empty(fileName);
  if (bytes.length > MAX_FILE_BYTES) return tooLarge(fileName, MAX_FILE_BYTES);
  const sniffed = sniffBytes(bytes);
  if (sniffed.kind === 'passworded') return passworded(fileName);
  if (sniffed.kind === 'damaged') return damaged(fileName);
  if (sniffed.kind === 'foreign') return foreign(fileName, sniffed.what, sniffed.advice);
  if (sniffed.kind === 'sqlite') return foreign(fileName, '年报文件或数据库', '请用“打开”直接打开年报文件');
  const reader: SourceReader = READERS[sniffed.kind];
  if (bytes.length > reader.maxBytes) return tooLarge(fileName, reader.maxBytes);
  try {
    return withinReason(await reader.read(bytes, fileName), fileName);
  } catch {
    // a parser gave up on the content (or ran out of stack): for the person the file is damaged
    return damaged(fileName);
  }
}

/** A report has some ten thousand characters and 200 figures; far above that, matching would only waste time. */
const MAX_CHARACTERS = 3_000_000;
const MAX_CELLS = 100_000;
const MAX_BLOCKS = 50_000;

function withinReason(read: Result<RawDocument>, fileName: string): Result<RawDocument> {
  if (!read.ok) return read;
  let characters = 0;
  let cells = 0;
  for (const block of read.value.blocks) {
    if (block.kind !== 'table') characters += block.text.length;
    else {
      for (const row of block.rows) {
        cells += row.length;
        for (const cell of row) characters += cell.text.length;
      }
    }
  }
  const tooMuch = characters > MAX_CHARACTERS || cells > MAX_CELLS || read.value.blocks.length > MAX_BLOCKS;
  return tooMuch ? oversized(fileName, '的文字或表格过多') : ok(withPlainCharacters(read.value));
}

async function readOfficeZip(bytes: Uint8Array, fileName: string): Promise<Result<RawDocument>> {
  const zip = await openOfficeZip(bytes, fileName);
  if (!zip.ok) return zip;
  const kind = sniffZip(zip.value.names);
  if (typeof kind !== 'string') return foreign(fileName, kind.what, kind.advice);
  if (kind === 'docx') return (await import('./word/docx.ts')).readDocx(zip.value, fileName);
  return (await import('./sheet/xlsx.ts')).readXlsx(zip.value, fileName);
}

/** No bytes, or only NUL bytes: what a broken copy leaves behind. */
const isEmpty = (bytes: Uint8Array): boolean => bytes.subarray(0, HEAD_BYTES).every((byte) => byte === 0);

const empty = (fileName: string): ReturnType<typeof refuse> =>
  refuse('file-empty', `文件“${fileName}”是空的，没有任何内容；请检查是否选错了文件。`);

async function readBytes(path: string, fileName: string): Promise<Result<Uint8Array>> {
  if (path.includes('\0')) return refuse('file-missing', '文件名无效，请重新选择文件。');
  try {
    // a pipe or device would block the open for ever
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = await file.stat();
      if (stat.isDirectory()) return refuse('file-unreadable', `“${fileName}”是文件夹，请选择其中的年报文件。`);
      if (!stat.isFile()) return refuse('file-unreadable', `“${fileName}”不是普通文件，请选择年报文件。`);
      if (stat.size === 0) return empty(fileName);
      if (stat.size > MAX_FILE_BYTES) return tooLarge(fileName, MAX_FILE_BYTES);
      const head = await readUpTo(file, Math.min(stat.size, HEAD_BYTES));
      if (isEmpty(head)) return empty(fileName);
      if (sniffBytes(head).kind === 'sqlite') return ok(head); // SQLite reads what it needs of it
      const limit = limitOf(head);
      return stat.size > limit ? tooLarge(fileName, limit) : ok(await readUpTo(file, stat.size));
    } finally {
      await file.close();
    }
  } catch (error) {
    return fileRefusal(error, fileName);
  }
}

/** What the first bytes allow. A compound file or a database shows its kind only as a whole. */
function limitOf(head: Uint8Array): number {
  if (isCompoundFile(head)) return READERS.doc.maxBytes;
  const { kind } = sniffBytes(head);
  return kind === 'sqlite' || kind === 'passworded' || kind === 'damaged' || kind === 'foreign'
    ? MAX_FILE_BYTES
    : READERS[kind].maxBytes;
}

async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let length = 0;
  for (let read = 1; read > 0 && length < size; length += read) {
    read = (await file.read(bytes, length, size - length, length)).bytesRead;
  }
  return bytes.subarray(0, length);
}

function fileRefusal(error: unknown, fileName: string): ReturnType<typeof refuse> {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return refuse('file-missing', `找不到文件“${fileName}”，它可能已被移动、改名或删除；请重新选择。`);
    case 'EISDIR':
      return refuse('file-unreadable', `“${fileName}”是文件夹，请选择其中的年报文件。`);
    case 'EACCES':
    case 'EPERM':
      return refuse('file-unreadable', `没有权限读取文件“${fileName}”；请把它复制到自己的文件夹后再试。`);
    case 'EBUSY':
      return refuse('file-busy', `文件“${fileName}”正被另一个程序占用；请关闭那个程序后再试。`);
    default:
      return refuse('file-unreadable', `读取文件“${fileName}”时出错，磁盘或U盘可能有问题；请把它复制到本机后再试。`);
  }
}
