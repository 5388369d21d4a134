// What makes two prints of one document differ, made the same: the browser's node numbers and the file identifier.
import { createHash } from 'node:crypto';
import type { LayoutDocument } from '../../../shared/export/layout-document.ts';

/**
 * The browser names table heads by the numbers its nodes happened to have, “(node00000040)”. They are counted anew from 1 in the same
 * order and length, so that no offset moves and the sorted tree of names stays sorted.
 */
export function renumberNodes(printed: Uint8Array): Uint8Array {
  const text = Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength).toString('latin1');
  const found = [...new Set(text.match(/\(node\d{8}\)/g))].sort();
  const counted = new Map(found.map((name, index) => [name, `(node${String(index + 1).padStart(8, '0')})`]));
  return Buffer.from(
    text.replace(/\(node\d{8}\)/g, (name) => counted.get(name) ?? name),
    'latin1',
  );
}

/** The file identifier: 16 bytes that follow from the document. */
export function fileIdentifier({ fingerprint, title, draft }: LayoutDocument, attachment: boolean): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify([fingerprint, title, draft, attachment]))
    .digest()
    .subarray(0, 16);
}
