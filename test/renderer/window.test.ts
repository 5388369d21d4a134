// The window as a person meets it: real components in a real Chromium, under the program's content policy; only the program behind is a stand-in.
import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Harness } from './harness/desktop.ts';
import { openWindowBrowser, type OpenWindow, type WindowBrowser } from './harness/browser.ts';

let browser: WindowBrowser;
let opened: OpenWindow;
let page: Page;

beforeAll(async () => {
  browser = await openWindowBrowser();
}, 120_000);
afterAll(() => browser.close());
beforeEach(async () => {
  opened = await browser.open();
  ({ page } = opened);
});
afterEach(async () => {
  await opened.context.close();
});

const openReport = async (): Promise<void> => {
  await page.keyboard.press('Control+o');
  await page.locator('.outline').waitFor();
};
const go = (name: string): Promise<void> => page.locator('.outline-item', { hasText: name }).click();
const saved = (): Promise<void> => page.locator('.status-saved').waitFor();
const refuse = (code: Harness['refusal']): Promise<void> =>
  page.evaluate((refusal) => {
    // put there by the stand-in
    (window as unknown as { harness: { refusal: unknown } }).harness.refusal = refusal;
  }, code);

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

test('text typed into a chapter is there after leaving it at once', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.keyboard.type('本年度没有收取信息处理费。');
  await go('总览');
  await go('其他需要报告');
  await expect.poll(() => page.locator('.tiptap').innerText()).toContain('本年度没有收取信息处理费。');
});

test('typed text is saved on its own, and 撤销 brings back the text before', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.keyboard.type('没有其他事项。');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { harness: Harness }).harness.asked))
    .toContain('chapter:edit');
  await saved();
  await go('版本与历史');
  await page.getByRole('button', { name: '撤销：修改文字' }).click();
  await go('其他需要报告');
  await expect.poll(() => page.locator('.tiptap').innerText()).not.toContain('没有其他事项');
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

test('F4 goes from finding to finding and shows each one’s place', async () => {
  await openReport();
  await page.locator('.finding').first().waitFor();
  await page.keyboard.press('F4');
  await page.locator('.finding.is-current').waitFor();
  const first = await page.locator('.finding.is-current').innerText();
  await page.keyboard.press('F4');
  await expect.poll(() => page.locator('.finding.is-current').innerText()).not.toBe(first);
  await page.keyboard.press('Shift+F4');
  await expect
    .poll(async () => (await page.locator('.finding.is-current').innerText()).slice(0, 20))
    .toBe(first.slice(0, 20));
});

test('F4 puts the cursor into the sentence, so that it can be mended at once', async () => {
  await openReport();
  await go('收到和处理');
  await page.locator('.grid-table input').first().click();
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await page.locator('.finding', { hasText: '28件' }).first().click();
  await page.locator('.mark-found').first().waitFor();
  await page.waitForTimeout(200);
  await page.keyboard.type('经统计，');
  await expect.poll(() => page.locator('.tiptap').innerText()).toMatch(/经统计，[^。]*28件/);
});

test('a screen that opens takes the focus to the cell or the text, and F6 goes around outline, work, panel and status bar', async () => {
  const inside = (pane: string): Promise<boolean> =>
    page.evaluate((name) => document.activeElement?.closest(name) !== null, pane);
  await openReport();
  await go('收到和处理');
  await expect.poll(() => inside('.grid-cell.is-active')).toBe(true);
  await page.keyboard.type('17');
  await page.keyboard.press('Enter');
  expect(await page.locator('.grid-table input').first().inputValue()).toBe('17');
  await go('总体情况');
  await expect.poll(() => inside('.tiptap')).toBe(true);
  for (const pane of ['.panel', '.status', '.outline', '.tiptap']) {
    await page.keyboard.press('F6');
    expect(await inside(pane)).toBe(true);
  }
  await page.keyboard.press('Shift+F6');
  expect(await inside('.outline')).toBe(true);
});

test('what lies under a dialog stays as it is: no key goes through to the screens', async () => {
  await openReport();
  await page.keyboard.press('Control+e');
  await page.locator('#export-ok').waitFor();
  await page.keyboard.press('Control+d');
  await page.keyboard.press('F4');
  await page.keyboard.press('Escape');
  await page.locator('#export-ok').waitFor({ state: 'detached' });
  expect(await page.locator('.outline-item[aria-current]').innerText()).toContain('总览');
});

