// Old Excel workbook (xls, et) -> RawDocument.
import type { RawDocument } from '../../../../shared/import/raw-document.ts';
import type { Result } from '../../../../shared/model/result.ts';
import { openCompoundFile } from '../container/ole2.ts';
import { damaged, passworded } from '../source-reader.ts';
import { readWorkbook } from './workbook.ts';
import { xlsMarks } from './xls-marks.ts';

/** Reads the sheets of a BIFF workbook. */
export async function readXls(bytes: Uint8Array, fileName: string): Promise<Result<RawDocument>> {
  const file = openCompoundFile(bytes);
  const book = file?.stream('Workbook') ?? file?.stream('Book');
  if (!book || book.length < 8) return damaged(fileName);
  if (hasFilePass(book)) return passworded(fileName);
  return readWorkbook(bytes, 'xls', fileName, xlsMarks(book));
}

/** A FilePass record among the first records says that what follows is encrypted. */
function hasFilePass(book: Uint8Array): boolean {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  for (let at = 0, count = 0; at + 4 <= book.length && count < 50; count++) {
    const record = view.getUint16(at, true);
    if (record === 0x2f) return true;
    if (record === 0x0a) return false;
    at += 4 + view.getUint16(at + 2, true);
  }
  return false;
}
