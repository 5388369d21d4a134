// Lines of the form, the same in every edition, by which text without cells is divided: titles of chapters end a table, heads begin one.
import { EDITIONS } from './index.ts';

const squeeze = (text: string): string => text.replace(/[\s\u00a0\u3000]/g, '');

/** “四、政府信息公开行政复议、行政诉讼情况”, but not the row “四、结转下年度继续办理”. */
export const isChapterLine = (text: string): boolean =>
  /^[一二三四五六七八]、.{2,28}(?:情况|事项|措施|问题|概述)$/.test(squeeze(text));

/** Heads of the form that stand alone on a line at the beginning of a table. */
export const isTableHead = (text: string): boolean =>
  /^(?:第二十条|信息内容|申请人情况|行政复议$|行政诉讼$|[（(]?本列数据)/.test(squeeze(text));

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
