// Numbers of headings, which are part of their text: （一）, 1., （1）. Pure.
import { blockText, type ChapterBlock, type ChapterDoc, type HeadingNode } from '../../shared/model/chapter.ts';

export type HeadingLevel = HeadingNode['attrs']['level'];

const DIGITS = '零一二三四五六七八九';

/** 一 … 九十九. */
export function chineseNumber(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`;
}

function headingNumber(level: HeadingLevel, index: number): string {
  if (level === 1) return `（${chineseNumber(index)}）`;
  return level === 2 ? `${index}.` : `（${index}）`;
}

const NUMBER =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]、?|[（(]\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]{1,3}、)\s*/;

/** The text of a heading without its number. */
export const withoutNumber = (text: string): string => text.replace(NUMBER, '');

/** The number of characters that the number of a heading takes. */
export const numberLength = (text: string): number => text.length - withoutNumber(text).length;

/** The right number for each heading of a chapter, by block; undefined for paragraphs. */
export function headingNumbers(blocks: readonly ChapterBlock[]): readonly (string | undefined)[] {
  const counts = [0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.type !== 'heading') return undefined;
    const { level } = block.attrs;
    counts[level] = (counts[level] ?? 0) + 1;
    counts.fill(0, level + 1);
    return headingNumber(level, counts[level]);
  });
}

/** The chapter with its headings numbered in order; the same object where nothing changes. */
export function renumbered(doc: ChapterDoc): ChapterDoc {
  const numbers = headingNumbers(doc.content);
  const content = doc.content.map((block, index) => {
    const number = numbers[index];
    const text = blockText(block);
    if (number === undefined || text.startsWith(number)) return block;
    const [first, ...rest] = block.content ?? [];
    const skipped = numberLength(text);
    const node = first
      ? { ...first, text: number + first.text.slice(skipped) }
      : { type: 'text' as const, text: number };
    return { ...block, content: [node, ...rest] };
  });
  return content.every((block, index) => block === doc.content[index]) ? doc : { ...doc, content };
}
