// What the drawing operators of a page of a PDF do: where the text stands that they show, and the lines that they draw.
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfChar } from './pdf-page.ts';
import { type Matrix, pathRules, type Rule } from './pdf-rules.ts';
import { plainCharacters } from '../plain-characters.ts';

interface State {
  matrix: Matrix;
  fontScale: number;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  horizontal: number;
  leading: number;
  rise: number;
  invisible: boolean;
  alpha: number;
  pale: boolean;
}

/** A page while it is drawn. */
interface Drawing {
  readonly page: PDFPageProxy;
  readonly ops: Readonly<Record<string, number>>;
  readonly chars: PdfChar[];
  readonly rules: Rule[];
  readonly saved: State[];
  invisible: number;
  state: State;
  /** Where the next glyph stands, and where its line began. */
  text: Matrix;
  line: Matrix;
}

interface Arguments {
  readonly list: readonly unknown[];
  /** The number at a place; 0 where there is none. */
  number(at: number): number;
}

type Operator = (drawing: Drawing, args: Arguments) => void;

const MAX_CHARS = 300_001; // one more than a whole file may have
const MAX_RULES = 20_000;

const multiply = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5],
];

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A page with nothing drawn yet. */
export function startOf(
  page: PDFPageProxy,
  ops: Drawing['ops'],
  view: { readonly height: number; readonly transform: unknown },
): Drawing {
  const state: State = {
    matrix: multiply([1, 0, 0, -1, 0, view.height], toMatrix(view.transform) ?? IDENTITY),
    fontScale: 0.001,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontal: 1,
    leading: 0,
    rise: 0,
    invisible: false,
    alpha: 1,
    pale: false,
  };
  return { page, ops, chars: [], rules: [], saved: [], invisible: 0, state, text: IDENTITY, line: IDENTITY };
}

export function argumentsOf(args: unknown): Arguments {
  const list: readonly unknown[] = Array.isArray(args) ? args : [];
  return { list, number: (at) => (typeof list[at] === 'number' ? list[at] : 0) };
}

const save: Operator = ({ saved, state }) => void saved.push({ ...state });
const restore: Operator = (drawing) => void (drawing.state = drawing.saved.pop() ?? drawing.state);
const transform = ({ state }: Drawing, by: unknown): void =>
  void (state.matrix = multiply(state.matrix, toMatrix(by) ?? IDENTITY));

function moveText(drawing: Drawing, x: number, y: number): void {
  drawing.line = multiply(drawing.line, [1, 0, 0, 1, x, y]);
  drawing.text = drawing.line;
}

