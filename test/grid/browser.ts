// One headless Chromium with the grid's page: built from the sources, served without a server.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { testChromium } from '../host/chromium.ts';

const root = resolve(import.meta.dirname, '../..');
export const ORIGIN = 'https://grid.test';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** The browser of the tests under Playwright. */
export async function launchTestBrowser(): Promise<Browser> {
  const { file, args, env } = await testChromium();
  return chromium.launch({
    executablePath: file,
    args: [...args, '--font-render-hinting=none'],
    // what is not set is not passed on
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });
}

export interface GridBrowser {
  open(size?: { readonly width: number; readonly height: number }): Promise<{ page: Page; context: BrowserContext }>;
  close(): Promise<void>;
}

export async function openGridBrowser(): Promise<GridBrowser> {
  const built = mkdtempSync(join(tmpdir(), 'nianbao-grid-'));
  await build({
    configFile: false,
    root: join(root, 'test/bench/grid-page'),
    base: './',
    logLevel: 'error',
    // a test runner sets another NODE_ENV, which must not change what is built
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: built, emptyOutDir: true, target: 'chrome140' },
  });
  const browser = await launchTestBrowser();
  return {
    async open(size = { width: 1366, height: 768 }) {
      const context = await browser.newContext({
        viewport: size,
        locale: 'zh-CN',
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      await context.route(`${ORIGIN}/**`, async (route) => {
        const file = join(built, new URL(route.request().url()).pathname);
        const body = readFileSync(file.endsWith('/') ? join(file, 'index.html') : file);
        await route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'text/html' });
      });
      const page = await context.newPage();
      await page.goto(`${ORIGIN}/`);
      await page.waitForFunction(() => 'gridPage' in window);
      return { page, context };
    },
    async close() {
      await browser.close();
      rmSync(built, { recursive: true, force: true });
    },
  };
}
