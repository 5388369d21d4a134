// Chapter titles that are stuck to other text -> blocks of their own: at the end of a paragraph, or in a row of a table.
import { chapterHeading } from '../../editions/chapter-name.ts';
import type { FormEdition } from '../../editions/types.ts';
import { bareLabel, squeeze } from '../labels.ts';
import { type ChapterStart, findChapters } from './match-chapters.ts';
import type { RawBlock, RawTable } from '../raw-document.ts';
import { cellKind } from '../tables/row-reading.ts';

type TextBlock = Exclude<RawBlock, RawTable>;

/**
 * The blocks with every chapter title as a paragraph, and the chapters in them.
 *
 * @param anyOrder chapters may stand in another order than the form's: the sheets of a workbook.
 */
export function withOwnTitles(
  edition: FormEdition,
  blocks: readonly RawBlock[],
  anyOrder: boolean,
): { readonly blocks: readonly RawBlock[]; readonly starts: readonly ChapterStart[] } {
  const unglued = blocks.flatMap((block): RawBlock[] =>
    block.kind === 'table' ? [block] : unglue(edition, block).flatMap((one) => runIn(edition, one)),
  );
  const told = findChapters(edition, unglued, anyOrder);
  const whole = withLeftOut(edition, unglued, told);
  const starts = whole === unglued ? told : findChapters(edition, whole, anyOrder);
  if (!starts.some(({ row }) => row !== undefined)) return { blocks: whole, starts };
  const apart = whole.flatMap((block, index) =>
    block.kind === 'table'
      ? splitTable(
          block,
          starts.filter((start) => start.block === index).flatMap(({ row }) => row ?? []),
        )
      : [block],
  );
  return { blocks: apart, starts: findChapters(edition, apart, anyOrder) };
}

/** The fewest chapters that make a document a report, in which a title may have been left out. */
const FEWEST = 3;

/** A chapter without its title begins at the caption of its table: “（本列数据的勾稽关系为：……）”. */
function withLeftOut(
  edition: FormEdition,
  blocks: readonly RawBlock[],
  starts: readonly ChapterStart[],
): readonly RawBlock[] {
  if (starts.length < FEWEST) return blocks;
  const left = edition.tables.flatMap((table) => {
    const spec = edition.chapters.find(({ key }) => key === table.chapter);
    const first = table.rows[0]?.[0];
    const isCaption = first?.kind === 'label' && first.text.startsWith('（');
    return spec && isCaption && !starts.some(({ key }) => key === spec.key)
      ? [{ title: chapterHeading(spec), caption: bareLabel(first.text) }]
      : [];
  });
  return left.reduce((all, { title, caption }) => all.flatMap((block) => titled(block, title, caption)), blocks);
}

function titled(block: RawBlock, title: string, caption: string): readonly RawBlock[] {
  const heading: RawBlock = { kind: 'paragraph', text: title, place: block.place };
  const isCaption = (text: string): boolean => bareLabel(text).startsWith(caption);
  if (block.kind !== 'table') return isCaption(block.text) ? [heading, block] : [block];
  const at = block.cells === 'exact' ? -1 : block.rows.findIndex((row) => row.some(({ text }) => isCaption(text)));
  return at < 0 ? [block] : [...piece(block, 0, at), heading, ...piece(block, at, block.rows.length)];
}

/** “……联系电话。一、总体情况” */
function unglue(edition: FormEdition, block: TextBlock): TextBlock[] {
  const at = block.text.search(/(?<=[。！；）)]\s*)[一二三四五六]、[^。；]{2,30}$/);
  if (at <= 0) return [block];
  const title = squeeze(block.text.slice(at));
  if (!isTitle(edition, title)) return [block];
  return [
    { ...block, text: block.text.slice(0, at).trim() },
    { kind: 'paragraph', text: title, place: block.place },
  ];
}

/** “五、存在的主要问题及改进情况 一是解读形式单一。”; not a line of contents: “一、总体情况 …… 1”. */
function runIn(edition: FormEdition, block: TextBlock): TextBlock[] {
  const [, title = '', text = ''] = /^\s*([一二三四五六]、\S+)\s+(?![一二三四五六]、)(\S.*)$/s.exec(block.text) ?? [];
  if (!/[\u4e00-\u9fff]{2}/.test(text) || !isTitle(edition, squeeze(title))) return [block];
  return [
    { ...block, text: title },
    { kind: 'paragraph', text, place: block.place },
  ];
}

const isTitle = (edition: FormEdition, line: string): boolean =>
  edition.chapters.some(({ number, title, titleVariants }) =>
    [title, ...titleVariants].some((text) => line === `${number}、${text}`),
  );

/** The table in front of the title, the title, the table behind it. */
function splitTable(table: RawTable, titles: readonly number[]): RawBlock[] {
  const parts: RawBlock[] = [];
  let from = 0;
  for (const at of [...titles, table.rows.length]) {
    parts.push(...piece(table, from, at));
    const title = table.rows[at]?.find((cell) => squeeze(cell.text) !== '');
    if (title) parts.push({ kind: 'paragraph', text: title.text, place: title.place });
    from = at + 1;
  }
  return parts;
}

/** Rows with one text each and no figure are paragraphs that stood in a table. */
function piece(table: RawTable, from: number, to: number): RawBlock[] {
  const rows = table.rows.slice(from, to);
  const filled = rows.map((row) => row.filter((cell) => squeeze(cell.text) !== ''));
  if (filled.every((cells) => cells.length === 0)) return [];
  const prose = filled.every((cells) => cells.length <= 1 && cells.every(({ text }) => cellKind(text) === 'label'));
  if (prose) return filled.flat().map(({ text, place }) => ({ kind: 'paragraph', text, place }));
  return [{ ...table, rows, place: rows[0]?.[0]?.place ?? table.place }];
}
