// Excel workbook (xlsx, xlsm) -> RawDocument. The parts are checked and trimmed first, then the library reads a new, harmless container.
import type { RawDocument } from '../../../../shared/import/raw-document.ts';
import type { Result } from '../../../../shared/model/result.ts';
import { trimSheet } from './sheet-guard.ts';
import { type SheetMarks, sheetNames, struckFormats } from './sheet-marks.ts';
import { damaged, oversized } from '../source-reader.ts';
import { readWorkbook } from './workbook.ts';
import type { OfficeZip } from '../container/zip-guard.ts';

/** Parts that carry content; macros, pictures, charts, comments and links to other files are left behind. */
const READ =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|xl\/workbook\d*\.xml|xl\/_rels\/workbook\d*\.xml\.rels|xl\/(?:sharedStrings|styles)\d*\.xml|xl\/worksheets\/[^/]+\.xml)$/i;

/** Reads the sheets of a checked zip. */
export async function readXlsx(zip: OfficeZip, fileName: string): Promise<Result<RawDocument>> {
  const parts = await zip.parts((name) => READ.test(name));
  if (!parts.ok) return parts;
  const { zipSync, strToU8 } = await import('fflate');
  const kept: Record<string, Uint8Array> = {};
  const part = (pattern: RegExp): string => [...parts.value].find(([name]) => pattern.test(name))?.[1] ?? '';
  const struck = struckFormats(part(/^xl\/styles\d*\.xml$/i));
  const names = sheetNames(part(/^xl\/workbook\d*\.xml$/i), part(/^xl\/_rels\/workbook/i));
  const marks = new Map<string, SheetMarks>();
  let cells = 0;
  for (const [name, text] of parts.value) {
    if (!/^xl\/worksheets\//i.test(name)) {
      kept[name] = strToU8(text);
      continue;
    }
    const sheet = trimSheet(text, cells, struck);
    if (sheet.kind === 'absurd') return oversized(fileName, `的工作表过大（${sheet.what}）`);
    if (sheet.kind === 'damaged') return damaged(fileName, '工作表的结构有错误');
    cells += sheet.cells;
    const called = names.get(name.toLowerCase());
    if (called !== undefined) marks.set(called, sheet.marks);
    kept[name] = strToU8(sheet.xml);
  }
  return readWorkbook(zipSync(kept, { level: 0 }), 'xlsx', fileName, marks);
}
