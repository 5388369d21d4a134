// The text of a document between the chapter titles: which line belongs to which chapter, and what belongs to none.
import type { ChapterKey } from '../../model/report.ts';
import type { ProseLine } from './chapter-prose.ts';
import { squeeze } from '../labels.ts';
import type { ChapterStart } from './match-chapters.ts';
import { isBodyJunk, isPageJunk, textEnd } from './page-junk.ts';
import type { RawBlock, RawDocument } from '../raw-document.ts';

export interface PlacedLine extends ProseLine {
  readonly block: number;
}

/** Places in the document: the row is set inside a table. */
export interface LinePlace {
  readonly block: number;
  readonly row?: number;
}

const isAfter = (a: LinePlace, b: LinePlace): boolean =>
  a.block > b.block || (a.block === b.block && (a.row ?? -1) > (b.row ?? -1));

/** Every line of text that no table row took. `taken` names the rows and paragraphs that the tables used. */
export function linesOf(blocks: readonly RawBlock[], taken: ReadonlySet<string>): (PlacedLine & LinePlace)[] {
  return blocks.flatMap((block, index): (PlacedLine & LinePlace)[] => {
    if (taken.has(`${index}`)) return [];
    if (block.kind !== 'table') {
      const level = block.kind === 'heading' ? { level: block.level } : {};
      return [{ text: block.text, block: index, ...level }];
    }
    return block.rows.flatMap((row, at) => {
      if (taken.has(`${index}/${at}`)) return [];
      const texts = row.map((cell) => cell.text.trim()).filter((text) => squeeze(text) !== '');
      return texts.length > 0 ? [{ text: texts.join('　'), block: index, row: at }] : [];
    });
  });
}

/** The chapter that a place lies in; `null` before the first chapter. */
export function chapterAt(starts: readonly ChapterStart[], place: LinePlace): ChapterKey | null {
  return starts.findLast((start) => !isAfter(start, place))?.key ?? null;
}

/** The lines of one chapter, the title itself left out, text behind the title kept. */
export function chapterLines(
  lines: readonly (PlacedLine & LinePlace)[],
  starts: readonly ChapterStart[],
  key: ChapterKey | null,
): PlacedLine[] {
  return lines.flatMap((line): PlacedLine[] => {
    if (chapterAt(starts, line) !== key) return [];
    const start = starts.find((one) => one.block === line.block && one.row === line.row);
    if (!start) return [line];
    return start.rest ? [{ text: start.rest, block: line.block }] : [];
  });
}

/** Without what a web page puts around the text. */
export const withoutJunk = <T extends ProseLine>(lines: readonly T[]): T[] =>
  lines.filter(({ text }) => !isPageJunk(text));

/** The same between chapter titles, where a page puts little. */
export const bodyLines = <T extends ProseLine>(lines: readonly T[]): T[] =>
  lines.filter(({ text }) => !isBodyJunk(text));

const DATE = /^20[0-4]\d年\d{1,2}月\d{1,2}日$/;

/**
 * The last chapter ends where the foot of the page begins, or behind the date of the signature.
 *
 * @param title of the report itself: where a page repeats it over its text, the chapter goes on.
 */
export function lastChapter<T extends ProseLine>(
  given: readonly T[],
  kind: RawDocument['kind'],
  title: string,
): { readonly kept: T[]; readonly cut: T[] } {
  const page = kind === 'html' || kind === 'text';
  const lines = given.filter(({ text }) => title === '' || squeeze(text) !== squeeze(title));
  const end = textEnd(
    lines.map(({ text }) => text),
    page,
  );
  const signed = lines.findIndex(({ text }) => DATE.test(squeeze(text)));
  const stop = signed >= 0 && signed + 1 < end && kind === 'html' ? signed + 1 : end;
  return { kept: lines.slice(0, stop), cut: lines.slice(stop) };
}
