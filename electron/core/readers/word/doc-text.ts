// The main text of an old Word file as paragraphs with their properties: pieces put in order, deleted and hidden text left out, fields as shown.
import { type PropertyRun, readRuns, readSprms, runAt, type Sprm, SPRM } from './doc-properties.ts';
import { withTabs } from './word-blocks.ts';
import { ParagraphText, type Run } from './word-text.ts';

export interface DocParagraph {
  readonly text: string;
  /** With the tabs at its ends, where it has any. */
  readonly printed?: string;
  /** The character that ended it: 7 a cell or row, 13 a paragraph, 12 a page or section. */
  readonly end: number;
  readonly style: number;
  readonly sprms: readonly Sprm[];
  readonly bold: boolean;
  /** Text of it was struck out and left out. */
  readonly struck: boolean;
}

export interface DocText {
  readonly paragraphs: readonly DocParagraph[];
  readonly hasTextBox: boolean;
  readonly hasDeleted: boolean;
  readonly hasHidden: boolean;
}

interface Piece {
  readonly text: string;
  /** Position of the first character in the file, and bytes a character. */
  readonly position: number;
  readonly width: 1 | 2;
}

const MAX_CHARACTERS = 5_000_000;

/** @returns null where the file breaks off or contradicts itself. */
export function docText(main: Uint8Array, table: Uint8Array, data: Uint8Array): DocText | null {
  const fib = new DataView(main.buffer, main.byteOffset, main.byteLength);
  const part = (at: number): Uint8Array | null => {
    const offset = fib.getUint32(at, true);
    const length = fib.getUint32(at + 4, true);
    return offset + length <= table.length ? table.subarray(offset, offset + length) : null;
  };
  const clx = part(0x1a2);
  const paragraphBins = part(0x102);
  const characterBins = part(0xfa);
  const length = fib.getUint32(0x4c, true);
  if (!clx || !paragraphBins || paragraphBins.length < 4 || length > MAX_CHARACTERS) return null;
  const pieces = readPieces(main, clx);
  if (!pieces) return null;
  const paragraphs = readRuns(main, paragraphBins, 'paragraph');
  const marked = readRuns(
    main,
    characterBins && characterBins.length >= 4 ? characterBins : new Uint8Array(4),
    'character',
  ).filter(isMarked);
  const collected = collect(pieces, length, { paragraphs, marked, data });
  return { ...collected, hasTextBox: fib.getUint32(0x64, true) > 1 };
}

const MARKS: readonly number[] = [
  SPRM.deleted,
  SPRM.hidden,
  SPRM.bold,
  SPRM.struck,
  SPRM.struckTwice,
  SPRM.raised,
  SPRM.position,
  SPRM.size,
];

const isMarked = (run: PropertyRun): boolean => run.sprms.some(({ code }) => MARKS.includes(code));

function readPieces(main: Uint8Array, clx: Uint8Array): Piece[] | null {
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength);
  let at = 0;
  while (at + 3 <= clx.length && clx[at] === 1) at += 3 + view.getUint16(at + 1, true);
  if (at + 5 > clx.length || clx[at] !== 2) return null;
  const start = at + 5;
  const count = Math.floor((Math.min(view.getUint32(at + 1, true), clx.length - start) - 4) / 12);
  const pieces: Piece[] = [];
  let total = 0;
  for (let index = 0; index < count; index++) {
    const characters = view.getUint32(start + index * 4 + 4, true) - view.getUint32(start + index * 4, true);
    const stated = view.getUint32(start + (count + 1) * 4 + index * 8 + 2, true);
    const width = stated & 0x40000000 ? 1 : 2;
    const position = width === 1 ? (stated & 0x3fffffff) >>> 1 : stated & 0x3fffffff;
    total += characters;
    if (characters < 0 || total > 4 * MAX_CHARACTERS || position + characters * width > main.length) return null;
    const bytes = main.subarray(position, position + characters * width);
    pieces.push({
      text: new TextDecoder(width === 1 ? 'windows-1252' : 'utf-16le', { ignoreBOM: true }).decode(bytes),
      position,
      width,
    });
  }
  return pieces;
}

