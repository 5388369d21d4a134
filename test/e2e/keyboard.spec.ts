// The whole way without a mouse: open, find a cell, type, undo, go from finding to finding, show and hide the panels, export, close.
import { readdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import { test } from './launch.ts';
import { answerDialogs, figure, panel, saved, statusBar } from './staffer.ts';

const NATURAL = '一、本年新收政府信息公开申请数量，申请人情况，自然人';

test('everything from opening to export is done by keys', async ({ start, folder, published }) => {
  const { app, page, faults } = await start();
  const { keyboard } = page;
  const outline = page.getByRole('navigation', { name: '大纲' });
  await answerDialogs(app, { open: published, folder });

  await test.step('Ctrl+O opens, Shift+F8 hides and shows the outline, F8 hides the panel, F7 brings it back, F6 goes around', async () => {
    await keyboard.press('Control+o');
    await expect(outline).toBeVisible();
    await keyboard.press('Shift+F8');
    await expect(outline).toBeHidden();
    await keyboard.press('Shift+F8');
    await expect(outline).toBeVisible();
    await keyboard.press('F8');
    await expect(panel(page)).toBeHidden();
    await keyboard.press('F7');
    await expect(panel(page)).toBeVisible();
    for (const part of [page.getByRole('main'), panel(page), statusBar(page), outline, page.getByRole('main')]) {
      await expect(part.locator(':focus').or(part.and(page.locator(':focus')))).toHaveCount(1);
      await keyboard.press('F6');
    }
  });

  await test.step('Ctrl+K goes to a cell by initials of pinyin, and what is typed lands there', async () => {
    await keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: '单元格、章节或命令' })).toBeFocused();
    await keyboard.type('xs zrr');
    await expect(page.getByRole('option', { selected: true })).toContainText('自然人');
    await keyboard.press('Enter');
    await expect(figure(page, NATURAL)).toBeFocused();
    await keyboard.type('30');
    await keyboard.press('Enter');
    await expect(figure(page, NATURAL)).toHaveValue('30');
    await saved(page);
  });

  await test.step('Ctrl+Z takes it back, Ctrl+Y brings it again, Ctrl+Z once more', async () => {
    await keyboard.press('Control+z');
    await expect(figure(page, NATURAL)).toHaveValue('28');
    await keyboard.press('Control+y');
    await expect(figure(page, NATURAL)).toHaveValue('30');
    await keyboard.press('Control+z');
    await expect(figure(page, NATURAL)).toHaveValue('28');
  });

  await test.step('F4 goes from finding to finding, Shift+F4 back, each with its place on the screen', async () => {
    await expect(statusBar(page)).toContainText('错误 1'); // checked anew after the last edit
    const current = panel(page).locator('[aria-current]');
    await keyboard.press('F4');
    await expect(current).toContainText('表三行合计');
    await expect(page.getByRole('grid').locator('td.is-flash-0, td.is-flash-1').first()).toBeVisible();
    await keyboard.press('F4');
    await expect(current).not.toContainText('表三行合计');
    await keyboard.press('Shift+F4');
    await expect(current).toContainText('表三行合计');
  });

  await test.step('the offered change is taken by keys as well', async () => {
    const take = panel(page).getByRole('button', { name: '采纳建议' });
    await expect(take).toBeVisible();
    await panel(page).locator('[aria-current]').focus();
    await keyboard.press('Tab');
    await expect(take).toBeFocused();
    await keyboard.press('Enter');
    await expect(statusBar(page)).toContainText('错误 0');
  });

  await test.step('Ctrl+E and Enter export; F1 opens the help, Esc closes it; Ctrl+W closes the report', async () => {
    await keyboard.press('Control+e');
    await expect(page.getByRole('button', { name: '导出草稿' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: '导出完成' })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole('button', { name: '完成' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(readdirSync(folder).some((name) => name.endsWith('.pdf'))).toBe(true);
    await keyboard.press('F1');
    await expect(page.getByRole('dialog', { name: '填报说明' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: '填报说明' })).toBeHidden();
    // a dialog gives the focus back
    const opener = page.getByRole('button', { name: '导出年报' });
    await opener.focus();
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: '导出草稿' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(opener).toBeFocused();
    await keyboard.press('Control+w');
    await expect(page.getByRole('heading', { name: '政府信息公开工作年度报告' })).toBeVisible();
  });
  expect(faults).toEqual([]);
});

test('the menu names the keys that the window listens to', async ({ start }) => {
  const { app, page } = await start();
  const keys = await app.evaluate(({ Menu }) => {
    const keysOf = (items: readonly Electron.MenuItem[]): readonly string[] =>
      items.flatMap(({ accelerator, submenu, role }) => [
        ...(accelerator && !role ? [accelerator] : []),
        ...keysOf(submenu?.items ?? []),
      ]);
    return keysOf(Menu.getApplicationMenu()?.items ?? []);
  });
  expect(keys.length).toBeGreaterThan(10);
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog', { name: '填报说明' });
  for (const key of keys) await expect(help.getByRole('term').filter({ hasText: key }).first()).toBeVisible();
});
