// Saved web pages and Word-filtered HTML: the tree that browsers build (parse5), read as headings, paragraphs and tables.
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { RawBlock, RawDocument } from '../../../../shared/import/raw-document.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { decodeText } from '../text/decode-text.ts';
import { markHidden } from './html-hidden.ts';
import { type NamedCell, tableParts } from './html-table.ts';
import {
  attribute,
  childrenOf,
  type Element,
  isBlock,
  isElement,
  isSilent,
  type Node,
  rawText,
  shownText,
} from './html-text.ts';
import { textBlocks } from '../text/plain-text.ts';
import { oversized } from '../source-reader.ts';
import { textInParagraphs } from '../text/text-in-paragraphs.ts';

const HEADING = /^h[1-6]$/;
/** A title set as a picture. */
const PICTURED_TITLE = /20\d\d\s*年.{0,12}信息公开.{0,6}(?:报告|年报)\s*$/;
const MAX_DEPTH = 400;
/** Tags left open by a page that only wants to be deep: parsing it would take for ever. */
const MAX_OPEN = 2_000;
/** A report saved from Word has some 30,000. */
const MAX_TAGS = 400_000;
/** As many cells as are read of any file. */
const MAX_CELLS = 100_000;

/** @param bytes the page as saved: UTF-8, GBK or GB18030, by its mark, its own declaration, or its bytes. */
export function readHtml(bytes: Uint8Array, fileName: string): Result<RawDocument> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  return htmlToRawDocument(decodeText(bytes, declared), fileName);
}

/** HTML as text -> blocks. Scripts never run and nothing is fetched: the page is only parsed. */
export function htmlToRawDocument(html: string, fileName: string): Result<RawDocument> {
  if (hasTooMuch(html)) return oversized(fileName, '的内容过多');
  if (nesting(html) > MAX_OPEN) return oversized(fileName, '的嵌套层数过多');
  const reading: Reading = { blocks: [], named: [], line: [], tables: 0, depth: 0, title: '', meta: {} };
  const page = parse(html);
  markHidden(page);
  readNode(page, reading, 0);
  endParagraph(reading);
  if (reading.depth > MAX_DEPTH) return oversized(fileName, '的嵌套层数过多');
  const { named, title, meta } = reading;
  const lines = reading.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  const asText = lines.length === reading.blocks.length ? textInParagraphs(lines, '网页第$1段') : null;
  const blocks = asText ?? reading.blocks;
  return ok({
    kind: 'html',
    ...(title ? { title } : {}),
    blocks,
    ...(named.length > 0 ? { namedCells: named } : {}),
    ...(meta['edition'] ? { meta } : {}),
    remarks: [],
  });
}

interface Reading {
  readonly blocks: RawBlock[];
  readonly named: NamedCell[];
  line: string[];
  tables: number;
  /** The greatest depth met. */
  depth: number;
  title: string;
  /** What our own page states about itself. */
  meta: Readonly<Record<string, string>>;
}

function hasTooMuch(html: string): boolean {
  let tags = 0;
  let cells = 0;
  for (const [, cell] of html.matchAll(/<(t[dh]\b)?/gi)) {
    if (cell) cells++;
    if (++tags > MAX_TAGS || cells > MAX_CELLS) return true;
  }
  return false;
}

/** How many opening tags are open at once, those without an end tag of their own left out. */
function nesting(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(
    /<\/?(?:div|span|b|i|u|em|strong|font|a|table|section|article|ul|ol|center|blockquote)\b/gi,
  )) {
    depth = Math.max(0, depth + (tag[1] === '/' ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

function readNode(node: Node, reading: Reading, depth: number): void {
  reading.depth = Math.max(reading.depth, depth);
  if (depth > MAX_DEPTH) return;
  if (node.nodeName === '#text') {
    reading.line.push((node as DefaultTreeAdapterMap['textNode']).value); // nodeName tells the kind
    return;
  }
  if (isElement(node)) {
    if (node.tagName === 'head') readHead(node, reading);
    if (isSilent(node)) return;
    if (node.tagName === 'input') {
      reading.line.push(rawText(node));
      return;
    }
    if (node.tagName === 'img' && PICTURED_TITLE.test(attribute(node, 'alt'))) {
      reading.line.push(attribute(node, 'alt'));
      return;
    }
    if (node.tagName === 'br') return endParagraph(reading);
    if (node.tagName === 'table') return readTable(node, reading, depth);
    if (node.tagName === 'pre') return readPreformatted(node, reading);
    if (HEADING.test(node.tagName) && rawText(node).trim() !== '') return readHeading(node, reading);
    if (node.tagName === 'article') readOwnMarks(node, reading);
  }
  const block = isBlock(node);
  if (block) endParagraph(reading);
  for (const child of childrenOf(node)) readNode(child, reading, depth + 1);
  if (block) endParagraph(reading);
}

const place = (reading: Reading): string => `网页第${reading.blocks.length + 1}段`;

function endParagraph(reading: Reading): void {
  const text = shownText(reading.line.join(''));
  reading.line = [];
  if (text) reading.blocks.push({ kind: 'paragraph', text, place: place(reading) });
}

/** A heading set on several lines is one heading. */
function readHeading(node: Element, reading: Reading): void {
  endParagraph(reading);
  const text = shownText(rawText(node)).replace(/(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff\d])/g, '');
  if (text) reading.blocks.push({ kind: 'heading', level: Number(node.tagName[1]), text, place: place(reading) });
}

/** Text with its own line ends: as a text file. */
function readPreformatted(node: Element, reading: Reading): void {
  endParagraph(reading);
  for (const block of textBlocks(rawText(node).replaceAll('\u2028', '\n'))) reading.blocks.push(block);
}

function readTable(table: Element, reading: Reading, depth: number): void {
  endParagraph(reading);
  const number = ++reading.tables;
  const at = `网页第${number}个表格`;
  for (const node of childrenOf(table)) {
    // the caption of our own table repeats the title of its chapter
    if (isElement(node) && node.tagName === 'caption' && !attribute(table, 'data-table'))
      readNode(node, reading, depth + 1);
  }
  for (const part of tableParts(table, at)) {
    if (part.kind === 'page') {
      for (const child of childrenOf(part.node)) readNode(child, reading, depth + 1);
      endParagraph(reading);
    } else {
      reading.blocks.push({ kind: 'table', rows: part.rows, place: at, cells: 'exact' });
      reading.named.push(...part.named);
    }
  }
}

/** The page's title: the name that the site's own system gives the article, else <title>. */
function readHead(head: Element, reading: Reading): void {
  const elements = childrenOf(head).filter(isElement);
  const named = elements.find((node) => node.tagName === 'meta' && /^articletitle$/i.test(attribute(node, 'name')));
  const title = elements.find((node) => node.tagName === 'title');
  reading.title = shownText(named ? attribute(named, 'content') : '') || (title ? shownText(rawText(title)) : '');
}

/** Our own page says whose report it is. */
function readOwnMarks(article: Element, reading: Reading): void {
  const edition = attribute(article, 'data-nianbao');
  if (!edition) return;
  reading.meta = {
    edition,
    organ: attribute(article, 'data-organ'),
    year: attribute(article, 'data-year'),
    title: reading.title,
  };
}
