// What the window loads to start: not the text editor and not the reader of PDF, which come when they are wanted or in a quiet moment.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { page, usesWindow } from './harness/person.ts';

const built = resolve(import.meta.dirname, '../../out/renderer');

/** The scripts that the page asks for, and all that they import at once. */
function startScripts(): ReadonlySet<string> {
  const page = readFileSync(join(built, 'index.html'), 'utf8');
  const found = new Set([...page.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, file = '']) => file));
  for (const file of found) {
    const text = readFileSync(join(built, file), 'utf8');
    for (const [, other = ''] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
      found.add(join(dirname(file), other));
  }
  return found;
}

test('the window starts without the text editor and the reader of PDF', () => {
  const texts = [...startScripts()].map((file) => readFileSync(join(built, file), 'utf8'));
  expect(texts.length).toBeGreaterThan(1);
  for (const mark of ['ProseMirror', 'pdf.worker']) expect(texts.filter((text) => text.includes(mark))).toEqual([]);
});

usesWindow();

test('the screens are there before anyone goes to them, and then come up without a waiting sign', async () => {
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/signoff-view-')),
  );
  await page.keyboard.press('Control+o');
  const chapter = page.locator('.outline-item', { hasText: '总体情况' });
  await chapter.waitFor();
  const shown = await chapter.evaluate(async (item: HTMLElement) => {
    item.click();
    await Promise.resolve(); // React draws what a click changes at the end of the task
    return ['.narrative', '.work-waiting'].map((part) => document.querySelector(part) !== null);
  });
  expect(shown).toEqual([true, false]);
});
