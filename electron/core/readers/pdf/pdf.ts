// PDF with a text layer -> RawDocument; our own PDF carries its figures as an attachment. A scan is refused.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { RawDocument } from '../../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../../shared/model/result.ts';
import { type NamedCells, ownContent, type OwnContent } from '../own-content.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { type PdfPage, readPage } from './pdf-page.ts';
import { damaged, oversized, passworded } from '../source-reader.ts';

/** A report has 5 to 30 pages. */
const MAX_PAGES = 200;
/** A page of running text has some 1,500. */
const MAX_CHARACTERS = 300_000;
const ATTACHMENT = 'report-data.json';

export async function readPdf(bytes: Uint8Array, fileName: string): Promise<Result<RawDocument>> {
  const library = await loadLibrary();
  let document: PDFDocumentProxy;
  try {
    document = await library.open(bytes);
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? passworded(fileName) : damaged(fileName);
  }
  try {
    if (document.numPages > MAX_PAGES) return oversized(fileName, `有${document.numPages}页`);
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const read = await readPage(page, library.operators);
      page.cleanup();
      pages.push(read);
      characters += read.chars.length;
      if (characters > MAX_CHARACTERS) return oversized(fileName, '的文字过多');
    }
    if (characters < 20) {
      return refuse(
        'file-foreign',
        `文件“${fileName}”里没有文字，应当是扫描件或图片，无法读取；请改用同一年报的 Word、网页或文本文件。`,
      );
    }
    const invisible = pages.reduce((sum, page) => sum + page.invisible, 0);
    const remarks = [
      ...(invisible * 2 > characters ? ['文件是扫描件，文字由识别软件得出，可能有错字错数，请逐项核对。'] : []),
      ...(hasEnd(bytes) ? [] : ['文件的结尾不完整，可能缺少后面的页，请对照原文逐页核对。']),
    ];
    return ok({
      kind: 'pdf',
      blocks: pdfBlocks(pages),
      remarks,
      ...(await propertiesOf(document)),
    });
  } finally {
    await document.loadingTask.destroy();
  }
}

/** A file cut off is still read as far as it goes: the library looks for whatever pages there are. */
const hasEnd = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(-4096)).includes('%%EOF');

async function loadLibrary() {
  // the worker runs in this process: the process itself is the one that may be ended
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  Object.assign(globalThis, { pdfjsWorker: worker });
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
    getDocument({
      // the library takes the buffer away from its owner, so it gets a copy
      data: new Uint8Array(bytes),
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      maxImageSize: 1,
      isOffscreenCanvasSupported: false,
      useWorkerFetch: false,
      useWasm: false,
      cMapUrl: `${cMapFolder()}/`,
      cMapPacked: true,
    }).promise;
  return { open, operators: OPS as Readonly<Record<string, number>> }; // OPS is an object of numbers by operator name
}

/** Tables of character codes for fonts that are not embedded; beside the program when packaged, in the package otherwise. */
function cMapFolder(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
  } catch {
    return join(
      'resourcesPath' in process && typeof process.resourcesPath === 'string' ? process.resourcesPath : '.',
      'cmaps',
    );
  }
}

async function propertiesOf(document: PDFDocumentProxy): Promise<Pick<RawDocument, 'title' | 'meta' | 'namedCells'>> {
  const { info } = await document.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  // the library unpacks whatever is attached, so only a file that says it is ours is looked into
  const own = 'Creator' in info && info.Creator === '年报编制';
  return { ...(title ? { title } : {}), ...(own ? await ownData(document) : {}) };
}

/** The figures that our own PDF carries, to be taken without matching. */
async function ownData(document: PDFDocumentProxy): Promise<Pick<RawDocument, 'meta' | 'namedCells'>> {
  const attachments: unknown = await document.getAttachments();
  if (typeof attachments !== 'object' || attachments === null) return {};
  for (const attachment of Object.values(attachments)) {
    if (typeof attachment !== 'object' || attachment === null || attachment.filename !== ATTACHMENT) continue;
    if (attachment.content instanceof Uint8Array)
      return ownAttachment(new TextDecoder().decode(attachment.content)) ?? {};
  }
  return {};
}

function ownAttachment(json: string): Pick<RawDocument, 'meta' | 'namedCells'> | null {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return null;
  }
  if (!isRecord(data) || !isRecord(data['cells'])) return null;
  const own: OwnContent | null = ownContent([
    ['format', 'nianbao'],
    ...Object.entries(data).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[key, String(value)] as const] : [],
    ),
  ]);
  const namedCells: NamedCells = Object.entries(data['cells']).flatMap(([id, text]) =>
    typeof text === 'string' || text === null ? [{ id, cell: { text: text ?? '', place: 'PDF文件自带的数据' } }] : [],
  );
  return own ? { meta: own.meta, namedCells } : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
