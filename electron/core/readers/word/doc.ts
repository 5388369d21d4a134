// Old Word file (doc, and wps that is Word inside) -> RawDocument, with exact tables: cell ends, row ends and merged cells as the file states them.
import type { RawDocument } from '../../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../../shared/model/result.ts';
import { docBlocks } from './doc-blocks.ts';
import { docText } from './doc-text.ts';
import { openCompoundFile } from '../container/ole2.ts';
import { damaged, foreign, passworded } from '../source-reader.ts';
import { placedBlocks } from './word-blocks.ts';

const OLDEST = 0xc1; // Word 97; what is older keeps its text in another way

/** Reads the main text; headers, footnotes, text boxes and deleted text are not read. */
export async function readDoc(bytes: Uint8Array, fileName: string): Promise<Result<RawDocument>> {
  const file = openCompoundFile(bytes);
  const main = file?.stream('WordDocument');
  if (!file || !main || main.length < 0x200) return damaged(fileName);
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const flags = fib.getUint16(0x0a, true);
  if (flags & 0x0100) return passworded(fileName);
  if (fib.getUint16(0, true) !== 0xa5ec || fib.getUint16(2, true) < OLDEST) {
    return foreign(fileName, '很旧的 Word 格式', '请用 WPS 或 Word 打开，另存为 docx 后再装入');
  }
  const table = file.stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) return damaged(fileName);
  const data = file.stream('Data');
  if (!data && file.names.includes('Data')) return damaged(fileName);
  const text = docText(main, table, data ?? new Uint8Array());
  if (!text) return damaged(fileName);
  const blocks = placedBlocks(docBlocks(text));
  if (blocks.length === 0) return refuse('file-empty', `文件“${fileName}”里没有文字，请检查是否选错了文件。`);
  const remarks = [
    ...(text.hasTextBox ? ['文件中有文本框，框内的文字没有读取，请对照原文检查。'] : []),
    ...(text.hasDeleted ? ['文件带有修订记录：已删除的文字没有读取，新增的文字按接受修订读取。'] : []),
    ...(text.hasHidden ? ['文件中有隐藏的文字，没有读取。'] : []),
  ];
  return ok({ kind: 'doc', blocks, remarks });
}
