// One real report from the start screen to the exported files, as a staffer goes through it, and the same report opened again.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { SEED, shown, test } from './launch.ts';
import { answerDialogs, chooseTable, figure, goTo, panel, press, saved, statusBar, type } from './staffer.ts';

const GRANTED = '三、本年度办理结果，（一）予以公开，申请人情况，';

test('last year’s page becomes a document: recognised, edited, checked, exported, closed, and there again', async ({
  start,
  folder,
}) => {
  const document = join(folder, '2020年报.nianbao');
  const { app, page, faults } = await start();

  await test.step('the start screen offers last year’s report first', async () => {
    await expect(page).toHaveTitle('年报编制');
    await expect(page.getByRole('heading', { name: '政府信息公开工作年度报告' })).toBeVisible();
    await answerDialogs(app, { open: SEED, save: document, folder });
    await press(page, '从上年年报开始');
    await press(page, '选择文件…');
  });

  await test.step('organ, year, form and every table are shown as they were recognised', async () => {
    const read = page.getByRole('region', { name: '识别结果' });
    await expect(page.getByLabel('机关全称')).toHaveValue('嘉兴市生态环境局');
    await expect(page.getByText('2020 年', { exact: true })).toBeVisible();
    await expect(page.getByText('2019 年版', { exact: true })).toBeVisible();
    await read.getByRole('button', { name: '行政处罚 · 本年增/减：49 原文 49（+），存疑' }).click();
    await expect(page.getByRole('region', { name: '原文' })).toContainText('原文 49（+） → 读作 49');
    await read.getByRole('tab', { name: '表三' }).click();
    await expect(read.getByRole('button', { name: '一、本年新收政府信息公开申请数量 · 总计：29' })).toBeVisible();
    await read.getByRole('tab', { name: '文字' }).click();
    await expect(read).toContainText('2020年，我局共收到依申请公开28件');
  });

  await test.step('nothing is written before the last step', async () => {
    await press(page, '下一步');
    await expect(page.getByRole('heading', { name: '存疑的数（2）' })).toBeVisible();
    await press(page, '下一步');
    await page.getByRole('radio', { name: '按原样打开 2020 年度年报' }).check();
    await press(page, '下一步');
    expect(readdirSync(folder)).not.toContain('2020年报.nianbao');
    await press(page, '选择保存位置并完成');
    await expect(page.getByRole('navigation', { name: '大纲' })).toContainText('嘉兴市生态环境局');
    expect(existsSync(document)).toBe(true);
  });

  await test.step('全审 has found the 28 of the prose that is 29 in the table', async () => {
    await expect(panel(page).getByRole('button', { name: '正文写“28件”' })).toContainText('28≠29');
    await expect(statusBar(page)).toContainText('错误 1');
  });

  await test.step('an edited figure takes its total along and is on the disk', async () => {
    await chooseTable(page, '三、');
    await type(page, `${GRANTED}自然人`, '２３'); // as an input method leaves it
    await expect(figure(page, `${GRANTED}自然人`)).toHaveValue('23');
    await expect(figure(page, `${GRANTED}总计`)).toHaveValue('23');
    await saved(page);
    expect(shown(document).cells['applications.granted.total']?.value).toBe('23');
  });

  await test.step('what no longer adds up appears, and leads to its cells', async () => {
    const broken = panel(page).getByRole('button', { name: '表三勾稽 表三自然人列' });
    await expect(broken).toBeVisible();
    await goTo(page, '总览');
    await broken.click();
    await expect(page.locator('td.is-flash-0, td.is-flash-1').first()).toBeVisible();
    await expect(page.getByRole('grid').locator(':focus')).toBeVisible();
  });

  await test.step('all four kinds are exported into the chosen folder', async () => {
    await press(page, '导出年报');
    const dialog = page.getByRole('dialog', { name: '导出年报' });
    await dialog.getByRole('checkbox', { name: '网页' }).check();
    await dialog.getByRole('button', { name: '更改…' }).click();
    await expect(dialog).toContainText(folder);
    await dialog.getByRole('button', { name: '导出草稿' }).click();
    const done = page.getByRole('dialog', { name: '导出完成' });
    await expect(done.getByRole('listitem')).toHaveCount(4, { timeout: 60_000 });
    for (const [ending, magic] of [
      ['pdf', '%PDF-1.'],
      ['docx', 'PK'],
      ['xlsx', 'PK'],
      ['html', '<!doctype html>'],
    ] as const) {
      const [name = ''] = readdirSync(folder).filter((one) => one.endsWith(`.${ending}`));
      expect(readFileSync(join(folder, name)).subarray(0, 20).toString('latin1').startsWith(magic), name).toBe(true);
      await expect(done).toContainText(name);
    }
    await done.getByRole('button', { name: '完成' }).click();
  });

  await test.step('closed and opened again, the edit is there', async () => {
    await page.keyboard.press('Control+w');
    await page.getByRole('button', { name: document }).click();
    await chooseTable(page, '三、');
    await expect(figure(page, `${GRANTED}总计`)).toHaveValue('23');
    await saved(page);
  });
  expect(faults).toEqual([]);
});
