// Several whole reports in one file (departments on sheets of their own, last year's below this year's): the first one is read, the others are named.
import { isReportTitle } from '../editions/form-lines.ts';
import type { FormEdition, TableId } from '../editions/types.ts';
import { squeeze } from './labels.ts';
import { findChapters, titleLines } from './prose/match-chapters.ts';
import type { ImportWarning } from './proposal.ts';
import type { RawBlock } from './raw-document.ts';
import { cellKind } from './tables/row-reading.ts';
import { sheetOf } from './sheet-places.ts';

export interface FirstReport {
  /** Up to the title of the second report. */
  readonly blocks: readonly RawBlock[];
  /** The titles of all reports, if there is more than one. */
  readonly titles: readonly string[];
}

/** A report has some 200 figures, a table of contents none. */
const LEAST_FIGURES = 30;
const LEAST_CHAPTERS = 3;
/** All tables on one sheet, without titles of chapters. */
const WHOLE = 150;

export function firstReport(edition: FormEdition, blocks: readonly RawBlock[]): FirstReport {
  const titles = titleLines(blocks).flatMap(({ block, row, text }) =>
    (row ?? 0) === 0 && isReportTitle(squeeze(text)) ? [{ block, title: squeeze(text) }] : [],
  );
  const sheets = blocks.flatMap(({ place }, block) => {
    const title = sheetOf(place);
    return title !== undefined && title !== sheetOf(blocks[block - 1]?.place ?? '') ? [{ block, title }] : [];
  });
  // the title at the top of a sheet says more than the name of the sheet
  const named = new Set(titles.map(({ block }) => block));
  const starts = [...titles, ...sheets.filter(({ block }) => !named.has(block))].toSorted((a, b) => a.block - b.block);
  const whole = starts.flatMap(({ block, title }, index) => {
    const own = blocks.slice(block, starts[index + 1]?.block);
    const figures = figuresOf(own);
    const chapters = figures.length < LEAST_FIGURES ? 0 : findChapters(edition, own).length;
    const isWhole =
      chapters >= LEAST_CHAPTERS || (figures.length >= WHOLE && sheetOf(own[0]?.place ?? '') !== undefined);
    return isWhole ? [{ block, title, figures: figures.join(' ') }] : [];
  });
  const [first, ...others] = whole;
  // a page may hold the same report twice, for a screen and for paper
  const different = others.filter(({ figures }) => figures !== first?.figures);
  const second = others[0];
  if (!first || !second || different.length === 0) return { blocks, titles: [] };
  return { blocks: blocks.slice(0, second.block), titles: [first, ...different].map(({ title }) => title) };
}

const figuresOf = (blocks: readonly RawBlock[]): string[] =>
  blocks.flatMap((block) => {
    const texts = block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : [block.text];
    return texts.flatMap((text) => text.split(/\s+/)).filter((text) => text !== '' && cellKind(text) === 'figure');
  });

/** Told of the whole and of every table: the person may have meant another one. */
export function severalWarnings(
  tables: readonly { readonly id: TableId; readonly name: string }[],
  titles: readonly string[],
): ImportWarning[] {
  const [first, ...others] = titles;
  if (first === undefined || others.length === 0) return [];
  const named = `${others
    .slice(0, 5)
    .map((title) => `“${title}”`)
    .join('、')}${others.length > 5 ? `等${others.length}份` : ''}`;
  return [
    {
      code: 'year-contradicts',
      message: `文件里不止一份年报：只装入了第一份“${first}”，没有装入${named}；要装入另一份，请把它单独存成文件再装入。`,
    },
    ...tables.map(
      ({ id, name }): ImportWarning => ({
        code: 'cells-uncertain',
        cell: id,
        message: `${name}：文件里不止一份年报，这里是第一份“${first}”的数字，请核对是否就是要装入的一份。`,
      }),
    ),
  ];
}
