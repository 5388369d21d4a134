// LayoutDocument -> Word document: GB/T 9704-2012 page, real heading styles, tables that WPS and Word can edit.
import type { LayoutDocument } from '../../../shared/export/layout-document.ts';
import { documentDate } from './document-date.ts';
import { STYLE } from './docx-style-names.ts';
import { withWatermark } from './docx-watermark.ts';
import { withFixedTimes } from './zip-times.ts';

/** The document's bytes; the same report gives the same bytes. */
export async function writeDocx(layout: LayoutDocument): Promise<Uint8Array> {
  // loaded when needed, with the parts that build on it
  const [{ Packer }, { wordDocument }] = await Promise.all([import('docx'), import('./docx-document.ts')]);
  const date = documentDate(layout)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
  return withFixedTimes(new Uint8Array(await Packer.toBuffer(wordDocument(layout))), (name, text) => {
    if (name === 'docProps/core.xml')
      return text().replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, (_, tag: string) => `${tag}${date}`);
    if (/^word\/header\d+\.xml$/.test(name)) return withWatermark(text());
    if (name === 'word/styles.xml') return text().replace(/(w:styleId="Normal".*?<w:qFormat\/>)/, `$1${NO_GAPS}`);
    // what continues a merged cell is an empty paragraph of body size, which would stretch its row
    return name === 'word/document.xml' ? text().replaceAll('<w:p/>', EMPTY_CELL) : null;
  });
}

/** No gap between Chinese characters and figures or letters: 28 characters a line. */
const NO_GAPS = '<w:pPr><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/></w:pPr>';

const EMPTY_CELL = `<w:p><w:pPr><w:pStyle w:val="${STYLE.table}"/></w:pPr></w:p>`;
