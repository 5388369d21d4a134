// Exports one document over and over, as draft and as final text in turn, until it is killed.
import { writeSync } from 'node:fs';
import { exportDocuments } from '../../electron/core/export-documents.ts';
import { openDocument } from '../../electron/core/store/document-store.ts';

const [document = '', file = ''] = process.argv.slice(2);
const opened = openDocument(document);
if (!opened.ok) throw new Error(opened.error.message);
const printPdf = () => Promise.reject(new Error('nothing is printed here'));

writeSync(1, 'ready\n');
for (let count = 0; ; count++) {
  const done = await exportDocuments(opened.value, [{ kind: 'html', file }], { draft: count % 2 === 0, printPdf });
  if (!done.ok) throw new Error(done.error.message);
}
