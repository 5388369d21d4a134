// The tables in the tag tree of a PDF, and the pages each of them stands on.
import type { PDFDocument as Document, PDFObject } from '@cantoo/pdf-lib';

/** For each table in reading order the number of pages it stands on. */
export async function pagesOfTables(document: Document): Promise<readonly number[]> {
  const { PDFArray, PDFDict, PDFName, PDFRef } = await import('@cantoo/pdf-lib');
  const name = (key: string) => PDFName.of(key);
  const tables: number[] = [];
  const walk = (node: PDFObject | undefined, page: string, pages: Set<string> | null): void => {
    const object = node instanceof PDFRef ? document.context.lookup(node) : node;
    if (object instanceof PDFArray) {
      for (const child of object.asArray()) walk(child, page, pages);
      return;
    }
    if (!(object instanceof PDFDict)) {
      pages?.add(page); // a number: a piece of the page of its element
      return;
    }
    const own = object.get(name('Pg'))?.toString() ?? page;
    if (object.has(name('MCID'))) pages?.add(own);
    const isTable = object.get(name('S')) === name('Table');
    const below = isTable ? new Set<string>() : pages;
    walk(object.get(name('K')), own, object.has(name('K')) ? below : null);
    if (isTable && below) tables.push(below.size);
  };
  walk(document.catalog.lookupMaybe(name('StructTreeRoot'), PDFDict), '', null);
  return tables;
}
