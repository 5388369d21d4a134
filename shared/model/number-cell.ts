// Text of a figure cell <-> value. One reader for typing, pasting and importing; full-width digits by whitelist, never by guess.
import { halfWidthDigits } from './digits.ts';
import { compareDecimals, fromMillionths, toMillionths } from './decimal.ts';
import type { CellState } from './report.ts';

/** The kinds of figure an edition knows; see `FigureType` in shared/editions/types.ts. */
export type FigureKind = 'count' | 'signed' | 'amount';

/** How sure the reading is: an oddity is worth showing to the person. */
export type Oddity = 'unit' | 'note' | 'sign-suffix' | 'split' | 'unread' | 'impossible';

export interface FigureReading {
  readonly state: CellState;
  readonly value: string | null;
  readonly note?: string;
  readonly unit?: string;
  readonly oddities: readonly Oddity[];
  /** Why the text cannot stand in this cell, as a Chinese clause; set with the oddities `unread` and `impossible`. */
  readonly reason?: string;
}

const MAX_FIGURE = '9999999999';

const SPACES = /[\s\u00a0\u3000\u200b\ufeff]/g;
const DASHES = /^[-‐‑‒–—―－−/／]+$/;
const UNITS = ['万元', '亿元', '元', '万件', '万', '件', '项', '个', '条', '宗', '起', '份', '次', '人', '例'];

/** Full-width digits, point, sign and brackets as their half-width twins; ① or Ⅳ stay what they are. */
const toHalfWidth = (text: string): string =>
  halfWidthDigits(text)
    .replace(/[．]/g, '.')
    .replace(/[＋]/g, '+')
    .replace(/[－−﹣]/g, '-')
    .replace(/[（【〔［]/g, '(')
    .replace(/[）】〕］]/g, ')')
    .replace(/[，﹐]/g, ',');

/**
 * Reads the text of one figure cell. Never throws and never drops anything: what is no figure has state `text`.
 *
 * “49（+）” is +49, “1,033” is 1033, “22（其中修订16件）” is 22 with a note, “22541145.2元” is 22541145.2 with its unit,
 * “-”, “—” and “/” are a dash, blank is blank.
 */
