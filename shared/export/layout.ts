// Report + edition -> the finished document in printing order: preface, chapters 一 to 六, each table with its spans placed.
import { chapterHeading } from '../editions/chapter-name.ts';
import { EDITIONS } from '../editions/index.ts';
import type { ChapterSpec, FormEdition } from '../editions/types.ts';
import { type ChapterDoc, isEmptyChapter, type TextNode } from '../model/chapter.ts';
import type { Report } from '../model/report.ts';
import type { LayoutBlock, LayoutDocument, LayoutRun } from './layout-document.ts';
import { isHeadingLine, markRunIn } from './run-in.ts';
import { layoutTable } from './table-layout.ts';

export interface LayoutOptions {
  /** First 16 hex digits of the content digest. */
  readonly fingerprint: string;
  /** true: 草稿 on each page. */
  readonly draft: boolean;
}

/** The report as it is printed. Pure: the same report gives the same document. */
export function layoutOf(report: Report, { fingerprint, draft }: LayoutOptions): LayoutDocument {
  const edition = EDITIONS[report.edition];
  const { year, chapters } = report;
  const [organ, title] = [named(report.organ), named(report.title)];
  return {
    organ,
    year,
    edition: report.edition,
    title: title || `${organ}${year}年度政府信息公开工作年度报告`,
    blocks: [
      ...prose(chapters.preface),
      ...edition.chapters.flatMap((chapter) => chapterBlocks(report, edition, chapter)),
    ],
    chapters,
    fingerprint,
    draft,
  };
}

/** A name as it may stand in the properties of a file: on one line, without controls. */
const named = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .trim();

function chapterBlocks(report: Report, edition: FormEdition, chapter: ChapterSpec): LayoutBlock[] {
  const { key } = chapter;
  if (key === 'preface') return [];
  return [
    { kind: 'chapter-title', text: chapterHeading(chapter), anchor: `chapter-${key}`, chapter: key },
    ...edition.tables
      .filter((table) => table.chapter === key)
      .map((table) => layoutTable(table, chapter.title, edition.equations, report.cells)),
    ...prose(report.chapters[key]),
  ];
}

function prose(doc: ChapterDoc): LayoutBlock[] {
  if (isEmptyChapter(doc)) return [];
  return doc.content.flatMap((block): LayoutBlock[] => {
    const runs = trimmed((block.content ?? []).map(run));
    const text = runs.map((part) => part.text).join('');
    if (text === '') return [];
    if (block.type === 'heading') return [{ kind: 'heading', level: block.attrs.level, text }];
    if (isHeadingLine(text)) return [{ kind: 'heading', level: 1, text }];
    return [{ kind: 'paragraph', runs: markRunIn(runs) }];
  });
}

const run = ({ text, marks }: TextNode): LayoutRun => ({
  text: text.replace(/\s*[\r\n\t]+\s*/g, ' '),
  ...(marks?.length ? { bold: true as const } : {}),
});

/** Without the white space at both ends: the indent is the page's business, and typed spaces would double it. */
function trimmed(runs: readonly LayoutRun[]): LayoutRun[] {
  const last = runs.length - 1;
  return runs
    .map((part, index) => (index === 0 ? { ...part, text: part.text.trimStart() } : part))
    .map((part, index) => (index === last ? { ...part, text: part.text.trimEnd() } : part))
    .filter((part) => part.text !== '');
}
