// The grid in a real browser: copying, cutting, pasting, filling.
import { describe, expect, test } from 'vitest';
import {
  page,
  show,
  log,
  sample,
  A,
  domId,
  textOf,
  texts,
  click,
  keys,
  type,
  focused,
  center,
  clipboard,
  copyFromExcel,
  usesGridPage,
} from './person.ts';
import { reportWith } from './samples.ts';

usesGridPage();

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
    const handle = await page.locator('.is-corner > .grid-handle').boundingBox();
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
