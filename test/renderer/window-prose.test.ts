// The chapters as a person meets them: typing and saving, numbers that disagree with the tables, pasted text.
import { expect, test } from 'vitest';
import type { Harness } from './harness/desktop.ts';
import { go, openReport, page, saved, usesWindow } from './harness/person.ts';

usesWindow();

test('text typed into a chapter is there after leaving it at once', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.keyboard.type('本年度没有收取信息处理费。');
  await go('总览');
  await go('其他需要报告');
  await expect.poll(() => page.locator('.tiptap').innerText()).toContain('本年度没有收取信息处理费。');
});

test('typed text is saved on its own, and 撤销 brings back the text before', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.keyboard.type('没有其他事项。');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { harness: Harness }).harness.asked))
    .toContain('chapter:edit');
  await saved();
  await go('版本与历史');
  await page.getByRole('button', { name: '撤销：修改文字' }).click();
  await go('其他需要报告');
  await expect.poll(() => page.locator('.tiptap').innerText()).not.toContain('没有其他事项');
});

test('text typed without a pause is saved while it goes on', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  const asked = () => page.evaluate(() => (window as unknown as { harness: Harness }).harness.asked);
  for (let letter = 0; letter < 400 && !(await asked()).includes('chapter:edit'); letter++)
    await page.keyboard.type('字', { delay: 30 });
  expect(await asked()).toContain('chapter:edit');
  await expect.poll(() => page.locator('.tiptap').innerText()).toMatch(/^字+$/);
});

test('a quantity that differs from the tables is mended from its card', async () => {
  await openReport();
  await go('收到和处理');
  await page.locator('.grid-table input').first().click();
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await go('总体情况');
  const differing = page.locator('.mark-differs', { hasText: '28' });
  await differing.click();
  const card = page.getByRole('dialog', { name: '正文中的数' });
  const take = card.getByRole('button', { name: '改为 30' });
  await take.waitFor();
  await page.keyboard.press('Escape');
  // by keys alone: the focus goes into the card, back to the text with Esc, and in once more
  await page.keyboard.press('Alt+Enter');
  await expect.poll(() => take.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.tiptap').evaluate((text) => text === document.activeElement)).toBe(true);
  await page.keyboard.press('Alt+Enter');
  await page.keyboard.press('Enter');
  expect(await card.count()).toBe(0);
  await expect.poll(() => page.locator('.tiptap').innerText()).toContain('我局共收到依申请公开30件');
});

test('what is pasted from Word into the prose comes in as text, cells apart, and pictures are named as left out', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const html =
      '<p class="MsoNormal"><b>（一）收费情况</b></p><table><tr><td>收费</td><td>5</td></tr></table><p>没有<img src="x.png"></p>';
    clipboardData.setData('text/html', html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect.poll(() => page.locator('.tiptap').innerText()).toMatch(/（一）收费情况\s+收费　5\s+没有/);
  await page
    .locator('.ant-message', { hasText: '表格已改为文字，每行一段；其中的图片不能放进正文，没有带入' })
    .waitFor();
});

test('撤销 and 重做 stand above the text as above the tables', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.keyboard.type('没有其他事项。');
  const tools = page.getByRole('toolbar', { name: '文字工具' });
  await tools.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => page.locator('.tiptap').innerText()).not.toContain('没有其他事项');
  await tools.getByRole('button', { name: '重做' }).click();
  await expect.poll(() => page.locator('.tiptap').innerText()).toContain('没有其他事项。');
});
