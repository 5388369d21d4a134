// The window as a person meets it: screens, tables and history, messages, dialogs.
import { expect, test } from 'vitest';
import type { Harness } from './harness/desktop.ts';
import { go, opened, openReport, page, refuse, saved, usesWindow } from './harness/person.ts';

usesWindow();

test('nothing is asked of any other address, and no page error or policy violation occurs on the way through the screens', async () => {
  await openReport();
  for (const name of [
    '主动公开',
    '收到和处理',
    '总体情况',
    '与上年对照',
    '打印预览',
    '送审与定稿',
    '版本与历史',
    '总览',
  ]) {
    await go(name);
    await page.waitForTimeout(200);
  }
  expect(opened.faults).toEqual([]);
});

test('a figure shows its total at once, is saved, and the checks follow', async () => {
  await openReport();
  await go('收到和处理');
  await page.locator('.grid-table input').first().click();
  await page.keyboard.type('２８');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.locator('.grid-table').innerText()).toContain('28');
  await saved();
  await expect.poll(() => page.locator('.panel').innerText()).toContain('29');
});

test('a change in the history shows what it changed, and going back to an earlier moment can be undone', async () => {
  await openReport();
  await go('收到和处理');
  const first = page.locator('.grid-table input').first();
  for (const figure of ['17', '18']) {
    await first.click();
    await page.keyboard.type(figure);
    await page.keyboard.press('Enter');
  }
  await go('版本与历史');
  await page.locator('.moment-pairs').waitFor();
  expect(await page.locator('.moment-pairs tbody tr').first().innerText()).toMatch(/自然人\s+17\s+18/);
  await page.locator('.time-line button').nth(1).click();
  await page.locator('.moment', { hasText: '17' }).waitFor();
  await page.getByRole('button', { name: '恢复到这时' }).click();
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await page.locator('.time-line button', { hasText: '恢复' }).waitFor();
  await go('收到和处理');
  await expect.poll(() => first.inputValue()).toBe('17');
  await page.keyboard.press('Control+z');
  await expect.poll(() => first.inputValue()).toBe('18');
});

test('a history of many hundred changes is all there', async () => {
  await openReport();
  await page.evaluate(async () => {
    // the program's own way in, faster than typing
    const { desktop } = window as unknown as { desktop: { request(...words: readonly string[]): Promise<unknown> } };
    for (let turn = 0; turn < 600; turn++) await desktop.request('field:edit', 'title', `第${turn}个标题`);
  });
  await go('版本与历史');
  await expect.poll(() => page.locator('.time-line li').count()).toBeGreaterThanOrEqual(600);
  await page.locator('.time-line button').last().click();
  await page.locator('.time-line [aria-pressed="true"]').last().waitFor();
});

test('when the disk refuses, the status bar says so, the figure stays on the screen, and 重试 saves it', async () => {
  await openReport();
  await go('收到和处理');
  await refuse('disk-full');
  await page.locator('.grid-table input').first().click();
  await page.keyboard.type('31');
  await page.keyboard.press('Enter');
  await page.locator('.status-failed', { hasText: '磁盘已满' }).waitFor();
  expect(await page.locator('.grid-table input').first().inputValue()).toBe('31');
  await refuse(null);
  await page.getByRole('button', { name: '重试' }).click();
  await saved();
});

test('the preview begins with pages that fit into the window', async () => {
  await openReport();
  await go('打印预览');
  const zoom = page.locator('.zoom');
  await expect.poll(() => zoom.innerText()).toBe('100%');
  await page.setViewportSize({ width: 1093, height: 614 }); // 1366 × 768 where Windows draws everything a quarter larger
  await go('总览');
  await go('打印预览');
  await expect.poll(() => zoom.innerText()).toBe('75%');
});

test('the text size is remembered', async () => {
  await page.keyboard.press('Control+=');
  await page.locator('.status', { hasText: '110%' }).waitFor();
  await page.reload();
  await page.locator('.status', { hasText: '110%' }).waitFor();
});

test('the import wizard writes nothing before its last step', async () => {
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: '选择文件…' }).click();
  await page.locator('.form-table').waitFor();
  for (let step = 0; step < 3; step++) await page.getByRole('button', { name: '下一步' }).click();
  const asked = (): Promise<readonly string[]> =>
    page.evaluate(() => (window as unknown as { harness: Harness }).harness.asked);
  expect(await asked()).not.toContain('source:accept');
  await page.getByRole('button', { name: '选择保存位置并完成' }).click();
  await page.locator('.outline').waitFor();
  expect(await asked()).toContain('source:accept');
});

test('a figure of the source is mapped to the chosen cell by pointing at it, and the next cell is chosen', async () => {
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: '选择文件…' }).click();
  await page.getByRole('button', { name: /行政许可 · 上一年项目数量/ }).click();
  await page.locator('.take-figure', { hasText: /^58$/ }).first().click();
  await page.getByRole('button', { name: /行政许可 · 上一年项目数量：58/ }).waitFor();
  expect(await page.locator('.read-figure[aria-pressed="true"]').getAttribute('aria-label')).toContain('本年增/减');
  expect(await page.locator('.take-figure', { hasText: '规章' }).count()).toBe(0);
});

