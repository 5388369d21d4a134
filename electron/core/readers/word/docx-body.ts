// word/document.xml -> blocks in reading order: paragraphs with their automatic numbers, tables with merged cells resolved.
import type { RawBlock } from '../../../../shared/import/raw-document.ts';
import type { Numbering } from './docx-numbering.ts';
import { type DocxRun, PLAIN_RUN, withProperty } from './docx-run.ts';
import type { ParagraphStyle } from './docx-styles.ts';
import { OpenTables } from './docx-tables.ts';
import { placedBlocks, type WordBlock, type WordParagraph, withTabs } from './word-blocks.ts';
import { ParagraphText } from './word-text.ts';
import { walkXml } from '../container/xml.ts';

interface Paragraph {
  readonly content: ParagraphText;
  style?: string;
  outline?: number;
  numId?: string;
  listLevel?: number;
}

interface DocxBody {
  readonly blocks: readonly RawBlock[];
  readonly hasTextBox: boolean;
  readonly hasDeleted: boolean;
  readonly hasHidden: boolean;
}

/** Content that is not printed, or (pictures, text boxes) not read. */
const SKIPPED = new Set([
  'drawing',
  'pict',
  'object',
  'Fallback',
  'del',
  'moveFrom',
  'rt',
  'instrText',
  'delInstrText',
  'pPrChange',
  'rPrChange',
  'tblPrChange',
  'tblPrExChange',
  'trPrChange',
  'tcPrChange',
  'sectPrChange',
  'tblGridChange',
]);

/** Elements that stand for a character. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
  ['sym', '□'],
]);

type StyleOf = (id: string | undefined) => ParagraphStyle;

/** @returns null where the part is damaged or absurd (nested too deep, spans or cells without end). */
export function readDocxBody(xml: string, styleOf: StyleOf, numbering: Numbering): DocxBody | null {
  const body: WordBlock[] = [];
  const tables = new OpenTables();
  const paragraphs: Paragraph[] = [];
  const path: string[] = [];
  let run: DocxRun = PLAIN_RUN;
  let skipped = 0;
  let inTextBox = 0;
  const seen = { textBox: false, deleted: false, hidden: false };

  const add = (block: WordBlock): void => void (tables.into ?? body).push(block);
  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    paragraph.content.write(text, run, run.bold ?? styleOf(paragraph.style).bold ?? false);
  };

  const open = (name: string, attributes: (name: string) => string | undefined): void => {
    const parent = path.at(-1);
    path.push(name);
    if (name === 'txbxContent') inTextBox++;
    if (name === 'del' && parent === 'trPr') tables.deleteRow();
    if (skipped > 0 || SKIPPED.has(name)) {
      skipped++;
      return;
    }
    const value = attributes('val');
    if (name === 'p') paragraphs.push({ content: new ParagraphText() });
    if (name === 'p' || name === 'r') run = PLAIN_RUN;
    else if (path.at(-3) === 'r') run = withProperty(run, name, value, styleOf);
    const character = CHARACTERS.get(name);
    if (character !== undefined && isPrinted(name, parent, attributes('type'))) write(character);
    const paragraph = paragraphs.at(-1);
    if (paragraph && value !== undefined) setProperty(paragraph, name, value);
    tables.open(name, value, parent);
  };

  const close = (name: string): void => {
    path.pop();
    if (name === 'txbxContent') inTextBox--;
    if (skipped > 0) {
      skipped--;
      return;
    }
    if (name === 'p') {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      seen.deleted ||= paragraph.content.hasStruck;
      seen.hidden ||= paragraph.content.hasHidden;
      add(finished(paragraph, styleOf, numbering));
    } else if (name === 'tr') tables.endRow();
    else if (name === 'tbl') {
      const table = tables.endTable();
      if (table) add(table);
    }
  };

  const text = (content: string): void => {
    const name = path.at(-1);
    if (name === 'delText') seen.deleted = true;
    if (name !== 't') return;
    if (inTextBox > 0 && content.trim() !== '') seen.textBox = true;
    if (skipped === 0) write(content);
  };

  if (!walkXml(xml, { open, close, text }) || tables.absurd) return null;
  return { blocks: placedBlocks(body), hasTextBox: seen.textBox, hasDeleted: seen.deleted, hasHidden: seen.hidden };
}

/** A tab of the text, not one of w:tabs; a line break, not one of the page or column. */
function isPrinted(name: string, parent: string | undefined, type: string | undefined): boolean {
  if (name === 'tab') return parent === 'r';
  return name === 'br' || name === 'cr' ? type === undefined || type === 'textWrapping' : true;
}

function setProperty(paragraph: Paragraph, name: string, value: string): void {
  if (name === 'pStyle') paragraph.style = value;
  if (name === 'outlineLvl') paragraph.outline = Number(value);
  if (name === 'numId') paragraph.numId = value;
  if (name === 'ilvl') paragraph.listLevel = Number(value);
}

function finished(paragraph: Paragraph, styleOf: StyleOf, numbering: Numbering): WordParagraph {
  const style = styleOf(paragraph.style);
  const { content } = paragraph;
  const text = content.text.trim();
  const numId = paragraph.numId ?? style.numId;
  const listed = text !== '' && numId !== undefined && numId !== '0';
  const number = listed ? numbering.next(numId, paragraph.listLevel ?? style.listLevel ?? 0) : '';
  const level = paragraph.outline !== undefined && paragraph.outline < 9 ? paragraph.outline + 1 : style.heading;
  return {
    kind: 'paragraph',
    text: /[\p{L}\p{N}]$/u.test(number) && number !== '' ? `${number} ${text}` : number + text,
    ...(number === '' ? withTabs(content.text) : {}),
    ...(content.hasStruck ? { struck: true } : {}),
    bold: content.isBold,
    ...(level === undefined ? {} : { level }),
  };
}
