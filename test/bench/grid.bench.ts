// From a key press in 表三 to its painted total, against a bare page in the same browser: a plain table with one field and a sum.
import { openGridBrowser, ORIGIN } from '../grid/browser.ts';
import { numbered, tableOf } from '../grid/samples.ts';
import { at, BARE, ms, press, watchEnter } from './key-times.ts';

const ROUNDS = 8;
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
