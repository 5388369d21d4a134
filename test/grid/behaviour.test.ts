// The grid in a real browser: typing, refusals, editing, the input method.
import { describe, expect, test } from 'vitest';
import {
  page,
  cdp,
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
  hint,
  clipboard,
  copyFromExcel,
  usesGridPage,
} from './person.ts';

usesGridPage();

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
