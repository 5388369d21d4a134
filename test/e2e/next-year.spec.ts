// From last year's report to this year's draft: what is carried is a proposal until it is taken, the rest is there for comparison.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { SEED, shown, test } from './launch.ts';
import { answerDialogs, chooseTable, figure, goTo, panel, press, saved } from './staffer.ts';

const CARRIED = '二、上年结转政府信息公开申请数量，申请人情况，';

test('the draft of 2021 begins with last year’s 结转 as a proposal, last year’s prose, and last year’s figures beside', async ({
  start,
  folder,
}) => {
  const document = join(folder, '2021.nianbao');
  const { app, page, faults } = await start();

  await test.step('the wizard proposes the next year and says what is carried', async () => {
    await answerDialogs(app, { open: SEED, save: document });
    await press(page, '从上年年报开始');
    await press(page, '选择文件…');
    await press(page, '下一步');
    await press(page, '下一步');
    await expect(page.getByRole('radio', { name: '编制 2021 年度年报（推荐）' })).toBeChecked();
    await expect(page.getByRole('main')).toContainText('四、结转下年度继续办理，作为本年“上年结转”的建议');
    await press(page, '下一步');
    await expect(page.getByRole('main')).toContainText('2021 年度年报（2021 年版格式）');
    await press(page, '选择保存位置并完成');
    await expect(page.getByRole('region', { name: '上年数据带入情况' })).toContainText('待核对采用');
  });

  await test.step('the proposals are marked, and are the person’s own once taken', async () => {
    await press(page, '去核对');
    const grid = page.getByRole('grid');
    await expect(figure(page, `${CARRIED}自然人`)).toHaveValue('1');
    await expect(grid.getByRole('button', { name: '采用 1' })).toBeVisible();
    await expect(grid.locator('td.is-proposed')).not.toHaveCount(0);
    await press(page, '采用上年结转');
    await expect(grid.locator('td.is-proposed')).toHaveCount(0);
    await expect(figure(page, `${CARRIED}自然人`)).toHaveValue('1');
    await saved(page);
    expect(shown(document).cells['applications.carried_in.total']?.value).toBe('1');
    expect(shown(document).cells['applications.new.natural']?.value).toBeNull();
  });

  await test.step('last year’s figures are shown beside this year’s, and in the comparison', async () => {
    await page.getByRole('checkbox', { name: '显示上年数' }).check();
    const received = page.getByRole('row').filter({ hasText: '一、本年新收政府信息公开申请数量' });
    await expect(received).toContainText('28');
    await goTo(page, '与上年对照');
    await expect(page.getByRole('main')).toContainText('本年新收政府信息公开申请数量');
  });

  await test.step('last year’s prose stands as a draft, with last year’s beside it and its stale years found', async () => {
    await goTo(page, '一、总体情况');
    await expect(page.getByRole('textbox', { name: '一、总体情况' })).toContainText('我局共收到依申请公开28件');
    await expect(page.getByRole('complementary', { name: '2020年度文字' })).toContainText('我局共收到依申请公开28件');
    await expect(panel(page)).toContainText('2020年');
  });
  expect(faults).toEqual([]);
});

test('an open report of last year leads on to the next in one step', async ({ start, folder, published }) => {
  const document = join(folder, '2021.nianbao');
  const { app, page } = await start(published);
  await answerDialogs(app, { save: document });
  await press(page, '编制 2021 年度');
  await expect(page.getByRole('navigation', { name: '大纲' })).toContainText('2021 年度 · 编制中');
  await chooseTable(page, '三、');
  await expect(figure(page, `${CARRIED}自然人`)).toHaveValue('1');
  expect(shown(published).cells['applications.new.natural']?.value).toBe('28'); // last year's file is as it was
});
