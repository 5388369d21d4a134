// Every good file in thousands of damaged forms through its reader and the matching: none hangs, none crashes, each refusal is a sentence.
// The forms are the same on every run. FUZZ_RUNS=500 draws more for each file, FUZZ_SEED=7 others.
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { nianbao } from '../nianbao.ts';
import type { FuzzNews, FuzzTask } from './fuzz-worker.ts';

const SEED = Number(process.env['FUZZ_SEED'] ?? 49);
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 280);
/** Above the limit of the reader's process: what would be stopped there is a hang here. */
const HUNG_MS = 15_000;

/** A busy machine takes its time for all forms of one file. */
const PATIENCE_MS = 600_000;

const fixtures = resolve(import.meta.dirname, '../fixtures');
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(...words: readonly string[]): void {
  const { status, stderr } = nianbao(...words);
  if (status !== 0) throw new Error(`${words[0]}: ${stderr || 'it did not end in time'}`);
}

/** Found reports in every form, and our own document and exports. */
function goodFiles(): readonly string[] {
  const found = ['cases', 'office'].flatMap((name) =>
    readdirSync(join(fixtures, name))
      .filter((file) => /\.(?:txt|html|docx?|xlsx?|pdf)$/.test(file))
      .map((file) => join(fixtures, name, file)),
  );
  const own = join(folder, 'own.nianbao');
  written('import', join(fixtures, 'cases/huaian-2024.txt'), '--out', own);
  const kinds = ['docx', 'html', 'pdf'];
  written('export', own, '--draft', ...kinds.flatMap((kind) => [`--${kind}`, join(folder, `own.${kind}`)]));
  return [...found, own, ...kinds.map((kind) => join(folder, `own.${kind}`))];
}

interface Fuzzed {
  readonly wrong: readonly string[];
  readonly runs: number;
  readonly recognised: number;
}

function fuzz(task: FuzzTask): Promise<Fuzzed> {
  return new Promise((done) => {
    const worker = fork(join(import.meta.dirname, 'fuzz-worker.ts'), { execArgv: ['--max-old-space-size=384'] });
    const wrong: string[] = [];
    let run = -1;
    let counts = { runs: 0, recognised: 0 };
    const hung = (): void => {
      wrong.push(`run ${run} hung`);
      worker.kill('SIGKILL');
    };
    let watch = setTimeout(hung, HUNG_MS);
    worker.on('message', (news: FuzzNews) => {
      clearTimeout(watch);
      watch = setTimeout(hung, HUNG_MS);
      if (news.kind === 'begins') run = news.run;
      else if (news.kind === 'wrong') wrong.push(`run ${news.run}: ${news.what}`);
      else counts = { runs: news.recognised + news.refused, recognised: news.recognised };
    });
    worker.on('exit', (code, signal) => {
      clearTimeout(watch);
      if (code !== 0) wrong.push(`run ${run} ended the process (${code ?? signal})`);
      done({ wrong, ...counts });
    });
    worker.send(task);
  });
}

describe('damaged forms of every good file', () => {
  const files = goodFiles();
  const total = { runs: 0, recognised: 0 };

  test.concurrent.each(files.map((file, index) => [basename(file), file, index] as const))(
    '%s',
    async (_, file, index) => {
      const place = join(folder, `年报-${index}${extname(file)}`);
      const { wrong, runs, recognised } = await fuzz({ file, seed: SEED + index, runs: RUNS, place });
      expect(wrong).toEqual([]);
      expect(runs).toBe(RUNS);
      total.runs += runs;
      total.recognised += recognised;
    },
    PATIENCE_MS,
  );

  test('they are 5,000 and more, and many are so little damaged that a report is recognised', () => {
    expect(total.runs).toBeGreaterThanOrEqual(5_000);
    expect(total.recognised).toBeGreaterThan(total.runs / 10);
  });
});
