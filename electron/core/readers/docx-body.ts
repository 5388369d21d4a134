// word/document.xml -> blocks in reading order: paragraphs with their automatic numbers, tables with merged cells resolved.
import type { RawBlock } from '../../../shared/import/raw-document.ts';
import type { Numbering } from './docx-numbering.ts';
import { isOff, type ParagraphStyle } from './docx-styles.ts';
import { isOffLine, raised, type Setting } from './note-marks.ts';
import { placedBlocks, type WordBlock, type WordParagraph } from './word-blocks.ts';
import { walkXml } from './xml.ts';

interface Cell {
  blocks: WordBlock[];
  start: number;
  span: number;
  continues: boolean;
}

interface Table {
  rows: Cell[][];
  column: number;
  deletedRow: boolean;
}

interface Paragraph {
  text: string;
  style?: string;
  outline?: number;
  numId?: string;
  listLevel?: number;
  boldLength: number;
  struck: boolean;
  /** The setting of the text before, marks left out. */
  onLine: Setting | null;
}

interface Run {
  /** As the style says, if undefined. */
  readonly bold: boolean | undefined;
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly raised: boolean;
  readonly setting: Setting;
}

const PLAIN_RUN: Run = {
  bold: undefined,
  hidden: false,
  struck: false,
  raised: false,
  setting: { position: 0, size: null },
};

export interface DocxBody {
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

/** Half points, or points with their unit. */
const halfPoints = (value: string | undefined): number =>
  Number.parseFloat(value ?? '0') * (value?.endsWith('pt') ? 2 : 1);

const MAX_CELLS = 50_000;
const MAX_SPAN = 200;

/** @returns null where the part is damaged or absurd (nested too deep, spans or cells without end). */
export function readDocxBody(
  xml: string,
  styleOf: (id: string | undefined) => ParagraphStyle,
  numbering: Numbering,
): DocxBody | null {
  const body: WordBlock[] = [];
  const tables: Table[] = [];
  const paragraphs: Paragraph[] = [];
  const path: string[] = [];
  let run: Run = PLAIN_RUN;
  let skipped = 0;
  let inTextBox = 0;
  let cells = 0;
  let absurd = false;
  const seen = { textBox: false, deleted: false, hidden: false };

  const table = (): Table | undefined => tables.at(-1);
  const cell = (): Cell | undefined => table()?.rows.at(-1)?.at(-1);
  const into = (): WordBlock[] => cell()?.blocks ?? body;
  const write = (text: string): void => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    if (run.hidden) {
      seen.hidden ||= text.trim() !== '';
      return;
    }
    if (run.struck) {
      seen.deleted ||= text.trim() !== '';
      paragraph.struck ||= text.trim() !== '';
      return;
    }
    const off = run.raised || isOffLine(run.setting, paragraph.onLine);
    paragraph.text += off ? raised(text) : text;
    if (!off) paragraph.onLine = run.setting;
    if (run.bold ?? styleOf(paragraph.style).bold) paragraph.boldLength += text.length;
  };

