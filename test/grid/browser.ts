// One headless Chromium with the grid's page: built from the sources, served without a server.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache');
export const ORIGIN = 'https://grid.test';

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** An installed browser, else the one of the development dependencies, unpacked once and renamed into place when complete. */
export async function executable(): Promise<string> {
  const named = process.env['HOST_CHROMIUM'];
  if (named) return named;
  const stated = readFileSync(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(stated) as { version: string }; // an npm package states one
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true });
    const unpacking = mkdtempSync(join(cache, 'unpack-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = unpacking;
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    try {
      renameSync(unpacking, folder);
    } catch {
      rmSync(unpacking, { recursive: true, force: true }); // another process was first
    }
  }
  return join(folder, 'chromium');
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
  const browser: Browser = await chromium.launch({
    executablePath: await executable(),
    args: ['--no-sandbox', '--disable-gpu', '--no-zygote', '--font-render-hinting=none'],
  });
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
