// Hostile files in the whole program: refused in time and memory, the reader's process gone, the open document as it was and at work.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { HOSTILE_FILES } from '../fixtures/hostile/make-hostile.ts';
import { shown, test } from './launch.ts';
import { chooseTable, saved, type } from './staffer.ts';

/** One for every way to an end: by size, by content, by memory, by the heap, by time in the parser and in the matching. */
const FILES = [
  'bomb-1gb-sheet.xlsx',
  'xxe.docx',
  'parent-name.xlsx',
  'password.doc',
  'huaian-2024-cut-50.doc',
  'noise.bin',
  'script.html',
  'unpacks-to-1gb.pdf',
  'widths-2000-million.pdf',
  'forms-doubling.pdf',
  'rows-9900.txt',
];

const digestOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

const processOf = (app: ElectronApplication, name: string): Promise<number | undefined> =>
  app.evaluate(({ app: host }, wanted) => host.getAppMetrics().find((process) => process.name === wanted)?.pid, name);
const readerOf = (app: ElectronApplication): Promise<number | undefined> => processOf(app, '年报编制 文件读取');

const read = (page: Page, path: string) =>
  page.evaluate((file) => window.desktop.request('source:read', file, {}), path);

function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0; // it has ended, or there is no /proc
  }
}

/** What reading gives, and the most memory that the reader's process held, in megabytes. */
async function readWatched(app: ElectronApplication, page: Page, path: string) {
  let pid: number | undefined;
  let megabytes = 0;
  const asking = setInterval(() => void readerOf(app).then((found) => (pid = found ?? pid)), 50);
  const looking = setInterval(() => (megabytes = Math.max(megabytes, pid ? peakOf(pid) : 0)), 10);
  const answer = await read(page, path);
  clearInterval(asking);
  clearInterval(looking);
  return { answer, megabytes };
}

test('each is refused in its time and memory, and the open document does not notice', async ({
  start,
  folder,
  published,
}) => {
  test.setTimeout(180_000);
  const { app, page, faults } = await start(published);
  await saved(page);
  const before = digestOf(published);
  let most = 0;
  const engine = await processOf(app, '年报编制 后台');
  for (const { name, bytes } of HOSTILE_FILES.filter((file) => FILES.includes(file.name))) {
    const path = join(folder, name);
    writeFileSync(path, bytes());
    const started = performance.now();
    const { answer, megabytes } = await readWatched(app, page, path);
    expect(performance.now() - started, name).toBeLessThan(15_000); // 9 s, and a busy machine
    expect(megabytes, name).toBeLessThan(512);
    most = Math.max(most, megabytes);
    expect(answer.ok ? 'read' : answer.error.message, name).toMatch(/^[^\n]*“[^”]+”[^\n]*。$/);
    await expect.poll(() => readerOf(app), name).toBeUndefined();
    expect(digestOf(published), name).toBe(before);
  }
  if (process.platform === 'linux') expect(most).toBeGreaterThan(300); // the watch has seen the bombs grow
  expect(await processOf(app, '年报编制 后台')).toBe(engine);
  expect(faults).toEqual([]);
});

test('a reader that is killed is a sentence; the document is there and takes the next figure', async ({
  start,
  folder,
  published,
}) => {
  const { app, page } = await start(published);
  const path = join(folder, '上年.txt');
  writeFileSync(path, '规章\t1\t2\t3\n'.repeat(9_900));
  const reading = read(page, path);
  await expect.poll(() => readerOf(app)).toBeDefined();
  const pid = await readerOf(app);
  if (pid) process.kill(pid, 'SIGKILL');
  expect(await reading).toEqual({
    ok: false,
    error: {
      code: 'file-damaged',
      message: '读取文件“上年.txt”时中断，文件可能已损坏或过大；请用原来的软件打开并另存后再试。',
    },
  });
  await chooseTable(page, '三、');
  await type(page, '一、本年新收政府信息公开申请数量，申请人情况，自然人', '51');
  await saved(page);
  expect(shown(published).cells['applications.new.natural']?.value).toBe('51');
});