/** Where the properties of paragraphs and of marked characters stand in the file. */
interface Properties {
  readonly paragraphs: readonly PropertyRun[];
  readonly marked: readonly PropertyRun[];
  readonly data: Uint8Array;
}

function collect(
  pieces: readonly Piece[],
  length: number,
  { paragraphs: paragraphRuns, marked, data }: Properties,
): Omit<DocText, 'hasTextBox'> {
  const paragraphs: DocParagraph[] = [];
  let hasDeleted = false;
  let hasHidden = false;
  let content = new ParagraphText();
  const end = (code: number, run: PropertyRun | undefined): void => {
    hasDeleted ||= content.hasStruck;
    hasHidden ||= content.hasHidden;
    paragraphs.push({
      text: content.text.trim(),
      ...withTabs(content.text),
      end: code,
      style: run?.style ?? 0,
      sprms: withHuge(run?.sprms ?? [], data),
      bold: content.isBold,
      struck: content.hasStruck,
    });
    content = new ParagraphText();
  };
  // inside a field its code is not shown, its result is
  const fields: ('code' | 'result')[] = [];
  let rest = length;
  for (const piece of pieces) {
    for (let index = 0; index < piece.text.length && rest > 0; index++, rest--) {
      const code = piece.text.charCodeAt(index);
      const position = piece.position + index * piece.width;
      const run = runOf(runAt(marked, position));
      if (code === 13 || code === 7 || code === 12) {
        // a deleted paragraph mark joins two paragraphs
        if (run.deleted && code === 13) hasDeleted = true;
        else end(code, runAt(paragraphRuns, position));
      } else if (code === 0x13) fields.push('code');
      else if (code === 0x14 && fields.length > 0) fields[fields.length - 1] = 'result';
      else if (code === 0x15) fields.pop();
      else if (!fields.includes('code')) {
        if (run.deleted) hasDeleted = true;
        else content.write(shownCharacter(code), run, run.bold);
      }
    }
  }
  if (content.text.trim() !== '') end(13, undefined);
  return { paragraphs, hasDeleted: hasDeleted || content.hasStruck, hasHidden: hasHidden || content.hasHidden };
}

interface DocRun extends Run {
  readonly deleted: boolean;
  readonly bold: boolean;
}

const PLAIN: DocRun = {
  deleted: false,
  hidden: false,
  bold: false,
  struck: false,
  raised: false,
  setting: { position: 0, size: null },
};

const runOf = (properties: PropertyRun | undefined): DocRun => (properties?.sprms ?? []).reduce(withProperty, PLAIN);

function withProperty(run: DocRun, { code, operand }: Sprm): DocRun {
  const on = operand.byteLength > 0 && (operand.getUint8(0) & 1) === 1;
  switch (code) {
    case SPRM.deleted:
      return { ...run, deleted: on };
    case SPRM.hidden:
      return { ...run, hidden: on };
    case SPRM.bold:
      return { ...run, bold: on };
    case SPRM.struck:
    case SPRM.struckTwice:
      return { ...run, struck: on };
    case SPRM.raised:
      return { ...run, raised: operand.byteLength > 0 && operand.getUint8(0) !== 0 };
    case SPRM.position:
      if (operand.byteLength < 2) return run;
      return { ...run, setting: { ...run.setting, position: operand.getInt16(0, true) } };
    case SPRM.size:
      if (operand.byteLength < 2) return run;
      return { ...run, setting: { ...run.setting, size: operand.getUint16(0, true) } };
    default:
      return run;
  }
}

function shownCharacter(code: number): string {
  if (code === 9) return '\t';
  if (code === 11) return '\n';
  if (code === 30) return '-';
  return code < 32 ? '' : String.fromCharCode(code);
}

/** Long lists (tables of many columns) are kept in the data stream, with only their address in the paragraph. */
function withHuge(sprms: readonly Sprm[], data: Uint8Array): readonly Sprm[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return sprms.flatMap((sprm) => {
    if (sprm.code !== SPRM.hugeProperties && sprm.code !== SPRM.hugePropertiesOld && sprm.code !== SPRM.tableProperties)
      return [sprm];
    const at = sprm.operand.getUint32(0, true);
    if (at + 2 > data.length) return [];
    return readSprms(data.subarray(at + 2, at + 2 + view.getUint16(at, true)));
  });
}
