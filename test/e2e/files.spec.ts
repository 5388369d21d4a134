// Files come in by every door: a second start, a drop on the window, a wrong or broken document, a reading that is stopped.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { command, fixture, launch, officeFixture, root, SEED, test } from './launch.ts';
import { answerDialogs, message, open, press, recent, saved } from './staffer.ts';

const outline = (page: Page) => page.getByRole('navigation', { name: '大纲' });
const processes = (app: ElectronApplication): Promise<readonly (string | undefined)[]> =>
  app.evaluate(({ app: { getAppMetrics } }) => getAppMetrics().map(({ name }) => name));

test('a second start ends at once and gives its file to the window that is there', async ({
  start,
  folder,
  published,
}) => {
  const { app, page } = await start();
  await expect(launch(join(folder, 'data'), [published])).rejects.toThrow();
  await expect(outline(page)).toContainText('嘉兴市生态环境局');
  expect(app.windows()).toHaveLength(1);
});

test('a file given at the start is opened', async ({ start, published }) => {
  const { page } = await start(published);
  await expect(outline(page)).toContainText('嘉兴市生态环境局');
  await saved(page);
});

test('a document that another program has open is refused in one sentence, and opens once that is closed', async ({
  start,
  published,
}) => {
  const other = spawn(process.execPath, [join(root, 'test/store/hold-open.ts'), published]);
  await once(other.stdout, 'data');
  const before = readFileSync(published);
  const { app, page } = await start();
  await open(app, page, published);
  await expect(message(page, /^文件“.*2020年报\.nianbao”已在另一个窗口或程序中打开。/)).toBeVisible();
  expect(readFileSync(published).equals(before)).toBe(true);
  other.kill('SIGKILL');
  await once(other, 'exit');
  await open(app, page, published);
  await expect(outline(page)).toContainText('嘉兴市生态环境局');
});

test('damaged, foreign, newer, missing: one sentence each, no file touched, and the window goes on', async ({
  start,
  folder,
  published,
}) => {
  const wrong = mkdtempSync(join(folder, 'wrong-'));
  const bytes = readFileSync(published);
  const make = (name: string, change: (copy: Buffer) => Buffer): string => {
    writeFileSync(join(wrong, name), change(Buffer.from(bytes)));
    return join(wrong, name);
  };
  const files = [
    [make('截断.nianbao', (copy) => copy.subarray(0, copy.length >> 1)), /^文件“.*截断\.nianbao”已损坏，没有打开/],
    [make('改动.nianbao', (copy) => copy.fill(0x41, 20_000, 24_000)), /^文件“.*改动\.nianbao”.*没有打开/],
    [make('空.nianbao', () => Buffer.alloc(0)), /^文件“.*空\.nianbao”是空的/],
    [make('网页.nianbao', () => Buffer.from('<html>年报</html>')), /^文件“.*网页\.nianbao”不是年报编制的文件。/],
    [
      make('新版.nianbao', (copy) => {
        copy.writeUInt32BE(99, 60); // the version, where SQLite keeps it
        return copy;
      }),
      /^文件“.*新版\.nianbao”是由更新版本的年报编制保存的/,
    ],
    [join(wrong, '没有.nianbao'), /^找不到文件“.*没有\.nianbao”。/],
  ] as const;
  const contents = () => readdirSync(wrong).map((name) => [name, readFileSync(join(wrong, name)).toString('base64')]);
  const before = contents();
  const { app, page, faults } = await start();
  for (const [file, sentence] of files) {
    await open(app, page, file);
    await expect(message(page, sentence)).toBeVisible();
  }
  expect(contents()).toEqual(before);
  await open(app, page, published);
  await expect(outline(page)).toContainText('嘉兴市生态环境局');
  expect(faults).toEqual([]);
});

test('a long reading can be stopped; its process ends, and another file is read', async ({ start, folder }) => {
  const endless = join(folder, '过大.txt');
  writeFileSync(endless, `某局2020年政府信息公开工作年度报告\n${'规章\t1\t2\t3\n'.repeat(9_900)}`);
  const { app, page } = await start();
  await answerDialogs(app, { open: endless });
  await press(page, '从上年年报开始');
  await press(page, '选择文件…');
  await press(page, '停止读取');
  await expect(page.getByRole('heading', { name: '上年年报是哪个文件？' })).toBeVisible();
  await expect.poll(() => processes(app)).not.toContain('年报编制 文件读取');
  await answerDialogs(app, { open: SEED });
  await press(page, '选择文件…');
  await expect(page.getByLabel('机关全称')).toHaveValue('嘉兴市生态环境局');
});

test('every kind of file is read by the built reader, in a process of its own', async ({
  start,
  published,
  folder,
}) => {
  const docx = join(folder, '2020.docx');
  command('export', published, '--docx', docx, '--draft');
  const files = [
    [docx, '29'],
    [published, '29'],
    [SEED, '29'],
    ...['huaian-2024.doc', 'huaian-2024.pdf', 'huaian-2024-own.xls', 'huaian-2024-own.xlsx'].map(
      (name) => [officeFixture(name), '3119'] as const,
    ),
    [fixture('hangzhou-like-2025.html'), '14069'],
  ] as const;
  const { app, page, faults } = await start();
  await press(page, '从上年年报开始');
  for (const [file, received] of files) {
    await answerDialogs(app, { open: file });
    await press(page, '选择文件…');
    await expect(page.getByText(`来源：${basename(file)}`)).toBeVisible();
    await page.getByRole('tab', { name: '表三' }).click();
    const total = page.getByRole('button', { name: '一、本年新收政府信息公开申请数量 · 总计：' });
    await expect(total, basename(file)).toHaveText(received);
    await press(page, '上一步');
  }
  expect(faults).toEqual([]);
});

/** Drops a file of the disk onto the middle of the window, as the system does. */
async function drop(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}

test('a file dropped on the window is recognised in the wizard, a document opens', async ({
  start,
  folder,
  published,
}) => {
  const page2020 = join(folder, '上年 年报.txt');
  copyFileSync(SEED, page2020);
  const { page } = await start();
  await drop(page, page2020);
  await expect(page.getByRole('heading', { name: '装入上年数据' })).toBeVisible();
  await expect(page.getByLabel('机关全称')).toHaveValue('嘉兴市生态环境局');
  await expect(page.getByText('来源：上年 年报.txt')).toBeVisible();
  await drop(page, published);
  await expect(outline(page)).toContainText('嘉兴市生态环境局');
});

test('the list of recent reports says which file has gone, and forgets it', async ({ start, published }) => {
  const first = await start(published);
  await saved(first.page);
  await first.app.close();
  rmSync(published);
  const { page } = await start();
  await expect(recent(page, published)).toContainText('文件不在原处');
  await expect(recent(page, published)).toBeDisabled();
  await press(page, '从列表中移除：嘉兴市生态环境局2020年');
  await expect(page.getByText('还没有打开过年报。')).toBeVisible();
});
