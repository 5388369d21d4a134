// The chapters as such: none missing or empty, and the title of the report as the form asks.
import { chapterName } from '../editions/chapter-name.ts';
import { formTitle } from '../editions/empty-report.ts';
import { figuresOf } from '../editions/index.ts';
import { chapterText } from '../model/chapter.ts';
import type { Report } from '../model/report.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

/** A text chapter without text; a table chapter without any figure, dash or text in its table. */
export const chapterMissing: Rule = ({ edition, report }) =>
  edition.chapters.flatMap(({ key, title, kind }): Finding[] => {
    const table = edition.tables.find(({ chapter }) => chapter === key);
    const empty =
      kind === 'text' || !table
        ? chapterText(report.chapters[key]).trim() === ''
        : figuresOf(table).every(({ id }) => report.cells[id]?.state === 'blank');
    if (!empty) return [];
    const message = `${chapterName(edition, key)}${kind === 'text' ? '没有内容' : '的表格没有填写'}，不能遗漏。`;
    return [finding('C-CHAPTER', { cells: [], chapter: key, left: '空', right: title, message })];
  });

/** 市生态环境局 says not whose it is; 市中区财政局 and 区块链… do. */
const SHORT_ORGAN =
  /^(?:省|市|县|区|州|旗|镇|乡|我|本)(?![中北南东西]区|[辖直])(?:人民政府|政府|(?:[\u4e00-\u9fff]{0,14})(?:局|委员会|委|办公室|办|厅|中心|队|院|处))$/;
const SUBJECT = '政府信息公开工作年度报告';
const ENDING = `年${SUBJECT}`;

export const title: Rule = ({ report }) => {
  const printed = report.title.replace(/[\s\u3000]/g, '');
  const faults = printed === '' ? ['没有填写'] : titleFaults(report, printed);
  if (faults.length === 0) return [];
  const message = printed === '' ? '报告没有标题。' : `标题“${report.title.trim()}”${faults.join('，')}。`;
  return [
    finding('C-TITLE', {
      cells: [],
      left: report.title,
      right: formTitle(report.organ, report.year),
      message,
      ...(printed === '' ? {} : { quote: report.title }),
    }),
  ];
};

/** 2023, or 二〇二三 with any of the signs for its nought. */
const namesYear = (title: string, year: number): boolean =>
  title.includes(String(year)) ||
  title
    .replace(/[零○Ｏ０]/g, '〇')
    .includes(String(year).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? ''));

function titleFaults({ organ, year }: Report, printed: string): string[] {
  const split = /^(.*?)(?:(?:19|20)\d{2}|[二〇零○Ｏ一三四五六七八九]{4})年/.exec(printed);
  // “2024年淮安市政府信息公开工作年度报告”: the year in front of the organ, as whole provinces print it
  const behind = split?.[1] === '' ? printed.slice(split[0].length).replace(/^度/, '') : null;
  const named = (behind ?? split?.[1] ?? printed)
    .replace(behind === null && split ? /$^/ : /年?(?:政府信息|政务|信息公开).*$/, '')
    .replace(/^关于/, '');
  const own = organ.replace(/[\s\u3000]/g, '');
  // “宿迁市” for 宿迁市人民政府 is the name of the place, as many cities print it
  const isPlace = /[省市县区州旗镇乡]$/.test(named) && own.startsWith(named);
  const short = SHORT_ORGAN.test(named) || (named === own ? false : !isPlace && own.endsWith(named) && named !== '');
  const doubled = /年度(?:政府信息|政务|信息公开).*年度/.test(printed);
  return [
    ...(named === '' ? ['没有写机关名称'] : short ? ['机关名称应写全称'] : []),
    ...(named !== '' && !short && own !== '' && !isPlace && named !== own && !named.startsWith(own)
      ? [`与机关名称“${organ.trim()}”不一致`]
      : []),
    ...(doubled ? ['“年度”重复'] : []),
    ...(!doubled && !printed.endsWith(behind !== null && named !== '' ? SUBJECT : ENDING)
      ? [`应以“${behind !== null && named !== '' ? SUBJECT : ENDING}”结尾`]
      : []),
    ...(namesYear(printed, year) ? [] : [`没有写明${year}年`]),
  ];
}
