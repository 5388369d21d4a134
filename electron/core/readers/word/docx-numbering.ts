// The numbers Word prints before paragraphs by itself (“一、”, “（一）”, “1.”): they are not in the text and must be counted as Word counts them.
import { walkXml } from '../container/xml.ts';

interface ListLevel {
  start: number;
  format: string;
  text: string;
}

interface ListDefinition {
  readonly abstractId: string;
  readonly overrides: Map<number, number>;
}

export interface Numbering {
  /** The number in front of the next paragraph of this list; '' for bullets and unknown lists. Counts on. */
  readonly next: (numId: string, level: number) => string;
}

/** @param xml word/numbering.xml, or '' where the document has no lists. */
export function readNumbering(xml: string): Numbering {
  const { abstracts, lists } = parseNumbering(xml);
  const counters = new Map<string, number[]>();
  const next = (numId: string, level: number): string => {
    const list = lists.get(numId);
    const levels = list && abstracts.get(list.abstractId);
    const own = levels?.get(level);
    if (!list || !levels || !own) return '';
    // lists with the same definition count on together, unless one of them starts anew
    const key = list.overrides.size > 0 ? `num ${numId}` : list.abstractId;
    const counts = counters.get(key) ?? [];
    counters.set(key, counts);
    const startOf = (at: number): number => list.overrides.get(at) ?? levels.get(at)?.start ?? 1;
    counts[level] = (counts[level] ?? startOf(level) - 1) + 1;
    counts.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return '';
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return showNumber(counts[at] ?? startOf(at), levels.get(at)?.format ?? 'decimal');
    });
  };
  return { next };
}

function parseNumbering(xml: string) {
  const abstracts = new Map<string, Map<number, ListLevel>>();
  const lists = new Map<string, ListDefinition>();
  let levels: Map<number, ListLevel> | null = null;
  let level: ListLevel | null = null;
  let list: { abstractId: string; overrides: Map<number, number> } | null = null;
  let overridden = 0;
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributes('val') ?? '';
      if (name === 'abstractNum') {
        levels = new Map();
        abstracts.set(attributes('abstractNumId') ?? '', levels);
      } else if (name === 'num') {
        list = { abstractId: '', overrides: new Map() };
        lists.set(attributes('numId') ?? '', list);
      } else if (name === 'abstractNumId' && list) list.abstractId = value;
      else if (name === 'lvlOverride') overridden = Number(attributes('ilvl') ?? 0);
      else if (name === 'startOverride') list?.overrides.set(overridden, Number(value));
      else if (name === 'lvl' && levels && !list) {
        level = { start: 1, format: 'decimal', text: '' };
        levels.set(Number(attributes('ilvl') ?? 0), level);
      } else if (level && name === 'start') level.start = Number(value);
      else if (level && name === 'numFmt') level.format = value;
      else if (level && name === 'lvlText') level.text = value;
    },
    close: (name) => {
      if (name === 'lvl') level = null;
      else if (name === 'abstractNum') levels = null;
      else if (name === 'num') list = null;
    },
    text: () => {},
  });
  return { abstracts, lists };
}

const CHINESE = '〇一二三四五六七八九';

function showNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'koreanDigital2':
      return chineseNumber(value);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'upperLetter':
      return String.fromCharCode(65 + ((value - 1) % 26));
    case 'lowerLetter':
      return String.fromCharCode(97 + ((value - 1) % 26));
    default:
      return String(value);
  }
}

/** 1 to 99 as 一 … 九十九; a list has no more, above that the digits. */
function chineseNumber(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const unit = value % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${CHINESE[tens]}十`;
  return head + (unit ? (CHINESE[unit] ?? '') : '');
}
