// From a key press in 表三 to its painted total, against a bare page in the same browser: a plain table with one field and a sum.
import type { Page } from 'playwright-core';
import { openGridBrowser, ORIGIN } from '../grid/browser.ts';
import { numbered, tableOf } from '../grid/samples.ts';

const ROUNDS = 8;
const KEYS_A_ROUND = 12;

declare global {
  interface Window {
    /** Milliseconds from each Enter to its new total in the document and on the screen. */
    paintTimes: { dom: number; paint: number }[];
  }
}

/** Measures every Enter from the event's own time stamp until the frame with the new total has been painted. */
function watchEnter(page: Page, total: string): Promise<void> {
  return page.evaluate((selector) => {
    window.paintTimes = [];
    const text = (): string => document.querySelector(selector)?.textContent ?? '';
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'Enter') return;
        const before = text();
        const began = event.timeStamp;
        let dom = 0;
        const observer = new MutationObserver(() => {
          if (text() === before) return;
          dom = performance.now() - began;
          observer.disconnect();
          requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.addEventListener('message', () => {
              window.paintTimes.push({ dom, paint: performance.now() - began });
            });
            channel.port1.start();
            channel.port2.postMessage(0);
          });
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
      },
      { capture: true },
    );
  }, total);
}

/** Three digits and Enter in a field, again and again, each time another figure. */
async function press(page: Page, field: string, seed: number): Promise<void> {
  await page.bringToFront();
  for (let index = 0; index < KEYS_A_ROUND; index++) {
    const before = await page.evaluate(() => window.paintTimes.length);
    await page.locator(field).click();
    await page.locator(field).selectText();
    await page.keyboard.type(String(100 + ((seed * KEYS_A_ROUND + index) % 800)));
    await page.waitForTimeout(20);
    await page.keyboard.press('Enter');
    await page.waitForFunction((count) => window.paintTimes.length > count, before);
  }
}

const BARE = `<!doctype html><table><tr><td><input id="field" value="1"></td><td id="total">1</td></tr></table><script>
const field = document.getElementById('field');
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') document.getElementById('total').textContent = String(41 + Number(field.value));
});
</script>`;

const sorted = (times: readonly number[]): number[] => times.toSorted((left, right) => left - right);
const at = (times: readonly number[], share: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const ms = (time: number): string => `${time.toFixed(1)} ms`;

export async function run(): Promise<readonly string[]> {
  const browser = await openGridBrowser();
  try {
    const { page: grid, context } = await browser.open();
    const bare = await context.newPage();
    await bare.goto(`${ORIGIN}/`);
    await bare.setContent(BARE);
    const { layout } = tableOf('2021', 'applications');
    const mounts = await grid.evaluate(
      async (setup) => {
        const times: number[] = [];
        for (let round = 0; round < 12; round++) {
          const began = performance.now();
          window.gridPage.show(setup);
          await new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done, 0)));
          times.push(performance.now() - began);
        }
        return times;
      },
      {
        report: numbered('2021'),
        previous: null,
        table: 'applications' as const,
        readOnly: false,
        showPrevious: false,
        confirm: true,
        checks: true,
      },
    );
    const total = layout.byId.get('applications.result_total.total')?.domId;
    await watchEnter(grid, `#${total} .grid-text`);
    await watchEnter(bare, '#total');
    const field = `#${layout.byId.get('applications.granted.natural')?.domId} input`;
    for (let round = 0; round < ROUNDS; round++) {
      await press(bare, '#field', round);
      await press(grid, field, round);
    }
    const [own, plain] = await Promise.all([grid, bare].map((page) => page.evaluate(() => window.paintTimes)));
    if (!own || !plain) return [];
    const paint = (times: typeof own): number[] => times.map((time) => time.paint);
    const dom = at(
      own.map((time) => time.dom),
      0.5,
    );
    const ratio = at(paint(own), 0.5) / at(paint(plain), 0.5);
    return [
      `key to painted total: median ${ms(at(paint(own), 0.5))}, p90 ${ms(at(paint(own), 0.9))} (in the document after ${ms(dom)}), n=${own.length}`,
      `bare page, one field and a sum: median ${ms(at(paint(plain), 0.5))}, p90 ${ms(at(paint(plain), 0.9))}; ratio ${ratio.toFixed(2)}`,
      `表三 mounted and painted: median ${ms(at(mounts, 0.5))}`,
    ];
  } finally {
    await browser.close();
  }
}
