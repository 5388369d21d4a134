// Prose typed at the speed of a person stands as it was typed, whatever is saved, checked and drawn meanwhile.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { answerDialogs, goTo, open } from './staffer.ts';

const LINES = ['主动公开', '2026年，我局公开信息100条。', '第三段abc', '2026年没有其他事项。'];

test('each new paragraph takes its characters in their order', async ({ start, folder }) => {
  const { app, page } = await start();
  await answerDialogs(app, { save: join(folder, '2026.nianbao') });
  await page.keyboard.press('Control+n');
  await page.getByLabel('机关全称').fill('嘉禾市民政局');
  await page.keyboard.press('Enter');
  for (const [chapter, delay, pause] of [
    ['一、总体情况', 0, 0],
    ['五、存在的主要问题', 30, 0],
    ['六、其他需要报告的事项', 0, 800],
  ] as const) {
    await goTo(page, chapter);
    await expect(page.getByText('引言可以不写')).toHaveCount(0); // that is said of the preface alone
    await page.getByRole('textbox', { name: chapter }).click();
    for (const line of LINES) {
      await page.keyboard.type(line, { delay });
      await page.waitForTimeout(pause);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(pause);
    }
    const written = await page.getByRole('textbox', { name: chapter }).getByRole('paragraph').allInnerTexts();
    expect(written.map((text) => text.trim()).filter(Boolean)).toEqual(LINES);
  }
});

test('the first text is made once, and leaves the focus to a dialog that was opened meanwhile', async ({
  start,
  published,
}) => {
  const { app, page } = await start();
  await open(app, page, published);
  const made = await page.evaluateHandle(() => {
    const editors = new Set<Element>();
    // every text that can be written in says so, on the page or not
    const set = Object.getOwnPropertyDescriptor(Element.prototype, 'setAttribute')?.value as Element['setAttribute'];
    Element.prototype.setAttribute = function (name: string, value: string) {
      if (name === 'contenteditable') editors.add(this);
      set.call(this, name, value);
    };
    return editors;
  });
  await goTo(page, '一、总体情况');
  await page.keyboard.press('Control+f');
  const words = page.getByRole('dialog').getByRole('textbox').first();
  await expect(words).toBeFocused();
  await expect(page.locator('.paper > [contenteditable]')).toBeAttached();
  await page.keyboard.type('公开');
  await expect(words).toHaveValue('公开');
  expect(await made.evaluate((editors) => editors.size)).toBe(1);
});
