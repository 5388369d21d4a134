// The grid in a real browser: what a person who knows Excel and WPS expects of keys, mouse, input method and clipboard.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { carryForward } from '../../shared/editions/carry-forward.ts';
import type { TableId } from '../../shared/editions/types.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import type { PageLog, PageSetup } from '../bench/grid-page/page-api.ts';
import { type GridBrowser, openGridBrowser, ORIGIN } from './browser.ts';
import { numbered, reportWith, tableOf } from './samples.ts';

let browser: GridBrowser;
let page: Page;
let context: BrowserContext;
let cdp: CDPSession;
const problems: string[] = [];

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

const SETUP: Omit<PageSetup, 'report' | 'table'> = {
  previous: null,
  readOnly: false,
  showPrevious: false,
  confirm: true,
  checks: false,
};
const show = (report: Report, table: TableId, setup: Partial<PageSetup> = {}): Promise<void> =>
  page.evaluate((given) => window.gridPage.show(given), { ...SETUP, report, table, ...setup });
const log = (): Promise<PageLog> => page.evaluate(() => window.gridPage.log());

/** The report that the page shows: table 三 of the 2021 form with every figure filled in. */
const sample = numbered('2021');
let shown: Report = sample;

beforeEach(async () => {
  shown = sample;
  await show(sample, 'applications');
});

const A = (name: string): CellId => `applications.${name}` as CellId; // tests name cells by row and column
const domId = (cell: CellId): string => {
  const [table] = cell.split('.') as [TableId]; // a cell id begins with its table
  return tableOf(shown.edition, table).layout.byId.get(cell)?.domId ?? `no cell ${cell}`;
};
const box = (cell: CellId) => page.locator(`#${domId(cell)}`);
const textOf = async (cell: CellId): Promise<string> => {
  const field = box(cell).locator('input');
  return (await field.count()) > 0 ? field.inputValue() : box(cell).locator('.grid-text').innerText();
};
const texts = async (...cells: readonly CellId[]): Promise<string[]> => Promise.all(cells.map(textOf));
const click = (cell: CellId, options: { readonly modifiers?: ['Shift'] } = {}): Promise<void> =>
  box(cell).click({ position: { x: 30, y: 13 }, ...options });
const keys = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.keyboard.press(name);
};
const type = (text: string): Promise<void> => page.keyboard.type(text);
/** The cell that holds the focus; null outside the grid. */
const focused = (): Promise<string | null> =>
  page.evaluate(() => {
    const cell = document.activeElement?.closest('td');
    return cell?.id ?? null;
  });
const hint = (): Promise<string> =>
  page.locator('.grid-hint').evaluateAll((all) => all.map((one) => one.textContent).join());
const center = async (cell: CellId): Promise<[number, number]> => {
  const bounds = await box(cell).boundingBox();
  if (!bounds) throw new Error(`${cell} is not on the page`);
  return [bounds.x + bounds.width / 2, bounds.y + bounds.height / 2];
};

