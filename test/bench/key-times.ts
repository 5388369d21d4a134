// What the benchmarks of the window share: times from a key press to the painted screen, a bare page to hold them against, tasks that hold
// the window up.
import type { Page } from 'playwright-core';

export const KEYS_A_ROUND = 12;

declare global {
  interface Window {
    /** Milliseconds from each Enter to its new total in the document and on the screen. */
    paintTimes: { dom: number; paint: number }[];
  }
}

/** Measures every Enter from the event's own time stamp until the frame with the new total has been painted. */
export function watchEnter(page: Page, total: string): Promise<void> {
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
export async function press(page: Page, field: string, seed: number): Promise<void> {
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

export const BARE = `<!doctype html><table><tr><td><input id="field" value="1"></td><td id="total">1</td></tr></table><script>
const field = document.getElementById('field');
field.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') document.getElementById('total').textContent = String(41 + Number(field.value));
});
</script>`;

const sorted = (times: readonly number[]): number[] => times.toSorted((left, right) => left - right);
export const at = (times: readonly number[], share: number): number =>
  sorted(times)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
export const ms = (time: number): string => `${time.toFixed(1)} ms`;

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time, in microseconds. */
  readonly tdur?: number;
}

/** The longest tasks of the page's main thread. */
export interface TaskWatch {
  /** Milliseconds of every task since the last lap that took the processor for more than 50 ms. */
  lap(): Promise<readonly number[]>;
}

/** Watches by processor time: on a busy machine any task may stand still for longer. */
export async function watchTasks(page: Page): Promise<TaskWatch> {
  const session = await page.context().newCDPSession(page);
  let events: TraceEvent[] = [];
  // what the browser promises of this event
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const begin = async (): Promise<void> => {
    events = [];
    await session.send('Tracing.start', { transferMode: 'ReportEvents', categories: 'toplevel,blink.user_timing' });
    await page.evaluate(() => void performance.mark('bench-lap'));
  };
  await begin();
  return {
    async lap() {
      const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
      await session.send('Tracing.end');
      await complete;
      const mark = events.find(({ name }) => name === 'bench-lap');
      const tasks = events
        .filter(({ name, pid, tid }) => name.endsWith('RunTask') && pid === mark?.pid && tid === mark.tid)
        .map(({ tdur = 0 }) => tdur / 1000);
      await begin();
      return tasks.filter((time) => time > 50);
    },
  };
}
