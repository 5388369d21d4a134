// Chapter titles that stand at the end of the paragraph before (“……联系电话。一、总体情况”) -> paragraphs of their own.
import type { FormEdition } from '../editions/types.ts';
import { squeeze } from './labels.ts';
import type { RawBlock } from './raw-document.ts';

export function withoutGluedTitles(edition: FormEdition, blocks: readonly RawBlock[]): readonly RawBlock[] {
  const titles = edition.chapters.flatMap(({ number, title, titleVariants }) =>
    [title, ...titleVariants].map((text) => `${number}、${text}`),
  );
  return blocks.flatMap((block): RawBlock[] => {
    if (block.kind === 'table') return [block];
    const at = block.text.search(/(?<=[。！；）)]\s*)[一二三四五六]、[^。；]{2,30}$/);
    if (at <= 0) return [block];
    const rest = squeeze(block.text.slice(at));
    if (!titles.some((title) => rest === title || rest === `${title}。`)) return [block];
    return [
      { ...block, text: block.text.slice(0, at).trim() },
      { kind: 'paragraph', text: rest, place: block.place },
    ];
  });
}
