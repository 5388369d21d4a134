// Exports: the document laid out once, then each kind written complete or not at all, with its digest kept in the document.
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { layoutOf } from '../../shared/export/layout.ts';
import { type LayoutDocument, tablesOf } from '../../shared/export/layout-document.ts';
import { shownText } from '../../shared/export/markup.ts';
import { toHtml } from '../../shared/export/to-html.ts';
import type { ExportedFile, ExportKind, PrintedKind } from '../../shared/ipc/contract.ts';
import type { Report } from '../../shared/model/report.ts';
import { ok, type Refusal, refuse, type Result } from '../../shared/model/result.ts';
import { hashOf, sha256Of } from './exported-files.ts';
import { exportNameOf } from './file-names.ts';
import { signoffPage } from './signoff-page.ts';
import type { DocumentStore } from './store/document-store.ts';
import { quoted } from './store/file-path.ts';
import { type PreparedFile, prepareBytes } from './store/safe-file.ts';
import { finishPdf, inspectPdf, type PdfFacts, WRITERS } from './writers/index.ts';

/** HTML to PDF bytes by a browser window. */
export type PrintPdf = (html: string) => Promise<Uint8Array>;

/** Where one kind goes: a folder (the name is made by rule) or a file. */
export type ExportTarget = { readonly kind: ExportKind } & ({ readonly folder: string } | { readonly file: string });

export interface ExportOptions {
  readonly draft: boolean;
  /** false: a PDF/A-2u without attachment, for archives that take no other; else PDF/A-3u with the figures for programs. */
  readonly attachment?: boolean;
  readonly signal?: AbortSignal;
  readonly printPdf: PrintPdf;
  readonly progress?: (work: 'export', text: string, done: number, total: number) => void;
}

const NAMES = {
  xlsx: 'Excel 工作簿',
  pdf: 'PDF 文件',
  docx: 'Word 文档',
  html: '网页',
  sheet: '呈批单',
} as const satisfies Record<ExportKind, string>;

/** Address of the bundled fonts inside the program's own scheme. */
const FONT_BASE = 'app://bundle/fonts/';

/** First 16 hex digits of the content digest: what is printed to tell one state of the figures from another. */
const fingerprintOf = (digest: string): string => digest.slice(0, 16);

/** What is being prepared here carries 草稿 until 定稿, whatever was asked for: an unsigned paper must not pass for the final one. */
const isDraft = (report: Report, asked: boolean): boolean => asked || report.status === 'draft';

function layout(store: DocumentStore, draft: boolean): LayoutDocument {
  const { report } = store.snapshot();
  return layoutOf(report, { fingerprint: fingerprintOf(store.digest()), draft: isDraft(report, draft) });
}

/** The page of the report, or of the sheet that goes with it. */
const pageOf = (kind: PrintedKind, store: DocumentStore, document: LayoutDocument): string =>
  kind === 'pdf'
    ? toHtml(document, { kind: 'print', fontBase: FONT_BASE })
    : signoffPage(store, document.fingerprint, FONT_BASE);

/** Its finished PDF, and what it holds. The sheet carries no figures for programs: it is not to be taken for the report. */
async function print(
  kind: PrintedKind,
  store: DocumentStore,
  document: LayoutDocument,
  { printPdf, attachment }: PrintOptions,
): Promise<{ readonly pdf: Uint8Array; readonly facts: PdfFacts }> {
  const page = pageOf(kind, store, document);
  const printed = await printPdf(page);
  const isReport = kind === 'pdf';
  const named = isReport ? document : { ...document, title: `${document.title}呈批单`, draft: false };
  const pdf = await finishPdf(printed, named, { attachment: isReport && attachment });
  const tables = isReport ? tablesOf(document).map(({ name }) => name) : [];
  return { pdf, facts: await inspectPdf(pdf, { text: shownText(page), tables }) };
}

interface PrintOptions {
  readonly printPdf: PrintPdf;
  /** The report's data inside the PDF (PDF/A-3u), or none (PDF/A-2u). */
  readonly attachment: boolean;
}

