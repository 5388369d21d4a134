// The wizard as a person meets it: what was mended in it is not lost unasked, a refusal stays on the screen, a copied report is taken by Ctrl+V.
import { expect, test } from 'vitest';
import { page, usesWindow } from './harness/person.ts';

usesWindow();

const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const ORGAN = '机关全称';

async function mend(): Promise<void> {
  await page.keyboard.press('Control+i');
  await press('选择文件…');
  await page.getByRole('button', { name: /行政许可 · 上一年项目数量/ }).click();
  await page.getByLabel('改为').fill('77');
}
const paste = (text: string): Promise<void> =>
  page.evaluate((copied) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', copied);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, text);

test('取消 in the middle asks before corrections are dropped, and keeps them when the person goes on', async () => {
  await mend();
  await press('取消');
  await press('继续核对');
  await page.getByRole('button', { name: /行政许可 · 上一年项目数量：77/ }).waitFor();
  await press('取消');
  await press('取消装入');
  await page.getByRole('heading', { name: '最近的年报' }).waitFor();
});

test('the wizard left by a key or by Ctrl+I again is there as it was, and the window’s title says that something is not written', async () => {
  await mend();
  expect(await page.title()).toMatch(/^○/);
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: /行政许可 · 上一年项目数量：77/ }).waitFor();
  await page.keyboard.press('Control+o');
  await page.locator('.outline').waitFor();
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: /行政许可 · 上一年项目数量：77/ }).waitFor();
});

test('another form asks before corrections are dropped, and keeps organ and year', async () => {
  await mend();
  await page.getByLabel(ORGAN).fill('嘉禾市生态环境局');
  await page.getByLabel('表格格式').click();
  await page.locator('.ant-select-item-option', { hasText: '2021 年版' }).click();
  await press('换表格格式');
  await page.locator('.form-table').waitFor();
  expect(await page.getByLabel(ORGAN).inputValue()).toBe('嘉禾市生态环境局');
});

test('a file that is no report says so on the screen until another one is chosen', async () => {
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: '选择文件…' }).waitFor();
  await paste('白菜三斤');
  await page.locator('.choose-refused').waitFor();
  expect(await page.locator('.ant-message-notice').count()).toBe(0);
  await press('选择文件…');
  await page.locator('.form-table').waitFor();
  await press('上一步');
  expect(await page.locator('.choose-refused').count()).toBe(0);
});

test('a report copied in another program is taken by Ctrl+V', async () => {
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: '选择文件…' }).waitFor();
  await paste(await page.evaluate(() => fetch('/cases/seed-jiaxing-eco-2020.txt').then((file) => file.text())));
  await page.locator('.form-table').waitFor();
  await page.getByText('来源：粘贴的内容.txt').waitFor();
});

test('the source beside the reading goes to the table that is chosen', async () => {
  await page.keyboard.press('Control+i');
  await press('选择文件…');
  await page.getByRole('tab', { name: '表四' }).click();
  const seen = page.locator('.source-pane tr', { hasText: '尚未审结' }).first();
  await expect
    .poll(() =>
      seen.evaluate((row) => {
        const pane = row.closest('.source-pane')?.getBoundingClientRect();
        const box = row.getBoundingClientRect();
        return pane !== undefined && box.top > pane.top - 200 && box.top < pane.bottom;
      }),
    )
    .toBe(true);
});

test('the wizard goes from step to step by Enter alone', async () => {
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: '选择文件…' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.form-table').waitFor();
  for (const heading of ['存疑的数', '文字作底稿', '确认后写入']) {
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: heading }).waitFor();
  }
  await page.keyboard.press('Enter');
  await page.locator('.outline').waitFor();
});
