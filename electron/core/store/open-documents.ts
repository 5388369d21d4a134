// The documents that this process holds open, by the file itself and not by its name.
import { statSync } from 'node:fs';
import type { DocumentStore } from './document-store.ts';

// A second handle on an open file, even one that only reads, gives up all locks of this process on it when it is closed (POSIX).
const open = new Map<string, DocumentStore>();

/** What the file is, whatever it is called: device and number of the file. Null when there is none. Does not open it. */
export function fileIdentity(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false, bigint: true });
  return found ? `${found.dev}:${found.ino}` : null;
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
