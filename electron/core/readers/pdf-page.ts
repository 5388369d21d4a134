// One page of a PDF as single characters and ruled lines, each with its place on the page (points, origin at the lower left).
import { plainCharacters } from './plain-characters.ts';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface PdfChar {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

/** A straight line along one axis; `at` is its position on the other. */
export interface Rule {
  readonly direction: 'horizontal' | 'vertical';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PdfPage {
  readonly chars: readonly PdfChar[];
  readonly rules: readonly Rule[];
  readonly width: number;
  readonly height: number;
  /** Characters written invisibly: the text of a scan as a machine guessed it. */
  readonly invisible: number;
}

type Matrix = readonly [number, number, number, number, number, number];

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
}

/** Borders are drawn as lines or as thin filled rectangles. */
const THIN = 2.5;
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
        chars.push({ text: unicode, x: placed[4], y: placed[5], width: drawn, size: Math.abs(state.fontSize) * scale });
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

/** Commands inside a path, as the library packs them. */
const PATH = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const;

function pathRules(list: readonly unknown[], ops: Readonly<Record<string, number>>, matrix: Matrix): Rule[] {
  const paint = list[0];
  const packed: unknown = Array.isArray(list[1]) ? list[1][0] : null;
  if (paint === ops['endPath'] || !(packed instanceof Float32Array)) return [];
  const outlines = outlinesOf(packed, matrix);
  const filled = paint === ops['fill'] || paint === ops['eoFill'];
  return outlines.flatMap((points) => (filled ? filledRule(points) : strokedRules(points)));
}

type Point = readonly [number, number];

function outlinesOf(packed: Float32Array, matrix: Matrix): Point[][] {
  const outlines: Point[][] = [];
  let current: Point[] = [];
  const point = (at: number): Point => {
    const x = packed[at] ?? 0;
    const y = packed[at + 1] ?? 0;
    return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
  };
  for (let at = 0; at < packed.length; ) {
    switch (packed[at] ?? PATH.close) {
      case PATH.move:
        current = [point(at + 1)];
        outlines.push(current);
        at += 3;
        break;
      case PATH.line:
        current.push(point(at + 1));
        at += 3;
        break;
      case PATH.curve:
        current = []; // a curve is no border
        at += 7;
        break;
      case PATH.quadratic:
        current = [];
        at += 5;
        break;
      default:
        if (current[0]) current.push(current[0]);
        at += 1;
    }
  }
  return outlines;
}

function filledRule(points: readonly Point[]): Rule[] {
  if (points.length < 4) return [];
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (top - bottom <= THIN && right - left > THIN)
    return [{ direction: 'horizontal', at: (top + bottom) / 2, from: left, to: right }];
  if (right - left <= THIN && top - bottom > THIN)
    return [{ direction: 'vertical', at: (left + right) / 2, from: bottom, to: top }];
  return [];
}

function strokedRules(points: readonly Point[]): Rule[] {
  return points.slice(1).flatMap((end, index): Rule[] => {
    const start = points[index] ?? end;
    const [width, height] = [Math.abs(end[0] - start[0]), Math.abs(end[1] - start[1])];
    if (height < 0.5 && width > 1) {
      return [
        {
          direction: 'horizontal',
          at: (start[1] + end[1]) / 2,
          from: Math.min(start[0], end[0]),
          to: Math.max(start[0], end[0]),
        },
      ];
    }
    if (width < 0.5 && height > 1) {
      return [
        {
          direction: 'vertical',
          at: (start[0] + end[0]) / 2,
          from: Math.min(start[1], end[1]),
          to: Math.max(start[1], end[1]),
        },
      ];
    }
    return [];
  });
}
