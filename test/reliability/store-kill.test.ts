// kill -9 in the middle of work: no acknowledged change is lost, nothing is torn, nothing is left lying about.
import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDocument, openDocument, readDocumentReport } from '../../electron/core/store/document-store.ts';
import { writeFileSafely } from '../../electron/core/store/safe-file.ts';
import { bundledWorker } from './bundled-worker.ts';
import { someDocument } from './store-edits.ts';

const KILLS = Number(process.env['NIANBAO_KILLS'] ?? 50);
const FILE_KILLS = KILLS; // the exports that rest on it: export-kill.test.ts
const WORKER = await bundledWorker('store-kill-worker');

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'store-kill-')); // on a disk, not in memory
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Starts the worker, kills it some milliseconds after its first word, and gives its last complete line. */
function killedWork(what: 'document' | 'file', path: string, within: number): Promise<string> {
  const child = spawn(process.execPath, [WORKER, what, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (data) => (text += String(data)));
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * within));
  return new Promise((resolve, reject) => {
    child.on('close', (_, signal) => {
      if (signal !== 'SIGKILL') reject(new Error('the worker ended by itself'));
      resolve(text.slice(0, text.lastIndexOf('\n')).split('\n').at(-1) ?? '');
    });
  });
}

test(`after ${KILLS} kills in a write loop every acknowledged change is there and the document is whole`, async () => {
  const place = folder();
  const path = join(place, 'a.nianbao');
  const made = createDocument(path, someDocument());
  if (made.ok) made.value.close();
  const seen = { changes: 0, journals: 0, copiesRefused: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    const [acknowledged = '', digest] = (await killedWork('document', path, 60)).split(' ');
    if ((statSync(`${path}-journal`, { throwIfNoEntry: false })?.size ?? 0) > 0) seen.journals++;
    // what a person gets who copies the one file now: whole, or refused, never something in between
    copyFileSync(path, join(place, 'copy.nianbao'));
    if (!readDocumentReport(join(place, 'copy.nianbao')).ok) seen.copiesRefused++;
    const read = readDocumentReport(path);
    const opened = openDocument(path);
    if (!opened.ok) throw new Error(opened.error.message);
    const store = opened.value;
    const { revision, report } = store.snapshot();
    expect(store.verify()).toEqual({ ok: true, problems: [] });
    expect(read.ok && read.value).toEqual(report);
    expect(revision).toBeGreaterThanOrEqual(Number(acknowledged));
    expect(revision).toBeLessThanOrEqual(Math.max(Number(acknowledged), seen.changes) + 1);
    if (revision === Number(acknowledged)) expect(store.digest()).toBe(digest);
    seen.changes = revision;
    store.close();
  }
  console.log(`store-kill: ${JSON.stringify({ kills: KILLS, ...seen })}`);
  expect(readdirSync(place).sort()).toEqual(['a.nianbao', 'copy.nianbao']);
}, 300_000);

test(`after ${FILE_KILLS} kills while a file is written it is the old one or the new one, complete`, async () => {
  const place = folder();
  const path = join(place, 'a.pdf');
  writeFileSync(path, Buffer.alloc(6_000_000, 251));
  let left = 0;
  for (let kill = 0; kill < FILE_KILLS; kill++) {
    await killedWork('file', path, 25);
    const bytes = readFileSync(path);
    expect(bytes.length).toBe(6_000_000);
    expect(bytes.equals(Buffer.alloc(6_000_000, bytes[0]))).toBe(true);
    if (readdirSync(place).length > 1) left++;
  }
  expect(writeFileSafely(path, Buffer.from('x')).ok).toBe(true);
  console.log(`store-kill: ${JSON.stringify({ kills: FILE_KILLS, leftTemporaryFile: left })}`);
  expect(readdirSync(place)).toEqual(['a.pdf']);
}, 300_000);
