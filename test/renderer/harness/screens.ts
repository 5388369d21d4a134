// TEST ONLY: how to reach each screen.
import type { Page } from '@playwright/test';

const open = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+o');
  await page.waitForSelector('.outline');
  await page.waitForTimeout(400);
};
const at =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await open(page);
    await page.locator('.outline-item', { hasText: name }).click();
    await page.waitForTimeout(500);
  };

export const screens: Record<string, (page: Page) => Promise<void>> = {
  start: async (page) => {
    await page.waitForSelector('.recent');
  },
  new: async (page) => {
    await page.keyboard.press('Control+n');
    await page.waitForTimeout(300);
  },
  overview: open,
  'table-2': at('主动公开'),
  'table-3': at('收到和处理'),
  'chapter-1': at('总体情况'),
  preface: at('标题与引言'),
  compare: at('与上年对照'),
  history: at('版本与历史'),
  signoff: at('送审与定稿'),
};
