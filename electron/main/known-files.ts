// Which files the window may have shown in their folder or opened: those that the program itself named, and only documents.
import { extname } from 'node:path';

/** What the programs of an office open as a document. Anything else could be run. */
const DOCUMENTS = new Set(
  ['pdf', 'xlsx', 'xls', 'et', 'docx', 'doc', 'wps', 'html', 'htm', 'mht', 'mhtml', 'txt', 'csv', 'nianbao'].map(
    (one) => `.${one}`,
  ),
);

export const isDocument = (path: string): boolean => DOCUMENTS.has(extname(path).toLowerCase());

export interface KnownFiles {
  add(path: string): void;
  has(path: string): boolean;
}

export function knownFiles(): KnownFiles {
  const known = new Set<string>();
  return { add: (path) => void known.add(path), has: (path) => known.has(path) };
}
