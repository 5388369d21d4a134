// Title, organ and year of a report, from its first lines, its preface, its signature and what the file says about itself.
import { squeeze } from './labels.ts';
import { isPageJunk } from './page-junk.ts';

export interface Heading {
  /** As printed; '' where none was found. */
  readonly title: string;
  readonly organ: string;
  /** False where the name was completed from the text or not found. */
  readonly organSure: boolean;
  readonly year: number | null;
  /** Lines that make up the title: from, to (exclusive). */
  readonly from: number;
  readonly to: number;
}

const REPORT = /(?:年度?报告|年报|工作报告|年度?总结|情况报告|的报告)/;
const SUBJECT = /(?:信息公开|政务公开)/;
const ORGAN_END =
  /(?:政府|办公厅|办公室|委员会|管委会|局|厅|院|部|署|处|中心|街道|镇|乡|公司|银行|学校|大学|医院|法院|检察院|支队|总队|大队|队|所|站|社|会|区|县|市|省|州|旗)$/;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/** @param lines the lines before the first chapter. @param outside a title beside the text (<title>, properties, file name). */
export function readHeading(lines: readonly string[], outside: readonly string[], prose: readonly string[]): Heading {
  const found = titleLines(lines);
  const beside = outside.map(cleanOutside).find((text) => isTitle(text)) ?? '';
  // a menu entry “政府信息公开年报” is no title where the page itself has one with the year
  const place = found && yearOf(found.text) === null && yearOf(beside) !== null ? null : found;
  const title = place && !isMenuEntry(place, lines) ? place.text : beside;
  const isNameless = organOf(title) === '' && organOf(beside) === '';
  const announced = isNameless ? announcement(lines) : { organ: '', sure: false, year: null };
  const year = yearOf(title) ?? yearOf(beside) ?? announced.year ?? yearOfProse([...lines, ...prose]);
  const named = organOf(title) || organOf(beside) || (announced.sure ? '' : announced.organ);
  const short = isShort(named);
  const whole = short ? fullName(named, organOf(beside), [...lines, ...prose]) : named;
  return {
    title,
    organ: whole || named || announced.organ || signature(prose) || author(lines),
    organSure:
      (whole !== '' || announced.sure) &&
      !(short && !prose.some((line) => squeeze(line).includes(whole)) && organOf(beside) !== whole),
    year,
    from: place?.from ?? 0,
    to: place?.to ?? 0,
  };
}

/** A title without organ, well above the text, with another year than the text says it covers: last year's report in a menu. */
function isMenuEntry({ text, to }: TitlePlace, lines: readonly string[]): boolean {
  const covered = lines.findIndex((line) => periodOf(line) !== null);
  const year = yearOf(text);
  return organOf(text) === '' && year !== null && covered >= to + 3 && periodOf(lines[covered] ?? '') !== year;
}

const tidy = (text: string): string =>
  text
    .replace(/[\s\u00a0\u3000]+/g, '')
    // “????某区管理委员会”: spaces that the site could not print
    .replace(/^(?:[•·●▪■◆◇★▶►]+|[?？]{2,})(?=[\u4e00-\u9fff\d])/, '')
    .replace(/^[《]|[》]$/g, '');

/** “……年度报告_某市人民政府网” -> the title alone. */
const cleanOutside = (text: string): string => {
  const pieces = text.split(/\s*[_|｜>＞—]+\s*|\s+-+\s+|-(?=[\u4e00-\u9fff])/).map(tidy);
  return (
    pieces.find((piece) => isTitle(piece)) ?? tidy(text).replace(/\.(?:docx?|xlsx?|pdf|html?|mht|txt|wps|et)$/i, '')
  );
};

const isTitle = (text: string): boolean =>
  text.length <= 70 &&
  SUBJECT.test(text) &&
  REPORT.test(text) &&
  !/[。；？！]|如下|现将|下载|当前位置|根据|(?<!机构)编制|>|附件|格式/.test(text);

