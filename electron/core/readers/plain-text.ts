// Plain text: what a browser, Word, WPS or Excel leaves when a report is copied, and the text layer of a PDF.
import { basename } from 'node:path';
import type { RawBlock, RawDocument } from '../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { decodeText } from './decode-text.ts';
import { withTabs } from './delimited-text.ts';
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
  const lines = withTabs(text.replace(/\r\n?/g, '\n').replace(/\u000b/g, '\n')).split('\n');
  return isPageLayout(lines) ? pageLayoutBlocks(lines) : pastedBlocks(lines);
}
