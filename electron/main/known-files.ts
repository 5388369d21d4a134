// Which files the window may have shown in their folder or opened: those that the program itself named, and only documents.
import { extname } from 'node:path';
import { SOURCE_EXTENSIONS } from '../../shared/import/source-files.ts';
import { EXPORT_KINDS } from '../../shared/ipc/messages.ts';

/** What is read, and what is written (the 呈批单 as a PDF). Anything else could be run. */
const DOCUMENTS: ReadonlySet<string> = new Set(
  [...SOURCE_EXTENSIONS, ...EXPORT_KINDS.filter((kind) => kind !== 'sheet')].map((one) => `.${one}`),
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
