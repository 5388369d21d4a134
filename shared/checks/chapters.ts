// The chapters: none missing or empty, titles as in the form, 总体情况 within a thousand characters.
import { figuresOf } from '../editions/index.ts';
import { formTitle } from '../editions/empty-report.ts';
import { chapterText } from '../model/chapter.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

export const chapterMissing: Rule = ({ edition, report }) =>
  edition.chapters.flatMap(({ key, number, title, kind }): Finding[] => {
    const table = edition.tables.find(({ chapter }) => chapter === key);
    const empty =
      kind === 'text' || !table
        ? chapterText(report.chapters[key]).trim() === ''
        : figuresOf(table).every(({ id }) => report.cells[id]?.state === 'blank');
    if (!empty) return [];
    const message = `第${number}章“${title}”${kind === 'text' ? '没有内容' : '的表格没有填写'}，不能遗漏。`;
    return [finding('C-CHAPTER', { cells: [], chapter: key, left: '空', right: title, message })];
  });

/** An organ's full name says whose organ it is: 嘉兴市生态环境局, not 市生态环境局. */
const SHORT_NAME =
  /^(省|市|县|区|州|旗|镇|乡|街道|我)?(人民政府|政府办公室|办公室|[\u4e00-\u9fff]{0,12}(局|委|办|厅|中心|队))$/;
const STARTS_SHORT = /^[省市县区州旗镇乡我本]/;

export const title: Rule = ({ report }) => {
  const wanted = formTitle(report.organ, report.year);
  const printed = report.title.replace(/\s/g, '');
  const organ = report.organ.replace(/\s/g, '');
  const short = organ === '' || (STARTS_SHORT.test(organ) && SHORT_NAME.test(organ));
  const faults = [
    ...(short ? ['机关名称应写全称'] : []),
    ...(/年度(政府|信息)/.test(printed) ? ['“年度”重复'] : []),
    ...(!printed.endsWith('年政府信息公开工作年度报告') && !/年度(政府|信息)/.test(printed)
      ? ['应以“年政府信息公开工作年度报告”结尾']
      : []),
    ...(!printed.includes(String(report.year)) ? [`没有写明${report.year}年`] : []),
  ];
  if (faults.length === 0) return [];
  return [
    finding('C-TITLE', {
      cells: [],
      left: report.title,
      right: wanted,
      message: `标题“${report.title}”${faults.join('，')}。`,
      quote: report.title,
    }),
  ];
};

const LIMIT = 1000;

/** Characters without white space, as an office counts them. */
export const characterCount = (text: string): number => [...text.replace(/\s/g, '')].length;

export const lengthOfOne: Rule = ({ report }) => {
  const count = characterCount(chapterText(report.chapters['1']));
  if (count <= LIMIT) return [];
  const message = `第一章“总体情况”有${count}字，原则上不超过${LIMIT}字。`;
  return [finding('C-ONE-LENGTH', { cells: [], chapter: '1', left: String(count), right: String(LIMIT), message })];
};
