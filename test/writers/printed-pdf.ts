// What a printed PDF shows: its lines with their places, and its fonts as a PDF reader sees them.
import { PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js';

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The lines of each page from top to bottom, with their edges in points. */
export async function linesOf(pdf: Uint8Array): Promise<Line[][]> {
  const document = await getDocument({ data: pdf.slice(), verbosity: 0, useSystemFonts: false }).promise;
  const pages: Line[][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const rows = new Map<number, TextItem[]>();
    for (const item of items) {
      if (!('str' in item) || item.str.trim() === '') continue;
      const y = Math.round(item.transform[5] as number); // a matrix of six numbers
      const key = [...rows.keys()].find((known) => Math.abs(known - y) <= 2) ?? y;
      rows.set(key, [...(rows.get(key) ?? []), item]);
    }
    pages.push(
      [...rows]
        .sort(([first], [second]) => second - first)
        .map(([y, parts]) => {
          const sorted = parts.toSorted((first, second) => first.transform[4] - second.transform[4]);
          const last = sorted.at(-1);
          const right = last ? last.transform[4] + last.width : 0;
          return { y, text: sorted.map((part) => part.str).join(''), left: sorted[0]?.transform[4] ?? 0, right };
        }),
    );
  }
  await document.loadingTask.destroy();
  return pages;
}

export const PAGE_NUMBER = /^— ?\d+ ?—$/;
/** Without the page number. */
export const body = (lines: readonly Line[]): Line[] => lines.filter((line) => !PAGE_NUMBER.test(line.text));

/** Type of each font as a PDF reader sees it. */
export async function fontsOf(pdf: Uint8Array) {
  const document = await PDFDocument.load(pdf);
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('Type')) !== PDFName.of('Font')) return [];
    const subtype = String(object.get(PDFName.of('Subtype')));
    if (subtype === '/CIDFontType2') {
      const descriptor = object.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
      const file = descriptor?.lookup(PDFName.of('FontFile2'));
      return [{ subtype, embedded: file instanceof PDFRawStream, toUnicode: true }];
    }
    return [{ subtype, embedded: true, toUnicode: object.has(PDFName.of('ToUnicode')) }];
  });
}
