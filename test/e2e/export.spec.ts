// An export can be stopped, and the window closed over it: at once, and no file is half written.
import { readdirSync } from 'node:fs';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { press, saved } from './staffer.ts';

/** Lets every page to be printed wait, as on a very slow computer. */
const holdPrinting = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: program }) => {
    program.on('web-contents-created', (_event, contents) => {
      contents.printToPDF = () => new Promise(() => {});
    });
  });

async function exportHeld(page: Page): Promise<void> {
  await press(page, '导出年报');
  await press(page, '导出草稿');
  await expect(page.getByRole('status').filter({ hasText: '正在生成PDF 文件…' })).toBeVisible();
}

const exported = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name !== 'data' && !name.includes('.nianbao'));

test('停止导出 stops at once, and the dialog can be used again', async ({ start, published, folder }) => {
  const { app, page, faults } = await start(published);
  await saved(page);
  await holdPrinting(app);
  await exportHeld(page);
  await press(page, '停止导出');
  await expect(page.getByRole('button', { name: '导出草稿' })).toBeEnabled();
  expect(exported(folder)).toEqual([]);
  const dialog = page.getByRole('dialog', { name: '导出年报' });
  await dialog.getByRole('checkbox', { name: '打印、报送' }).uncheck();
  await press(page, '导出草稿');
  await expect(page.getByRole('dialog', { name: '导出完成' })).toBeVisible();
  expect(exported(folder)).toHaveLength(2);
  expect(faults).toEqual([]);
});

test('a window closed during an export closes at once and leaves no half file', async ({
  start,
  published,
  folder,
}) => {
  const { app, page } = await start(published);
  await saved(page);
  await holdPrinting(app);
  await exportHeld(page);
  const gone = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;
  expect(exported(folder)).toEqual([]);
});