const excelHtml = (rows: readonly (readonly string[])[]): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet></head><body><table><!--StartFragment-->${rows
    .map((row) => `<tr>${row.map((text) => `<td align=right class=xl65>${text}</td>`).join('')}</tr>`)
    .join('')}<!--EndFragment--></table></body></html>`;

/** Puts on the clipboard what Excel puts there, from another page. */
async function copyFromExcel(rows: readonly (readonly string[])[], html = excelHtml(rows)): Promise<void> {
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

const clipboard = (): Promise<Record<string, string>> =>
  page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const entries = (item?.types ?? []).map(async (kind) => [kind, await (await item?.getType(kind))?.text()] as const);
    return Object.fromEntries(await Promise.all(entries)) as Record<string, string>;
  });

describe('typing', () => {
  test('replaces the figure, Enter goes down, and the totals follow at once', async () => {
    const before = Number(await textOf(A('granted.total')));
    await click(A('granted.natural'));
    expect(await focused()).toBe(domId(A('granted.natural')));
    await type('12');
    await keys('Enter');
    const old = Number(sample.cells[A('granted.natural')]?.value);
    expect(await texts(A('granted.natural'), A('granted.total'))).toEqual(['12', String(before - old + 12)]);
    expect(await focused()).toBe(domId(A('partial.natural')));
    await keys('Shift+Enter');
    expect(await focused()).toBe(domId(A('granted.natural')));
  });

  test('three digits in a row without a pause all arrive', async () => {
    await click(A('granted.natural'));
    await page.keyboard.type('987654', { delay: 0 });
    await keys('Enter');
    expect(await textOf(A('granted.natural'))).toBe('987654');
  });

  test('an arrow commits what was typed and moves', async () => {
    await click(A('granted.natural'));
    await type('7');
    await keys('ArrowRight');
    expect(await textOf(A('granted.natural'))).toBe('7');
    expect(await focused()).toBe(domId(A('granted.company')));
  });

  test('full-width digits and separators are shown as typed and read as the figure', async () => {
    await click(A('granted.natural'));
    await page.keyboard.insertText('１，０３３');
    expect(await textOf(A('granted.natural'))).toBe('１，０３３');
    await keys('Enter');
    expect(await textOf(A('granted.natural'))).toBe('1033');
    const { report } = await log();
    expect(report.cells[A('granted.natural')]).toMatchObject({
      value: '1033',
      raw: '１，０３３',
      source: { kind: 'typed' },
    });
  });

  test('a note after the figure is kept with it', async () => {
    await click(A('granted.natural'));
    await page.keyboard.insertText('22（其中修订16件）');
    await keys('Enter');
    const { report } = await log();
    expect(report.cells[A('granted.natural')]).toMatchObject({ value: '22', note: '其中修订16件' });
    expect(await textOf(A('granted.natural'))).toBe('22（其中修订16件）');
  });

  test('leaving the table commits', async () => {
    await click(A('granted.natural'));
    await type('8');
    await page.getByRole('button', { name: '后' }).click();
    expect(await textOf(A('granted.natural'))).toBe('8');
  });

  test('the same text again is no edit', async () => {
    await click(A('granted.natural'));
    await type((await textOf(A('granted.natural'))) || '0');
    await keys('Enter');
    expect((await log()).undoSteps).toBe(0);
  });
});

describe('what is no figure', () => {
  test('stays in the field with its reason; Esc brings the figure back', async () => {
    const before = await textOf(A('granted.natural'));
    await click(A('granted.natural'));
    await type('abc');
    await keys('Enter');
    expect(await textOf(A('granted.natural'))).toBe('abc');
    expect(await focused()).toBe(domId(A('granted.natural')));
    expect(await hint()).toContain('“abc”不是数字');
    expect(await page.getByRole('status').innerText()).toContain('“abc”不是数字');
    expect(await box(A('granted.natural')).locator('input').getAttribute('aria-invalid')).toBe('true');
    await keys('Escape');
    expect(await textOf(A('granted.natural'))).toBe(before);
    expect((await log()).undoSteps).toBe(0);
  });

  test.each([
    ['3.5', '必须是整数'],
    ['-3', '不能是负数'],
    ['3件', '带有单位“件”'],
    ['1 28', '中的数字之间有空格'],
  ])('%s is refused: %s', async (text, reason) => {
    await click(A('granted.natural'));
    await type(text);
    await keys('Tab');
    expect(await hint()).toContain(reason);
    expect(await focused()).toBe(domId(A('granted.natural')));
    await keys('Escape');
  });

  test('cannot be left by a click on another cell, and the rest is not lost on leaving the table', async () => {
    await click(A('granted.natural'));
    await type('abc');
    await click(A('partial.company'));
    expect(await focused()).toBe(domId(A('granted.natural')));
    await page.getByRole('button', { name: '后' }).click();
    expect(await textOf(A('granted.natural'))).toBe('abc');
    expect((await log()).messages.at(-1)).toContain('“abc”没有填入');
    await click(A('granted.natural'));
    await keys('Control+a');
    await type('5');
    await keys('Enter');
    expect(await textOf(A('granted.natural'))).toBe('5');
  });
});

describe('editing', () => {
  test('F2 puts the caret at the end, arrows move it, Enter commits', async () => {
    await click(A('granted.natural'));
    await type('14');
    await keys('Enter', 'ArrowUp', 'F2', 'ArrowLeft');
    await type('9');
    await keys('Enter');
    expect(await textOf(A('granted.natural'))).toBe('194');
    expect(await focused()).toBe(domId(A('partial.natural')));
  });

  test('F2 and Esc changes nothing', async () => {
    const before = await textOf(A('granted.natural'));
    await click(A('granted.natural'));
    await keys('F2');
    await type('5');
    await keys('Escape');
    expect(await textOf(A('granted.natural'))).toBe(before);
    expect(await focused()).toBe(domId(A('granted.natural')));
  });

  test('a double click edits', async () => {
    const before = await textOf(A('granted.natural'));
    await box(A('granted.natural')).dblclick();
    await type('5');
    await keys('Enter');
    expect(await textOf(A('granted.natural'))).toBe(`${before}5`);
  });

  test('Delete empties, undo brings back, redo empties again', async () => {
    const before = await textOf(A('partial.natural'));
    await click(A('partial.natural'));
    await keys('Delete');
    expect(await textOf(A('partial.natural'))).toBe('');
    expect((await log()).report.cells[A('partial.natural')]?.state).toBe('blank');
    await keys('Control+z');
    expect(await textOf(A('partial.natural'))).toBe(before);
    await keys('Control+y');
    expect(await textOf(A('partial.natural'))).toBe('');
    await keys('Control+z', 'Control+Shift+z');
    expect(await textOf(A('partial.natural'))).toBe('');
  });

  test('Ctrl+Z while typing takes back the typing only', async () => {
    const before = await textOf(A('granted.natural'));
    await click(A('partial.natural'));
    await type('3');
    await keys('Enter');
    await click(A('granted.natural'));
    await type('99');
    await keys('Control+z');
    expect(await texts(A('granted.natural'), A('partial.natural'))).toEqual([before, '3']);
  });

  test('a computed total refuses typing and says why; its own figures stay', async () => {
    const before = await textOf(A('granted.total'));
    await click(A('granted.total'));
    await type('9');
    await keys('Delete');
    expect(await textOf(A('granted.total'))).toBe(before);
    expect(await hint()).toContain('由程序自动计算');
    expect((await log()).undoSteps).toBe(0);
  });

  test('totals of an imported report can be typed in', async () => {
    await show({ ...sample, status: 'imported' }, 'applications');
    await click(A('granted.total'));
    await type('9');
    await keys('Enter');
    expect(await textOf(A('granted.total'))).toBe('9');
  });

  test('a final report can be read and copied, and not changed', async () => {
    await show({ ...sample, status: 'final' }, 'applications');
    const before = await textOf(A('granted.natural'));
    await click(A('granted.natural'));
    await type('9');
    await keys('Delete', 'Control+d');
    await copyFromExcel([['1']]);
    await keys('Control+v');
    expect(await textOf(A('granted.natural'))).toBe(before);
    expect(await hint()).toContain('已定稿');
    await keys('Control+c');
    expect((await clipboard())['text/plain']).toBe(before);
    expect((await log()).undoSteps).toBe(0);
  });
});

describe('an input method on a selected cell', () => {
  // simulated: keydown 229, compositions, commit; a real one is gentler or harsher by its own habits
  const compose = async (wait: number): Promise<void> => {
    const down = async (code: string): Promise<void> => {
      await cdp.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        windowsVirtualKeyCode: 229,
        nativeVirtualKeyCode: 229,
        key: 'Process',
        code,
      });
      await page.waitForTimeout(wait);
    };
    await down('Digit4');
    await cdp.send('Input.imeSetComposition', { text: '４', selectionStart: 1, selectionEnd: 1 });
    await page.waitForTimeout(30);
    await down('Digit5');
    await cdp.send('Input.imeSetComposition', { text: '４５', selectionStart: 2, selectionEnd: 2 });
    await page.waitForTimeout(30);
    // the Enter that ends the composition belongs to the input method
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      windowsVirtualKeyCode: 229,
      nativeVirtualKeyCode: 229,
      key: 'Enter',
      code: 'Enter',
    });
    expect(await focused()).toBe(domId(A('granted.company')));
    await cdp.send('Input.insertText', { text: '４５' });
    await page.waitForTimeout(50);
  };

  test.each([0, 60, 200])(
    'replaces the figure with what it composes, with %i ms between key and composition',
    async (wait) => {
      await click(A('granted.company'));
      await compose(wait);
      expect(await textOf(A('granted.company'))).toBe('４５');
      await keys('Enter');
      expect(await textOf(A('granted.company'))).toBe('45');
      expect(await focused()).toBe(domId(A('partial.company')));
    },
  );

  test('that composes words leaves them in the field with the reason', async () => {
    await click(A('granted.company'));
    await cdp.send('Input.imeSetComposition', { text: 'wu', selectionStart: 2, selectionEnd: 2 });
    await cdp.send('Input.insertText', { text: '无' });
    await keys('Enter');
    expect(await textOf(A('granted.company'))).toBe('无');
    expect(await hint()).toContain('“无”不是数字');
    await keys('Escape');
  });
});

describe('going about', () => {
  test('arrows never enter a head, and cross the sections of 表二', async () => {
    await click(A('new.natural'));
    await keys('ArrowLeft', 'ArrowUp');
    expect(await focused()).toBe(domId(A('new.natural')));
    await show(sample, 'disclosure');
    await click('disclosure.normative.made');
    await keys('ArrowDown');
    expect(await focused()).toBe(domId('disclosure.license.decisions'));
    await keys('ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(await focused()).toBe(domId('disclosure.fee.amount'));
  });

  test('Tab goes over totals to the next row, Enter then back to where the Tabs began', async () => {
    await click(A('new.legal'));
    await keys('Tab', 'Tab');
    expect(await focused()).toBe(domId(A('carried_in.natural')));
    await keys('Enter');
    expect(await focused()).toBe(domId(A('granted.legal')));
  });

  test('Tab past the last figure and Shift+Tab before the first one leave the table', async () => {
    await click(A('carried_out.other'));
    await keys('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('后');
    await click(A('new.natural'));
    await keys('Shift+Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('前');
    await keys('Tab');
    expect(await focused()).toBe(domId(A('new.natural')));
  });

  test('Home, End, Ctrl+Home, Ctrl+End, Ctrl+arrow and pages', async () => {
    await click(A('granted.research'));
    const steps: readonly (readonly [string, CellId])[] = [
      ['Home', A('granted.natural')],
      ['End', A('granted.total')],
      ['Control+ArrowDown', A('carried_out.total')],
      ['Control+Home', A('new.natural')],
      ['Control+End', A('carried_out.total')],
      ['Control+ArrowLeft', A('carried_out.natural')],
    ];
    for (const [key, cell] of steps) {
      await keys(key);
      expect(await focused(), key).toBe(domId(cell));
    }
    await click(A('new.natural'));
    await keys('PageDown');
    const down = await focused();
    expect(down).not.toBe(domId(A('new.natural')));
    expect(down).not.toBe(domId(A('carried_out.natural')));
    await keys('PageUp');
    expect(await focused()).toBe(domId(A('new.natural')));
  });

  test('the active cell is scrolled into view below the frozen heads', async () => {
    await click(A('new.natural'));
    await keys('Control+End', 'Control+Home');
    const head = await page.locator('thead').boundingBox();
    const cell = await box(A('new.natural')).boundingBox();
    expect(cell?.y ?? 0).toBeGreaterThanOrEqual((head?.y ?? 0) + (head?.height ?? 0) - 1);
    await keys('Control+End');
    const scrolled = await page.locator('thead').boundingBox();
    expect(scrolled?.y).toBe(head?.y);
    const last = await box(A('carried_out.total')).boundingBox();
    const view = await page.locator('.grid-scroll').boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual((view?.y ?? 0) + (view?.height ?? 0));
  });

  test('the owner hears the active cell and the sum of a selection', async () => {
    await click(A('new.natural'));
    expect((await log()).active).toBe(A('new.natural'));
    await keys('Shift+ArrowRight', 'Shift+ArrowRight');
    const values = ['natural', 'company', 'research'].map((name) => Number(sample.cells[A(`new.${name}`)]?.value));
    const sum = values.reduce((all, value) => all + value, 0);
    expect((await log()).selection).toMatchObject({ count: 3, sum: String(sum), average: String(sum / 3) });
    expect((await log()).active).toBe(A('new.natural'));
    await keys('Escape');
    expect((await log()).selection).toBeNull();
  });

  test('a jump brings the cell into view, focuses it and flashes every cell of the equation', async () => {
    const cells = [A('new.natural'), A('carried_out.natural')] as const;
    await page.evaluate(([cell, all]) => window.gridPage.jump(cell, all), [cells[1], cells] as const);
    await page.waitForFunction((id) => document.activeElement?.closest('td')?.id === id, domId(cells[1]));
    expect(await page.locator('[class*=is-flash]').count()).toBe(2);
  });
});

describe('ranges', () => {
  test('by drag, by Shift and click, by Shift and arrows', async () => {
    await page.mouse.move(...(await center(A('granted.company'))));
    await page.mouse.down();
    await page.mouse.move(...(await center(A('partial.research'))), { steps: 3 });
    await page.mouse.move(...(await center(A('denied_state_secret.welfare'))), { steps: 3 });
    await page.mouse.up();
    expect(await page.locator('.is-selected').count()).toBe(9);
    expect(await focused()).toBe(domId(A('granted.company')));
    await click(A('new.natural'));
    await click(A('carried_in.company'), { modifiers: ['Shift'] });
    expect(await page.locator('.is-selected').count()).toBe(4);
    await keys('Shift+ArrowDown');
    expect(await page.locator('.is-selected').count()).toBe(6);
  });

  test('by a click on a head: the row, the column; Ctrl+A: everything', async () => {
    await page.getByRole('rowheader', { name: '2.重复申请' }).click();
    expect(await page.locator('.is-selected').count()).toBe(7);
    await page.getByRole('columnheader', { name: '科研机构' }).click();
    expect(await page.locator('.is-selected').count()).toBe(25);
    await keys('Control+a');
    expect(await page.locator('.is-selected').count()).toBe(175);
  });

  test('Delete of a range is one step and leaves the totals to the program', async () => {
    await click(A('granted.natural'));
    await keys('Shift+End', 'Delete');
    expect(await texts(A('granted.natural'), A('granted.other'), A('granted.total'))).toEqual(['', '', '']);
    expect((await log()).undoSteps).toBe(1);
    await keys('Control+z');
    expect(await textOf(A('granted.other'))).toBe(sample.cells[A('granted.other')]?.value);
  });

  test('typing in a range goes round in it with Enter', async () => {
    await click(A('granted.natural'));
    await keys('Shift+ArrowRight', 'Shift+ArrowDown');
    await type('1');
    await keys('Enter');
    await type('2');
    await keys('Enter');
    await type('3');
    await keys('Enter');
    expect(await texts(A('granted.natural'), A('partial.natural'), A('granted.company'))).toEqual(['1', '2', '3']);
    expect(await focused()).toBe(domId(A('partial.company')));
  });

  test('dragging past the edge scrolls on', async () => {
    await click(A('granted.natural'));
    const view = await page.locator('.grid-scroll').boundingBox();
    const [x, y] = await center(A('granted.natural'));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, (view?.y ?? 0) + (view?.height ?? 0) + 20, { steps: 4 });
    await page.waitForFunction(() => (document.querySelector('.grid-scroll')?.scrollTop ?? 0) > 100);
    await page.mouse.up();
    expect(await page.locator('.is-selected').count()).toBeGreaterThan(17);
  });
});

describe('copy and paste', () => {
  test('a copied block is on the clipboard as text and as a table', async () => {
    await click(A('granted.natural'));
    await keys('Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    const value = (name: string): string => sample.cells[A(name)]?.value ?? '';
    const copied = await clipboard();
    expect(copied['text/plain']).toBe(
      `${value('granted.natural')}\t${value('granted.company')}\r\n${value('partial.natural')}\t${value('partial.company')}`,
    );
    expect(copied['text/html']?.match(/<td>/g)).toHaveLength(4);
  });

  test('a copied blank cell makes the target blank', async () => {
    await click(A('granted.natural'));
    await keys('Delete', 'Control+c', 'ArrowDown', 'Control+v');
    expect(await textOf(A('partial.natural'))).toBe('');
  });

  test('cut takes the figures away in one step', async () => {
    const before = await textOf(A('granted.natural'));
    await click(A('granted.natural'));
    await keys('Control+x');
    expect(await textOf(A('granted.natural'))).toBe('');
    expect((await clipboard())['text/plain']).toBe(before);
    await keys('Control+z');
    expect(await textOf(A('granted.natural'))).toBe(before);
  });

  test('a block from Excel lands with full-width digits and separators read, and is one undo step', async () => {
    const cells = ['granted.natural', 'granted.company', 'granted.research', 'partial.natural'].map(A);
    const before = await texts(...cells);
    await copyFromExcel([
      ['31', '３２', '1,033'],
      ['41', '42', '43'],
    ]);
    await click(A('granted.natural'));
    await keys('Control+v');
    expect(await texts(...cells)).toEqual(['31', '32', '1033', '41']);
    expect((await log()).report.cells[A('granted.natural')]?.source.kind).toBe('pasted');
    expect(await page.locator('.is-selected').count()).toBe(6);
    await keys('Control+z');
    expect(await texts(...cells)).toEqual(before);
  });

  test('over a computed column leaves it computed, with a message', async () => {
    await copyFromExcel([['77', '20000']]);
    await show(reportWith('2021', {}), 'applications');
    await click(A('granted.other'));
    await keys('Control+v');
    await page.waitForFunction(() => window.gridPage.log().messages.length > 0);
    expect(await texts(A('granted.other'), A('granted.total'))).toEqual(['77', '77']);
    expect((await log()).asked[0]).toContain('粘贴的是20000，计算的是77');
  });

  test('a block whose shape does not fit is shown first, and not pasted on a no', async () => {
    await show(sample, 'applications', { confirm: false });
    const before = await textOf(A('carried_out.natural'));
    await copyFromExcel([['1'], ['2']]);
    await click(A('carried_out.natural'));
    await keys('Control+v');
    await page.waitForFunction(() => window.gridPage.log().asked.length > 0);
    expect((await log()).asked[0]).toContain('1个内容在本表中没有位置：“2”');
    expect(await textOf(A('carried_out.natural'))).toBe(before);
    expect(await focused()).toBe(domId(A('carried_out.natural')));
  });

  test('a block with the form’s labels finds its rows', async () => {
    await copyFromExcel([
      ['（五）不予处理', '1.信访举报投诉类申请', '56', '6', '0', '0', '0', '0', '62'],
      ['', '2.重复申请', '25', '0', '0', '0', '0', '0', '25'],
    ]);
    await click(A('new.natural'));
    await keys('Control+v');
    expect(
      await texts(A('rejected_petition.natural'), A('rejected_petition.total'), A('rejected_repeat.natural')),
    ).toEqual(['56', '62', '25']);
    expect(await textOf(A('new.natural'))).toBe(sample.cells[A('new.natural')]?.value);
    expect((await log()).messages[0]).toContain('按行名和列名对应');
  });

  test('text copied into a field that is being edited goes into the field', async () => {
    await copyFromExcel([['45']], '');
    await click(A('granted.natural'));
    await type('1');
    await keys('Control+v', 'Enter');
    expect(await textOf(A('granted.natural'))).toBe('145');
  });
});

describe('filling', () => {
  test('Ctrl+D fills down, in one step', async () => {
    await click(A('granted.research'));
    await keys('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    const value = sample.cells[A('granted.research')]?.value ?? '';
    expect(await texts(A('partial.research'), A('denied_state_secret.research'))).toEqual([value, value]);
    const { report, undoSteps } = await log();
    expect(report.cells[A('partial.research')]?.source.kind).toBe('filled');
    expect(undoSteps).toBe(1);
  });

  test('Ctrl+R fills to the right, leaves the total alone and says so', async () => {
    await click(A('granted.legal'));
    await keys('Shift+ArrowRight', 'Shift+ArrowRight', 'Control+r');
    expect(await textOf(A('granted.other'))).toBe(sample.cells[A('granted.legal')]?.value);
    expect((await log()).messages[0]).toContain('总计由程序自动计算');
  });

  test('the handle fills what it is dragged over, and undo takes it back', async () => {
    const cells = ['partial.company', 'denied_state_secret.company', 'denied_by_law.company'].map(A);
    const before = await texts(...cells);
    await click(A('granted.company'));
    const handle = await page.locator('.grid-handle').boundingBox();
    await page.mouse.move((handle?.x ?? 0) + 4, (handle?.y ?? 0) + 4);
    await page.mouse.down();
    await page.mouse.move(...(await center(A('partial.company'))), { steps: 3 });
    await page.mouse.move(...(await center(A('denied_by_law.company'))), { steps: 3 });
    await page.mouse.up();
    const value = sample.cells[A('granted.company')]?.value ?? '';
    expect(await texts(...cells)).toEqual([value, value, value]);
    await keys('Control+z');
    expect(await texts(...cells)).toEqual(before);
  });
});

describe('last year, proposals and findings', () => {
  const draft = carryForward({ ...sample, year: 2024 }, 2025).draft;

  test('last year’s figure and the change are under each cell on request', async () => {
    await show(draft, 'applications', { previous: sample });
    expect(await page.locator('.grid-previous').count()).toBe(0);
    await page.evaluate(() => window.gridPage.change({ showPrevious: true }));
    expect(await page.locator('.grid-previous').count()).toBe(175);
    await click(A('new.natural'));
    await type('100');
    await keys('Enter');
    const last = Number(sample.cells[A('new.natural')]?.value);
    expect(await box(A('new.natural')).locator('.grid-previous').innerText()).toBe(`${last}\n+${100 - last}`);
  });

  test('a proposed figure is marked until it is taken by Alt+Enter, by its button, or by typing', async () => {
    await show(draft, 'applications', { previous: sample });
    expect(await page.locator('.is-proposed').count()).toBe(7);
    await click(A('carried_in.natural'));
    expect(await hint()).toContain('核对后按 Alt+Enter 采用');
    await keys('Alt+Enter');
    expect(await page.locator('.is-proposed').count()).toBe(6);
    await box(A('carried_in.company')).hover();
    await box(A('carried_in.company')).getByRole('button').click();
    expect(await page.locator('.is-proposed').count()).toBe(5);
    await click(A('carried_in.research'));
    await keys('Shift+End', 'Alt+Enter');
    expect(await page.locator('.is-proposed').count()).toBe(0);
    expect((await log()).report.cells[A('carried_in.total')]).toMatchObject({
      value: sample.cells[A('carried_out.total')]?.value,
    });
  });

  test('a broken sum is marked, and says its equation on focus and on hover', async () => {
    const broken = reportWith('2021', { [A('new.natural')]: '29', [A('granted.natural')]: '28' });
    await show(broken, 'applications', { checks: true });
    expect(await page.locator('.has-error').count()).toBeGreaterThan(0);
    await click(A('new.natural'));
    expect(await hint()).toContain('29 ≠ 28');
    expect(await box(A('new.natural')).locator('input').getAttribute('aria-invalid')).toBe('true');
    await keys('Escape');
    expect(await hint()).toBe('');
    await click(A('partial.legal'));
    await box(A('new.natural')).hover();
    await page.waitForTimeout(600);
    await expect.poll(() => page.locator('.grid-hint').isVisible()).toBe(true);
    expect(await hint()).toContain('29 ≠ 28');
    await click(A('granted.natural'));
    await type('29');
    await keys('Enter');
    await expect.poll(() => page.locator('.has-error').count()).toBe(0);
  });
});

describe('for everyone', () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  test.each(['disclosure', 'applications', 'proceedings'] as const)('%s passes axe in every state', async (table) => {
    const draft = carryForward({ ...sample, year: 2024 }, 2025).draft;
    await show(draft, table, { previous: sample, showPrevious: true, checks: true });
    await page.locator('td').first().click();
    await page.keyboard.type('abc');
    await keys('Enter');
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const runner = window as unknown as {
        axe: { run(root: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }; // the script just run sets it
      const { violations } = await runner.axe.run('#root');
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
    expect(found).toEqual([]);
    await keys('Escape');
  });

  test('the accessibility tree is a grid with row and column heads, every cell named once', async () => {
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const count = (role: string): number => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
    expect([count('grid'), count('gridcell'), count('rowheader'), count('columnheader')]).toEqual([1, 175, 30, 10]);
    expect(count('textbox')).toBe(144);
    expect(count('status')).toBe(1);
    const field = box(A('denied_query.legal')).locator('input');
    expect(await field.getAttribute('aria-label')).toContain('8.属于行政查询事项');
    expect(await box(A('denied_query.legal')).getAttribute('aria-label')).toBeNull();
    const heads = (await box(A('denied_query.legal')).getAttribute('headers'))?.split(' ') ?? [];
    const said = await Promise.all(heads.map((id) => page.locator(`#${id}`).innerText()));
    expect(said.join('').replaceAll('\n', '')).toBe(
      '三、本年度办理结果（三）不予公开8.属于行政查询事项申请人情况法人或其他组织法律服务机构',
    );
  });

  test('all tables of both editions fit the work area without scrolling sideways at 100 %, and scroll with frozen heads at 150 %', async () => {
    for (const edition of ['2019', '2021'] as const) {
      for (const table of ['disclosure', 'applications', 'proceedings'] as const) {
        shown = numbered(edition);
        await show(shown, table);
        const wide = await page.locator('.grid-scroll').evaluate((one) => one.scrollWidth > one.clientWidth);
        expect([edition, table, wide]).toEqual([edition, table, false]);
      }
    }
    await show(sample, 'applications');
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '21px'));
    shown = sample;
    await click(A('new.natural'));
    await keys('End');
    const head = await page.getByRole('rowheader', { name: '一、本年新收政府信息公开申请数量' }).boundingBox();
    const view = await page.locator('.grid-scroll').boundingBox();
    expect(head?.x).toBe(view?.x);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  });

  test('nothing was written to the console', () => {
    expect(problems).toEqual([]);
  });
});
