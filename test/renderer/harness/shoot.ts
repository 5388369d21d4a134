// TEST ONLY: builds the window on the stand-in and takes pictures of its screens. Usage: shoot.ts OUT-FOLDER [screen …]
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { screens } from './screens.ts';

const root = resolve(import.meta.dirname, '../../..');
const built = join(root, 'out/harness');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
  '.mjs': 'text/javascript',
};

await build({
  root: join(root, 'test/renderer/harness'),
  base: './',
  logLevel: 'error',
  build: { outDir: built, emptyOutDir: true, target: 'chrome150', chunkSizeWarningLimit: 4000 },
});

const [folder = 'shots', ...wanted] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: join(root, 'node_modules/.cache/chromium-153.0.0/chromium'),
  args: ['--headless', '--no-sandbox', '--no-zygote', '--disable-gpu'],
});
const serve = async (page: Page): Promise<void> => {
  await page.route('http://app.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname.startsWith('/fonts/')
      ? join(root, 'resources', pathname)
      : pathname === '/sample.pdf'
        ? join(root, 'test/fixtures/office/huaian-2024.pdf')
        : pathname.startsWith('/cases/')
          ? join(root, 'test/fixtures', pathname)
          : join(built, pathname);
    if (existsSync(file))
      await route.fulfill({
        body: readFileSync(file),
        contentType: TYPES[extname(file)] ?? 'application/octet-stream',
      });
    else await route.fulfill({ status: 404 });
  });
};
try {
  for (const [name, steps] of Object.entries(screens)) {
    if (wanted.length > 0 && !wanted.some((one) => name.startsWith(one))) continue;
    const context = await browser.newContext({ viewport: { width: 1366, height: 700 } });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && console.log(name, message.text()));
    page.on('pageerror', (error) => console.log(name, error.message));
    await serve(page);
    await page.goto('http://app.test/index.html');
    await page.waitForSelector('.frame');
    await steps(page).catch((error: unknown) => console.log(name, String(error)));
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}.png`) });
    if (process.env['AXE']) {
      const { violations } = await new AxeBuilder({ page }).analyze();
      for (const { id, impact, nodes } of violations)
        console.log(
          name,
          impact,
          id,
          nodes.length,
          nodes
            .slice(0, 3)
            .map(
              ({ html, failureSummary }) => `\n    ${html.slice(0, 160)} | ${failureSummary?.split('\n')[1]?.trim()}`,
            )
            .join(''),
        );
    }
    await context.close();
  }
} finally {
  await browser.close();
}
