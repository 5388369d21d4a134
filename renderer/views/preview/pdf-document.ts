// The preview's PDF, opened with pdf.js in its own worker. Everything comes from the program itself; nothing is fetched from elsewhere.
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';

export type { PDFDocumentProxy };

/** Opens the PDF at an address of the program; throws where it cannot be read. */
export async function openPdf(url: string): Promise<PDFDocumentProxy> {
  GlobalWorkerOptions.workerSrc ||= new URL('pdfjs-dist/build/pdf.worker.min.mjs', import.meta.url).href;
  const data = new Uint8Array(await (await fetch(url)).arrayBuffer());
  return getDocument({ data, isEvalSupported: false, useSystemFonts: false, disableFontFace: false }).promise;
}
