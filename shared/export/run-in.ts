// Run-in headings of Chinese official prose: “（一）主动公开情况。全年…” opens with a heading that is set in 楷体.
import type { LayoutRun } from './layout-document.ts';

/** （一） … （二十）, then at most 32 characters up to the first full stop. A longer first sentence is an ordinary sentence. */
const OPENING = /^[（(][一二三四五六七八九十]{1,3}[）)][^。！？；\n]{1,32}(?:。|$)/;

/** The heading at the start of a paragraph, or ''. */
const runInHeading = (text: string): string => OPENING.exec(text)?.[0] ?? '';

/** Whether the whole paragraph is such a heading, standing alone and without a full stop. */
export const isHeadingLine = (text: string): boolean => {
  const heading = runInHeading(text);
  return heading !== '' && heading === text && !heading.endsWith('。');
};

/** The runs with the opening heading marked; other marks are kept. */
export function markRunIn(runs: readonly LayoutRun[]): LayoutRun[] {
  let left = runInHeading(runs.map((run) => run.text).join('')).length;
  return runs.flatMap((run): LayoutRun[] => {
    if (left === 0) return [run];
    const head = run.text.slice(0, left);
    const rest = run.text.slice(left);
    left -= head.length;
    return [{ ...run, text: head, runIn: true }, ...(rest ? [{ ...run, text: rest }] : [])];
  });
}