/** The operators that count, by the names of the library. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  save,
  restore,
  transform: (drawing, { list }) => transform(drawing, list),
  paintFormXObjectBegin(drawing, args) {
    save(drawing, args);
    transform(drawing, args.list[0]);
  },
  paintFormXObjectEnd: restore,
  beginText(drawing) {
    drawing.text = IDENTITY;
    drawing.line = IDENTITY;
  },
  setGState({ state }, { list }) {
    for (const pair of Array.isArray(list[0]) ? list[0] : [])
      if (Array.isArray(pair) && pair[0] === 'ca' && typeof pair[1] === 'number') state.alpha = pair[1];
  },
  setFillRGBColor: ({ state }, { list }) => void (state.pale = isPale(list[0])),
  setFont({ state, page }, { list, number }) {
    state.fontSize = number(1);
    state.fontScale = fontScale(page, list[0]);
  },
  setCharSpacing: ({ state }, { number }) => void (state.charSpacing = number(0)),
  setWordSpacing: ({ state }, { number }) => void (state.wordSpacing = number(0)),
  setHScale: ({ state }, { number }) => void (state.horizontal = number(0) / 100),
  setLeading: ({ state }, { number }) => void (state.leading = number(0)),
  setTextRise: ({ state }, { number }) => void (state.rise = number(0)),
  setTextRenderingMode: ({ state }, { number }) => void (state.invisible = number(0) === 3),
  moveText: (drawing, { number }) => moveText(drawing, number(0), number(1)),
  setLeadingMoveText(drawing, { number }) {
    drawing.state.leading = -number(1);
    moveText(drawing, number(0), number(1));
  },
  setTextMatrix(drawing, { list }) {
    drawing.line = toMatrix(list) ?? toMatrix(list[0]) ?? IDENTITY;
    drawing.text = drawing.line;
  },
  nextLine: (drawing) => moveText(drawing, 0, -drawing.state.leading),
  showText(drawing, { list }) {
    if (Array.isArray(list[0])) for (const glyph of list[0]) show(drawing, glyph);
  },
  constructPath({ rules, ops, state }, { list }) {
    if (rules.length < MAX_RULES) rules.push(...pathRules(list, ops, state.matrix));
  },
};

/** A glyph, or a number that moves the next one. */
function show(drawing: Drawing, glyph: unknown): void {
  const { state, chars } = drawing;
  const advance = (by: number): void => void (drawing.text = multiply(drawing.text, [1, 0, 0, 1, by, 0]));
  if (typeof glyph === 'number') return advance((-glyph / 1000) * state.fontSize * state.horizontal);
  const { unicode, width, isSpace } = glyphOf(glyph);
  const placed = multiply(state.matrix, multiply(drawing.text, [1, 0, 0, 1, 0, state.rise]));
  const scale = Math.hypot(placed[0], placed[1]);
  // slanted text is a watermark or a stamp
  if (Math.abs(placed[1]) < 0.1 * scale && placed[0] > 0 && unicode.trim() !== '' && chars.length < MAX_CHARS) {
    chars.push({
      text: unicode,
      x: placed[4],
      y: placed[5],
      width: width * state.fontScale * state.fontSize * state.horizontal * scale,
      size: Math.abs(state.fontSize) * scale,
      ...(state.alpha < SEE_THROUGH || state.pale ? { faint: true } : {}),
    });
    if (state.invisible) drawing.invisible++;
  }
  const spacing = state.charSpacing + (isSpace ? state.wordSpacing : 0);
  advance((width * state.fontScale * state.fontSize + spacing) * state.horizontal);
}

const SEE_THROUGH = 0.6;

/** “#c0c0c0” and lighter. */
const isPale = (colour: unknown): boolean =>
  typeof colour === 'string' &&
  /^#[\da-f]{6}$/i.test(colour) &&
  [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= 0xb0);

function toMatrix(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !(value instanceof Float32Array)) return null;
  const [a, b, c, d, e, f] = Array.from<unknown>(value);
  const numbers = [a, b, c, d, e, f];
  if (!numbers.every((number) => typeof number === 'number' && Number.isFinite(number))) return null;
  return [Number(a), Number(b), Number(c), Number(d), Number(e), Number(f)];
}

function glyphOf(glyph: unknown): { readonly unicode: string; readonly width: number; readonly isSpace: boolean } {
  if (typeof glyph !== 'object' || glyph === null) return { unicode: '', width: 0, isSpace: false };
  // fonts of the mainland draw 户 and 戶 with one glyph, and a PDF may name it by the other
  const unicode =
    'unicode' in glyph && typeof glyph.unicode === 'string' ? plainCharacters(glyph.unicode).replace('戶', '户') : '';
  const width = 'width' in glyph && typeof glyph.width === 'number' ? glyph.width : 0;
  return { unicode, width, isSpace: 'isSpace' in glyph && glyph.isSpace === true };
}

function fontScale(page: PDFPageProxy, id: unknown): number {
  if (typeof id !== 'string' || !page.commonObjs.has(id)) return 0.001;
  const font: unknown = page.commonObjs.get(id);
  if (typeof font !== 'object' || font === null || !('fontMatrix' in font)) return 0.001;
  return toMatrix(font.fontMatrix)?.[0] ?? 0.001;
}
