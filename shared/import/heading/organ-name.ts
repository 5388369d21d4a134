// The name of an organ in a title, and its full name where the title leaves out the place.
import { halfWidthDigits } from '../../model/digits.ts';
import { squeeze } from '../labels.ts';
import { mostNamed } from './report-year.ts';

export const ORGAN_END =
  /(?:政府|办公厅|办公室|委员会|管委会|局|厅|院|部|署|处|中心|街道|镇|乡|公司|银行|学校|大学|医院|法院|检察院|支队|总队|大队|队|所|站|社|会|区|县|市|省|州|旗)$/;

/** A title or a name on a line of its own, without what stands around it. */
export const tidy = (text: string): string =>
  text
    .replace(/[\s\u00a0\u3000]+/g, '')
    // “????某区管理委员会”: spaces that the site could not print
    .replace(/^(?:[•·●▪■◆◇★▶►]+|[?？]{2,})(?=[\u4e00-\u9fff\d])/, '')
    .replace(/^[《]|[》]$/g, '');

/** The organ in a title: in front of the year, or between the year and 政府信息公开. */
export function organOf(title: string): string {
  const text = halfWidthDigits(tidy(title).replace(/[（(][^（）()]*[）)]/g, ''));
  const year = /(?:20[0-4]\d|二[〇○零][一二三四][〇○零一二三四五六七八九])年度?/.exec(text);
  const before = year ? text.slice(0, year.index) : text;
  const subject = before.search(/政府信息公开|政务公开|信息公开/);
  const organ = trimOrgan(subject >= 0 ? before.slice(0, subject) : year ? before : '');
  if (organ || !year) return organ;
  const behind = text.slice(year.index + year[0].length);
  const named = trimOrgan(/^(.*?)(?:政府信息公开|政务公开|信息公开)/.exec(behind)?.[1] ?? '');
  const bracketed = /[（(]([^（()）]{3,30})[）)]$/.exec(tidy(title))?.[1] ?? '';
  return named || (ORGAN_END.test(bracketed) ? bracketed : '');
}

const trimOrgan = (text: string): string =>
  text
    .replace(/^【[^【】]*】/, '')
    .replace(/^(?:关于)?(?:印发|发布|公布|报送|上报|呈报)?/, '')
    .replace(/(?:关于|的|：|:|，|,)+$/, '')
    .replace(/^关于/, '')
    .replace(/20\d\d[-—－~至]20\d\d学年度?$/, '')
    // “司法公开暨政府信息公开”
    .replace(/^.*公开[暨和及与]$/, '')
    // “某县人民政府信息公开”: one 政府 for two
    .replace(/(?<=.人民)$/, '政府');

/** “市生态环境局”, “县民政局”, “本局”: the name of the place is left out. */
export const isShort = (organ: string): boolean =>
  organ !== '' && (/^(?:市|区|县|省|州|旗|本|我|全)/.test(organ) || !/[\u4e00-\u9fff]{2,}/.test(organ));

/** The full name where the text gives it, else the place that the text names most, put in front. */
export function fullName(short: string, beside: string, lines: readonly string[]): string {
  if (beside !== '' && beside !== short && beside.endsWith(short)) return beside;
  // “无障碍阅读” above “西塞山区农业农村局” is no part of its name
  const text = lines.map(squeeze).join('|');
  const literal = short.replace(/[^\u4e00-\u9fff\w]/g, '\\$&');
  const whole = new RegExp(`[\\u4e00-\\u9fff]{2,4}?${literal}`, 'g');
  const names = [...text.matchAll(whole)]
    .map(([name]) => name)
    .filter((name) => !/^(?:[由与和及向为是在对将现请就按年月日，]|公布|发布|根据|按照|经|我|本)/.test(name));
  const counted = mostNamed(names);
  if (counted) return counted;
  const level = short[0] ?? '';
  if (!/[市县区州旗省]/.test(level)) return '';
  const places = [
    ...text.matchAll(
      new RegExp(`(?<![\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{2,3}${level}|(?<=年度?)[\\u4e00-\\u9fff]{2}${level}`, 'g'),
    ),
  ]
    .map(([name]) => name)
    .filter((name) => !/[全各我本该在从由与和及按对了的年月日现将]/.test(name));
  const place = mostNamed(places);
  return place ? place + short.slice(1) : '';
}
