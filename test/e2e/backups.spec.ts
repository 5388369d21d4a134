// The dated copies: made without being asked for, brought back as a document of their own, never worked in.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { shown, test } from './launch.ts';
import { answerDialogs, chooseTable, figure, message, open, saved, type } from './staffer.ts';

const NEW = '一、本年新收政府信息公开申请数量，申请人情况，自然人';
const CELL = 'applications.new.natural';

test('a report that was spoilt comes back from its dated copy as a new file', async ({ start, published, folder }) => {
  const { app, page } = await start();
  await open(app, page, published);
  await chooseTable(page, '三、');
  const backups = join(folder, 'data', 'backups');
  const copies = (): readonly string[] =>
    readdirSync(backups, { recursive: true, encoding: 'utf8' }).filter((name) => /_[0-9a-f]{16}\.nianbao$/.test(name));
  await expect.poll(copies).toHaveLength(1);
  const copy = join(backups, copies()[0] ?? '');
  const before = readFileSync(copy);
  await type(page, NEW, '99');
  await saved(page);

  const restored = join(folder, '恢复.nianbao');
  await answerDialogs(app, { open: copy, save: restored });
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('backup')?.click());
  const list = page.getByRole('dialog', { name: '“2020年报.nianbao”的备份' });
  await expect(list.getByRole('button', { name: '恢复为新文件…' })).toHaveCount(1);
  await list.getByRole('button', { name: '其他年报的备份…' }).click(); // the same copy, out of the folder
  await expect(page).toHaveTitle(/2020/);
  await expect.poll(() => readdirSync(folder)).toContain('恢复.nianbao');
  await chooseTable(page, '三、');
  await expect(figure(page, NEW)).toHaveValue('28');
  await type(page, NEW, '30');
  await saved(page);
  expect(shown(restored).cells[CELL]?.value).toBe('30');
  expect(shown(published).cells[CELL]?.value).toBe('99');
  expect(readFileSync(copy).equals(before)).toBe(true);
});

test('a name typed without its ending does not take the place of a report that has it', async ({ start, folder }) => {
  const other = join(folder, '年报.nianbao');
  mkdirSync(folder, { recursive: true });
  writeFileSync(other, '别人的年报');
  const { app, page } = await start();
  await answerDialogs(app, { save: join(folder, '年报') });
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  await page.evaluate(() => window.desktop.request('document:new', '嘉禾市生态环境局', 2025));
  expect(readFileSync(other, 'utf8')).toBe('别人的年报');
  await expect(message(page, /出错/)).toHaveCount(0);
});
