// Every hostile file is refused with one Chinese sentence by the reader of the program, within its time and memory; nothing is written.
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { CFB } from '@e965/xlsx';
import { unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { READING_LIMITS } from '../../electron/core/reading-limits.ts';
import { createReader } from '../../electron/main/reader.ts';
import { whole } from '../fixtures/hostile/hostile-mistakes.ts';
import { HOSTILE_FILES } from '../fixtures/hostile/make-hostile.ts';
import { host } from '../host/host.ts';

// the reader's real process, as the stand-in host starts and measures it; no window is needed for that
vi.mock('electron', async () => {
  const { utilityMetrics, utilityProcess } = await import('../host/utility.ts');
  return { utilityProcess, app: { getAppMetrics: utilityMetrics } };
});

/** The limit itself is below 10 s; a busy machine may be late to act on it. */
const MOST_MS = READING_LIMITS.timeoutMs + 6_000;
const MOST_MEGABYTES = 512;

/** One sentence for the person: Chinese, names the file, says what to do, on one line. */
const SENTENCE = /^[^\n]*“[^”]+”[^\n]*[；。][^\n]*。$/;
const TRACE = /Error|undefined|null|\bat \w+/;

const reader = () => createReader(resolve(import.meta.dirname, '../../out/reader/read-file.js'));

interface Reading {
  readonly outcome: string;
  readonly message: string;
  readonly ms: number;
  /** The most memory that the process held, in megabytes; 0 where the system does not tell. */
  readonly megabytes: number;
}

async function readingOf(path: string): Promise<Reading> {
  const { utilityMetrics } = await import('../host/utility.ts');
  let megabytes = 0;
  const look = setInterval(() => {
    for (const { pid } of utilityMetrics()) megabytes = Math.max(megabytes, peakOf(pid));
  }, 10);
  const started = performance.now();
  const result = await reader().read(path, {});
  const ms = performance.now() - started;
  clearInterval(look);
  return {
    outcome: result.ok ? 'read' : result.error.code,
    message: result.ok ? '' : result.error.message,
    ms,
    megabytes,
  };
}

function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended
  }
}

beforeAll(() => {
  host.ready = true;
});

describe('hostile files', () => {
  const root = mkdtempSync(join(tmpdir(), 'hostile-'));
  const folder = join(root, 'a/files');

  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(HOSTILE_FILES.map((file) => [file.name, file.expect, file.bytes] as const))(
    '%s: %s',
    async (name, outcome, bytes) => {
      const path = join(folder, name);
      writeFileSync(path, bytes());
      const reading = await readingOf(path);
      expect(readdirSync(folder)).toEqual([name]);
      rmSync(path);
      if (outcome === 'stopped') expect(['too-slow', 'file-damaged']).toContain(reading.outcome);
      else expect(reading.outcome).toBe(outcome);
      expect(reading.message).toMatch(SENTENCE);
      expect(reading.message).not.toMatch(TRACE);
      expect(reading.ms).toBeLessThan(MOST_MS);
      expect(reading.megabytes).toBeLessThan(MOST_MEGABYTES);
    },
  );

  it('the limit of time leaves room for its own sentence', () => {
    expect(READING_LIMITS.timeoutMs).toBeLessThan(10_000);
  });

  it('no file was written outside their folder', () => {
    expect(readdirSync(root)).toEqual(['a']);
    expect(readdirSync(join(root, 'a'))).toEqual(['files']);
  });

  it('a file of 200 MB and more is refused by its size, without reading it', async () => {
    const path = join(root, 'large.xlsx');
    const file = openSync(path, 'w');
    ftruncateSync(file, 201 * 1024 * 1024);
    closeSync(file);
    const { outcome, megabytes } = await readingOf(path);
    rmSync(path);
    expect(outcome).toBe('file-too-large');
    expect(megabytes).toBeLessThan(150);
  });
});

describe('honest files with 90 MB of pictures', () => {
  const root = mkdtempSync(join(tmpdir(), 'large-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const pictures = randomBytes(90 * 1024 * 1024);

  const packed = (name: string, media: string): Uint8Array =>
    zipSync({ ...unzipSync(whole(name)), [media]: pictures }, { level: 0 });

  const FILES: Readonly<Record<string, () => Promise<Uint8Array> | Uint8Array>> = {
    'template-2021.docx': () => packed('template-2021.docx', 'word/media/image1.jpeg'),
    'seed-jiaxing-eco-2020-own.xlsx': () => packed('seed-jiaxing-eco-2020-own.xlsx', 'xl/media/image1.jpeg'),
    'huaian-2024.doc': () => {
      const file = CFB.read(whole('huaian-2024.doc'), { type: 'buffer' });
      CFB.utils.cfb_add(file, '/Pictures', pictures);
      return Buffer.from(CFB.write(file, { type: 'buffer' }));
    },
    'huaian-2024.pdf': async () => {
      const file = await PDFDocument.load(whole('huaian-2024.pdf'));
      file.context.register(file.context.stream(pictures));
      return file.save();
    },
  };

  it.each(Object.keys(FILES))('%s is read', async (name) => {
    const path = join(root, name);
    writeFileSync(path, (await FILES[name]?.()) ?? '');
    const { outcome, megabytes } = await readingOf(path);
    rmSync(path);
    expect(outcome).toBe('read');
    expect(megabytes).toBeLessThan(READING_LIMITS.processMb);
  });
});
