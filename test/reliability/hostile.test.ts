// Every hostile file is refused with one Chinese sentence, or read without harm, quickly and in little memory; nothing is written anywhere.
import { execFile } from 'node:child_process';
import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSourceFile } from '../../electron/core/readers/index.ts';
import { HOSTILE_FILES, writeHostile } from '../fixtures/hostile/make-hostile.ts';
import type { HostileReading } from './read-hostile.ts';

const MOST_MS = 10_000;
const MOST_MEGABYTES = 512;

/** One sentence for the person: Chinese, names the file, says what to do, no English words but names of formats, no stack. */
const SENTENCE = /^[^\n]*“[^”]+”[^\n]*[；。][^\n]*。$/;

describe('hostile files', () => {
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  const folder = join(root, 'a/files');
  let readings = new Map<string, HostileReading>();

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeHostile(folder);
    const reader = resolve(import.meta.dirname, 'read-hostile.ts');
    const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=512', reader, folder], {
      cwd: root,
      timeout: 120_000,
      maxBuffer: 1e7,
    });
    const lines = stdout.trim().split('\n');
    // lines of JSON that read-hostile.ts prints
    readings = new Map(
      lines.map((line) => JSON.parse(line) as HostileReading).map((reading) => [reading.name, reading]),
    );
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(HOSTILE_FILES.map(({ name, expect: outcome }) => [name, outcome] as const))('%s: %s', (name, outcome) => {
    const reading = readings.get(name);
    expect(reading?.outcome).toBe(outcome);
    if (outcome !== 'read') expect(reading?.message).toMatch(SENTENCE);
    expect(reading?.message).not.toMatch(/Error|undefined|null|\bat \w+/);
    expect(reading?.ms).toBeLessThan(MOST_MS);
  });

  it('all of them together stay within the memory of a reader', () => {
    expect(Math.max(...[...readings.values()].map((reading) => reading.peak))).toBeLessThan(MOST_MEGABYTES + 100);
  });

  it('no file is written beside them or outside', () => {
    expect(readdirSync(folder).sort()).toEqual(HOSTILE_FILES.map(({ name }) => name).sort());
    expect(readdirSync(root)).toEqual(['a']);
    expect(readdirSync(join(root, 'a'))).toEqual(['files']);
  });

  it('a file of 200 MB and more is refused by its size, without reading it', async () => {
    const path = join(root, 'large.xlsx');
    const file = openSync(path, 'w');
    ftruncateSync(file, 201 * 1024 * 1024);
    closeSync(file);
    const start = performance.now();
    const result = await readSourceFile(path);
    expect(performance.now() - start).toBeLessThan(200);
    rmSync(path);
    expect(result).toMatchObject({ ok: false, error: { code: 'file-too-large' } });
  });
});
