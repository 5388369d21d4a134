// What goes wrong in the window's page is in the log, for whoever has to mend it.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from './launch.ts';

test('an error of the page is in the log once, however often it comes', async ({ start, folder }) => {
  const { page } = await start();
  await page.getByRole('button', { name: '从上年年报开始' }).waitFor();
  await page.evaluate(() => {
    for (let time = 0; time < 3; time++) {
      setTimeout(() => {
        throw new Error('broken on purpose');
      }, time);
    }
  });
  const file = join(folder, 'data/logs/main.log');
  const log = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await expect.poll(() => log().match(/page: .*broken on purpose/g)?.length).toBe(1);
});