export function readFigure(text: string, kind: FigureKind): FigureReading {
  // Excel's mark for a number kept as text
  const compact = text.replace(SPACES, '').replace(/^['‘’＇`](?=[\d０-９])/, '');
  if (compact === '') return { state: 'blank', value: null, oddities: [] };
  if (DASHES.test(compact)) return { state: 'dash', value: null, oddities: [] };
  const reading = readCompact(text, toHalfWidth(compact), kind);
  // “1 28” may be 128 or two figures in one cell: worth a look
  const split = /[\d０-９][\s\u00a0\u3000]+[\d０-９]/.test(text);
  return split && reading.state === 'number' ? { ...reading, oddities: [...reading.oddities, 'split'] } : reading;
}

/** Whether a text alone in a cell is a figure, of whatever kind, or the dash that stands for one. */
export function isFigure(text: string): boolean {
  const { state } = readFigure(text, 'amount');
  return state === 'number' || state === 'dash' || /^-?\d/.test(readFigure(text, 'signed').value ?? '');
}

function readCompact(text: string, half: string, kind: FigureKind): FigureReading {
  const change = withSignInFront(half);
  if (change) {
    const inner = readPlain(change, kind);
    return { ...inner, oddities: [...inner.oddities, 'sign-suffix'] };
  }
  const marked = NOTE_MARK.exec(half);
  if (marked?.[1] && marked[2]) {
    const inner = readPlain(marked[1], kind);
    if (inner.state === 'number') return { ...inner, note: marked[2], oddities: [...inner.oddities, 'note'] };
  }
  const noted = /^([^(]*)\((.+)\)$/.exec(half);
  if (!noted?.[1] || !noted[2] || !/\d/.test(noted[1])) return readPlain(half, kind);
  if (UNITS.includes(noted[2])) return readPlain(noted[1] + noted[2], kind);
  const inner = readPlain(noted[1], kind);
  if (inner.state !== 'number') return readPlain(half, kind);
  // the note as printed, without its brackets
  const note = text
    .trim()
    .replace(/^[^（(【〔［]*[（(【〔［]/, '')
    .replace(/[）)】〕］]\s*$/, '');
  return { ...inner, note, oddities: [...inner.oddities, 'note'] };
}

/** The mark of a footnote behind a figure, which is no digit of it. */
const NOTE_MARK = /^(\d[\d,.]*)(\*{1,3}|※|[①-⑳]|[¹²³⁰⁴-⁹₀-₉]{1,2}|\[\d{1,2}\]|注\d{0,2})$/;

const UP = '增加|增长|新增|增|↑';
const DOWN = '减少|下降|减|↓';
const CHANGE_FRONT = new RegExp(`^(?:(${UP})|(${DOWN}))(\\d.*)$`);
const CHANGE_BEHIND = new RegExp(`^(\\d.*?)(?:\\((?:(\\+|${UP})|(-|${DOWN}))\\)|(\\+|↑)|(-|↓))$`);

/** A change written as “49（+）”, “减少12”, “—3” or “6↓” with its sign in front; null where the text is no such change. */
function withSignInFront(half: string): string | null {
  const front = CHANGE_FRONT.exec(half);
  if (front?.[3]) return `${front[2] ? '-' : ''}${front[3]}`;
  // a word processor's dash for the sign
  const dashed = /^[‐‑‒–—―](\d.*)$/.exec(half);
  if (dashed?.[1]) return `-${dashed[1]}`;
  const behind = CHANGE_BEHIND.exec(half);
  return behind?.[1] ? `${behind[3] || behind[5] ? '-' : ''}${behind[1]}` : null;
}

function readPlain(half: string, kind: FigureKind): FigureReading {
  const unit = UNITS.find((name) => half.endsWith(name));
  const body = unit ? half.slice(0, -unit.length) : half;
  const match = /^([+-]?)(\d{1,3}(?:[,、']\d{3})+|\d+)(?:\.(\d+))?$/.exec(body);
  const oddities: Oddity[] = unit ? ['unit'] : [];
  if (!match?.[2]) return { state: 'text', value: null, oddities: ['unread'], reason: '不是数字' };
  const [, sign, whole, fraction = ''] = match;
  const digits = whole.replace(/[,、']/g, '').replace(/^0+(?=\d)/, '');
  const trimmed = fraction.replace(/0+$/, '');
  const number = { state: 'number', unit, oddities } as const;
  const impossible = (reason: string, value: string): FigureReading => ({
    ...withoutUndefined(number),
    value,
    oddities: [...oddities, 'impossible'],
    reason,
  });
  if (trimmed.length > 6) return { state: 'text', value: null, oddities: ['unread'], reason: '小数超过六位' };
  if (digits.length > 15) return { state: 'text', value: null, oddities: ['unread'], reason: '数字过长' };
  const value = fromMillionths(toMillionths(`${sign === '-' ? '-' : ''}${digits}${trimmed && `.${trimmed}`}`));
  if (compareDecimals(value.replace('-', ''), MAX_FIGURE) > 0) return impossible('超过9999999999', value);
  if (value.startsWith('-') && kind !== 'signed') return impossible('不能是负数', value);
  if (trimmed && kind !== 'amount') return impossible('必须是整数', value);
  return { ...withoutUndefined(number), value };
}

const withoutUndefined = (number: {
  readonly state: 'number';
  readonly unit: string | undefined;
  readonly oddities: readonly Oddity[];
}) => ({
  state: number.state,
  oddities: number.oddities,
  ...(number.unit ? { unit: number.unit } : {}),
});

export type TypedFigure =
  | { readonly ok: true; readonly state: CellState; readonly value: string | null; readonly note?: string }
  | { readonly ok: false; readonly reason: string };

/** What a person types or pastes into a cell: a figure, blank or a dash; anything else is refused with its reason and stays typed. */
export function readTypedFigure(text: string, kind: FigureKind): TypedFigure {
  const { state, value, note, reason, oddities, unit } = readFigure(text, kind);
  if (reason) return { ok: false, reason: `“${text.trim()}”${reason}` };
  const grouped = /^[+-]?\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(toHalfWidth(text.trim()));
  if (oddities.includes('split') && !grouped) return { ok: false, reason: `“${text.trim()}”中的数字之间有空格` };
  if (oddities.includes('unit')) return { ok: false, reason: `“${text.trim()}”带有单位“${unit}”，格内只填数字` };
  return { ok: true, state, value, ...(note ? { note } : {}) };
}

/** How a cell is shown and printed: the figure, its note in full-width brackets, a dash, the text kept, or nothing. */
export function showFigure(cell: {
  readonly state: CellState;
  readonly value: string | null;
  readonly raw: string;
  readonly note?: string;
}): string {
  switch (cell.state) {
    case 'blank':
      return '';
    case 'dash':
      return cell.raw.trim() || '-';
    case 'text':
      return cell.raw;
    case 'number':
      return cell.note ? `${cell.value}（${cell.note}）` : (cell.value ?? '');
  }
}
