// How long and how large reading one foreign file may become, and what the person is told when it does.
import { basename } from 'node:path';
import { refuse } from '../../shared/model/result.ts';

/** Far above what any real report takes (under a second, some 100 MB); a hostile file gets no further. */
export const READING_LIMITS = { timeoutMs: 10_000, memoryMb: 512 } as const;

export const readTooLong = (path: string, timeoutMs: number) =>
  refuse(
    'too-slow',
    `读取文件“${basename(path)}”超过${Math.ceil(timeoutMs / 1000)}秒，已停止；文件可能过大或有问题，请另存为 Word 或网页格式后再试。`,
  );

export const readTooLarge = (path: string) =>
  refuse('too-slow', `读取文件“${basename(path)}”需要的内存过多，已停止；请另存为 Word 或网页格式后再试。`);

export const readBroken = (path: string) =>
  refuse('file-damaged', `读取文件“${basename(path)}”时中断，文件可能已损坏；请用原来的软件打开并另存后再试。`);

export const readCancelled = () => refuse('cancelled', '已取消读取文件。');