  const open = (name: string, attributes: (name: string) => string | undefined): void => {
    const parent = path.at(-1);
    path.push(name);
    if (name === 'txbxContent') inTextBox++;
    if (name === 'del' && parent === 'trPr') {
      const current = table();
      if (current) current.deletedRow = true;
    }
    if (skipped > 0 || SKIPPED.has(name)) {
      skipped++;
      return;
    }
    const value = attributes('val');
    const paragraph = paragraphs.at(-1);
    switch (name) {
      case 'p':
        paragraphs.push({ text: '', boldLength: 0, struck: false, onLine: null });
        run = PLAIN_RUN;
        break;
      case 'pStyle':
        if (paragraph && value !== undefined) paragraph.style = value;
        break;
      case 'outlineLvl':
        if (paragraph) paragraph.outline = Number(value);
        break;
      case 'numId':
        if (paragraph && value !== undefined) paragraph.numId = value;
        break;
      case 'ilvl':
        if (paragraph) paragraph.listLevel = Number(value);
        break;
      case 'r':
        run = PLAIN_RUN;
        break;
      case 'b':
        if (path.at(-3) === 'r') run = { ...run, bold: !isOff(value) };
        break;
      case 'vanish':
        if (path.at(-3) === 'r') run = { ...run, hidden: !isOff(value) };
        break;
      case 'strike':
      case 'dstrike':
        if (path.at(-3) === 'r') run = { ...run, struck: !isOff(value) };
        break;
      case 'vertAlign':
        if (path.at(-3) === 'r') run = { ...run, raised: value === 'superscript' || value === 'subscript' };
        break;
      case 'position':
        if (path.at(-3) === 'r') run = { ...run, setting: { ...run.setting, position: halfPoints(value) } };
        break;
      case 'sz':
        if (path.at(-3) === 'r') run = { ...run, setting: { ...run.setting, size: halfPoints(value) } };
        break;
      case 'rStyle':
        if (path.at(-3) === 'r') run = { ...run, ...styleOf(value).text };
        break;
      case 'tab':
        if (parent === 'r') write('\t');
        break;
      case 'br':
      case 'cr':
        if (attributes('type') === undefined || attributes('type') === 'textWrapping') write('\n');
        break;
      case 'noBreakHyphen':
        write('-');
        break;
      case 'sym':
        write('□');
        break;
      case 'tbl':
        tables.push({ rows: [], column: 0, deletedRow: false });
        break;
      case 'tr': {
        const current = table();
        if (!current) break;
        current.rows.push([]);
        current.column = 0;
        current.deletedRow = false;
        break;
      }
      case 'gridBefore': {
        const current = table();
        if (current && parent === 'trPr') current.column = span(value);
        break;
      }
      case 'tc': {
        const current = table();
        if (!current) break;
        if (++cells > MAX_CELLS) absurd = true;
        current.rows.at(-1)?.push({ blocks: [], start: current.column, span: 1, continues: false });
        current.column += 1;
        break;
      }
      case 'gridSpan': {
        const current = table();
        const own = cell();
        if (!current || !own) break;
        own.span = span(value);
        current.column = own.start + own.span;
        break;
      }
      case 'vMerge': {
        const own = cell();
        if (own) own.continues = value === undefined || value === 'continue';
        break;
      }
      default:
    }
  };

  const span = (value: string | undefined): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0 || number > MAX_SPAN) absurd = true;
    return Math.min(Math.max(number || 1, 1), MAX_SPAN);
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
      if (paragraph) into().push(finished(paragraph));
    } else if (name === 'tr') {
      const current = table();
      if (current?.deletedRow) current.rows.pop();
    } else if (name === 'tbl') {
      const done = tables.pop();
      if (done) into().push({ kind: 'table', rows: done.rows.filter((row) => row.length > 0) });
    }
  };

  const finished = (paragraph: Paragraph): WordParagraph => {
    const style = styleOf(paragraph.style);
    const text = paragraph.text.trim();
    const numId = paragraph.numId ?? style.numId;
    const listed = text !== '' && numId !== undefined && numId !== '0';
    const number = listed ? numbering.next(numId, paragraph.listLevel ?? style.listLevel ?? 0) : '';
    const level = paragraph.outline !== undefined && paragraph.outline < 9 ? paragraph.outline + 1 : style.heading;
    return {
      kind: 'paragraph',
      text: /[\p{L}\p{N}]$/u.test(number) && number !== '' ? `${number} ${text}` : number + text,
      ...(paragraph.struck ? { struck: true } : {}),
      bold: text !== '' && paragraph.boldLength >= paragraph.text.replace(/\s+$/, '').length,
      ...(level === undefined ? {} : { level }),
    };
  };

  const text = (content: string): void => {
    const name = path.at(-1);
    if (name === 'delText') seen.deleted = true;
    if (name !== 't') return;
    if (inTextBox > 0 && content.trim() !== '') seen.textBox = true;
    if (skipped === 0) write(content);
  };

  if (!walkXml(xml, { open, close, text }) || absurd) return null;
  return { blocks: placedBlocks(body), hasTextBox: seen.textBox, hasDeleted: seen.deleted, hasHidden: seen.hidden };
}
