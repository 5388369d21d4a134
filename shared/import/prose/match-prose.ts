// The prose of each chapter: preface, text between the titles, text beside the tables; what stands around the report is left out.
import { chapterHeading } from '../../editions/chapter-name.ts';
import type { ChapterSpec } from '../../editions/types.ts';
import { blockText, EMPTY_CHAPTER, type ChapterDoc } from '../../model/chapter.ts';
import { allChapters, type ChapterKey, type Chapters } from '../../model/report.ts';
import {
  bodyLines,
  chapterLines,
  lastChapter,
  type LinePlace,
  linesOf,
  type PlacedLine,
  withoutJunk,
} from './chapter-lines.ts';
import { proseDoc } from './chapter-prose.ts';
import { isFormLabel } from '../form-model.ts';
import { squeeze } from '../labels.ts';
import type { ChapterStart } from './match-chapters.ts';
import type { Heading } from '../heading/match-heading.ts';
import type { MatchedTables } from '../tables/match-tables.ts';
import { titleLines } from './match-chapters.ts';
import { isReportText } from './page-junk.ts';
import type { ImportWarning } from '../proposal.ts';
import type { RawDocument } from '../raw-document.ts';

export interface MatchedProse {
  readonly chapters: Chapters;
  readonly warnings: readonly ImportWarning[];
}

/** @param specs the chapters of the form. */
export function matchProse(
  specs: readonly ChapterSpec[],
  raw: RawDocument,
  starts: readonly ChapterStart[],
  { heading, tables }: { readonly heading: Heading; readonly tables: MatchedTables },
): MatchedProse {
  const warnings: ImportWarning[] = [];
  const lines = linesOf(raw.blocks, tables.taken);
  const chapters: Record<ChapterKey, ChapterDoc> = allChapters(() => EMPTY_CHAPTER);
  const last = starts.at(-1)?.key;
  for (const spec of specs) {
    const { key, kind } = spec;
    const own = chapterLines(lines, starts, key);
    const { kept, cut } = key === last ? lastChapter(own, raw.kind, heading.title) : { kept: own, cut: [] };
    const dropped = cut.filter(({ text }) => isReportText(text));
    if (dropped.length > 0) warnings.push(outside(key, dropped));
    chapters[key] = proseDoc(
      (kind === 'table' ? besideTable(kept) : bodyLines(kept)).filter(({ text }) => !isContents(specs, text)),
    );
    const fromTable = kept.filter((line) => raw.blocks[line.block]?.kind === 'table');
    if (fromTable.length > 0 && kind === 'text')
      warnings.push({
        code: 'text-outside',
        chapter: key,
        message: `“${chapterHeading(spec)}”中有一个表格，已按文字逐行读入，请核对。`,
      });
  }
  chapters.preface = proseDoc(prefaceLines(raw, lines, starts, heading).filter(({ text }) => !isContents(specs, text)));
  if (starts.length === 0) withoutTitles(specs, chapters, lines.slice(heading.to), tables);
  else moveLostChapters(specs, chapters, starts, { lines, tables });
  return { chapters, warnings };
}

const UNIT = /^[（(]?(?:计量)?单位[：:].{1,8}[）)]?$/;

const CAPTION = /^表[一二三四五六1-6](?:[：:].{0,24}|[^，。；]{4,30}(?:情况|表))?$|^[^，。；：:]{4,30}(?:统计|一览)表$/;

/** Text beside a table: notes, not labels that were left lying about, nor the caption and the unit over the table. */
const besideTable = <T extends PlacedLine>(lines: readonly T[]): T[] =>
  withoutJunk(lines).filter(
    ({ text }) => !isFormLabel(text) && !UNIT.test(squeeze(text)) && !CAPTION.test(squeeze(text)),
  );

const outside = (chapter: ChapterKey, lines: readonly PlacedLine[]): ImportWarning => ({
  code: 'text-outside',
  chapter,
  message: `正文之后的文字没有装入：“${lines[0]?.text.slice(0, 30) ?? ''}……”，请核对。`,
});

/** A date alone on a line, as pages print it under the title; at the end of the report it is the signature. */
const isDate = (text: string): boolean =>
  /^(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\d{1,2}:\d{2}(?::\d{2})?)?$|^[（(]20\d\d年\d{1,2}月(?:\d{1,2}日)?[）)]$/.test(
    squeeze(text),
  );

