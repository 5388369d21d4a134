// The whole window with forty pages in its first chapter and the checks running beside it: from a key to the painted screen, in 表三 and in
// the text, against a bare page in the same browser; and every task that took the processor for more than 50 ms.
import { openWindowBrowser } from '../renderer/harness/browser.ts';
import { at, BARE, KEYS_A_ROUND, ms, press, watchEnter, watchTasks } from './key-times.ts';

const ROUNDS = 5;
const LETTERS = 40;
/** The sample's first chapter has some 1,500 characters, two pages. */
const LONG = '?times=18';

export async function run(): Promise<readonly string[]> {
  const browser = await openWindowBrowser();
  try {
    const { page, context } = await browser.open(undefined, LONG);
    const bare = await context.newPage();
    await bare.goto('https://window.test/cases/none').catch(() => null);
    await bare.setContent(BARE);
    await page.bringToFront();
    await page.keyboard.press('Control+o');
    await page.locator('.outline').waitFor();
    await page.locator('.outline-item', { hasText: '收到和处理' }).click();
    await page.locator('.grid-table').waitFor();
    await page.waitForTimeout(3000);
    const tasks = await watchTasks(page);
    await watchEnter(page, '.grid-table td.is-computed .grid-text');
    await watchEnter(bare, '#total');
    for (let round = 0; round < ROUNDS; round++) {
      await press(bare, '#field', round);
      await press(page, '.grid-table input >> nth=0', round);
    }
    const [own, plain] = await Promise.all([page, bare].map((one) => one.evaluate(() => window.paintTimes)));
    if (!own || !plain) return [];
    const paint = (times: typeof own): number[] => times.map((time) => time.paint);
    await page.bringToFront();
    await page.waitForTimeout(1000);
    const inTable = await tasks.lap();
    await page.locator('.outline-item', { hasText: '总体情况' }).click();
    await page.locator('.tiptap').waitFor();
    await page.waitForTimeout(3000);
    const opening = await tasks.lap();
    await page.evaluate(() => {
      window.paintTimes = [];
      const watch = (event: KeyboardEvent): void => {
        const began = event.timeStamp;
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => {
            window.paintTimes.push({ dom: 0, paint: performance.now() - began });
          });
          channel.port1.start();
          channel.port2.postMessage(0);
        });
      };
      window.addEventListener('keydown', watch, { capture: true });
    });
    const characters = await page.locator('.tiptap').evaluate((text) => text.textContent.length);
    for (let letter = 1; letter <= LETTERS; letter++) {
      await page.keyboard.press('a');
      // now and then a pause in which the text is saved, checked and marked anew
      await page.waitForTimeout(letter % 10 === 0 ? 1500 : 80);
    }
    const typed = await page.evaluate(() => window.paintTimes);
    const inText = await tasks.lap();
    const over = (long: readonly number[]): string =>
      long.length === 0 ? 'none' : `${long.length}, the longest ${ms(Math.max(...long))}`;
    return [
      `表三, key to painted total: median ${ms(at(paint(own), 0.5))}, p90 ${ms(at(paint(own), 0.9))}, n=${ROUNDS * KEYS_A_ROUND}`,
      `bare page: median ${ms(at(paint(plain), 0.5))}, p90 ${ms(at(paint(plain), 0.9))}; ratio ${(at(paint(own), 0.5) / at(paint(plain), 0.5)).toFixed(2)}`,
      `a text of ${characters} characters, key to painted letter: median ${ms(at(paint(typed), 0.5))}, p90 ${ms(at(paint(typed), 0.9))}`,
      `tasks over 50 ms of processor time: in 表三 ${over(inTable)}; while the text opens ${over(opening)}; while typing in it ${over(inText)}`,
    ];
  } finally {
    await browser.close();
  }
}
