// An I/O error or a full disk at any moment loses nothing that was acknowledged and leaves nothing torn. Linux with a C compiler.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocument } from '../../electron/core/store/document-store.ts';
import { compiler, noShims } from './c-compiler.ts';
import { someDocument } from './store-edits.ts';

if (noShims) console.log(`store-faults: skipped, ${noShims}`);

// every position with NIANBAO_FAULTS=1; otherwise every third, which still meets each kind of operation of each change
const STEP = process.env['NIANBAO_FAULTS'] ?? '3';

test.skipIf(noShims !== null)(
  'whichever file operation fails, the document is whole and goes on',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-faults-'));
    try {
      const shim = join(folder, 'faults.so');
      const source = join(import.meta.dirname, 'store-faults.c');
      execFileSync(compiler ?? 'cc', ['-shared', '-fPIC', '-O2', '-w', '-o', shim, source, '-ldl']);
      const base = join(folder, 'base.nianbao');
      const made = createDocument(base, someDocument());
      expect(made.ok).toBe(true);
      if (made.ok) made.value.close();
      const root = join(folder, 'work');
      mkdirSync(root);
      const env = { ...process.env, LD_PRELOAD: shim, FAULT_ROOT: root, FAULT_COUNT: join(folder, 'count') };
      const worker = join(import.meta.dirname, 'store-faults-worker.ts');
      const run = spawnSync(process.execPath, [worker, base, STEP], { env, encoding: 'utf8', timeout: 300_000 });
      expect({ status: run.status, signal: run.signal, error: run.stderr }).toEqual({
        status: 0,
        signal: null,
        error: '',
      });
      const outcome: { positions: number; refusals: Record<string, number>; faults: string[] } = JSON.parse(run.stdout);
      console.log(`store-faults: ${run.stdout.trim()}`);
      expect(outcome.faults).toEqual([]);
      expect(outcome.positions).toBeGreaterThan(100);
      expect(outcome.refusals['disk-full']).toBeGreaterThan(0);
      expect(outcome.refusals['write-failed']).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  320_000,
);
