// Lines of the form, the same in every edition, by which text without cells is divided: titles of chapters end a table, heads begin one.
import { EDITIONS } from './index.ts';

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u3000]/g, '');

/** How a chapter is called, as against a row of a table that is numbered alike (“一、本年新收…数量”). */
export const endsAsChapter = (text: string): boolean => /(?:情况|事项|措施|问题|概述)$/.test(text);

/** “四、政府信息公开行政复议、行政诉讼情况”, but not the row “四、结转下年度继续办理”. */
export const isChapterLine = (text: string): boolean => {
  const line = squeeze(text);
  return /^[一二三四五六七八]、.{4,30}$/.test(line) && endsAsChapter(line);
};

/** Heads of the form that stand alone on a line at the beginning of a table. */
export const isTableHead = (text: string): boolean =>
  /^(?:第二十条|信息内容|申请人情况|行政复议$|行政诉讼$|[（(]?本列数据)/.test(squeeze(text));

/** “第二十条第（五）项”: the head of a part of 表二, whichever article the form names. */
export const isSectionHead = (text: string): boolean => /^[（(]?第.{1,12}[条项款]/.test(text);

/** The end of the title of a report, which nothing goes on behind. */
export const isReportTitle = (text: string): boolean =>
  /^[^。；：]{0,40}公开[^。；：]{0,12}(?:报告|年报)$/.test(squeeze(text));

let labels: ReadonlySet<string> | null = null;

/** Every label of every edition, with its variants. */
function allLabels(): ReadonlySet<string> {
  labels ??= new Set(
    Object.values(EDITIONS)
      .flatMap(({ tables, labelVariants }) => [
        ...tables.flatMap(({ rows }) => rows.flat().flatMap((cell) => (cell.kind === 'label' ? [cell.text] : []))),
        ...labelVariants.flatMap(({ variants }) => variants),
      ])
      .map(squeeze),
  );
  return labels;
}

/** Whether two pieces are the beginning of one label, “社会” and “公益”, and the first is none by itself. */
export function goesOn(piece: string, next: string): boolean {
  const [first, both] = [squeeze(piece), squeeze(piece + next)];
  return (
    first !== '' &&
    first !== both &&
    !allLabels().has(first) &&
    [...allLabels()].some((label) => label.startsWith(both))
  );
}
