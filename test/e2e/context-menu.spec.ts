// The right mouse button offers what a person expects of it, in Chinese.
import { type ElectronApplication, expect } from '@playwright/test';
import { test } from './launch.ts';

/** The labels of the menu that a right click would show; null where it shows none. */
const offered = (
  app: ElectronApplication,
  over: { readonly isEditable: boolean; readonly selectionText: string },
): Promise<unknown> =>
  app.evaluate(({ BrowserWindow, Menu }, params) => {
    let labels: readonly string[] | null = null;
    Menu.prototype.popup = function popup(this: { readonly items: readonly { readonly label: string }[] }) {
      labels = this.items.map(({ label }) => label).filter(Boolean);
    };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('context-menu', {}, params);
    return labels;
  }, over);

test('剪切, 复制, 粘贴 over a field, 复制 over selected text, nothing elsewhere', async ({ start }) => {
  const { app } = await start();
  expect(await offered(app, { isEditable: true, selectionText: '' })).toEqual(['剪切', '复制', '粘贴', '全选']);
  expect(await offered(app, { isEditable: false, selectionText: '总计' })).toEqual(['复制']);
  expect(await offered(app, { isEditable: false, selectionText: '' })).toBeNull();
});