interface TitlePlace {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A link to the file, or to what explains the report. */
const BESIDE_THE_REPORT = /解读|问答|\.(?:docx?|pdf|wps)$/;

/** One to four lines that make a title together, with year and organ if possible; the last such place before the first chapter. */
function titleLines(lines: readonly string[]): TitlePlace | null {
  let best: TitlePlace | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let to = 1; to <= lines.length; to++) {
    const from = [1, 2, 3, 4]
      .map((count) => to - count)
      .find((start) => start >= 0 && isTitle(textOf(lines, start, to)));
    if (from === undefined || isTitle(textOf(lines, from, to - 1))) continue;
    const place = withFront(lines, from, to);
    // an entry of a menu may name a year, hardly ever the organ
    const score =
      (yearOf(place.text) === null ? 0 : 2) +
      (organOf(place.text) === '' ? 0 : 2) -
      (BESIDE_THE_REPORT.test(place.text) ? 3 : 0);
    if (score >= bestScore) {
      best = place;
      bestScore = score;
    }
  }
  return best;
}

/** A day printed behind the title is the page's. */
const textOf = (lines: readonly string[], from: number, to: number): string =>
  lines
    .slice(from, to)
    .map(tidy)
    .join('')
    .replace(/(?<=报告|年报)[（(]?20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[）)]?$/, '');

/** The line above belongs to the title where it ends with the year, or names the organ that the title lacks. */
function withFront(lines: readonly string[], from: number, to: number): TitlePlace {
  const text = textOf(lines, from, to);
  const above = tidy(lines[from - 1] ?? '');
  const plain = above.length >= 3 && above.length <= 40 && !/[。：:，,、；>]/.test(above) && !isPageJunk(above);
  const names = organOf(text) === '' && ORGAN_END.test(above);
  const dates = yearOf(text) === null && /年度?$/.test(above);
  return plain && (names || dates) ? { from: from - 1, to, text: above + text } : { from, to, text };
}

/** 2024, or 二〇二四. */
export function yearOf(text: string): number | null {
  const bare = squeeze(text);
  const digits = /(20[0-4]\d)年/.exec(
    bare.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)),
  )?.[1];
  if (digits) return Number(digits);
  const words = /([二][〇○零Ｏ0][一二三四][〇○零Ｏ0一二三四五六七八九])年/.exec(bare)?.[1];
  if (!words) return null;
  const value = Array.from(words)
    .map((char) => (/[○零Ｏ0]/.test(char) ? 0 : CHINESE_DIGITS.indexOf(char)))
    .join('');
  return Number(value);
}

/** The year of the period that the report says it covers, else the year it names most. */
function yearOfProse(lines: readonly string[]): number | null {
  const text = squeeze(lines.join('\n'));
  const period = periodOf(text) ?? yearOf(/(?:截至|截止|到)(20[0-4]\d年)12月31日/.exec(text)?.[1] ?? '');
  if (period !== null) return period;
  const most = mostNamed(yearsIn(text));
  return yearsIn(text).filter((year) => year === most).length >= 2 ? Number(most) : null;
}

/** The year that the text names most, be it once: a guess. */
export const likelyYear = (lines: readonly string[]): number | null =>
  Number(mostNamed(yearsIn(squeeze(lines.join('\n'))))) || null;

const yearsIn = (text: string): readonly string[] =>
  [...text.matchAll(/(20[0-4]\d)年/g)].flatMap(([, year]) => year ?? []);

/** “2023年1月1日起至2023年12月31日止”. */
function periodOf(text: string): number | null {
  const period = /(20[0-4]\d)年1月1日(?:起)?(?:至|到|—|-|－|~|～)(?:(?:20[0-4]\d)年)?12月31日/.exec(squeeze(text))?.[1];
  return period ? Number(period) : null;
}

