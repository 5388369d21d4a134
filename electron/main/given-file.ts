// A file given to the program from outside: the last word of its command line, as a double click or a second start hands it over.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/** The absolute path, or null. `folder` is where the words were written; the app's own folder is no file. */
export function givenFile(argv: readonly string[], folder: string): string | null {
  const last = argv.slice(1).at(-1);
  if (last === undefined || last === '' || last.startsWith('-') || last.includes('\0')) return null;
  const path = resolve(folder, last);
  // one that is missing is given all the same: the person is told so
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? null : path;
}
