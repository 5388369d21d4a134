// One page of a PDF as single characters and ruled lines, each with its place on the page (points, origin at the lower left).
import { type Matrix, pathRules, type Rule } from './pdf-rules.ts';
import { plainCharacters } from './plain-characters.ts';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfChar {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** Pale or see-through, as a watermark is. */
  readonly faint?: true;
}

export interface PdfPage {
  readonly chars: readonly PdfChar[];
  readonly rules: readonly Rule[];
  readonly width: number;
  readonly height: number;
  /** Characters written invisibly: the text of a scan as a machine guessed it. */
  readonly invisible: number;
}

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

/** Follows the drawing operators of a page. */
export async function readPage(page: PDFPageProxy, ops: Readonly<Record<string, number>>): Promise<PdfPage> {
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'display', annotationMode: 0 });
  // turned so that the page is upright as a reader shows it
  const viewport = page.getViewport({ scale: 1 });
  const upright = toMatrix(viewport.transform) ?? IDENTITY;
  const flip: Matrix = [1, 0, 0, -1, 0, viewport.height];
  const chars: PdfChar[] = [];
  const rules: Rule[] = [];
  const saved: State[] = [];
  let invisible = 0;
  let state: State = {
    matrix: multiply(flip, upright),
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
  let text: Matrix = IDENTITY;
  let line: Matrix = IDENTITY;
  const moveText = (x: number, y: number): void => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };

  const show = (glyphs: readonly unknown[]): void => {
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        text = multiply(text, [1, 0, 0, 1, (-glyph / 1000) * state.fontSize * state.horizontal, 0]);
        continue;
      }
      const { unicode, width, isSpace } = glyphOf(glyph);
      const advance =
        (width * state.fontScale * state.fontSize + state.charSpacing + (isSpace ? state.wordSpacing : 0)) *
        state.horizontal;
      const placed = multiply(state.matrix, multiply(text, [1, 0, 0, 1, 0, state.rise]));
      const scale = Math.hypot(placed[0], placed[1]);
      // slanted text is a watermark or a stamp
      if (Math.abs(placed[1]) < 0.1 * scale && placed[0] > 0 && unicode.trim() !== '' && chars.length < MAX_CHARS) {
        const drawn = width * state.fontScale * state.fontSize * state.horizontal * scale;
        chars.push({
          text: unicode,
          x: placed[4],
          y: placed[5],
          width: drawn,
          size: Math.abs(state.fontSize) * scale,
          ...(state.alpha < SEE_THROUGH || state.pale ? { faint: true } : {}),
        });
        if (state.invisible) invisible++;
      }
      text = multiply(text, [1, 0, 0, 1, advance, 0]);
    }
  };

  fnArray.forEach((operator, index) => {
    const args: unknown = argsArray[index];
    const list: readonly unknown[] = Array.isArray(args) ? args : [];
    const number = (at: number): number => (typeof list[at] === 'number' ? list[at] : 0);
    switch (operator) {
      case ops['save']:
        saved.push({ ...state });
        break;
      case ops['restore']:
      case ops['paintFormXObjectEnd']:
        state = saved.pop() ?? state;
        break;
      case ops['transform']:
        state.matrix = multiply(state.matrix, toMatrix(list) ?? IDENTITY);
        break;
      case ops['paintFormXObjectBegin']:
        saved.push({ ...state });
        state.matrix = multiply(state.matrix, toMatrix(list[0]) ?? IDENTITY);
        break;
      case ops['beginText']:
        text = IDENTITY;
        line = IDENTITY;
        break;
      case ops['setGState']:
        for (const pair of Array.isArray(list[0]) ? list[0] : [])
          if (Array.isArray(pair) && pair[0] === 'ca' && typeof pair[1] === 'number') state.alpha = pair[1];
        break;
      case ops['setFillRGBColor']:
        state.pale = isPale(list[0]);
        break;
      case ops['setFont']:
        state.fontSize = number(1);
        state.fontScale = fontScale(page, list[0]);
        break;
      case ops['setCharSpacing']:
        state.charSpacing = number(0);
        break;
      case ops['setWordSpacing']:
        state.wordSpacing = number(0);
        break;
      case ops['setHScale']:
        state.horizontal = number(0) / 100;
        break;
      case ops['setLeading']:
        state.leading = number(0);
        break;
      case ops['setTextRise']:
        state.rise = number(0);
        break;
      case ops['setTextRenderingMode']:
        state.invisible = number(0) === 3;
        break;
      case ops['moveText']:
        moveText(number(0), number(1));
        break;
      case ops['setLeadingMoveText']:
        state.leading = -number(1);
        moveText(number(0), number(1));
        break;
      case ops['setTextMatrix']:
        line = toMatrix(list) ?? toMatrix(list[0]) ?? IDENTITY;
        text = line;
        break;
      case ops['nextLine']:
        moveText(0, -state.leading);
        break;
      case ops['showText']:
        if (Array.isArray(list[0])) show(list[0]);
        break;
      case ops['constructPath']:
        if (rules.length < MAX_RULES) rules.push(...pathRules(list, ops, state.matrix));
        break;
      default:
    }
  });
  return { chars, rules, width: viewport.width, height: viewport.height, invisible };
}

const SEE_THROUGH = 0.6;

/** “#c0c0c0” and lighter. */
const isPale = (colour: unknown): boolean =>
  typeof colour === 'string' &&
  /^#[\da-f]{6}$/i.test(colour) &&
  [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= 0xb0);

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

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
