// Plain text: what a browser, Word, WPS or Excel leaves when a report is copied, and the text layer of a PDF.
import type { RawBlock, RawDocument } from '../../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../../shared/model/result.ts';
import { decodeText } from './decode-text.ts';
import { withTabs } from './delimited-text.ts';
import { isPageLayout, pageLayoutBlocks } from './page-layout.ts';
import { pastedBlocks } from './pasted-text.ts';
import { oversized } from '../source-reader.ts';
import { plainCharacters } from '../plain-characters.ts';

/** Characters that no text holds: a binary file that passed for text. */
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g;

/** A report has some ten thousand characters on some hundred lines, or a thousand where every cell is one. */
const MAX_CHARACTERS = 1_000_000;
const MAX_LINES = 10_000;

/** Lines -> headings are not known here: paragraphs and tables, with the line as their place. */
export function readPlainText(bytes: Uint8Array, fileName: string): Result<RawDocument> {
  const text = plainCharacters(decodeText(bytes).replace(/^\ufeff/, ''));
  const binary = text.match(BINARY)?.length ?? 0;
  if (binary > text.length / 200 + 8)
    return refuse('file-foreign', `文件“${fileName}”不是文本文件，不能读取；请检查是否选错了文件。`);
  if (text.length > MAX_CHARACTERS || (text.match(/\n|\r(?!\n)/g)?.length ?? 0) > MAX_LINES)
    return oversized(fileName, '的文字过多');
  return ok({ kind: 'text', blocks: textBlocks(text), remarks: [] });
}

/** The blocks of a text, whatever program wrote it. */
export function textBlocks(text: string): RawBlock[] {
  const lines = withTabs(withoutMarks(withoutGaps(text.replace(/\r\n?/g, '\n').replace(/\u000b/g, '\n')))).split('\n');
  return isPageLayout(lines) ? pageLayoutBlocks(lines) : pastedBlocks(lines);
}

/** “## 一、总体情况”, “**（一）主动公开**”: the marks of a text that was turned into Markdown. */
function withoutMarks(text: string): string {
  const headings = text.match(/^#{1,6} /gm)?.length ?? 0;
  const bold = text.match(/^\*\*[^*\n]{1,60}\*\*$/gm)?.length ?? 0;
  const plain = headings >= 3 ? text.replace(/^#{1,6} +/gm, '') : text;
  return bold >= 3 ? plain.replace(/^\*\*([^*\n]{1,60})\*\*$/gm, '$1') : plain;
}

/** Blanks without end say nothing, and looking for their end from each of them would take for ever. */
const withoutGaps = (text: string): string => text.replace(/\s{300,}/g, (blanks) => blanks.slice(0, 300));
