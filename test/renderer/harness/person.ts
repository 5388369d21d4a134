// A person at the window: real components in a real Chromium, under the program's content policy; only the program behind is a stand-in.
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { openWindowBrowser, type OpenWindow, type WindowBrowser } from './browser.ts';
import type { Harness } from './desktop.ts';

let browser: WindowBrowser;
export let opened: OpenWindow;
export let page: Page;

/** Opens a browser for the tests of a file, and a new window for each of them. */
export function usesWindow(): void {
  beforeAll(async () => {
    browser = await openWindowBrowser();
  }, 120_000);
  afterAll(() => browser.close());
  beforeEach(async () => {
    opened = await browser.open();
    ({ page } = opened);
  });
  afterEach(async () => {
    await opened.context.close();
  });
}

export const openReport = async (): Promise<void> => {
  await page.keyboard.press('Control+o');
  await page.locator('.outline').waitFor();
};
export const go = (name: string): Promise<void> => page.locator('.outline-item', { hasText: name }).click();
export const saved = (): Promise<void> => page.locator('.status-saved').waitFor();
export const refuse = (code: Harness['refusal']): Promise<void> =>
  page.evaluate((refusal) => {
    // put there by the stand-in
    (window as unknown as { harness: { refusal: unknown } }).harness.refusal = refusal;
  }, code);
