// Makes changes to a document and writes each number into a file after the change returned; ends without closing, as a cut does.
import { openSync, writeSync } from 'node:fs';
import { openDocument } from '../../electron/core/store/document-store.ts';
import { setCellTo, setProseTo } from './store-edits.ts';

const [path = '', acknowledgements = '', changes = '0'] = process.argv.slice(2);
const opened = openDocument(path);
if (!opened.ok) throw new Error(opened.error.message);
const store = opened.value;
const file = openSync(acknowledgements, 'w');
for (let count = 1; count <= Number(changes); count++) {
  const prose = () =>
    setProseTo(store, ...Array.from({ length: 3 + (count % 40) }, (_, line) => `${count}-${line}。`.repeat(60)));
  const done =
    count % 9 === 0 ? store.undo() : store.commit(count % 4 === 0 ? prose() : setCellTo(store, String(count)));
  if (!done.ok) throw new Error(done.error.message);
  writeSync(file, `${done.value.revision}\n`);
}
process.kill(process.pid, 'SIGKILL');
