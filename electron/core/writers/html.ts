// LayoutDocument -> the web page as a file.
import type { LayoutDocument } from '../../../shared/export/layout-document.ts';
import { toHtml } from '../../../shared/export/to-html.ts';

export const writeHtml = async (layout: LayoutDocument): Promise<Uint8Array> =>
  new TextEncoder().encode(toHtml(layout, { kind: 'web' }));
