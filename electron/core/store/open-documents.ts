// The documents that this process holds open, by the file itself and not by its name.
import { statSync } from 'node:fs';
import type { DocumentStore } from './document-store.ts';
import { systemCode } from './file-error.ts';

// A second handle on an open file, even one that only reads, gives up all locks of this process on it when it is closed (POSIX).
const open = new Map<string, DocumentStore>();

/**
 * What the file is, whatever it is called: device and number of the file. Null when there is none, or none that can be reached: who reads or
 * writes it then says why. Does not open it.
 */
export function fileIdentity(path: string): string | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false, bigint: true });
    return found ? `${found.dev}:${found.ino}` : null;
  } catch (error) {
    if (systemCode(error) === '') throw error;
    return null; // a name too long, a folder that may not be entered, links in a circle
  }
}

/** The store of this process that holds the file open, if there is one. */
export function storeOf(path: string): DocumentStore | null {
  const identity = fileIdentity(path);
  return identity === null ? null : (open.get(identity) ?? null);
}

export const remember = (identity: string, store: DocumentStore): void => void open.set(identity, store);

export function forget(identity: string, store: DocumentStore): void {
  if (open.get(identity) === store) open.delete(identity);
}
