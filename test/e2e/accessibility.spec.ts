// Every screen of the built program, with a real report in it, passes axe with no finding.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { SEED, test } from './launch.ts';
import { answerDialogs, chooseTable, goTo, panel, press } from './staffer.ts';

/** What axe finds, as “screen: rule, element”. */
async function findings(page: Page, screen: string): Promise<readonly string[]> {
  // legacy: axe would open a page of its own otherwise, which a program with one window does not have
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${screen}: ${id}, ${html.slice(0, 160)}`));
}

/** What would be read out in English: names that components bring along. */
async function englishNames(page: Page, screen: string): Promise<readonly string[]> {
  const names = await page.evaluate(() =>
    [...document.querySelectorAll('[aria-label]')]
      .filter((element) => element.closest('[aria-hidden="true"]') === null)
      .map((element) => element.getAttribute('aria-label') ?? '')
      .filter((name) => /^[A-Za-z -]+$/.test(name)),
  );
  return names.map((name) => `${screen}: ${name}`);
}

test('no screen has a finding of axe, and nothing is read out in English', async ({ start, folder }) => {
  test.setTimeout(300_000);
  const { app, page } = await start();
  const found: string[] = [];
  const look = async (screen: string): Promise<void> =>
    void found.push(...(await findings(page, screen)), ...(await englishNames(page, screen)));

  await look('开始');
  await answerDialogs(app, { open: SEED, save: join(folder, '2021.nianbao') });
  await press(page, '从上年年报开始');
  await look('选文件');
  await press(page, '选择文件…');
  await page.getByRole('region', { name: '识别结果' }).getByRole('button', { name: '存疑' }).first().click();
  await look('识别结果');
  await press(page, '下一步');
  await look('处理问题');
  await press(page, '下一步');
  await look('带入方式');
  await press(page, '下一步');
  await look('完成');
  await press(page, '选择保存位置并完成');
  await expect(panel(page).getByRole('region', { name: '提示' })).toBeVisible();
  await look('总览与全审');
  await panel(page).getByRole('region', { name: '提示' }).getByRole('button').first().click();
  await look('全审的一条');
  await chooseTable(page, '三、');
  await look('表三');
  await goTo(page, '一、总体情况');
  await expect(page.getByRole('textbox', { name: '一、总体情况' })).toBeVisible();
  await look('文字');
  await goTo(page, '标题与引言');
  await expect(page.getByRole('heading', { name: '标题与引言' })).toBeVisible();
  await look('标题与引言');
  await goTo(page, '与上年对照');
  await expect(page.getByRole('heading', { name: '与上年对照' })).toBeVisible();
  await look('与上年对照');
  await goTo(page, '打印预览');
  await expect(page.getByRole('navigation', { name: '页面缩略图' })).toBeVisible({ timeout: 20_000 });
  await look('打印预览');
  await goTo(page, '送审与定稿');
  await expect(page.getByRole('heading', { name: '送审与定稿' })).toBeVisible();
  await look('送审与定稿');
  await goTo(page, '版本与历史');
  await expect(page.getByRole('heading', { name: '版本与历史' })).toBeVisible();
  await page.getByText('自动备份').click();
  await look('版本与历史');
  for (const [screen, keys] of [
    ['转到', 'Control+k'],
    ['查找与替换', 'Control+f'],
    ['设置', 'Control+,'],
    ['填报说明', 'F1'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(screen);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await press(page, '导出年报');
  await expect(page.getByRole('dialog', { name: '导出年报' })).toBeVisible();
  await look('导出');
  expect(found).toEqual([]);
});
