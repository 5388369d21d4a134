// Quantities in Chinese prose: 1029, 1,029, １０２９, 二十九, 两百, 1.2万, 14万余, 5%, 百分之五, each with its unit and place.
import { fromMillionths, isDecimal, toMillionths } from '../model/decimal.ts';
import { canonical } from './canonical.ts';
import { NUMERAL_CHARACTERS, readChineseNumeral } from './chinese-numerals.ts';
import { notQuantities } from './not-quantities.ts';
import { isWithin } from './sentences.ts';

/** exact: as it stands. more: 余, 多, 超过. about: 约, 近, 左右 and everything rounded otherwise. */
export type Exactness = 'exact' | 'more' | 'about';

export interface Quantity {
  readonly kind: 'count' | 'percent';
  /** The figure itself, with 万 or 亿 where they belong to it (“1.2万”), without its unit. */
  readonly from: number;
  readonly to: number;
  /** Behind the unit. */
  readonly end: number;
  readonly text: string;
  /** Canonical decimal; a percentage as it stands (“5%” is 5). */
  readonly value: string;
  /** One unit of the last written digit: 1 for “29”, 1000 for “1.2万”, 0.01 for “1.05%”. */
  readonly step: string;
  /** 件, 条, 万元 …; empty where a bare figure stands. */
  readonly unit: string;
  readonly exactness: Exactness;
  readonly numeral: 'arabic' | 'chinese';
}

const UNITS = [
  '人次',
  '场次',
  '批次',
  '件次',
  '条次',
  '家次',
  '项次',
  '期次',
  '万元',
  '亿元',
  '万字',
  ...'件条次起宗项份元个笔幅例期篇场人家名位户部册本类种套张台处批款字页组集轮辆间门课片枚座'.split(''),
];
/** A figure with one of these behind it is a time, a measure or part of a word. */
const NO_COUNT =
  /^\s*(?:年|月|日|天|周|星期|小时|学时|课时|分钟|秒|时|点|岁|级|楼|层|路|室|℃|米|亩|吨|公斤|兆|届|大|号|季度|工作日|自然日|世纪|成|倍|分(?!别))/;
const NO_COUNT_UNIT = /^个?\s*(?:工作日|自然日|季度|月|小时|学时|百分点|星期|周|年|多月|以?内)/;
const UNIT = new RegExp(`^\\s*(${UNITS.join('|')})`);
const ARABIC = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;
const CHINESE = new RegExp(`[${NUMERAL_CHARACTERS}]+(?:点[零〇一二三四五六七八九]+)?`);
const PERCENT_WORDS = new RegExp(`百分之\\s*(${ARABIC.source}|${CHINESE.source})`);
const FIGURE = new RegExp(`${PERCENT_WORDS.source}|${ARABIC.source}|${CHINESE.source}`, 'g');
const SCALES: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8 };
const SCALE = /^\s*(十万|百万|千万|百|千|万|亿)(?!分)/;

/** Every quantity of a text, in order. Dates, numbers of documents, telephone and list numbers are none. */
export function readQuantities(text: string, plain = canonical(text)): Quantity[] {
  const blocked = notQuantities(plain);
  const found: Quantity[] = [];
  for (const match of plain.matchAll(FIGURE)) {
    const at = match.index;
    const last = found.at(-1);
    if (isWithin(blocked, at) || isWithin(blocked, at + match[0].length - 1) || (last && at < last.end)) continue;
    const quantity = readAt(plain, at, match);
    if (quantity) found.push({ ...quantity, text: text.slice(quantity.from, quantity.to) });
  }
  return found;
}

