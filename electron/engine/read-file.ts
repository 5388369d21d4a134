// The reader: recognises ONE foreign file and ends. Runs as a utility process of main or as a worker thread.
import { parentPort, workerData } from 'node:worker_threads';
import { recogniseFile } from '../core/recognise-file.ts';
import type { ToReader } from '../core/reading-limits.ts';

/** Electron's types say it is always there; in a worker thread it is not. */
const utility: Electron.ParentPort | undefined = process.parentPort;

if (utility) {
  utility.once('message', ({ data }: { readonly data: ToReader }) => {
    void recogniseFile(data.path, data.wishes).then((answer) => {
      utility.postMessage(answer);
      setTimeout(() => process.exit(0), 5_000); // main ends this process when it has the answer
    });
  });
} else if (parentPort) {
  const port = parentPort;
  const { path, wishes } = workerData as ToReader; // from readInWorker
  void recogniseFile(path, wishes).then((answer) => port.postMessage(answer));
}
