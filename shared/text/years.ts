// Years in prose: which ones move on with the report, and which stay (documents, dates, plans, comparisons).
import { canonical } from './canonical.ts';
import { isWithin, type Range } from './sentences.ts';

export interface YearMark {
  /** Place of the year's digits; moving a year changes no place. */
  readonly from: number;
  readonly to: number;
  readonly kind: 'moved' | 'left';
  /** Why it was left, or what makes it sure to move; a Chinese clause. */
  readonly reason: string;
}

export interface MovedText {
  readonly text: string;
  readonly marks: readonly YearMark[];
}

const WRITTEN_YEAR = /(?<!\d)((?:19|20)\d{2})(?=\s*年)/g;

/**
 * The text with the report's own year moved on where that is certain: “2020年，我局…” becomes “2021年，我局…”. Names and numbers of
 * documents, dates, comparisons and plans keep their year and are marked, so that a person looks at them.
 */
export function moveYears(text: string, fromYear: number, toYear: number): MovedText {
  if (!/[12１２][90９０][0-9０-９]{2}/.test(text)) return { text, marks: [] };
  const plain = canonical(text);
  const titles = titleRanges(plain);
  const marks = [...plain.matchAll(WRITTEN_YEAR)].flatMap((match): YearMark[] => {
    const year = Number(match[1]);
    const [from, to] = [match.index, match.index + 4];
    const reason = isInTitle(plain, titles, from) ? '文件名称中的年份' : reasonToStay(plain, from, year, fromYear);
    if (reason !== null) return year >= fromYear - 1 ? [{ from, to, kind: 'left', reason }] : [];
    return [{ from, to, kind: 'moved', reason: '本年度的年份' }];
  });
  const characters = text.split('');
  for (const { from, kind } of marks) if (kind === 'moved') characters.splice(from, 4, ...String(toYear).split(''));
  return { text: characters.join(''), marks };
}

/** Why a year keeps standing; null where it is surely the year of the report. */
function reasonToStay(plain: string, at: number, year: number, own: number): string | null {
  const before = plain.slice(Math.max(0, at - 40), at).replace(/\s/g, '');
  const after = plain.slice(at + 4, at + 34).replace(/\s/g, '');
  if (year > own) return '计划中的年份，请改写';
  if (year < own) return '以前年度，请核对';
  const wholeYear =
    after.startsWith('年1月1日') || (after.startsWith('年12月31日') && /(?:至|到|止|截至|截止|[-—~～])$/.test(before));
  if (wholeYear) return null;
  if (/^年(?:度)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})月/.test(after)) return '具体日期，请核对';
  if (
    /(?:较|比|与|同|自|从|早在|于)$/.test(before) ||
    /^年(?:度)?(?:以来|以前|之前|起|相比|同期|前(?!后)|制定|印发|出台|修订)/.test(after)
  )
    return '比较或起始的年份，请核对';
  if (/^年(?:度)?(?:[^，。;]{0,12})?(?:问题|整改|遗留|反馈|结转|以来|版)/.test(after) && !/^年(?:度)?改进/.test(after))
    return '以前的事项，请核对';
  if (/^年(?:度)?[^，。;]{0,16}(?:要点|通知|方案|办法|意见|规划|计划|清单|指南|办公厅)/.test(after))
    return '文件中的年份，请核对';
  const opens =
    before === '' ||
    /[，。;:()！？!?、]$/.test(before) ||
    /(?:\)|^\d{1,2}[.、]|[一二三四五六七八九十]是|现将|现公布|公布|将|截至|截止|对|特向社会公布)$/.test(before);
  const names = /^年度?(?:的)?(?:政府信息|政务公开|信息公开|工作|改进|本|我|全|底|末|，|度)/.test(after);
  if (opens || names) return null;
  return '请核对是否本年度';
}

/** In 《…》, or in the bracketed number of a document. */
const isInTitle = (plain: string, titles: readonly Range[], at: number): boolean =>
  isWithin(titles, at) || (plain[at - 1] === '(' && plain[at + 4] === ')');

/** Every 《…》 that is closed. */
function titleRanges(plain: string): readonly Range[] {
  const ranges: Range[] = [];
  let open = -1;
  for (const { 0: mark, index } of plain.matchAll(/[《》]/g)) {
    if (mark === '《') open = index;
    else if (open >= 0) {
      ranges.push([open, index + 1]);
      open = -1;
    }
  }
  return ranges;
}
