// The wizard in the whole program: a report copied from a web page, and a window closed over what was mended in it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { fixture, SEED, shown, test } from './launch.ts';
import { answerDialogs, asked, press } from './staffer.ts';

test('a report copied from a web page comes in by Ctrl+V with its figures, and the copy is kept', async ({
  start,
  folder,
}) => {
  const document = join(folder, '2025.nianbao');
  const { app, page, faults } = await start();
  await answerDialogs(app, { save: document });
  await press(page, '从上年年报开始');
  await expect(page.getByRole('button', { name: '选择文件…' })).toBeVisible();
  await page.evaluate(
    (html) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      window.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    readFileSync(fixture('hangzhou-like-2025.html'), 'utf8'),
  );
  await expect(page.getByText('来源：粘贴的内容.html')).toBeVisible();
  await press(page, '下一步');
  await press(page, '下一步');
  await page.getByRole('radio', { name: '按原样打开' }).check();
  await press(page, '下一步');
  await press(page, '选择保存位置并完成');
  await expect(page.getByRole('navigation', { name: '大纲' })).toBeVisible();
  const expected = JSON.parse(readFileSync(fixture('hangzhou-like-2025.expected.json'), 'utf8')) as {
    readonly cells: Readonly<Record<string, { readonly value: string | null } | string | null>>;
  };
  const cells = shown(document).cells;
  for (const [cell, value] of Object.entries(expected.cells)) {
    expect(cells[cell]?.value ?? null, cell).toBe(typeof value === 'object' ? (value?.value ?? null) : value);
  }
  expect(faults).toEqual([]);
});

test('a window closed over corrections that are not written asks first', async ({ start }) => {
  const { app, page } = await start();
  await answerDialogs(app, { open: SEED });
  await press(page, '从上年年报开始');
  await press(page, '选择文件…');
  await page.getByLabel('机关全称').fill('嘉禾市生态环境局');
  await expect(page).toHaveTitle(/^○/);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => asked(app)).toBe('装入上年数据还没有完成，要退出吗？');
  await expect(page.getByLabel('机关全称')).toHaveValue('嘉禾市生态环境局');
  const gone = app.waitForEvent('close');
  await answerDialogs(app, { button: '直接退出' });
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await gone;
});
