// What follows from last year's figures and this year's others is offered for blank cells, and taken in one step.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { command, fixture, shown, test } from './launch.ts';
import { chooseTable, open, press, saved } from './staffer.ts';

test('现行有效 is filled in from last year, 制发 and 废止 when asked for, and 撤销 takes it back', async ({
  start,
  folder,
}) => {
  const last = join(folder, '2025.nianbao');
  const draft = join(folder, '2026.nianbao');
  command('import', fixture('hangzhou-like-2025.html'), '--out', last);
  command('new', '--from', last, '--year', '2026', '--out', draft);
  command('set', draft, 'disclosure.normative.made=5', 'disclosure.normative.repealed=2');
  const before = Number(shown(last).cells['disclosure.normative.valid']?.value);

  const { app, page, faults } = await start();
  await open(app, page, draft);
  await chooseTable(page, '二、');
  const offer = page.getByRole('button', { name: '填入推算数（1 格）' });
  await expect(offer).toHaveAttribute('title', new RegExp(`${before + 3}（上年现行有效＋本年制发－本年废止）`));
  await offer.click();
  await expect(offer).toHaveCount(0);
  await saved(page);
  expect(shown(draft).cells['disclosure.normative.valid']?.value).toBe(String(before + 3));
  await press(page, '撤销');
  await expect(offer).toBeVisible();
  expect(faults).toEqual([]);
});
