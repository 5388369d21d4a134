// A chapter of last year's prose as this year's draft: its years moved on where that is certain, everything else word for word.
import { blockText, type ChapterBlock, type ChapterDoc } from '../model/chapter.ts';
import { moveYears, type YearMark } from './years.ts';

export interface BlockYearMark extends YearMark {
  /** Place of the block in its chapter. */
  readonly block: number;
}

export interface MovedChapter {
  readonly doc: ChapterDoc;
  readonly marks: readonly BlockYearMark[];
}

/** Moves the years of a chapter on where that is certain; `marks` tell which were moved and which a person must look at. */
export function moveChapterYears(doc: ChapterDoc, fromYear: number, toYear: number): MovedChapter {
  const moved = doc.content.map((block) => moveBlock(block, fromYear, toYear));
  return {
    doc: { type: 'doc', content: moved.map(({ block }) => block) },
    marks: moved.flatMap(({ marks }, block) => marks.map((mark) => ({ ...mark, block }))),
  };
}

/** A year may be half bold: the whole text is moved, then cut again where its pieces were. */
function moveBlock(
  block: ChapterBlock,
  fromYear: number,
  toYear: number,
): { block: ChapterBlock; marks: readonly YearMark[] } {
  const { text, marks } = moveYears(blockText(block), fromYear, toYear);
  if (!block.content || !marks.some(({ kind }) => kind === 'moved')) return { block, marks };
  let at = 0;
  const content = block.content.map((node) => {
    const piece = text.slice(at, at + node.text.length);
    at += node.text.length;
    return { ...node, text: piece };
  });
  return { block: { ...block, content }, marks };
}
