// The records of an old workbook (BIFF8) beside its values: fonts struck out, raised or lowered, hidden rows and columns. Damage ends the search quietly.
import { raised, withNotes } from '../note-marks.ts';
import type { CellMark, SheetMarks } from './sheet-marks.ts';

interface BiffRecord {
  readonly type: number;
  readonly at: number;
  readonly data: DataView;
}

interface Font {
  readonly struck: boolean;
  readonly raised: boolean;
}

/** A text with the places where another font begins. */
interface RichString {
  readonly text: string;
  readonly runs: readonly { readonly from: number; readonly font: number }[];
}

const TYPE = {
  font: 0x31,
  format: 0xe0,
  sheet: 0x85,
  strings: 0xfc,
  more: 0x3c,
  begin: 0x809,
  end: 0x0a,
  row: 0x208,
  columns: 0x7d,
  sharedText: 0xfd,
  several: 0xbd,
} as const;
/** FORMULA, NUMBER, RK: one cell with its format. */
const SINGLE = [0x06, 0x203, 0x27e];
const MAX_RECORDS = 500_000;

/** @param book the stream of the workbook. @returns by name of the sheet what is marked in it. */
export function xlsMarks(book: Uint8Array): ReadonlyMap<string, SheetMarks> {
  const all = recordsOf(book);
  const fonts = all.filter(({ type }) => type === TYPE.font).map(({ data }) => fontOf(data));
  // there is no font number 4
  const fontAt = (number: number): Font | undefined => fonts[number < 4 ? number : number - 1];
  const formats = all.filter(({ type }) => type === TYPE.format).map(({ data }) => fontAt(data.getUint16(0, true)));
  const strings = sharedStrings(all);
  const names = new Map(
    all.filter(({ type }) => type === TYPE.sheet).map(({ data }) => [data.getUint32(0, true), nameOf(data)] as const),
  );
  const marks = new Map<string, SheetMarks>();
  let sheet: { hiddenRows: Set<number>; hiddenColumns: Set<number>; cells: Map<string, CellMark> } | null = null;
  for (const { type, at, data } of all) {
    const name = type === TYPE.begin ? names.get(at) : undefined;
    if (name !== undefined) {
      sheet = { hiddenRows: new Set(), hiddenColumns: new Set(), cells: new Map() };
      marks.set(name, sheet);
    }
    if (!sheet || data.byteLength < 6) continue;
    const [row, column] = [data.getUint16(0, true), data.getUint16(2, true)];
    const mark = (of: number, format: number, own: CellMark = {}): void => {
      const struck = formats[format]?.struck === true && own.text === undefined;
      if (struck || own.text !== undefined) sheet?.cells.set(`${row} ${of}`, struck ? { struck: true } : own);
    };
    if (type === TYPE.row && data.byteLength >= 14 && (data.getUint16(12, true) & 0x20) !== 0)
      sheet.hiddenRows.add(row);
    else if (type === TYPE.columns && data.byteLength >= 10 && (data.getUint16(8, true) & 1) !== 0)
      for (let hidden = row; hidden <= Math.min(column, 255); hidden++) sheet.hiddenColumns.add(hidden);
    else if (SINGLE.includes(type)) mark(column, data.getUint16(4, true));
    else if (type === TYPE.several)
      for (let index = 0; 4 + index * 6 + 8 <= data.byteLength; index++)
        mark(column + index, data.getUint16(4 + index * 6, true));
    else if (type === TYPE.sharedText && data.byteLength >= 10) {
      const format = data.getUint16(4, true);
      const string = strings[data.getUint32(6, true)];
      const text = string ? markedText(string, formats[format], fontAt) : null;
      mark(column, format, text === null ? {} : { text });
    }
  }
  return marks;
}

function recordsOf(book: Uint8Array): BiffRecord[] {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  const found: BiffRecord[] = [];
  for (let at = 0; at + 4 <= book.length && found.length < MAX_RECORDS; ) {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > book.length) break;
    found.push({
      type: view.getUint16(at, true),
      at,
      data: new DataView(book.buffer, book.byteOffset + at + 4, length),
    });
    at += 4 + length;
  }
  return found;
}

const fontOf = (data: DataView): Font => ({
  struck: data.byteLength >= 10 && (data.getUint16(2, true) & 0x08) !== 0,
  raised: data.byteLength >= 10 && data.getUint16(8, true) !== 0,
});

function nameOf(data: DataView): string {
  if (data.byteLength < 8) return '';
  const wide = (data.getUint8(7) & 1) !== 0;
  const length = Math.min(data.getUint8(6), Math.floor((data.byteLength - 8) / (wide ? 2 : 1)));
  return Array.from({ length }, (_, index) =>
    String.fromCharCode(wide ? data.getUint16(8 + index * 2, true) : data.getUint8(8 + index)),
  ).join('');
}

/** null where no part is raised, lowered or struck out. */
function markedText(
  { text, runs }: RichString,
  whole: Font | undefined,
  fontAt: (number: number) => Font | undefined,
): string | null {
  const fonts = runs.map(({ font }) => fontAt(font));
  if (!fonts.some((font) => font?.raised || font?.struck)) return null;
  const first = { from: 0, font: whole };
  const parts = [first, ...runs.map(({ from }, index) => ({ from, font: fonts[index] }))];
  return withNotes(
    parts
      .map(({ from, font }, index) => {
        const part = text.slice(from, parts[index + 1]?.from);
        if (part === '' || font?.struck) return '';
        return font?.raised ? raised(part) : part;
      })
      .join(''),
  );
}

/** The table of strings; a string may go on in the next record, with a new mark of its width. */
function sharedStrings(all: readonly BiffRecord[]): RichString[] {
  const start = all.findIndex(({ type }) => type === TYPE.strings);
  if (start < 0) return [];
  const parts: DataView[] = [];
  for (let index = start; index === start || all[index]?.type === TYPE.more; index++) {
    const data = all[index]?.data;
    if (data) parts.push(data);
  }
  let part = 0;
  let at = 8;
  const turn = (): void => {
    while (part < parts.length && at >= (parts[part]?.byteLength ?? 0)) {
      part++;
      at = 0;
    }
  };
  const byte = (): number => {
    turn();
    const data = parts[part];
    if (!data) throw new RangeError('the strings break off');
    return data.getUint8(at++);
  };
  const short = (): number => byte() + byte() * 256;
  const strings: RichString[] = [];
  try {
    const count = parts[0]?.getUint32(4, true) ?? 0;
    while (strings.length < count) strings.push(string());
  } catch {
    // what stands behind the damage has no marks
  }
  return strings;

  function string(): RichString {
    const length = short();
    let flags = byte();
    const runCount = flags & 0x08 ? short() : 0;
    const extra = flags & 0x04 ? short() + short() * 65536 : 0;
    let text = '';
    for (let index = 0; index < length; index++) {
      const before = part;
      turn();
      if (part !== before) flags = byte();
      text += String.fromCharCode(flags & 1 ? short() : byte());
    }
    const runs = Array.from({ length: runCount }, () => ({ from: short(), font: short() }));
    for (let index = 0; index < extra; index++) byte();
    return { text, runs };
  }
}
