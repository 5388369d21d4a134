// What a person does on the grid's page and sees there, for the tests in a real browser.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { TableId } from '../../shared/editions/types.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import type { PageLog, PageSetup } from '../bench/grid-page/page-api.ts';
import { type GridBrowser, openGridBrowser, ORIGIN } from './browser.ts';
import { numbered, tableOf } from './samples.ts';

let browser: GridBrowser;
// the one page of a test file, set before its first test
export let page: Page;
export let context: BrowserContext;
export let cdp: CDPSession;
export const problems: string[] = [];

/** One browser for the test file; each test begins with table 三 of the 2021 form, every figure filled in. */
export function usesGridPage(): void {
  beforeAll(async () => {
    browser = await openGridBrowser();
    ({ page, context } = await browser.open());
    cdp = await context.newCDPSession(page);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
  }, 120_000);

  afterAll(() => browser.close());
  beforeEach(async () => {
    showing = sample;
    await show(sample, 'applications');
  });
}

const SETUP: Omit<PageSetup, 'report' | 'table'> = {
  previous: null,
  readOnly: false,
  showPrevious: false,
  confirm: true,
  checks: false,
};
export const show = (report: Report, table: TableId, setup: Partial<PageSetup> = {}): Promise<void> => {
  showing = report;
  return page.evaluate((given) => window.gridPage.show(given), { ...SETUP, report, table, ...setup });
};
export const log = (): Promise<PageLog> => page.evaluate(() => window.gridPage.log());

/** The report that the page shows: table 三 of the 2021 form with every figure filled in. */
export const sample = numbered('2021');
let showing: Report = sample;

export const A = (name: string): CellId => `applications.${name}` as CellId; // tests name cells by row and column
export const domId = (cell: CellId): string => {
  const [table] = cell.split('.') as [TableId]; // a cell id begins with its table
  return tableOf(showing.edition, table).layout.byId.get(cell)?.domId ?? `no cell ${cell}`;
};
export const box = (cell: CellId) => page.locator(`#${domId(cell)}`);
export const textOf = async (cell: CellId): Promise<string> => {
  const field = box(cell).locator('input');
  return (await field.count()) > 0 ? field.inputValue() : box(cell).locator('.grid-text').innerText();
};
export const texts = async (...cells: readonly CellId[]): Promise<string[]> => Promise.all(cells.map(textOf));
export const click = (cell: CellId, options: { readonly modifiers?: ['Shift'] } = {}): Promise<void> =>
  box(cell).click({ position: { x: 30, y: 13 }, ...options });
export const keys = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.keyboard.press(name);
};
export const type = (text: string): Promise<void> => page.keyboard.type(text);
/** The cell that holds the focus; null outside the grid. */
export const focused = (): Promise<string | null> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('td');
    return cell?.id ?? null;
  });
/** What the hint says, as far as it is to be seen; it comes after a rest on the cell. */
export const hint = async (): Promise<string> => {
  await page.waitForTimeout(400);
  return page
    .locator('.grid-hint-text')
    .evaluateAll((all) =>
      all.flatMap((one) => (one.checkVisibility({ visibilityProperty: true }) ? one.textContent : [])).join(),
    );
};
/** Nothing lies over the hint, also not the frozen heads. */
export const hintOnTop = (): Promise<boolean> =>
  page.evaluate(() => {
    const text = document.querySelector<HTMLElement>('.grid-hint-text');
    if (!text) return false;
    const { left, top, right, bottom } = text.getBoundingClientRect();
    const around = text.parentElement?.style;
    if (around) around.pointerEvents = 'auto'; // what takes no clicks is not found by its place
    const corners = [left + 4, right - 4].flatMap((x) =>
      [top + 4, bottom - 4].map((y) => document.elementFromPoint(x, y)),
    );
    if (around) around.pointerEvents = '';
    return corners.every((found) => found !== null && text.contains(found));
  });
export const center = async (cell: CellId): Promise<[number, number]> => {
  const bounds = await box(cell).boundingBox();
  if (!bounds) throw new Error(`${cell} is not on the page`);
  return [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
};

const excelHtml = (rows: readonly (readonly string[])[]): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body><table><!--StartFragment-->${rows
    .map((row) => `<tr>${row.map((text) => `<td align=right class=xl65>${text}</td>`).join('')}</tr>`)
    .join('')}<!--EndFragment--></table></body></html>`;

/** Puts on the clipboard what Excel puts there, from another page. */
export async function copyFromExcel(rows: readonly (readonly string[])[], html = excelHtml(rows)): Promise<void> {
  const other = await context.newPage();
  await other.goto(`${ORIGIN}/`);
  await other.evaluate(
    ([text, markup]) => {
      const put = (event: ClipboardEvent): void => {
        event.preventDefault();
        event.stopImmediatePropagation();
        event.clipboardData?.setData('text/plain', text);
        event.clipboardData?.setData('text/html', markup);
      };
      document.addEventListener('copy', put, { once: true, capture: true });
    },
    [rows.map((row) => `${row.join('\t')}\r\n`).join(''), html] as const,
  );
  await other.keyboard.press('Control+c');
  await other.close();
  await page.bringToFront();
}

export const clipboard = (): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const entries = (item?.types ?? []).map(async (kind) => [kind, await (await item?.getType(kind))?.text()] as const);
    return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
  });
