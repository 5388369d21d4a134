// The reader: parses ONE foreign file into a RawDocument and ends. Runs as a utility process of main or as a worker thread.
import { parentPort, workerData } from 'node:worker_threads';
import { readSourceFile } from '../core/readers/index.ts';

/** Electron's types say it is always there; in a worker thread it is not. */
const utility: Electron.ParentPort | undefined = process.parentPort;

if (utility) {
  utility.once('message', ({ data }: { readonly data: unknown }) => {
    void readSourceFile(String(data)).then((answer) => {
      utility.postMessage(answer);
      setTimeout(() => process.exit(0), 5_000); // main ends this process when it has the answer
    });
  });
} else if (parentPort) {
  const port = parentPort;
  const { path } = workerData as { readonly path: string }; // from readInWorker
  void readSourceFile(path).then((answer) => port.postMessage(answer));
}
