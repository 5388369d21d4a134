// The grid in a real browser: last year, proposals, findings, and what assistive technology and small windows get.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { carryForward } from '../../shared/carry/carry-forward.ts';
import {
  page,
  cdp,
  problems,
  show,
  log,
  sample,
  A,
  box,
  click,
  keys,
  type,
  hint,
  hintOnTop,
  usesGridPage,
} from './person.ts';
import { numbered, reportWith } from './samples.ts';

usesGridPage();

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
    expect(await hintOnTop()).toBe(true);
    expect(await box(A('new.natural')).locator('input').getAttribute('aria-invalid')).toBe('true');
    await keys('Escape');
    expect(await hint()).toBe('');
    await click(A('partial.legal'));
    await box(A('new.natural')).hover();
    await page.waitForTimeout(600);
    await expect.poll(() => page.locator('.grid-hint-text').isVisible()).toBe(true);
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
        await show(numbered(edition), table);
        const wide = await page.locator('.grid-scroll').evaluate((one) => one.scrollWidth > one.clientWidth);
        expect([edition, table, wide]).toEqual([edition, table, false]);
      }
    }
    await show(sample, 'applications');
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '21px'));
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
