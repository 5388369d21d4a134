// One page of a PDF as single characters and ruled lines, each with its place on the page (points, origin at the lower left).
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { argumentsOf, OPERATORS, startOf } from './pdf-drawing.ts';
import type { Rule } from './pdf-rules.ts';

export interface PdfChar {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Pale or see-through, as a watermark is. */
  readonly faint?: true;
}

export interface PdfPage {
  readonly chars: readonly PdfChar[];
  readonly rules: readonly Rule[];
  readonly width: number;
  readonly height: number;
  /** Characters written invisibly: the text of a scan as a machine guessed it. */
  readonly invisible: number;
}

/** Follows the drawing operators of a page. @param ops the codes of the operators by name. */
export async function readPage(page: PDFPageProxy, ops: Readonly<Record<string, number>>): Promise<PdfPage> {
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display', annotationMode: 0 });
  const operators = new Map(Object.entries(OPERATORS).map(([name, operator]) => [ops[name], operator] as const));
  const { width, height, transform } = page.getViewport({ scale: 1 });
  // turned so that the page is upright as a reader shows it
  const drawing = startOf(page, ops, { height, transform });
  fnArray.forEach((code, index) => operators.get(code)?.(drawing, argumentsOf(argsArray[index])));
  const { chars, rules, invisible } = drawing;
  return { chars, rules, width, height, invisible };
}
