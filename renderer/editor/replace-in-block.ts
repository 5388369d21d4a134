// Replacing characters inside a paragraph or heading without touching the rest of it.
import type { ChapterBlock, TextNode } from '../../shared/model/chapter.ts';

/** A block with the characters from `from` to `to` replaced; each run keeps its marks, the new text takes those of the first. Pure. */
export function replaceInBlock(
  block: ChapterBlock,
  place: { readonly from: number; readonly to: number },
  text: string,
): ChapterBlock {
  let at = 0;
  let written = false;
  const content = (block.content ?? []).flatMap((node): TextNode[] => {
    const from = Math.max(place.from - at, 0);
    const to = Math.max(Math.min(place.to - at, node.text.length), 0);
    at += node.text.length;
    if (from >= node.text.length || to <= from) return [node];
    const put = written ? '' : text;
    written = true;
    const next = node.text.slice(0, from) + put + node.text.slice(to);
    return next === '' ? [] : [{ ...node, text: next }];
  });
  return { ...block, content };
}
