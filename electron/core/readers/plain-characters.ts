// Characters that look like Chinese ones and are others -> the Chinese ones. Text taken from a PDF often has “⾏” (a radical) for “行”.
import type { RawBlock, RawCell, RawDocument } from '../../../shared/import/raw-document.ts';

/** Radicals that are characters of their own, of the block that has no compatibility mapping. */
const RADICALS =
  '⺁厂⺎兀⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺬示⺮竹⺯糸⺶羊⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟';
const TWINS = new Map(
  Array.from(RADICALS.matchAll(/(.)(.)/gu), ([, radical = '', char = '']) => [radical, char] as const),
);
const LOOKALIKE = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/** Kangxi radicals and compatibility ideographs have the character they stand for in Unicode itself. */
export const plainCharacters = (text: string): string =>
  text.replace(LOOKALIKE, (char) => TWINS.get(char) ?? char.normalize('NFKC'));

/** The document with the characters that a person would type. */
export function withPlainCharacters(document: RawDocument): RawDocument {
  return {
    ...document,
    ...(document.title === undefined ? {} : { title: plainCharacters(document.title) }),
    blocks: document.blocks.map(plainBlock),
  };
}

const plainBlock = (block: RawBlock): RawBlock =>
  block.kind === 'table'
    ? {
        ...block,
        rows: block.rows.map((row) => row.map((cell): RawCell => ({ ...cell, text: plainCharacters(cell.text) }))),
      }
    : { ...block, text: plainCharacters(block.text) };
