// kill -9 in the middle of an export: the old file or the new one, never half, and the document knows which.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { verifyDocument } from '../../electron/core/document-files.ts';
import { exportDocuments } from '../../electron/core/export-documents.ts';
import { createDocument, openDocument } from '../../electron/core/store/document-store.ts';
import { caseReport } from '../export/report-cases.ts';
import { bundledWorker } from './bundled-worker.ts';

const KILLS = Number(process.env['NIANBAO_KILLS'] ?? 200);
/** Folders worked in at the same time. */
const LANES = 2;
const WORKER = await bundledWorker('export-kill-worker');
const printPdf = () => Promise.reject(new Error('nothing is printed here'));

/** Lets the worker export for some milliseconds and kills it. */
const killedExport = (document: string, file: string, within: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WORKER, document, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * within));
    child.on('close', (_, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error('the worker ended by itself')),
    );
  });

async function lane(kills: number): Promise<number> {
  const place = mkdtempSync(join(tmpdir(), 'export-kill-')); // on a disk, not in memory
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const [document, file] = [join(place, 'a.nianbao'), join(place, 'a.html')];
  const made = createDocument(document, { report: caseReport('huaian-2024'), previous: null, label: '导入' });
  if (!made.ok) throw new Error(made.error.message);
  const texts: string[] = [];
  for (const draft of [true, false]) {
    await exportDocuments(made.value, [{ kind: 'html', file }], { draft, printPdf });
    texts.push(readFileSync(file, 'utf8'));
  }
  made.value.close();
  let left = 0;
  for (let kill = 0; kill < kills; kill++) {
    await killedExport(document, file, 30);
    expect(texts).toContain(readFileSync(file, 'utf8'));
    const verified = verifyDocument(document);
    expect(verified.ok && verified.value.exports.map(({ state }) => state)).not.toContain('changed');
    if (readdirSync(place).some((name) => name.endsWith('.tmp'))) left++;
  }
  const opened = openDocument(document);
  if (!opened.ok) throw new Error(opened.error.message);
  await exportDocuments(opened.value, [{ kind: 'html', file }], { draft: false, printPdf });
  opened.value.close();
  expect(readdirSync(place).toSorted()).toEqual(['a.html', 'a.nianbao']);
  return left;
}

test(`after ${KILLS} kills during an export the file is the old one or the new one, and nothing is left lying about`, async () => {
  const left = await Promise.all(Array.from({ length: LANES }, () => lane(KILLS / LANES)));
  console.log(
    `export-kill: ${JSON.stringify({ kills: KILLS, leftTemporaryFile: left.reduce((sum, one) => sum + one) })}`,
  );
}, 300_000);