/** The organ in a title: in front of the year, or between the year and 政府信息公开. */
export function organOf(title: string): string {
  const text = tidy(title)
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
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
    .replace(/^(?:关于)?(?:印发|发布|公布)?/, '')
    .replace(/(?:关于|的|：|:|，|,)+$/, '')
    .replace(/^关于/, '')
    // “某县人民政府信息公开”: one 政府 for two
    .replace(/(?<=.人民)$/, '政府');

/** “市生态环境局”, “县民政局”, “本局”: the name of the place is left out. */
const isShort = (organ: string): boolean =>
  organ !== '' && (/^(?:市|区|县|省|州|旗|本|我|全)/.test(organ) || !/[\u4e00-\u9fff]{2,}/.test(organ));

/** The full name where the text gives it, else the place that the text names most, put in front. */
function fullName(short: string, beside: string, lines: readonly string[]): string {
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

function mostNamed(names: readonly string[]): string {
  const tally = new Map<string, number>();
  for (const name of names) tally.set(name, (tally.get(name) ?? 0) + 1);
  return [...tally].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

const ANNOUNCED =
  /(?:^|公布|发布|公开|编制了?|现将|《)((?:(?!公布|发布|编制|根据|按照|要求|现将|做好|开展)[\u4e00-\u9fff\d（）()]){4,40}?(?:政府|政务)?信息公开(?:工作)?(?:情况)?的?(?:20[0-4]\d)?(?:年度)?(?:工作)?(?:报告|年报))(?!格式)/g;
const WORK_OF =
  /(?:结合|总结|涵盖了?)((?:20[0-4]\d年度?)?[\u4e00-\u9fff]{3,30}?(?:20[0-4]\d年度?)?(?:政府|政务)?信息公开工作)(?:实际|情况|有关|[，。,])/g;

interface Announced {
  readonly organ: string;
  /** False where the name leaves out the place: “区统计局”. */
  readonly sure: boolean;
  readonly year: number | null;
}

/** “（以下简称“江城税务”）” behind a name. */
const SHORT_NAME = /[（(][^（）()]*简称[^（）()]*[）)]/g;

/** “现公布宁国市商务局2023年政府信息公开工作年度报告”: whose report of what year it is, in the preface. */
function announcement(lines: readonly string[]): Announced {
  const found = lines
    .map((line) => squeeze(line).replace(SHORT_NAME, ''))
    .flatMap((line) => [...line.matchAll(ANNOUNCED), ...line.matchAll(WORK_OF)])
    .map(([, words = '']) => ({ organ: organOf(words), year: yearOf(words) }))
    .filter(({ organ }) => organ !== '')
    .map((one): Announced => ({ ...one, sure: !isShort(one.organ) }));
  const named = found.filter(({ sure }) => sure);
  return (
    named.find(({ year }) => year !== null) ??
    named.find(({ organ }) => ORGAN_END.test(organ)) ??
    found.find(({ organ, year }) => year !== null && ORGAN_END.test(organ) && /^[市区县省州旗]../.test(organ)) ?? {
      organ: '',
      sure: false,
      year: null,
    }
  );
}

/** “本报告由宁国市教育局编制”: mostly its own report, but a government's is made by its office. */
const AUTHOR =
  /(?:(?:报告|年报)由|[，,]由)([\u4e00-\u9fff]{3,30}?(?:局|委员会|管委会|厅|街道办事处|人民政府))(?:根据|依据|按照|结合|负责|组织|编制|编写)/;

/** “……要求，宁国市教育局编制了本报告”. */
const MADE_BY = /[，,]([\u4e00-\u9fff]{3,30}?(?:局|委员会|管委会|厅|街道办事处|人民政府|办公室))编制了?本(?:年度)?报告/;

/** “请与江城市应急管理局办公室联系”: an office of the organ, hardly ever another's. */
const CONTACT =
  /(?:与|联系[：:])(?![本我该])([\u4e00-\u9fff]{4,30}?)(?:政府信息与?|政务|信息)?(?:公开)?(?:工作)?(?:领导小组)?(?:党政|综合|政务公开)?(?:办公室|办|(?<!办事)[科股处]室?|部门)?(?:(?:政务|信息|综合|秘书|行政)[\u4e00-\u9fff]{0,5}[科股处室])?(?:取得)?(?:联系|[。（(])/g;

const author = (lines: readonly string[]): string => {
  const text = squeeze(lines.join('\n'));
  const made = (AUTHOR.exec(text) ?? MADE_BY.exec(text))?.[1];
  const asked = [...text.matchAll(CONTACT)].map(([, organ = '']) => organ);
  return made ?? asked.find((organ) => ORGAN_END.test(organ) && !isShort(organ)) ?? '';
};

/** The organ over the date at the end of the report. */
function signature(lines: readonly string[]): string {
  for (let index = lines.length - 1; index > 0; index--) {
    if (!/^20[0-4]\d年\d{1,2}月\d{1,2}日$/.test(squeeze(lines[index] ?? ''))) continue;
    const organ = squeeze(lines[index - 1] ?? '');
    return organ.length <= 30 && ORGAN_END.test(organ) ? organ : '';
  }
  return '';
}
