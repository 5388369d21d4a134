// How long and how large reading one foreign file may become, and what the person is told when it does.
import { basename } from 'node:path';
import { refuse } from '../../shared/model/result.ts';
import { shownName } from './readers/source-reader.ts';
import type { ReadingWishes } from './recognise-file.ts';

/** What the reader is told. */
export interface ToReader {
  readonly path: string;
  readonly wishes: ReadingWishes;
}

/**
 * Far above what any real report takes (under a second, some 100 MB); a hostile file is stopped within 10 s and 512 MB. What a parser holds
 * outside the heap of JavaScript (an unpacked stream) no heap limit counts, so the memory of the whole process is looked at as well.
 */
export const READING_LIMITS = {
  timeoutMs: 9_000,
  /** Heap of JavaScript. */
  heapMb: 384,
  /** Memory of the reader's process, all in all; what comes between two looks has to fit below 512. */
  processMb: 440,
  /** Where the reader is a thread: by how much the process may grow. */
  growthMb: 360,
  lookMs: 40,
} as const;

const nameOf = (path: string): string => shownName(basename(path));

export const readTooLong = (path: string, timeoutMs: number) =>
  refuse(
    'too-slow',
    `读取文件“${nameOf(path)}”超过${Math.ceil(timeoutMs / 1000)}秒，已停止；文件可能过大或有问题，请另存为 Word 或网页格式后再试。`,
  );

export const readTooLarge = (path: string) =>
  refuse('too-slow', `读取文件“${nameOf(path)}”需要的内存过多，已停止；请另存为 Word 或网页格式后再试。`);

export const readBroken = (path: string) =>
  refuse('file-damaged', `读取文件“${nameOf(path)}”时中断，文件可能已损坏或过大；请用原来的软件打开并另存后再试。`);

export const readCancelled = () => refuse('cancelled', '已取消读取文件。');
