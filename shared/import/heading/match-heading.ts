// Title, organ and year of a report, from its first lines, its preface, its signature and what the file says about itself.
import { squeeze } from '../labels.ts';
import { announcement, author, signature, subject } from './organ-in-text.ts';
import { fullName, isShort, ORGAN_END, organOf, tidy } from './organ-name.ts';
import { isPageJunk } from '../prose/page-junk.ts';
import { periodOf, yearOf, yearOfProse } from './report-year.ts';

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
/** A report without preface says there whose it is. */
const FIRST_LINES = 6;
/** @param lines the lines before the first chapter. @param outside a title beside the text (<title>, properties, file name). */
export function readHeading(lines: readonly string[], outside: readonly string[], prose: readonly string[]): Heading {
  const found = titleLines(lines);
  const beside = outside.map(cleanOutside).find((text) => isTitle(text)) ?? '';
  // a menu entry “政府信息公开年报” is no title where the page itself has one with the year
  const place = found && yearOf(found.text) === null && yearOf(beside) !== null ? null : found;
  const title = place && !isMenuEntry(place, lines) ? place.text : beside;
  const isNameless = organOf(title) === '' && organOf(beside) === '';
  const announced = isNameless
    ? announcement([...lines, ...prose.slice(0, FIRST_LINES)])
    : { organ: '', sure: false, year: null };
  const year = yearOf(title) ?? yearOf(beside) ?? announced.year ?? yearOfProse([...lines, ...prose]);
  const named = organOf(title) || organOf(beside) || (announced.sure ? '' : announced.organ);
  const short = isShort(named);
  const whole = short ? fullName(named, organOf(beside), [...lines, ...prose]) : named;
  return {
    title,
    organ: whole || named || announced.organ || signature(prose) || author(lines) || subject(prose),
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
