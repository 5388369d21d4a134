// The parts of the Word document in printing order, on the page of GB/T 9704-2012 with “— 1 —” outside at the foot.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type Table,
} from 'docx';
import type { LayoutBlock, LayoutDocument, LayoutRun } from '../../../shared/export/layout-document.ts';
import { spaceBelowTitle, titleLines } from '../../../shared/export/title-lines.ts';
import { pageStarts } from './docx-pages.ts';
import { STYLE } from './docx-style-names.ts';
import { face, LINE, PAGE_NUMBER_SIZE, STYLES, TITLE_LINE } from './docx-styles.ts';
import { wordSetting, wordTable } from './docx-table.ts';
import { wordText } from './docx-text.ts';

const HEADINGS = { 1: HeadingLevel.HEADING_2, 2: HeadingLevel.HEADING_3, 3: HeadingLevel.HEADING_4 } as const;

export const wordDocument = (layout: LayoutDocument): Document =>
  new Document({
    title: wordText(layout.title),
    subject: `${layout.year}年度政府信息公开工作年度报告`,
    creator: wordText(layout.organ),
    lastModifiedBy: '年报编制',
    keywords: `校验码${layout.fingerprint}`,
    evenAndOddHeaderAndFooters: true,
    styles: STYLES,
    sections: sections(layout),
  });

type PageWay = 'portrait' | 'landscape';

/** A turned page for a table that needs one and the title above it; everything else on upright pages. */
function sections(layout: LayoutDocument): ISectionOptions[] {
  const { blocks, draft } = layout;
  const ways = blocks.map((block, index) => pageOf(block, blocks[index + 1]));
  const parts: { readonly way: PageWay; readonly children: (Paragraph | Table)[] }[] = [
    { way: 'portrait', children: [title(layout)] },
  ];
  wordBlocks(blocks).forEach((child, index) => {
    const way = ways[index] ?? 'portrait';
    if (parts.at(-1)?.way !== way) parts.push({ way, children: [] });
    parts.at(-1)?.children.push(child);
  });
  return parts.map(({ way, children }) => ({ ...page(way, draft), children }));
}

function pageOf(block: LayoutBlock, next: LayoutBlock | undefined): PageWay {
  const table = block.kind === 'table' ? block : block.kind === 'chapter-title' && next?.kind === 'table' ? next : null;
  return table ? wordSetting(table).page : 'portrait';
}

/** A4; 37, 28, 26 and 35 mm in twentieths of a point, which leaves the type area of 156 x 225 mm; turned, the same edges. */
const PAGES = {
  portrait: {
    size: { width: 11_906, height: 16_838 },
    margin: { top: 2098, left: 1588, right: 1474, bottom: 1984, header: 850, footer: 1304 },
  },
  landscape: {
    size: { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE },
    margin: { top: 1588, left: 1984, right: 2098, bottom: 1474, header: 850, footer: 800 },
  },
} as const;

function page(way: PageWay, draft: boolean): Omit<ISectionOptions, 'children'> {
  return {
    properties: { page: PAGES[way] },
    ...(draft ? { headers: { default: draftMark(AlignmentType.RIGHT), even: draftMark(AlignmentType.LEFT) } } : {}),
    footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
  };
}

type Side = typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT;

const draftMark = (alignment: Side): Header =>
  new Header({
    children: [
      new Paragraph({ alignment, children: [new TextRun({ text: '草稿', font: face('hei'), color: '999999' })] }),
    ],
  });

/** 4号半角宋体, one character in from the edge. */
const pageNumber = (alignment: Side): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { left: PAGE_NUMBER_SIZE * 10, right: PAGE_NUMBER_SIZE * 10 },
        children: [
          new TextRun({ font: face('song'), size: PAGE_NUMBER_SIZE, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });

function title(layout: LayoutDocument): Paragraph {
  const lines = titleLines(layout.title, layout.organ);
  return new Paragraph({
    heading: HeadingLevel.TITLE,
    spacing: { after: spaceBelowTitle(lines.length, TITLE_LINE, LINE) },
    children: lines.map((line, index) => new TextRun({ text: wordText(line), ...(index > 0 ? { break: 1 } : {}) })),
  });
}

function wordBlocks(blocks: readonly LayoutBlock[]): (Paragraph | Table)[] {
  const starts = pageStarts(blocks);
  return blocks.map((block, index) => wordBlock(block, starts[index] ?? false));
}

function wordBlock(block: LayoutBlock, onNewPage: boolean): Paragraph | Table {
  switch (block.kind) {
    case 'chapter-title':
      return new Paragraph({
        heading: HeadingLevel.HEADING_1,
        text: block.text,
        ...(onNewPage ? { pageBreakBefore: true } : {}),
      });
    case 'heading':
      return new Paragraph({ heading: HEADINGS[block.level], text: wordText(block.text) });
    case 'paragraph':
      return new Paragraph({
        style: STYLE.body,
        widowControl: false, // no line pulled to the next page: 22 lines a page
        children: block.runs.map(wordRun),
      });
    case 'table':
      return wordTable(wordSetting(block));
  }
}

const wordRun = ({ text, bold, runIn }: LayoutRun): TextRun =>
  new TextRun({ text: wordText(text), ...(bold ? { bold: true } : {}), ...(runIn ? { style: STYLE.runIn } : {}) });
