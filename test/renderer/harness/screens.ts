// TEST ONLY: how to reach each screen.
import type { Page } from '@playwright/test';
import { moreScreens } from './screens-more.ts';

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

const importing =
  (step: number) =>
  async (page: Page): Promise<void> => {
    await page.keyboard.press('Control+i');
    await page.waitForTimeout(500);
    if (step === 0) return;
    await page.getByRole('button', { name: '选择文件…' }).click();
    await page.waitForSelector('.form-table');
    for (let at = 1; at < step; at++) await page.getByRole('button', { name: '下一步' }).click();
    await page.waitForTimeout(300);
  };

export const screens: Record<string, (page: Page) => Promise<void>> = {
  ...moreScreens,
  'import-0': importing(0),
  'import-1': async (page) => {
    await importing(1)(page);
    await page.locator('[role="tab"]', { hasText: '表三' }).click();
    await page.locator('.read-figure').nth(13).click();
    await page.waitForTimeout(300);
  },
  'import-2': importing(2),
  'import-3': importing(3),
  'import-4': importing(4),
  palette: async (page) => {
    await open(page);
    await page.keyboard.press('Control+k');
    await page.waitForTimeout(300);
    await page.keyboard.type('xs zj');
  },
  help: async (page) => {
    await open(page);
    await page.keyboard.press('F1');
  },
  export: async (page) => {
    await open(page);
    await page.keyboard.press('Control+e');
    await page.waitForTimeout(300);
  },
  exported: async (page) => {
    await open(page);
    await page.keyboard.press('Control+e');
    await page.getByRole('button', { name: '导出草稿' }).click();
    await page.waitForTimeout(300);
  },
  preview: async (page) => {
    await open(page);
    await page.keyboard.press('Control+p');
    await page.waitForTimeout(2500);
  },
  large: async (page) => {
    await open(page);
    for (let at = 0; at < 3; at++) await page.keyboard.press('Control+=');
    await page.locator('.outline-item', { hasText: '收到和处理' }).click();
    await page.waitForTimeout(500);
  },
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
