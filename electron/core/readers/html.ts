// Saved web pages and Word-filtered HTML: the tree that browsers build (parse5), read as paragraphs, headings and tables.
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { RawBlock, RawCell, RawDocument } from '../../../shared/import/raw-document.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { decodeText } from './decode-text.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'iframe',
  'object',
  'svg',
  'select',
  'textarea',
  'button',
  'input',
]);
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'bdo',
  'big',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'label',
  'mark',
  'o:p',
  'q',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'u',
  'tt',
]);
const HEADINGS = /^h[1-6]$/;
const MAX_DEPTH = 500;
const TOO_DEEP = '网页的嵌套层数过多，不像一份年报，不能读取。';

export function readHtml(bytes: Uint8Array): Result<RawDocument> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  const declared = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  return htmlToRawDocument(decodeText(bytes, declared));
}

/** HTML as text -> blocks. Scripts never run, nothing is fetched: the page is only parsed. */
export function htmlToRawDocument(html: string): Result<RawDocument> {
  if (openTags(html) > 20_000 && nesting(html) > MAX_DEPTH * 4) return refuse('file-foreign', TOO_DEEP);
  const reading: Reading = { blocks: [], named: [], line: [], tables: 0, tooDeep: false, title: '' };
  readNode(parse(html), reading, 0);
  endParagraph(reading);
  if (reading.tooDeep) return refuse('file-foreign', TOO_DEEP);
  const { blocks, named, title } = reading;
  return ok({
    kind: 'html',
    ...(title ? { title } : {}),
    blocks,
    ...(named.length > 0 ? { namedCells: named } : {}),
    remarks: [],
  });
}

interface Reading {
  readonly blocks: RawBlock[];
  readonly named: { id: string; cell: RawCell }[];
  line: string[];
  tables: number;
  tooDeep: boolean;
  title: string;
}

const openTags = (html: string): number => html.match(/<[a-z]/gi)?.length ?? 0;

/** Rough depth of a page before it is parsed: opening tags that are never closed, counted from the start. */
function nesting(html: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of html.matchAll(/<\/?(?:div|span|b|i|font|table|tr|td|p|section|ul|li)\b/gi)) {
    depth += tag[1] === '/' ? -1 : 1;
    most = Math.max(most, depth);
  }
  return most;
}

function readNode(node: Node, reading: Reading, depth: number): void {
  if (depth > MAX_DEPTH) {
    reading.tooDeep = true;
    return;
  }
  if (node.nodeName === '#text') {
    reading.line.push((node as DefaultTreeAdapterMap['textNode']).value); // nodeName tells the kind
    return;
  }
  if (!('tagName' in node)) {
    if ('childNodes' in node) for (const child of node.childNodes) readNode(child, reading, depth + 1);
    return;
  }
  const name = node.tagName;
  if (name === 'head') reading.title = titleOf(node);
  if (SILENT.has(name) || isHidden(node)) return;
  if (name === 'br') return endParagraph(reading);
  if (name === 'table' && !isLayoutTable(node)) return readTable(node, reading);
  if (HEADINGS.test(name)) return readHeading(node, reading);
  const block = !INLINE.has(name);
  if (block) endParagraph(reading);
  for (const child of node.childNodes) readNode(child, reading, depth + 1);
  if (block) endParagraph(reading);
}

const place = (reading: Reading): string => `网页第${reading.blocks.length + 1}段`;

function endParagraph(reading: Reading): void {
  const text = tidy(reading.line.join(''));
  reading.line = [];
  if (text) reading.blocks.push({ kind: 'paragraph', text, place: place(reading) });
}

function readHeading(node: Element, reading: Reading): void {
  endParagraph(reading);
  const text = tidy(textOf(node));
  if (text) reading.blocks.push({ kind: 'heading', level: Number(node.tagName[1]), text, place: place(reading) });
}

/** Line breaks of the source are no text; several spaces are one; a full-width space in front is an indent. */
const tidy = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim();

/** The text of a cell: Word wraps labels and digits over lines and tags, so nothing is put between them. */
const cellText = (node: Element): string =>
  textOf(node)
    .replace(/[\r\n\t]+/g, '')
    .replace(/[\u00a0\u3000 ]+/g, ' ')
    .trim();

function textOf(node: Node): string {
  const parts: string[] = [];
  const open: Node[] = [node];
  while (open.length > 0) {
    const next = open.pop() as Node; // the list is not empty
    if (next.nodeName === '#text')
      parts.push((next as DefaultTreeAdapterMap['textNode']).value); // nodeName tells the kind
    else if ('childNodes' in next && !('tagName' in next && (SILENT.has(next.tagName) || isHidden(next))))
      open.push(...next.childNodes.toReversed());
  }
  return parts.join('');
}

const attribute = (node: Element, name: string): string => node.attrs.find((one) => one.name === name)?.value ?? '';
const isHidden = (node: Element): boolean =>
  /display\s*:\s*none/i.test(attribute(node, 'style')) || node.attrs.some(({ name }) => name === 'hidden');
const titleOf = (head: Element): string => {
  const title = head.childNodes.find((child) => child.nodeName === 'title');
  return title ? tidy(textOf(title)) : '';
};

/** Every element of some names below a node, not looking inside the tables below it. */
function within(node: Element, names: ReadonlySet<string>, inside = false): Element[] {
  const found: Element[] = [];
  const open: Node[] = node.childNodes.toReversed();
  while (open.length > 0) {
    const next = open.pop() as Node; // the list is not empty
    if (!('tagName' in next)) continue;
    if (names.has(next.tagName)) found.push(next);
    if (inside || !names.has(next.tagName))
      if (inside || next.tagName !== 'table') open.push(...next.childNodes.toReversed());
  }
  return found;
}

const TABLE = new Set(['table']);
const ROW = new Set(['tr']);
const CELL = new Set(['td', 'th']);

/** A table that only places things on the page: it holds other tables, or one cell of long text. */
function isLayoutTable(table: Element): boolean {
  if (within(table, TABLE, true).length > 0) return true;
  const cells = within(table, ROW).flatMap((row) => within(row, CELL));
  return cells.length <= 2 && cells.some((cell) => textOf(cell).trim().length > 120);
}

function readTable(table: Element, reading: Reading): void {
  endParagraph(reading);
  const number = ++reading.tables;
  const rows = within(table, ROW)
    .filter((row) => !isHidden(row))
    .map((row, index) => within(row, CELL).map((cell) => readCell(cell, `第${number}个表格第${index + 1}行`, reading)))
    .filter((row) => row.length > 0);
  const captions = within(table, new Set(['caption'])).map((caption) => tidy(textOf(caption)));
  for (const text of captions.filter(Boolean)) reading.blocks.push({ kind: 'paragraph', text, place: place(reading) });
  if (rows.length > 0) reading.blocks.push({ kind: 'table', rows, place: `第${number}个表格`, cells: 'exact' });
}

function readCell(cell: Element, at: string, reading: Reading): RawCell {
  const colspan = span(attribute(cell, 'colspan'));
  const rowspan = span(attribute(cell, 'rowspan'));
  const read: RawCell = {
    text: cellText(cell),
    place: at,
    ...(colspan > 1 ? { colspan } : {}),
    ...(rowspan > 1 ? { rowspan } : {}),
  };
  const id = attribute(cell, 'data-cell');
  if (id) reading.named.push({ id, cell: read });
  return read;
}

const span = (text: string): number => Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 1000);
