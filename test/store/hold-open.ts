// Another program that has a document open: opens the file named, says so on standard output, and waits to be ended.
import { openDocument } from '../../electron/core/store/document-store.ts';

const opened = openDocument(process.argv[2] ?? '');
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.code}\n`);
setInterval(() => {}, 1000);