test('a screen that cannot be drawn says so, and the other screens go on', async () => {
  await openReport();
  await page.evaluate(() => {
    Map.groupBy = () => {
      throw new Error('broken on purpose');
    };
  });
  await go('版本与历史');
  await page.getByRole('alert').getByText('这一部分没有显示出来').waitFor();
  await go('送审与定稿');
  await page.locator('.signoff').waitFor();
  expect(await page.getByText('这一部分没有显示出来').count()).toBe(0);
});

test('Shift+F2 puts a note behind the figure of the cell, and says why a cell without a figure can have none', async () => {
  await openReport();
  await go('收到和处理');
  const first = page.locator('.grid-table input').first();
  await first.click();
  await page.keyboard.press('Shift+F2');
  await page.locator('.ant-message', { hasText: '先填好此格的数' }).waitFor();
  await page.keyboard.type('28');
  await page.keyboard.press('Shift+F2');
  await page.getByRole('dialog', { name: '此格的注' }).waitFor();
  await page.keyboard.type('其中当面申请3件');
  await page.keyboard.press('Enter');
  await expect.poll(() => first.inputValue()).toBe('28（其中当面申请3件）');
  await saved();
  await page.keyboard.press('Shift+F2');
  await page.locator('#note').fill('');
  await page.keyboard.press('Enter');
  await expect.poll(() => first.inputValue()).toBe('28');
});

test('the right mouse button on a selection leaves it as it is', async () => {
  await openReport();
  await go('收到和处理');
  await page.locator('.grid-table input').first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.locator('.status', { hasText: '选区 2 格' }).waitFor();
  await page.locator('.grid-table tbody td').locator('input').nth(0).click({ button: 'right' });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  expect(await page.locator('.status').innerText()).toContain('选区 2 格');
});

test('the longest name of an organ leaves the work its room', async () => {
  await openReport();
  await go('标题与引言');
  const before = await page.locator('.frame-work').boundingBox();
  await page
    .getByLabel('机关全称')
    .fill('中国（新疆）自由贸易试验区霍尔果斯片区管理委员会生态环境和自然资源保护综合行政执法监督管理局');
  await page.keyboard.press('Tab');
  await page.locator('.outline-head', { hasText: '霍尔果斯' }).waitFor();
  expect(await page.locator('.frame-work').boundingBox()).toEqual(before);
});

test('新建空白年报 proposes the organ of the last report, and Enter makes it', async () => {
  await page.getByRole('heading', { name: '最近的年报' }).waitFor();
  await page.keyboard.press('Control+n');
  await expect.poll(() => page.locator('#new-organ').inputValue()).toBe('嘉兴市生态环境局');
  await page.locator('#new-organ').fill('嘉禾市民政局');
  await page.keyboard.press('Enter');
  await page.locator('.outline-head', { hasText: '嘉禾市民政局' }).waitFor();
});

test('a message about what went wrong can be put away', async () => {
  await openReport();
  await go('收到和处理');
  await page.locator('.grid-table input').first().click();
  await page.keyboard.type('abc');
  await go('总览');
  await page.locator('.ant-message', { hasText: '没有填入' }).first().waitFor();
  await page.getByRole('button', { name: '关闭这条消息' }).click();
  await expect.poll(() => page.locator('.ant-message-notice').count()).toBe(0);
});

test('the export dialog begins with the kinds that were exported last', async () => {
  await openReport();
  await page.keyboard.press('Control+e');
  await page.getByRole('checkbox', { name: '政府网站发布' }).check();
  await page.getByRole('checkbox', { name: '需要再排版' }).uncheck();
  await page.locator('#export-ok').click();
  await page.getByRole('dialog', { name: '导出完成' }).getByRole('button', { name: '完成' }).click();
  await page.keyboard.press('Control+e');
  await expect.poll(() => page.getByRole('checkbox', { name: '政府网站发布' }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: '需要再排版' }).isChecked()).toBe(false);
});

test('a review form that was left open over night is for the new day, unless a day was written into it', async () => {
  await openReport();
  await page.clock.setFixedTime(new Date(2026, 0, 12, 17));
  await go('送审与定稿');
  const day = page.getByLabel('日期');
  const name = page.locator('#step-name');
  await name.fill('张三');
  expect(await day.inputValue()).toBe('2026-01-12');
  await page.clock.setFixedTime(new Date(2026, 0, 13, 9));
  await name.fill('李四');
  expect(await day.inputValue()).toBe('2026-01-13');
  await day.fill('2026-01-09');
  await name.fill('王五');
  expect(await day.inputValue()).toBe('2026-01-09');
});
