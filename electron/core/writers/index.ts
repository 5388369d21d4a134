// The registry of writers: one for each kind of file that comes from a laid-out document. PDF is printed first, then finished.
import type { LayoutDocument } from '../../../shared/export/layout-document.ts';
import type { ExportKind, PrintedKind } from '../../../shared/ipc/contract.ts';
import { writeDocx } from './docx.ts';
import { writeHtml } from './html.ts';
import { writeXlsx } from './xlsx.ts';

export { finishPdf } from './pdf.ts';
export { inspectPdf, type PdfFacts } from './pdf-inspect.ts';

/** The bytes of the file; the same document gives the same bytes. */
export type Writer = (layout: LayoutDocument) => Promise<Uint8Array>;

export const WRITERS: Readonly<Record<Exclude<ExportKind, PrintedKind>, Writer>> = {
  xlsx: writeXlsx,
  docx: writeDocx,
  html: writeHtml,
};