/** A line of a table of contents, or a title that a table repeats. */
const isContents = (specs: readonly ChapterSpec[], text: string): boolean =>
  squeeze(text) === '目录' ||
  specs.some((spec) => squeeze(text).replace(/[.．·…\d]+$/, '') === squeeze(chapterHeading(spec)));

/** Between the title and the first chapter. Where no title was found, short lines in front of the text are the page's. */
function prefaceLines(
  raw: RawDocument,
  lines: readonly (PlacedLine & LinePlace)[],
  starts: readonly ChapterStart[],
  heading: Heading,
): readonly PlacedLine[] {
  const first = starts[0];
  // tables in front of the first chapter are the page's: 索引号, 发布机构
  const front = chapterLines(lines, starts, null).filter(({ block }) => raw.blocks[block]?.kind !== 'table');
  if (heading.to > 0) {
    const title = titleLines(raw.blocks)[heading.to - 1];
    const behind = front.filter(({ block }) => title !== undefined && block > title.block);
    return withoutTitle(heading, withoutJunk(first ? behind.filter(({ text }) => !isDate(text)) : []));
  }
  if (!first) return [];
  const begin = front.findIndex(({ text }) => text.length >= 20 && /[。；：;:]/.test(text));
  return begin < 0 ? [] : withoutJunk(front.slice(begin)).filter(({ text }) => squeeze(text) !== '');
}

/** A page that prints the title and then the article with its own title, over one line or more, or the organ under it. */
function withoutTitle({ title, organ }: Heading, lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const bare = (text: string): string => squeeze(text).replaceAll('年', '');
  const upTo = (count: number): string =>
    lines
      .slice(0, count)
      .map(({ text }) => text)
      .join('');
  const repeated = [1, 2, 3].find((count) => bare(upTo(count)) === bare(title)) ?? 0;
  const rest = lines.slice(repeated);
  const first = squeeze(rest[0]?.text ?? '');
  const namesOrgan =
    first !== '' && organ !== '' && (organ.endsWith(first) || /^(?:人民政府|办事处)?$/.test(first.replace(organ, '')));
  return namesOrgan ? rest.slice(1) : rest;
}

/** Text behind a table under the title of a table chapter is the next chapter, where that one's own title is lost. */
function moveLostChapters(
  specs: readonly ChapterSpec[],
  chapters: Record<ChapterKey, ChapterDoc>,
  starts: readonly ChapterStart[],
  { lines, tables }: { readonly lines: readonly (PlacedLine & LinePlace)[]; readonly tables: MatchedTables },
): void {
  const [first] = specs;
  if (first && !starts.some(({ key }) => key === first.key)) {
    const own = chapters.preface.content;
    const from = own.findIndex((block) => /^[（(]一[）)]/.test(blockText(block)));
    const named = own.findIndex((block) => /报告如下|编制|统计期限|总结如下/.test(blockText(block))) + 1;
    const split = from >= 0 ? from : Math.min(named || own.length, own.length);
    chapters[first.key] = { type: 'doc', content: own.slice(split) };
    chapters.preface = { type: 'doc', content: own.slice(0, split) };
  }
  specs.forEach(({ key, kind }, index) => {
    const before = specs[index - 1];
    if (kind !== 'text' || before?.kind !== 'table' || starts.some((start) => start.key === key)) return;
    const end = tables.lastBlock.get(before.key);
    if (end === undefined) return;
    const own = chapterLines(lines, starts, before.key);
    chapters[key] = proseDoc(withoutJunk(own.filter(({ block }) => block > end)));
    chapters[before.key] = proseDoc(besideTable(own.filter(({ block }) => block <= end)));
  });
}

/** Without any chapter title the tables divide the text: what stands before them is chapter 一, what stands behind them 五. */
function withoutTitles(
  specs: readonly ChapterSpec[],
  chapters: Record<ChapterKey, ChapterDoc>,
  body: readonly (PlacedLine & LinePlace)[],
  tables: MatchedTables,
): void {
  const blocks = tables.readings.map(({ block }) => block);
  if (blocks.length === 0) return;
  const first = specs.find(({ kind }) => kind === 'text')?.key;
  const after = specs.findLast(({ kind }, index) => kind === 'text' && specs[index - 1]?.kind === 'table')?.key;
  if (first) chapters[first] = proseDoc(withoutJunk(body.filter(({ block }) => block < Math.min(...blocks))));
  if (after) chapters[after] = proseDoc(withoutJunk(body.filter(({ block }) => block > Math.max(...blocks))));
}
