// The window by keys: from finding to finding, where the focus goes, the palette.
import { expect, test } from 'vitest';
import { go, openReport, page, usesWindow } from './harness/person.ts';

usesWindow();

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

test('替换 takes what stands in the field, however soon after the last key it comes', async () => {
  await openReport();
  await go('其他需要报告');
  await page.locator('.tiptap').click();
  await page.keyboard.type('没有其他事项。');
  await page.keyboard.press('Control+f');
  await page.locator('#find-words').fill('没有其他事项');
  await page.locator('#find-text').fill('无');
  const one = page.locator('.find-list li', { hasText: '没有其他事项' }).last().getByRole('button', { name: '替换' });
  await one.evaluate((button) => {
    // both before the list is drawn anew
    document.querySelector<HTMLInputElement>('#find-text')?.focus();
    document.execCommand('insertText', false, '需要报告的');
    (button as HTMLElement).click();
  });
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.tiptap').innerText()).toContain('无需要报告的');
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
