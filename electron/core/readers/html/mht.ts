// Saved web archive (mht, also Word's “单个文件网页”) -> its HTML part -> RawDocument.
import type { RawDocument } from '../../../../shared/import/raw-document.ts';
import type { Result } from '../../../../shared/model/result.ts';
import { readHtml } from './html.ts';
import { damaged, MEGABYTE, oversized } from '../source-reader.ts';

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const MAX_PARTS = 2_000;
const MAX_HEADERS = 64 * 1024;
const MAX_PAGE_BYTES = 20 * MEGABYTE;

/** Reads the first HTML part; pictures and styles beside it are not looked at. */
export async function readMht(bytes: Uint8Array, fileName: string): Promise<Result<RawDocument>> {
  const message = partOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1').trimStart());
  const html = htmlPart(message, 0);
  if (!html || html.length === 0) return damaged(fileName, '网页存档里没有网页正文');
  return html.length > MAX_PAGE_BYTES ? oversized(fileName, '里的网页过大') : readHtml(html, fileName);
}

function htmlPart(part: Part, depth: number): Uint8Array | null {
  // a part that does not say what it is is text; the whole file was taken for a page by its first lines
  const type = part.headers.get('content-type') ?? (depth === 0 ? 'text/html' : 'text/plain');
  const boundary = /boundary="?([^";\s]+)"?/i.exec(type)?.[1];
  if (/^multipart\//i.test(type) && boundary && depth < 4) {
    for (const piece of part.body.split(`--${boundary}`).slice(1, MAX_PARTS)) {
      if (piece.startsWith('--')) break;
      const found = htmlPart(partOf(piece.replace(/^\r?\n/, '')), depth + 1);
      if (found) return found;
    }
    return null;
  }
  if (!/^text\/html/i.test(type)) return null;
  return inUtf8(decoded(part), /charset="?([^";\s]+)"?/i.exec(type)?.[1]);
}

function partOf(text: string): Part {
  const split = /\r?\n\r?\n/.exec(text.slice(0, MAX_HEADERS));
  const head = split ? text.slice(0, split.index) : text.slice(0, MAX_HEADERS);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: split ? text.slice(split.index + split[0].length) : '' };
}

function decoded(part: Part): Buffer {
  const encoding = (part.headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(part.body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(part.body, 'latin1');
  const text = part.body
    .replace(/=[ \t]{0,80}\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(text, 'latin1');
}

/** The charset of the part's header holds even where the page says nothing or otherwise: hand on UTF-8 with its mark. */
function inUtf8(bytes: Buffer, charset: string | undefined): Uint8Array {
  if (!charset || /^utf-?8$/i.test(charset)) return charset ? withMark(bytes.toString('utf8')) : bytes;
  try {
    return withMark(new TextDecoder(/^gb(2312|k)$/i.test(charset) ? 'gb18030' : charset).decode(bytes));
  } catch {
    return bytes; // a charset of no known name: the page's own word has to do
  }
}

const withMark = (text: string): Uint8Array => Buffer.from(`\ufeff${text.replace(/^\ufeff/, '')}`, 'utf8');
