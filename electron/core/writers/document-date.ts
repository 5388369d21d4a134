// The date in the properties of an exported file. It follows from the document, not from the clock: the same report gives the same bytes.
import type { LayoutDocument } from '../../../shared/export/layout-document.ts';

/** The report is due on 31 January of the year after (条例第四十九条): 1 January of that year, 00:00 in China. */
export const documentDate = ({ year }: Pick<LayoutDocument, 'year'>): Date => new Date(Date.UTC(year, 11, 31, 16));