/** Writes the targets: they take their names when the last one is complete. Should the system refuse one even then, those written are named. */
export async function exportDocuments(
  store: DocumentStore,
  targets: readonly ExportTarget[],
  { draft, attachment = true, signal, printPdf, progress }: ExportOptions,
): Promise<Result<readonly ExportedFile[]>> {
  const document = layout(store, draft);
  const places = placesOf(targets, store, document);
  if (!places.ok) return places;
  const prepared: PreparedFile[] = [];
  const files: ExportedFile[] = [];
  try {
    for (const [index, { kind }] of targets.entries()) {
      progress?.('export', `正在生成：${NAMES[kind]}…`, index, targets.length);
      const began = performance.now();
      const produced = await unlessCancelled(produce(kind, store, document, { printPdf, attachment }), signal);
      if (produced === null || signal?.aborted) return cancelled();
      const { bytes, remarks } = produced;
      const path = places.value[index] ?? '';
      const facts = { kind, path, bytes: bytes.length, sha256: sha256Of(bytes) };
      const written = prepareBytes(path, bytes, {
        // before the file takes its name: after a power cut in between, no exported file is there that the document does not know
        beforeRename: (place) => void store.recordExport({ ...facts, path: place, fingerprint: document.fingerprint }),
      });
      if (!written.ok) return withFate(written.error, [], targets.length);
      prepared.push(written.value);
      files.push({ ...facts, ms: Math.round(performance.now() - began), ...(remarks ? { remarks } : {}) });
    }
    for (const [index, file] of prepared.entries()) {
      const taken = file.take();
      if (!taken.ok) return withFate(taken.error, files.slice(0, index), targets.length);
    }
  } finally {
    for (const file of prepared) file.drop();
  }
  progress?.('export', '导出完成', targets.length, targets.length);
  return ok(files);
}

/** The file of each target. Two that would be one file, or the document itself, are refused. */
function placesOf(
  targets: readonly ExportTarget[],
  store: DocumentStore,
  document: LayoutDocument,
): Result<readonly string[]> {
  const places = targets.map((target) =>
    'file' in target ? target.file : join(target.folder, exportNameOf(document, target.kind, document.draft)),
  );
  if (places.some((path) => existsSync(path) && realpathSync(path) === realpathSync(store.path))) {
    return refuse('bad-argument', '不能导出到年报文件自身，请换一个文件名。');
  }
  if (new Set(places.map((path) => resolve(path))).size < places.length) {
    return refuse('bad-argument', '两种文件导出到了同一个文件名，后一个会盖掉前一个；请用不同的文件名。');
  }
  return ok(places);
}

const cancelled = () => refuse('cancelled', '导出已停止，没有写任何文件。');

/** Why one file was not written, and what that means for the others of the same export. */
function withFate({ code, message }: Refusal, taken: readonly ExportedFile[], count: number) {
  if (count === 1) return refuse(code, message);
  const written = taken.map(({ path }) => quoted(path)).join('、');
  return refuse(code, `${message}${written ? `已写成的有${written}。` : '同时导出的其他文件也没有写。'}`);
}

/** What the work gives, or null as soon as it is cancelled: a page may be printing for long, and nobody has to wait for that. */
async function unlessCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (!signal) return work;
  work.catch(() => {}); // how it fails after a cancel is of no interest
  if (signal.aborted) return null;
  const { promise: end, resolve } = Promise.withResolvers<null>();
  const stop = (): void => resolve(null);
  signal.addEventListener('abort', stop);
  try {
    return await Promise.race([work, end]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Files that an export into `folder` would replace and that are not as this document last wrote them: somebody's work may be in them. */
export function changedTargets(
  store: DocumentStore,
  kinds: readonly ExportKind[],
  folder: string,
  draft: boolean,
): readonly string[] {
  const written = new Set(store.exports().map(({ sha256 }) => sha256));
  const { report } = store.snapshot();
  return kinds
    .map((kind) => join(folder, exportNameOf(report, kind, isDraft(report, draft))))
    .filter((path) => existsSync(path) && !written.has(hashOf(path) ?? ''));
}

async function produce(
  kind: ExportKind,
  store: DocumentStore,
  document: LayoutDocument,
  options: PrintOptions,
): Promise<{ readonly bytes: Uint8Array; readonly remarks?: readonly string[] }> {
  if (kind !== 'pdf' && kind !== 'sheet') return { bytes: await WRITERS[kind](document) };
  const { pdf, facts } = await print(kind, store, document, options);
  return { bytes: pdf, remarks: facts.remarks };
}

export interface PreviewPdf {
  /** As an export would name it. */
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly remarks: readonly string[];
}

/** The very PDF that an export would write. */
export async function previewPdf(
  kind: PrintedKind,
  store: DocumentStore,
  draft: boolean,
  printPdf: PrintPdf,
): Promise<Result<PreviewPdf>> {
  const document = layout(store, draft);
  const { pdf, facts } = await print(kind, store, document, { printPdf, attachment: true });
  const { pages, remarks } = facts;
  return ok({ name: exportNameOf(document, kind, document.draft), pdf, pages, remarks });
}
