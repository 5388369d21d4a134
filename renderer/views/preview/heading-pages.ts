// Where each top heading of the PDF stands, from its own outline: so that a page leads back to the screen it was made from.
import type { PDFDocumentProxy } from './pdf-document.ts';

export interface HeadingPage {
  readonly title: string;
  /** From 1. */
  readonly page: number;
}

/** Every heading of the outline, in order; a heading whose place is not stated is left out. */
export async function headingPages(pdf: PDFDocumentProxy): Promise<readonly HeadingPage[]> {
  type Node = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];
  const flat = (nodes: readonly Node[]): Node[] => nodes.flatMap((node) => [node, ...flat(node.items)]);
  // a PDF without an outline gives null, whatever the types say
  const nodes = flat((await pdf.getOutline()) ?? []);
  const found = await Promise.all(
    nodes.map(async ({ title, dest }): Promise<HeadingPage | null> => {
      const [target] = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) ?? [];
      if (typeof target !== 'object' || target === null) return null;
      return { title: title.trim(), page: (await pdf.getPageIndex(target)) + 1 };
    }),
  );
  return found.filter((one) => one !== null);
}

/** The headings that a page shows something of: those that start on it, and before the first of them the one that runs on to it. */
export function headingsOn(page: number, headings: readonly HeadingPage[]): readonly HeadingPage[] {
  const started = headings.filter((one) => one.page === page);
  const running = headings.findLast((one) => one.page < page);
  return running ? [running, ...started] : started;
}
