// Recognises one good file in many damaged forms, in a process that the test can end: says which form it begins, and what came out.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as fc from 'fast-check';
import { recogniseFile } from '../../electron/core/recognise-file.ts';
import { damaged, damages } from './mutations.ts';

export interface FuzzTask {
  readonly file: string;
  readonly seed: number;
  readonly runs: number;
  /** Where the damaged form is written; its name has the extension of the file. */
  readonly place: string;
}

export type FuzzNews =
  | { readonly kind: 'begins'; readonly run: number }
  | { readonly kind: 'wrong'; readonly run: number; readonly what: string }
  | { readonly kind: 'done'; readonly recognised: number; readonly refused: number; readonly slowestMs: number };

const tell = (news: FuzzNews): void => void process.send?.(news);

async function run({ file, seed, runs, place }: FuzzTask): Promise<void> {
  const good = readFileSync(file);
  const counts = { recognised: 0, refused: 0 };
  let slowestMs = 0;
  for (const [index, list] of fc.sample(damages, { seed, numRuns: runs }).entries()) {
    tell({ kind: 'begins', run: index });
    writeFileSync(place, damaged(good, list));
    const started = performance.now();
    try {
      const result = await recogniseFile(place, {});
      if (result.ok) counts.recognised++;
      else counts.refused++;
      if (!result.ok && !/^[^\n]*“[^\n]*。$/.test(result.error.message))
        tell({ kind: 'wrong', run: index, what: result.error.message });
      if (!result.ok && !result.error.message.includes(basename(place)))
        tell({ kind: 'wrong', run: index, what: `no name of the file: ${result.error.message}` });
    } catch (error) {
      tell({
        kind: 'wrong',
        run: index,
        what: error instanceof Error ? (error.stack ?? error.message) : String(error),
      });
    }
    slowestMs = Math.max(slowestMs, performance.now() - started);
  }
  tell({ kind: 'done', ...counts, slowestMs: Math.round(slowestMs) });
}

process.once('message', (task: FuzzTask) => {
  void run(task).then(() => process.disconnect());
});
