// The organ of a report whose title names none: from the preface, the signature, whom to turn to, and what the text says first.
import { squeeze } from '../labels.ts';
import { isShort, ORGAN_END, organOf } from './organ-name.ts';
import { yearOf } from './report-year.ts';

const ANNOUNCED =
  /(?:^|公布|发布|公开|编制了?|现将|《)((?:(?!公布|发布|编制|根据|按照|要求|现将|做好|开展)[\u4e00-\u9fff\d（）()]){4,40}?(?:政府|政务)?信息公开(?:工作)?(?:情况)?的?(?:20[0-4]\d)?(?:年度)?(?:工作)?(?:报告|年报))(?!格式)/g;
const WORK_OF =
  /(?:结合|总结|涵盖了?)((?:20[0-4]\d年度?)?[\u4e00-\u9fff]{3,30}?(?:20[0-4]\d年度?)?(?:政府|政务)?信息公开工作)(?:实际|情况|有关|编制|[，。,])/g;

interface Announced {
  readonly organ: string;
  /** False where the name leaves out the place: “区统计局”. */
  readonly sure: boolean;
  readonly year: number | null;
}

/** “（以下简称“江城税务”）” behind a name. */
const SHORT_NAME = /[（(][^（）()]*简称[^（）()]*[）)]/g;

/** “现公布宁国市商务局2023年政府信息公开工作年度报告”: whose report of what year it is, in the preface. */
export function announcement(lines: readonly string[]): Announced {
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
  /(?:(?:报告|年报)由|[，,]由)([\u4e00-\u9fff]{3,30}?(?:局|委员会|管委会|厅|街道办事处|人民政府))(?:办公室)?(?:根据|依据|按照|结合|负责|组织|编制|编写)/;

/** “……要求，宁国市教育局编制了本报告”. */
const MADE_BY = /[，,]([\u4e00-\u9fff]{3,30}?(?:局|委员会|管委会|厅|街道办事处|人民政府|办公室))编制了?本(?:年度)?报告/;

const OFFICE =
  '(?:政府信息与?|政务|信息)?(?:公开)?(?:工作)?(?:领导小组)?(?:党政|综合|政务公开)*(?:办公室|办|(?<!办事)[科股处]室?|部门)?(?:(?:政务|信息|综合|秘书|行政)[\\u4e00-\\u9fff]{0,5}[科股处室])?';

/** “请与江城市应急管理局办公室联系”, “请联系：江城市应急管理局办公室，地址……”: an office of the organ, hardly ever another's. */
const CONTACT = [
  new RegExp(`与(?![本我该])([\\u4e00-\\u9fff]{4,30}?)${OFFICE}(?:取得)?联系`, 'g'),
  new RegExp(`联系[：:]?(?![本我该])([\\u4e00-\\u9fff]{4,30}?)${OFFICE}[。（(，,；;]`, 'g'),
];

export const author = (lines: readonly string[]): string => {
  const text = squeeze(lines.join('\n'));
  const made = (AUTHOR.exec(text) ?? MADE_BY.exec(text))?.[1];
  const asked = CONTACT.flatMap((pattern) => [...text.matchAll(pattern)].map(([, organ = '']) => organ));
  return made ?? asked.find((organ) => ORGAN_END.test(organ) && !isShort(organ)) ?? '';
};

/** “2023年，江城市公安局坚持……”: what a report says first is mostly what the organ did. */
const SUBJECT_OF =
  /^20[0-4]\d年(?:度|以来|来)?[，,]?([\u4e00-\u9fff]{4,25}?)(?=坚持|认真|深入|全面|严格|按照|根据|紧紧|紧扣|紧密|积极|始终|持续|贯彻|以习近平|以[“"]|在[^，,。]{2,30}(?:领导|指导)下)/;

export const subject = (lines: readonly string[]): string =>
  lines
    .slice(0, 12)
    .flatMap((line) => SUBJECT_OF.exec(squeeze(line))?.[1] ?? [])
    .find((organ) => ORGAN_END.test(organ) && !isShort(organ)) ?? '';

/** The organ over the date at the end of the report. */
export function signature(lines: readonly string[]): string {
  for (let index = lines.length - 1; index > 0; index--) {
    if (!/^20[0-4]\d年\d{1,2}月\d{1,2}日$/.test(squeeze(lines[index] ?? ''))) continue;
    const organ = squeeze(lines[index - 1] ?? '');
    return organ.length <= 30 && ORGAN_END.test(organ) ? organ : '';
  }
  return '';
}