function readAt(plain: string, from: number, match: RegExpExecArray): Omit<Quantity, 'text'> | null {
  const [matched, percentWords] = match;
  const written = percentWords ?? matched;
  const arabic = /^\d/.test(written);
  const value = arabic ? trimmed(written.replaceAll(',', '')) : readChineseNumeral(written);
  if (value === null) return null;
  const decimals = arabic ? (written.split('.')[1]?.length ?? 0) : (written.split('点')[1]?.length ?? 0);
  const base = { from, numeral: arabic ? 'arabic' : 'chinese' } as const;
  let to = from + matched.length;
  if (percentWords !== undefined) {
    return {
      ...base,
      kind: 'percent',
      to,
      end: to,
      value,
      step: stepOf(-decimals),
      unit: '%',
      exactness: exactness(plain, from, to, to),
    };
  }
  const sign = /^\s*(?:%|个?百分点)/.exec(plain.slice(to));
  if (sign) {
    if (sign[0].includes('百分点')) return null;
    const end = to + sign[0].length;
    return {
      ...base,
      kind: 'percent',
      to,
      end,
      value,
      step: stepOf(-decimals),
      unit: '%',
      exactness: exactness(plain, from, to, end),
    };
  }
  let shift = 0;
  const scale = arabic ? SCALE.exec(plain.slice(to)) : null;
  // 万元 and 亿元 are units of their own: “96171.6万元” stays 96171.6
  if (scale?.[1] && !/^\s*[万亿]元/.test(plain.slice(to))) {
    shift = SCALES[scale[1]] ?? 0;
    to += scale[0].length;
  }
  const more = /^\s*[余多来]/.exec(plain.slice(to));
  const afterMore = to + (more?.[0].length ?? 0);
  const late = more && arabic ? /^\s*[万亿](?!元)/.exec(plain.slice(afterMore)) : null; // 3多万
  if (late) shift += SCALES[late[0].trim()] ?? 0;
  const rest = plain.slice(afterMore + (late?.[0].length ?? 0));
  if (NO_COUNT.test(rest) || NO_COUNT_UNIT.test(rest)) return null;
  const unit = UNIT.exec(rest);
  if (!unit && !arabic) return null; // 统一, 一些, 三审三校
  if (unit && !arabic && /^[一二三四五六七八九十]$/.test(written) && isWord(plain, from, unit[0])) return null;
  const end = plain.length - rest.length + (unit?.[0].length ?? 0);
  const shifted = shift === 0 ? value : scaled(value, shift);
  if (shifted === null) return null;
  return {
    ...base,
    kind: 'count',
    to,
    end,
    value: shifted,
    step: arabic ? stepOf(shift - decimals) : chineseStep(written),
    unit: unit?.[1] ?? '',
    exactness: more ? 'more' : exactness(plain, from, to, end),
  };
}

/** 统一件, 每一项, 任一条, 逐一…: the numeral belongs to the word in front. */
const isWord = (plain: string, from: number, unit: string): boolean =>
  /[每任逐唯统同某另首各这那哪]$/.test(plain.slice(Math.max(0, from - 1), from)) ||
  /^\s*[一二三四五六七八九十]/.test(unit);

function exactness(plain: string, from: number, to: number, end: number): Exactness {
  const before = plain.slice(Math.max(0, from - 4), from).replace(/\s/g, '');
  const after = plain.slice(end, end + 3).trimStart();
  if (/(?:超过?|逾|突破|至少|不少于|不低于|多达)$/.test(before) || /^(?:以上|余|多)/.test(after)) return 'more';
  if (/(?:约|近|大约|将近|不足|不到|接近|约为)$/.test(before) || /^(?:左右|上下|以下|以内)/.test(after)) return 'about';
  return to === from ? 'about' : 'exact';
}

const trimmed = (text: string): string | null => {
  const [whole = '', fraction = ''] = text.split('.');
  if (whole.length > 15 || fraction.length > 6) return null;
  const digits = whole.replace(/^0+(?=\d)/, '');
  const rest = fraction.replace(/0+$/, '');
  const value = rest ? `${digits}.${rest}` : digits;
  return isDecimal(value) ? value : null;
};

const scaled = (value: string, places: number): string | null =>
  fromMillionths(toMillionths(value) * 10n ** BigInt(places));

/** 10 to the power of `places`, as a decimal string; finer than a millionth is a millionth. */
const stepOf = (places: number): string => fromMillionths(10n ** BigInt(Math.max(0, places + 6)));

/** 两百 is written to the hundred, 二十九 to the one; only 万 and 亿 round in prose. */
const chineseStep = (written: string): string =>
  written.endsWith('亿') ? '100000000' : written.endsWith('万') ? '10000' : '1';
