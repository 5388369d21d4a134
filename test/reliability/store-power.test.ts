// A power cut at any moment loses no acknowledged change and leaves a whole document. Linux with a C compiler.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDocument, openDocument } from '../../electron/core/store/document-store.ts';
import { compiler, noShims } from './c-compiler.ts';
import { someDocument } from './store-edits.ts';
import { Medium, readRecord } from './store-power-cut.ts';

const CUTS = Number(process.env['NIANBAO_CUTS'] ?? 300);
const CHANGES = 150;

if (noShims) console.log(`store-power: skipped, ${noShims}`);

test.skipIf(noShims !== null)(
  `after ${CUTS} power cuts the document is whole and holds every acknowledged change`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'store-power-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const shim = join(folder, 'power.so');
    const source = join(import.meta.dirname, 'store-power.c');
    execFileSync(compiler ?? 'cc', ['-shared', '-fPIC', '-O2', '-w', '-o', shim, source, '-ldl']);
    const [root, after] = [join(folder, 'work'), join(folder, 'after')];
    mkdirSync(root);
    mkdirSync(after);
    const path = join(root, 'a.nianbao');
    const made = createDocument(path, someDocument());
    if (made.ok) made.value.close();
    const base = readFileSync(path);
    const acknowledgements = join(root, 'acknowledged');
    const worker = join(import.meta.dirname, 'store-power-worker.ts');
    const env = { ...process.env, LD_PRELOAD: shim, RECORD_ROOT: root, RECORD_LOG: join(folder, 'log') };
    const run = spawnSync(process.execPath, [worker, path, acknowledgements, String(CHANGES)], {
      env,
      encoding: 'utf8',
    });
    expect({ signal: run.signal, error: run.stderr }).toEqual({ signal: 'SIGKILL', error: '' });

    const operations = readRecord(readFileSync(join(folder, 'log')));
    const cuts = Array.from({ length: CUTS }, () => Math.floor(Math.random() * (operations.length + 1)));
    const medium = new Medium(new Map([[path, base]]), Math.random);
    const seen = { cuts: 0, operations: operations.length, recovered: 0 };
    let acknowledged = 0;
    operations.forEach((operation, index) => {
      for (const _ of cuts.filter((cut) => cut === index)) check(medium.cut());
      // the acknowledgement is outside the medium: it is known the moment it is written
      if (operation.file !== acknowledgements) medium.take(operation);
      else if (operation.kind === 'W') acknowledged = Number(operation.data.toString());
    });
    expect(acknowledged).toBe(CHANGES + 1);
    console.log(`store-power: ${JSON.stringify(seen)}`);

    function check(files: ReadonlyMap<string, Buffer>): void {
      seen.cuts++;
      for (const name of ['a.nianbao', 'a.nianbao-journal']) rmSync(join(after, name), { force: true });
      for (const [file, bytes] of files) writeFileSync(join(after, basename(file)), bytes);
      if ((files.get(`${path}-journal`)?.length ?? 0) > 0) seen.recovered++;
      const opened = openDocument(join(after, 'a.nianbao'));
      if (!opened.ok) throw new Error(`cut ${seen.cuts}: ${opened.error.message}`);
      expect(opened.value.verify().problems).toEqual([]);
      expect(opened.value.snapshot().revision).toBeGreaterThanOrEqual(acknowledged);
      opened.value.close();
    }
  },
  300_000,
);
