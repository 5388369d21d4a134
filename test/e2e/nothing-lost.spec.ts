// Whatever ends or breaks, what was typed is in the file: restart, a window closed in the middle of typing, a killed engine, a crashed page.
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { command, SEED, shown, test } from './launch.ts';
import {
  answerDialogs,
  asked,
  chooseTable,
  figure,
  goTo,
  message,
  open,
  press,
  recent,
  saved,
  statusBar,
  type,
} from './staffer.ts';

const NEW = '一、本年新收政府信息公开申请数量，申请人情况，';
const CARRIED = '二、上年结转政府信息公开申请数量，申请人情况，';

const valueOf = (document: string, cell: string): string | null | undefined => shown(document).cells[cell]?.value;

/** What a person does with the X of the window. */
const closeWindow = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

async function openAtTableThree(app: ElectronApplication, page: Page, document: string): Promise<void> {
  await open(app, page, document);
  await chooseTable(page, '三、');
}

test('撤销 and 重做 go on after a restart', async ({ start, published }) => {
  const first = await start();
  await openAtTableThree(first.app, first.page, published);
  await type(first.page, `${NEW}自然人`, '31');
  await type(first.page, `${NEW}自然人`, '33');
  await saved(first.page);
  await first.app.close();

  const { page } = await start();
  await recent(page, published).click();
  await chooseTable(page, '三、');
  await expect(figure(page, `${NEW}总计`)).toHaveValue('34');
  await press(page, '撤销');
  await expect(figure(page, `${NEW}总计`)).toHaveValue('32');
  await press(page, '撤销');
  await expect(figure(page, `${NEW}自然人`)).toHaveValue('28');
  await press(page, '重做');
  await expect(figure(page, `${NEW}自然人`)).toHaveValue('31');
  await saved(page);
});

test('a window closed while a figure is being typed loses nothing', async ({ start, published }) => {
  const { app, page } = await start();
  await openAtTableThree(app, page, published);
  await figure(page, `${NEW}自然人`).click();
  await page.keyboard.type('41'); // no Enter
  const gone = app.waitForEvent('close');
  await closeWindow(app);
  await gone;
  expect(valueOf(published, 'applications.new.natural')).toBe('41');
});

test('a window closed while prose is being typed loses nothing', async ({ start, published }) => {
  const { app, page } = await start();
  await open(app, page, published);
  await goTo(page, '六、其他需要报告的事项');
  await page.getByRole('textbox', { name: '六、其他需要报告的事项' }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('本年未收取信息处理费。');
  const gone = app.waitForEvent('close');
  await closeWindow(app);
  await gone;
  expect(shown(published).chapters['6']).toContain('本年未收取信息处理费。');
});

test('Ctrl+End goes to the very end of a chapter of many pages', async ({ start, folder }) => {
  const text = join(folder, '长.txt');
  const paragraph = `全年培训5次，${'压实各处室责任，'.repeat(30)}共计6场。\n`;
  writeFileSync(text, readFileSync(SEED, 'utf8').replace(/^二、主动公开.*$/m, `${paragraph.repeat(80)}$&`));
  const long = join(folder, '长.nianbao');
  command('import', text, '--out', long);
  const { app, page } = await start();
  await open(app, page, long);
  await goTo(page, '一、总体情况');
  const chapter = page.getByRole('textbox', { name: '一、总体情况' });
  await chapter.locator('p').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('全文完。');
  await expect(chapter.locator('p').last()).toContainText(/共计6场。全文完。$/);
});

/** The process that holds the document. */
const engine = (app: ElectronApplication): Promise<number> =>
  app.evaluate(({ app: { getAppMetrics } }) => getAppMetrics().find(({ name }) => name === '年报编制 后台')?.pid ?? 0);

/** Ends it as a crash would, and waits for the next one. */
async function killEngine(app: ElectronApplication): Promise<void> {
  const pid = await engine(app);
  process.kill(pid, 'SIGKILL');
  await expect.poll(async () => ![0, pid].includes(await engine(app))).toBe(true);
}

test('an engine killed at work is started again, says so, and has lost nothing', async ({ start, published }) => {
  const { app, page } = await start();
  await openAtTableThree(app, page, published);
  await type(page, `${NEW}自然人`, '51');
  await saved(page);
  await killEngine(app);
  await type(page, `${CARRIED}自然人`, '3');
  await expect(message(page, '后台程序意外中断，已重新启动并重新打开年报；已保存的内容不受影响。')).toBeVisible();
  await saved(page);
  await expect(figure(page, `${CARRIED}自然人`)).toHaveValue('3');
  expect(valueOf(published, 'applications.new.natural')).toBe('51');
  expect(valueOf(published, 'applications.carried_in.natural')).toBe('3');
});

test('an engine that dies again and again closes the report, says so, and lets it be opened again', async ({
  start,
  published,
}) => {
  const { app, page } = await start(published);
  await saved(page);
  for (let death = 0; death < 3; death++) await killEngine(app);
  await expect(message(page, '后台程序连续中断，年报已关闭；已保存的内容不受影响，请重新打开。')).toBeVisible();
  await recent(page, published).click();
  await chooseTable(page, '三、');
  await type(page, `${NEW}自然人`, '71');
  await saved(page);
  expect(valueOf(published, 'applications.new.natural')).toBe('71');
});

test('a file moved away under the program is told at once, and 另存为 saves everything, the last edit too', async ({
  start,
  published,
  folder,
}) => {
  const { app, page } = await start();
  await openAtTableThree(app, page, published);
  await type(page, `${NEW}自然人`, '81');
  await saved(page);
  renameSync(published, `${published}.bak`);
  await type(page, `${CARRIED}自然人`, '4');
  await expect(statusBar(page)).toContainText('已被移动、删除或替换，修改没有保存。请立即另存一份。');

  await closeWindow(app);
  await expect.poll(() => asked(app)).toBe('还有内容没有保存完，要退出吗？');
  await expect(page.getByRole('grid')).toBeVisible(); // 返回 was pressed

  const copy = join(folder, '另存.nianbao');
  await answerDialogs(app, { save: copy });
  await page.keyboard.press('Control+Shift+S');
  await expect(message(page, `已另存为 ${copy}`)).toBeVisible();
  await saved(page);
  expect(valueOf(copy, 'applications.new.natural')).toBe('81');
  expect(valueOf(copy, 'applications.carried_in.natural')).toBe('4');
});

/** Ends the processes that draw pages. DevTools' own Page.crash would not do: what is not answered is asked again after the reload. */
function killPages(app: ElectronApplication): void {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const all = lines.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []);
  const family = new Set([String(app.process().pid)]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    for (const [, pid = '', parent = ''] of all) if (family.has(parent)) family.add(pid);
  }
  for (const [, pid = '', , words = ''] of all)
    if (family.has(pid) && words.includes('--type=renderer')) process.kill(Number(pid), 'SIGKILL');
}

test('a page that crashes is loaded again with the document still open', async ({ start, published }) => {
  test.skip(process.platform !== 'linux', 'needs ps');
  const { app, page } = await start();
  await openAtTableThree(app, page, published);
  await type(page, `${NEW}自然人`, '61');
  await saved(page);
  killPages(app);
  // the page that comes in its place is another one for Playwright, so main is asked for what it shows
  const words = (): Promise<unknown> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript('document.body.innerText')
        .catch(() => ''),
    );
  await expect.poll(words, { timeout: 20_000 }).toContain('嘉兴市生态环境局');
  await expect.poll(words).toContain('已自动保存');
});
