// Pasted text: one cell a line (after a tab, or bare), or one row a line with tabs, or with the tabs lost.
import type { RawBlock, RawCell, RawTable } from '../../../shared/import/raw-document.ts';

const place = (index: number): string => `第${index + 1}行`;
const isBlank = (line: string): boolean => line.replace(/[\s\u00a0\u3000]/g, '') === '';
const squeeze = (line: string): string => line.replace(/^[\s\u00a0\u3000]+|[\s\u00a0\u3000]+$/g, '');

/** A chapter's own line ends a table: “四、政府信息公开行政复议、行政诉讼情况”, but not the row “四、结转下年度继续办理”. */
const CHAPTER = /^[\s\u3000]*[一二三四五六七八]、\s*\S*(情况|事项)\s*$/;
/** Lines that only a table has: what begins the table of a chapter when the tabs are gone. */
const TABLE_START = /^(第二十条第|（?本列数据的勾稽|信息内容|行政复议$|申请人情况)/;
const MAX_CELL = 80;

export function pastedBlocks(lines: readonly string[]): RawBlock[] {
  const blocks: RawBlock[] = [];
  let index = 0;
  while (index < lines.length) {
    const line = lines[index] ?? '';
    const end = line.includes('\t') || TABLE_START.test(squeeze(line)) ? tableEnd(lines, index) : index;
    if (end > index) {
      blocks.push(tableOf(lines, index, end));
      index = end;
      continue;
    }
    if (!isBlank(line)) blocks.push({ kind: 'paragraph', text: squeeze(line), place: place(index) });
    index++;
  }
  return blocks;
}

/** The line after the last of a table: the next chapter, or prose. A lone tab in front of prose is no table. */
function tableEnd(lines: readonly string[], from: number): number {
  let last = from - 1;
  let cells = 0;
  for (let index = from; index < lines.length; index++) {
    const line = lines[index] ?? '';
    const text = squeeze(line);
    if (CHAPTER.test(text) || (text.length > MAX_CELL && !/\t.*\t/.test(line))) break;
    if (text === '' && !line.includes('\t')) continue;
    last = index;
    cells += line.split('\t').length;
  }
  return cells < 4 ? from : last + 1;
}

function tableOf(lines: readonly string[], from: number, to: number): RawTable {
  const block = lines.slice(from, to);
  const tabbed = block.filter((line) => line.startsWith('\t')).length;
  const inner = block.filter((line) => /\S.*\t|\t.*\t/.test(line)).length;
  const at = place(from);
  if (inner > tabbed && inner >= 2) return { kind: 'table', rows: tabRows(block, from), place: at, cells: 'exact' };
  if (tabbed >= block.filter((line) => !isBlank(line)).length / 2) {
    const apart = block.some((line) => line === '' || (isBlank(line) && !line.includes('\t')));
    if (apart) return { kind: 'table', rows: cellLines(block, from), place: at, cells: 'exact' };
  }
  return { kind: 'table', rows: bareLines(block, from), place: at, cells: block.some(isBlank) ? 'lines' : 'loose' };
}

/** One row a line, cells between tabs. Every row is brought to the width of the widest: editors trim trailing tabs. */
function tabRows(block: readonly string[], from: number): RawCell[][] {
  const rows = block.flatMap((line, offset) =>
    line.trim() === '' && !line.includes('\t') ? [] : [{ offset, cells: line.split('\t') }],
  );
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  return rows.map(({ offset, cells }) =>
    Array.from({ length: width }, (_, column) => ({ text: squeeze(cells[column] ?? ''), place: place(from + offset) })),
  );
}

/** One cell a line after a tab; an empty line ends the row; a line without a tab goes on in the cell above. */
function cellLines(block: readonly string[], from: number): RawCell[][] {
  const rows: RawCell[][] = [[]];
  block.forEach((line, offset) => {
    const row = rows.at(-1) ?? [];
    const last = row.at(-1);
    if (line.startsWith('\t')) row.push({ text: squeeze(line), place: place(from + offset) });
    else if (!isBlank(line) && last) row[row.length - 1] = { ...last, text: last.text + squeeze(line) };
    else if (!isBlank(line)) row.push({ text: squeeze(line), place: place(from + offset) });
    else if (row.length > 0) rows.push([]);
  });
  return rows.filter((row) => row.length > 0);
}

/** Every line as a row of its own: the words of a row may stand on it or below it. Blank lines stay, they may be blank cells. */
const bareLines = (block: readonly string[], from: number): RawCell[][] =>
  block.map((line, offset) => [{ text: squeeze(line), place: place(from + offset) }]);
