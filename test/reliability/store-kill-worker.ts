// Works on a document, or writes a file over and over, until it is killed; says on standard output what is done, after it is done.
import { writeSync } from 'node:fs';
import { openDocument } from '../../electron/core/store/document-store.ts';
import { writeFileSafely } from '../../electron/core/store/safe-file.ts';
import { setCellTo, setProseTo } from './store-edits.ts';

const [what = '', path = ''] = process.argv.slice(2);
if (what === 'document') edit();
else write();

function edit(): void {
  const opened = openDocument(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  writeSync(1, `0 ${store.digest()}\n`);
  for (let count = store.snapshot().revision; ; count++) {
    const done =
      count % 11 === 0
        ? store.undo()
        : count % 5 === 0
          ? store.commit(setProseTo(store, ...Array.from({ length: 50 }, (_, line) => `${count}-${line}`.repeat(40))))
          : store.commit(setCellTo(store, String(count)));
    if (!done.ok) throw new Error(done.error.message);
    writeSync(1, `${done.value.revision} ${store.digest()}\n`);
  }
}

function write(): void {
  for (let count = 1; ; count++) {
    const done = writeFileSafely(path, Buffer.alloc(6_000_000, count % 250));
    if (!done.ok) throw new Error(done.error.message);
    writeSync(1, `${count}\n`);
  }
}
