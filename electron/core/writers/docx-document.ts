// The parts of the Word document in printing order, on the page of GB/T 9704-2012 with “— 1 —” outside at the foot.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  TextRun,
  type Table,
} from 'docx';
import type { LayoutBlock, LayoutDocument, LayoutRun } from '../../../shared/export/layout-document.ts';
import { isTall } from '../../../shared/export/print-table.ts';
import { titleLines } from '../../../shared/export/title-lines.ts';
import { STYLE } from './docx-style-names.ts';
import { face, PAGE_NUMBER_SIZE, STYLES } from './docx-styles.ts';
import { wordTable } from './docx-table.ts';
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
    sections: [{ ...page(layout.draft), children: [title(layout), ...wordBlocks(layout.blocks)] }],
  });

/** A4; 37, 28, 26 and 35 mm in twentieths of a point, which leaves the type area of 156 x 225 mm. */
function page(draft: boolean): Omit<ISectionOptions, 'children'> {
  return {
    properties: {
      page: {
        size: { width: 11_906, height: 16_838 },
        margin: { top: 2098, left: 1588, right: 1474, bottom: 1984, header: 850, footer: 1304 },
      },
    },
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

const title = (layout: LayoutDocument): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: titleLines(layout.title, layout.organ).map(
      (line, index) => new TextRun({ text: wordText(line), ...(index > 0 ? { break: 1 } : {}) }),
    ),
  });

/** A table that fills a page starts one with the title above it: not every program keeps the rows of a table together. */
const wordBlocks = (blocks: readonly LayoutBlock[]): (Paragraph | Table)[] =>
  blocks.map((block, index) => {
    const next = blocks[index + 1];
    return wordBlock(block, next?.kind === 'table' && isTall(next));
  });

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
        // no gap before figures, no line pulled to the next page: 28 characters a line, 22 lines a page
        autoSpaceEastAsianText: false,
        widowControl: false,
        children: block.runs.map(wordRun),
      });
    case 'table':
      return wordTable(block);
  }
}

const wordRun = ({ text, bold, runIn }: LayoutRun): TextRun =>
  new TextRun({ text: wordText(text), ...(bold ? { bold: true } : {}), ...(runIn ? { style: STYLE.runIn } : {}) });
