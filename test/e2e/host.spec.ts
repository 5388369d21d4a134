// The program under its host: isolation, silence, life and death of its processes.
import { join } from 'node:path';
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { command, fixture, launch, test } from './launch.ts';

let app: ElectronApplication;
let page: Page;

test.beforeEach(async ({ folder }) => {
  app = await launch(join(folder, 'data'));
  page = await app.firstWindow();
  await expect(page.locator('.frame')).toBeVisible();
});
test.afterEach(async () => {
  await app.close();
});

test('the window shows the start page, and its title is the program', async () => {
  await expect(page).toHaveTitle('年报编制');
  await page.screenshot({ path: 'test-results/start.png' });
});

test('a document opens, an edit is in the file, and the command line reads it', async ({ folder }) => {
  const file = join(folder, '2020.nianbao');
  command('import', fixture('cases/seed-jiaxing-eco-2020.txt'), '--out', file);
  const opened = await page.evaluate((path) => window.desktop.request('document:open', path), file);
  expect(opened.ok && opened.value?.snapshot.report.year).toBe(2020);
});
