// Find and replace over all chapters and tables. Pure: occurrences with their surroundings, and the chapters after a replacement.
import { blockText, type ChapterBlock, type ChapterDoc } from '../../shared/model/chapter.ts';
import { showFigure } from '../../shared/model/number-cell.ts';
import { type CellId, cellIds, CHAPTER_KEYS, type ChapterKey, type Report } from '../../shared/model/report.ts';
import { replaceInBlock } from '../editor/replace-in-block.ts';

export interface Occurrence {
  readonly chapter: ChapterKey;
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

const AROUND = 14;

/** Every place where the words stand, in order. Nothing is found for empty words. */
export function findText(report: Report, words: string): readonly Occurrence[] {
  if (words === '') return [];
  return CHAPTER_KEYS.flatMap((chapter) =>
    report.chapters[chapter].content.flatMap((block, index) => placesIn(blockText(block), words, chapter, index)),
  );
}

function placesIn(text: string, words: string, chapter: ChapterKey, block: number): readonly Occurrence[] {
  const found: Occurrence[] = [];
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + words.length)) {
    const to = from + words.length;
    const before = text.slice(Math.max(0, from - AROUND), from);
    found.push({ chapter, block, from, to, before, text: words, after: text.slice(to, to + AROUND) });
  }
  return found;
}

/** A chapter with some of its occurrences replaced; bold text stays bold. */
export function replaceText(doc: ChapterDoc, occurrences: readonly Occurrence[], text: string): ChapterDoc {
  // from the back, so that the places of the others stay right
  const ordered = occurrences.toSorted((left, right) => right.block - left.block || right.from - left.from);
  const content: ChapterBlock[] = [...doc.content];
  for (const one of ordered) {
    const block = content[one.block];
    if (block && blockText(block).slice(one.from, one.to) === one.text)
      content[one.block] = replaceInBlock(block, one, text);
  }
  return { ...doc, content };
}

/** The cells that show this very figure, or whose note or unread text holds the words. */
export function findCells(report: Report, words: string): readonly CellId[] {
  const wanted = words.trim();
  if (wanted === '') return [];
  return cellIds(report.cells).filter((id) => {
    const cell = report.cells[id];
    if (!cell) return false;
    return cell.value === wanted || (!/^\d+$/.test(wanted) && showFigure(cell).includes(wanted));
  });
}
