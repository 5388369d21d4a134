// What a file is, told from its content alone. An extension is often wrong: a web page saved as .xls or .doc is everyday.
import { isCompoundFile, openCompoundFile } from './container/ole2.ts';

export type SniffedKind =
  | { readonly kind: 'sqlite' | 'zip' | 'xls' | 'doc' | 'pdf' | 'mht' | 'html' | 'text' }
  | { readonly kind: 'passworded' | 'damaged' }
  | { readonly kind: 'foreign'; readonly what: string; readonly advice: string };

const CHOOSE = '请选择 Word、Excel、网页、文本、PDF 或 .nianbao 文件';
const SAVE_DOCX = '请用 WPS 或 Word 打开，另存为 docx 后再装入';
const SAVE_XLSX = '请用 WPS 或 Excel 打开，另存为 xlsx 后再装入';

/** The first bytes of kinds of file that are known and not read. */
const FOREIGN: readonly (readonly [magic: string, what: string, advice: string])[] = [
  ['\x89PNG', '图片', '请选择文字版的年报'],
  ['\xff\xd8\xff', '图片', '请选择文字版的年报'],
  ['GIF8', '图片', '请选择文字版的年报'],
  ['BM', '图片', '请选择文字版的年报'],
  ['II*\0', '图片', '请选择文字版的年报'],
  ['MM\0*', '图片', '请选择文字版的年报'],
  ['MZ', '程序', CHOOSE],
  ['\x7fELF', '程序', CHOOSE],
  ['Rar!', '压缩包', '请先解压，再选择其中的年报文件'],
  ['7z\xbc\xaf', '压缩包', '请先解压，再选择其中的年报文件'],
  ['\x1f\x8b', '压缩包', '请先解压，再选择其中的年报文件'],
  ['{\\rtf', ' RTF 文件', SAVE_DOCX],
];

/** Tells the kind of a file from its bytes; what is inside a zip is told by `sniffZip`. Never throws. */
export function sniffBytes(bytes: Uint8Array): SniffedKind {
  const head = latin1(bytes.subarray(0, 4096));
  if (head.startsWith('SQLite format 3\0')) return { kind: 'sqlite' };
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(head)) return { kind: 'zip' };
  if (isCompoundFile(bytes)) return sniffCompound(bytes);
  if (head.slice(0, 1024).includes('%PDF-')) return { kind: 'pdf' };
  const foreign = FOREIGN.find(([magic]) => head.startsWith(magic));
  if (foreign && (foreign[0].length > 2 || isBinary(bytes)))
    return { kind: 'foreign', what: foreign[1], advice: foreign[2] };
  const text = startAsText(bytes);
  if (text === null) return { kind: 'foreign', what: '本程序不认识的文件', advice: CHOOSE };
  return sniffText(text);
}

/** Which Office format a zip holds, told from the names in it. */
export function sniffZip(names: readonly string[]): 'docx' | 'xlsx' | Extract<SniffedKind, { kind: 'foreign' }> {
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (has(/^word\/document\d*\.xml$/i)) return 'docx';
  if (has(/^xl\/workbook\d*\.xml$/i)) return 'xlsx';
  if (has(/^xl\/workbook\d*\.bin$/i)) return { kind: 'foreign', what: ' xlsb 工作簿', advice: SAVE_XLSX };
  if (has(/^OFD\.xml$/i))
    return { kind: 'foreign', what: ' OFD 版式文件', advice: '请选择同一年报的 Word、网页或 PDF 文件' };
  if (has(/^ppt\//i)) return { kind: 'foreign', what: '演示文稿', advice: CHOOSE };
  if (has(/^content\.xml$/i))
    return { kind: 'foreign', what: ' ODF 文档', advice: '请用 WPS 或 Office 打开，另存为 docx 或 xlsx 后再装入' };
  return { kind: 'foreign', what: '压缩包', advice: '请先解压，再选择其中的年报文件' };
}

function sniffCompound(bytes: Uint8Array): SniffedKind {
  const names = openCompoundFile(bytes)?.names.map((name) => name.toLowerCase()) ?? [];
  if (names.length === 0) return { kind: 'damaged' }; // cut off: the directory often stands at the end
  if (names.includes('encryptedpackage') || names.includes('encryptioninfo')) return { kind: 'passworded' };
  if (names.includes('worddocument')) return { kind: 'doc' };
  if (names.includes('workbook') || names.includes('book')) return { kind: 'xls' };
  if (names.includes('powerpoint document')) return { kind: 'foreign', what: '演示文稿', advice: CHOOSE };
  return {
    kind: 'foreign',
    what: '本程序不认识的 Office 文件',
    advice: '请用 WPS 或 Office 打开，另存为 docx 或 xlsx 后再装入',
  };
}

function sniffText(text: string): SniffedKind {
  const start = text.trimStart();
  if (/progid="Word\.Document"|<w:wordDocument|<pkg:package/.test(start)) {
    return { kind: 'foreign', what: ' Word XML 文件', advice: SAVE_DOCX };
  }
  if (
    /progid="Excel\.Sheet"|urn:schemas-microsoft-com:office:spreadsheet"[^>]*>\s*</.test(start) &&
    start.startsWith('<?xml')
  ) {
    return { kind: 'foreign', what: ' Excel XML 表格', advice: SAVE_XLSX };
  }
  // the header lines of a saved web archive, in whatever order
  if (/^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*?MIME-Version:/i.test(start)) return { kind: 'mht' };
  if (
    /^<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h\d|center|font|span|style|script)[\s>/]/i.test(start)
  )
    return { kind: 'html' };
  if (/^<(?:\?xml|!--)/i.test(start) && /<(?:html|table|body)[\s>]/i.test(start)) return { kind: 'html' };
  if (/<(?:html|body)[\s>]/i.test(start) || (/<table[\s>]/i.test(start) && /<t[dr][\s>]/i.test(start)))
    return { kind: 'html' };
  return { kind: 'text' };
}

/** The first part as text for looking at its marks (ASCII is enough), or null where the bytes are no text. */
function startAsText(bytes: Uint8Array): string | null {
  const start = bytes.subarray(0, 64 * 1024);
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(start);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(start);
  if (isBinary(start)) return null;
  return latin1(start).replace(/^\xef\xbb\xbf/, '');
}

/** More control characters than any text has. A NUL or two (a bad copy) does not make a text binary. */
function isBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64 * 1024);
  let controls = 0;
  for (const byte of start) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12) controls++;
  return controls > 2 + start.length / 200;
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