test('the status bar counts the cells of a selection and the figures in it', async () => {
  await openReport();
  await go('收到和处理');
  await page.locator('.grid-table input').first().click();
  for (const key of [
    'Delete',
    'ArrowDown',
    'Delete',
    'ArrowRight',
    'Delete',
    'ArrowUp',
    'Delete',
    '7',
    'Enter',
    '8',
    'Enter',
  ])
    await page.keyboard.press(key);
  await page.locator('.grid-table input').first().click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowRight');
  await page.locator('.status', { hasText: '选区 4 格 · 计数 2 · 求和 15 · 平均 7.5' }).waitFor();
});

test('the palette goes to a cell by pinyin initials', async () => {
  await openReport();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('xs zj');
  await page.locator('[role="option"]', { hasText: '新收' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.grid-table').waitFor();
  expect(await page.locator('.outline-item[aria-current]').innerText()).toContain('收到和处理');
});

test('after the palette the keyboard is in the cell: what is typed lands there', async () => {
  await openReport();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('新收 自然人');
  await page.locator('[role="option"][aria-selected="true"]', { hasText: '自然人' }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.grid-table').waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.type('17');
  await page.keyboard.press('Enter');
  expect(await page.locator('.grid-table input').first().inputValue()).toBe('17');
});

test('a dialog opens with the focus where the person begins', async () => {
  const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
  await page.keyboard.press('Control+n');
  await expect.poll(focused).toBe('new-organ');
  await page.keyboard.press('Escape');
  await openReport();
  await page.keyboard.press('Control+f');
  await expect.poll(focused).toBe('find-words');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+e');
  await expect.poll(focused).toBe('export-ok');
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

test('a quantity that differs from the tables is mended from its card', async () => {
  await openReport();
  await go('收到和处理');
  await page.locator('.grid-table input').first().click();
  await page.keyboard.type('30');
  await page.keyboard.press('Enter');
  await go('总体情况');
  const differing = page.locator('.mark-differs', { hasText: '28' });
  await differing.click();
  await page.getByRole('button', { name: '改为 30' }).click();
  await expect.poll(() => page.locator('.tiptap').innerText()).toContain('我局共收到依申请公开30件');
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
  await page.locator('.status', { hasText: '选区 2 格' }).waitFor();
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

test('what is pasted from Word into the prose comes in as text, cells apart, and pictures are named as left out', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const html =
      '<p class="MsoNormal"><b>（一）收费情况</b></p><table><tr><td>收费</td><td>5</td></tr></table><p>没有<img src="x.png"></p>';
    clipboardData.setData('text/html', html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await expect.poll(() => page.locator('.tiptap').innerText()).toMatch(/（一）收费情况\s+收费　5\s+没有/);
  await page
    .locator('.ant-message', { hasText: '表格已改为文字，每行一段；其中的图片不能放进正文，没有带入' })
    .waitFor();
});

test('F4 passes over what has its 说明', async () => {
  await openReport();
  const key = (): Promise<string> => page.locator('.finding.is-current .finding-message').innerText();
  await page.locator('.finding.is-warning .finding-go').first().click();
  const explained = await key();
  await page.locator('.finding.is-current textarea').fill('已核实，情况属实。');
  const count = await page.locator('.finding').count();
  const met: string[] = [];
  for (let turn = 0; turn < count; turn++) {
    await page.keyboard.press('F4');
    await page.waitForTimeout(60);
    met.push(await key());
  }
  expect(new Set(met).size).toBeGreaterThan(2);
  expect(met).not.toContain(explained);
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

test('撤销 and 重做 stand above the text as above the tables', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.keyboard.type('没有其他事项。');
  const tools = page.getByRole('toolbar', { name: '文字工具' });
  await tools.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => page.locator('.tiptap').innerText()).not.toContain('没有其他事项');
  await tools.getByRole('button', { name: '重做' }).click();
  await expect.poll(() => page.locator('.tiptap').innerText()).toContain('没有其他事项。');
});
