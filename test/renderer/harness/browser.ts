// TEST ONLY: the window on its in-memory stand-in, in a headless Chromium, under the content policy of the program, without a server.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { launchTestBrowser } from '../../grid/browser.ts';

const root = resolve(import.meta.dirname, '../../..');
const ORIGIN = 'https://window.test';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'";
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

export interface WindowBrowser {
  /** `query` as main.ts reads it, e.g. “?times=18”. */
  open(size?: { readonly width: number; readonly height: number }, query?: string): Promise<OpenWindow>;
  close(): Promise<void>;
}

export interface OpenWindow {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and its console, and addresses outside the program. */
  readonly faults: readonly string[];
}

function fileOf(built: string, pathname: string): string {
  if (pathname.startsWith('/fonts/')) return join(root, 'resources', pathname);
  if (pathname.startsWith('/cases/')) return join(root, 'test/fixtures', pathname);
  if (pathname === '/sample.pdf') return join(root, 'test/fixtures/office/huaian-2024.pdf');
  return join(built, pathname === '/' ? 'index.html' : pathname);
}

/** The sources of the page, as they stand on the disk. */
function stateOfSources(): string {
  const hash = createHash('sha256');
  for (const folder of ['renderer', 'shared', 'test/renderer/harness'])
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
      const { mtimeMs, size } = statSync(join(root, folder, name));
      hash.update(`${folder}/${name} ${mtimeMs} ${size}\n`);
    }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16);
}

/** The folder of the built page. Several files of tests want it: it is built once for the sources as they stand. */
async function builtPage(): Promise<string> {
  const pages = join(root, 'test-results/window-page');
  const built = join(pages, stateOfSources());
  if (existsSync(built)) return built;
  mkdirSync(pages, { recursive: true });
  for (const old of readdirSync(pages).map((name) => join(pages, name)))
    if (statSync(old).mtimeMs < Date.now() - 3_600_000) rmSync(old, { recursive: true, force: true });
  const own = mkdtempSync(join(pages, 'building-'));
  await build({
    configFile: false,
    root: import.meta.dirname,
    base: './',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { outDir: own, emptyOutDir: true, target: 'chrome140', chunkSizeWarningLimit: 4000 },
  });
  try {
    renameSync(own, built);
  } catch {
    rmSync(own, { recursive: true, force: true }); // another test was quicker
  }
  return built;
}

export async function openWindowBrowser(): Promise<WindowBrowser> {
  const built = await builtPage();
  const browser = await launchTestBrowser();
  return {
    async open(size = { width: 1366, height: 700 }, query = '') {
      const context = await browser.newContext({ viewport: size, locale: 'zh-CN' });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await context.route('**/*', async (route) => {
        const url = new URL(route.request().url());
        const file = fileOf(built, url.pathname);
        if (url.origin !== ORIGIN) faults.push(url.href);
        if (url.origin !== ORIGIN || !existsSync(file)) return route.fulfill({ status: 404 });
        const contentType = TYPES[extname(file)] ?? 'application/octet-stream';
        return route.fulfill({
          body: readFileSync(file),
          headers: { 'content-type': contentType, 'content-security-policy': POLICY },
        });
      });
      await page.goto(`${ORIGIN}/${query}`);
      await page.waitForSelector('.frame');
      return { page, context, faults };
    },
    close: () => browser.close(),
  };
}
