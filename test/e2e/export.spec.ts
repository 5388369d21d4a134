// An export can be stopped at once; a window closed over it asks first. No file is half written.
import { readdirSync } from 'node:fs';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { test } from './launch.ts';
import { answerDialogs, asked, press, saved } from './staffer.ts';

/** Lets every page to be printed wait, as on a very slow computer. */
const holdPrinting = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ app: program }) => {
    program.on('web-contents-created', (_event, contents) => {
      contents.printToPDF = () => new Promise(() => {});
    });
  });

const isUnderWay = (page: Page): Promise<void> =>
  expect(page.getByRole('status').filter({ hasText: '正在生成：PDF 文件…' })).toBeVisible();

/** An export that will not come to an end by itself. */
async function exportHeld(app: ElectronApplication, page: Page): Promise<void> {
  await saved(page);
  await holdPrinting(app);
  await press(page, '导出年报');
  await press(page, '导出草稿');
  await isUnderWay(page);
}

/** Leaving asks, the first time; nothing is stopped unless the person says so. */
async function leaveTwice(app: ElectronApplication, page: Page, leave: () => Promise<unknown>): Promise<void> {
  await answerDialogs(app, {});
  await leave();
  await expect.poll(() => asked(app)).toBe('导出还没有完成，要停止导出吗？');
  await isUnderWay(page);
  await answerDialogs(app, { button: '停止导出' });
  await leave();
}

const exported = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name !== 'data' && !name.includes('.nianbao'));

test('停止导出 stops at once, and the dialog can be used again', async ({ start, published, folder }) => {
  const { app, page, faults } = await start(published);
  await exportHeld(app, page);
  await press(page, '停止导出');
  await expect(page.getByRole('button', { name: '导出草稿' })).toBeFocused(); // which it cannot be while disabled
  expect(exported(folder)).toEqual([]);
  const dialog = page.getByRole('dialog', { name: '导出年报' });
  await dialog.getByRole('checkbox', { name: '打印、报送' }).uncheck();
  await press(page, '导出草稿');
  await expect(page.getByRole('dialog', { name: '导出完成' })).toBeVisible();
  expect(exported(folder)).toHaveLength(2);
  expect(faults).toEqual([]);
});

const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

test('a window closed during an export asks; it stays when the export shall go on, and leaves no half file otherwise', async ({
  start,
  published,
  folder,
}) => {
  const { app, page } = await start(published);
  await exportHeld(app, page);
  const gone = app.waitForEvent('close');
  await leaveTwice(app, page, () => closeWindow(app));
  await gone;
  expect(exported(folder)).toEqual([]);
});

test('关闭年报 from the menu during an export asks as well, and the export goes on when the person says so', async ({
  start,
  published,
}) => {
  const { app, page } = await start(published);
  await exportHeld(app, page);
  await leaveTwice(app, page, () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('close')?.click()),
  );
  await expect(page.getByRole('heading', { name: '最近的年报' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
