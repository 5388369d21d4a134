// Whatever ends or breaks, what was typed is in the file: restart, a window closed in the middle of typing, a killed engine, a crashed page.
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { shown, test } from './launch.ts';
import { chooseTable, figure, goTo, message, open, press, recent, saved, type } from './staffer.ts';

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

test('an engine killed at work is started again, says so, and has lost nothing', async ({ start, published }) => {
  const { app, page } = await start();
  await openAtTableThree(app, page, published);
  await type(page, `${NEW}自然人`, '51');
  await saved(page);
  const kill = (): Promise<unknown> =>
    app.evaluate(({ app: { getAppMetrics } }) => {
      const engine = getAppMetrics().find(({ name }) => name === '年报编制 后台');
      return engine && process.kill(engine.pid, 'SIGKILL');
    });
  await kill();
  await type(page, `${CARRIED}自然人`, '3');
  await expect(message(page, '后台程序意外中断，已重新启动并重新打开年报；已保存的内容不受影响。')).toBeVisible();
  await saved(page);
  await expect(figure(page, `${CARRIED}自然人`)).toHaveValue('3');
  expect(valueOf(published, 'applications.new.natural')).toBe('51');
  expect(valueOf(published, 'applications.carried_in.natural')).toBe('3');
});

test('a page that crashes is loaded again with the document still open', async ({ start, published }) => {
  const { app, page } = await start();
  await openAtTableThree(app, page, published);
  await type(page, `${NEW}自然人`, '61');
  await saved(page);
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {}); // a crashed page does not answer
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
