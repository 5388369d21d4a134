// Which chapter titles begin a page in the Word file. A table that fills a page begins one with its title, and where the next table
// cannot follow on that page its title begins the next: not every program keeps the rows of a table together, or with their title.
import type { LayoutBlock } from '../../../shared/export/layout-document.ts';
import { AREAS, heightOf, isTall } from '../../../shared/export/set-table.ts';
import { widthOf } from '../../../shared/export/title-lines.ts';
import { LINE } from './docx-styles.ts';
import { wordSetting } from './docx-table.ts';

/** A line of text in points, and the full-width characters that it holds. */
const LINE_POINTS = LINE / 20;
const CHARACTERS = 28;
/** What the faces of the office's computer may add to a page, in points. */
const SPARE = 40;

/** For each block: whether it is a chapter title that begins a page. */
export function pageStarts(blocks: readonly LayoutBlock[]): readonly boolean[] {
  /** Height used of a page whose beginning is known. */
  let used: number | null = null;
  return blocks.map((block, index) => {
    const table = block.kind === 'chapter-title' ? blocks[index + 1] : undefined;
    if (table?.kind !== 'table') {
      if (used !== null && block.kind !== 'table') used = onSamePage(used + linesOf(block) * LINE_POINTS);
      return false;
    }
    const setting = wordSetting(table);
    const height = heightOf(setting);
    const starts = isTall(table) || (used !== null && used + height > AREAS[setting.page].height - SPARE);
    used = starts ? height : used === null ? null : used + height;
    return starts;
  });
}

const onSamePage = (used: number): number | null => (used > AREAS.portrait.height ? null : used);

const linesOf = (block: Exclude<LayoutBlock, { readonly kind: 'table' }>): number =>
  block.kind === 'paragraph'
    ? Math.ceil((2 + widthOf(block.runs.map(({ text }) => text).join(''))) / CHARACTERS)
    : Math.ceil((2 + widthOf(block.text)) / CHARACTERS);
