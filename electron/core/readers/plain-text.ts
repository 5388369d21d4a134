// Plain text: what a browser, Word, WPS or Excel leaves when a report is copied, and the text layer of a PDF.
import { basename } from 'node:path';
import type { RawBlock, RawDocument } from '../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { decodeText } from './decode-text.ts';
import { isPageLayout, pageLayoutBlocks } from './page-layout.ts';
import { pastedBlocks } from './pasted-text.ts';

/** Characters that no text holds: a binary file that passed for text. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/** Lines -> headings are not known here: paragraphs and tables, with the line as their place. */
export function readPlainText(bytes: Uint8Array, fileName: string): Result<RawDocument> {
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  const binary = text.match(BINARY)?.length ?? 0;
  if (binary > text.length / 200 + 8)
    return refuse('file-foreign', `文件“${basename(fileName)}”不是文本文件，不能读取。`);
  return ok({ kind: 'text', blocks: textBlocks(text), remarks: [] });
}

/** The blocks of a text, whatever program wrote it. */
export function textBlocks(text: string): RawBlock[] {
  const lines = withoutParagraphsInCells(text.replace(/\r\n?/g, '\n').replace(/\u000b/g, '\n')).split('\n');
  const drawn = withoutDrawnBorders(lines);
  if (drawn) return pastedBlocks(drawn);
  return isPageLayout(lines) ? pageLayoutBlocks(lines) : pastedBlocks(lines);
}

/** Tables drawn with characters, “| 规章 | 0 |” or “│规章│0│” -> cells between tabs; null where nothing is drawn. */
function withoutDrawnBorders(lines: readonly string[]): string[] | null {
  const isRow = (line: string): boolean => (line.match(/[|｜│┃]/g)?.length ?? 0) >= 2;
  if (lines.filter(isRow).length < 6) return null;
  return lines
    .filter((line) => !/^[\s|｜:：\-—─━┄┅═+┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]+$/.test(line) || /^\s*$/.test(line))
    .map((line) =>
      isRow(line) ? line.replace(/^[^|｜│┃]*[|｜│┃]|[|｜│┃]\s*$/g, '').replace(/\s*[|｜│┃]\s*/g, '\t') : line,
    );
}

/** Cells that were paragraphs: a tab alone between two empty lines stands between two cells, several empty lines between two rows. */
function withoutParagraphsInCells(text: string): string {
  const alone = text.match(/\n\n\t\n(?=\n|\t)/g)?.length ?? 0;
  const led = text.match(/^\t[^\s]/gm)?.length ?? 0;
  if (alone < 10 || led > alone / 4) return text;
  return text.replace(/\n*\t\n*/g, '\t').replace(/\n{4,}/g, '\n');
}
