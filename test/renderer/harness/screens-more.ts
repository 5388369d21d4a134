// TEST ONLY: what happens inside the screens: marks, cards, panels, a filled report.
import type { Page } from '@playwright/test';

const open = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+o');
  await page.waitForSelector('.outline');
  await page.waitForTimeout(300);
};
const item = (page: Page, name: string) => page.locator('.outline-item', { hasText: name }).click();
const tab = (page: Page, name: string) => page.locator('.panel [role="tab"]', { hasText: name }).click();

/** Fills a table through the dialog, then types some figures. */
const fill = async (page: Page): Promise<void> => {
  await open(page);
  await item(page, '收到和处理');
  await page.waitForTimeout(300);
  await page.getByRole('button', { name: /采用上年结转/ }).click();
  await page.locator('.grid-table input').first().click();
  for (const figure of ['28', '0', '0', '2']) {
    await page.keyboard.type(figure);
    await page.keyboard.press('Tab');
  }
  await page.getByRole('button', { name: '一键填 0' }).click();
  await page.waitForTimeout(200);
  await page.locator('.ant-modal-footer .ant-btn-primary').click();
  await page.waitForTimeout(500);
};

export const moreScreens: Record<string, (page: Page) => Promise<void>> = {
  filled: fill,
  'filled-last-year': async (page) => {
    await fill(page);
    await page.getByText('显示上年数').click();
    await page.locator('.grid-table input').nth(3).click();
    await tab(page, '来源');
  },
  'panel-previous': async (page) => {
    await fill(page);
    await page.locator('.grid-table input').nth(2).click();
    await tab(page, '上年');
  },
  finding: async (page) => {
    await fill(page);
    await page.keyboard.press('F4');
    await page.waitForTimeout(300);
    await page.keyboard.press('F4');
  },
  'marks-card': async (page) => {
    await fill(page);
    await item(page, '总体情况');
    await page.waitForTimeout(600);
    await page.locator('.mark-differs, .mark-doubtful').first().scrollIntoViewIfNeeded();
    await page.locator('.mark-differs, .mark-doubtful').first().click();
  },
  'finding-prose': async (page) => {
    await fill(page);
    await page.locator('.finding-go', { hasText: '正文' }).first().click();
    await page.waitForTimeout(800);
  },
  'insert-figure': async (page) => {
    await fill(page);
    await item(page, '总体情况');
    await page.getByRole('button', { name: '插入表格数字' }).click();
    await page.keyboard.type('xs');
    await page.waitForTimeout(300);
  },
  'typed-prose': async (page) => {
    await open(page);
    await item(page, '其他需要');
    await page.locator('.tiptap').click();
    await page.keyboard.type('本年度没有收取信息处理费。');
    await page.keyboard.press('Enter');
    await page.keyboard.type('没有其他需要报告的事项。');
    await page.waitForTimeout(900);
    await tab(page, '版本');
    await page.waitForTimeout(400);
  },
  'compare-filled': async (page) => {
    await fill(page);
    await page.keyboard.press('Control+d');
    await page.waitForTimeout(300);
    await page.getByText('只看变化').click();
  },
  'narrow-150': async (page) => {
    await fill(page);
    await page.setViewportSize({ width: 1093, height: 614 });
  },
};
