// The grid in a real browser: going about by keys, selecting ranges by keys and mouse.
import { describe, expect, test } from 'vitest';
import type { CellId } from '../../shared/model/report.ts';
import {
  page,
  show,
  log,
  sample,
  A,
  domId,
  box,
  textOf,
  texts,
  click,
  keys,
  type,
  focused,
  center,
  usesGridPage,
} from './person.ts';

usesGridPage();

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
    await keys('Enter');
    expect(await focused(), 'after the last cell of the range comes its first').toBe(domId(A('granted.natural')));
    await keys('Tab', 'Tab', 'Tab');
    expect(await focused()).toBe(domId(A('partial.company')));
    await keys('Tab');
    expect(await focused(), 'Tab goes on at the end of the range').toBe(domId(A('partial.research')));
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
