// The text layer of a PDF saved as text: lines broken by the page, columns kept apart by spaces, page numbers in between.
import type { RawBlock, RawCell } from '../../../shared/import/raw-document.ts';

interface Line {
  readonly text: string;
  readonly index: number;
  readonly indent: number;
  readonly page: number;
}

const PAGE_NUMBER = /^[\s\u3000]*[-—–－]\s*\d{1,3}\s*[-—–－][\s\u3000]*$/;
const COLUMNS = /\S {2,}\S/;
const CHAPTER = /^[一二三四五六七八]、\S+(情况|事项)$/;
const SENTENCE = 22;

const place = ({ page, index }: Line): string => `第${page}页（文本第${index + 1}行）`;

/** Width in columns: a Chinese character takes two. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);

/** Columns kept apart by spaces, and prose broken at a fixed width. */
export function isPageLayout(lines: readonly string[]): boolean {
  if (lines.some((line) => line.includes('\t'))) return false;
  const written = lines.filter((line) => line.trim() !== '');
  const columned = written.filter((line) => COLUMNS.test(line.trim())).length;
  return columned >= 5 && written.every((line) => line.trim().length < 120);
}

export function pageLayoutBlocks(lines: readonly string[]): RawBlock[] {
  const read = readLines(lines);
  const blocks: RawBlock[] = [];
  let index = 0;
  while (index < read.length) {
    const end = tableEnd(read, index);
    if (end > index) {
      const rows = read.slice(index, end);
      const first = rows[0];
      blocks.push({ kind: 'table', rows: rows.map(cellsOf), place: first ? place(first) : '', cells: 'positional' });
      index = end;
    } else {
      const paragraph = paragraphFrom(read, index);
      blocks.push({
        kind: 'paragraph',
        text: tidy(paragraph.map(({ text }) => text.trim()).join('')),
        place: place(paragraph[0] as Line),
      }); // never empty
      index += paragraph.length;
    }
  }
  return blocks;
}

function readLines(lines: readonly string[]): Line[] {
  let page = 1;
  return lines.flatMap((raw, index): Line[] => {
    const text = raw.replaceAll('\f', '').trimEnd();
    if (PAGE_NUMBER.test(text)) {
      page++;
      return [];
    }
    return text.trim() === '' ? [] : [{ text, index, indent: text.length - text.trimStart().length, page }];
  });
}

const isColumned = ({ text }: Line): boolean => COLUMNS.test(text.trim());
const isProse = ({ text }: Line): boolean =>
  !COLUMNS.test(text.trim()) && (CHAPTER.test(squeeze(text)) || text.trim().length >= SENTENCE);
const squeeze = (text: string): string => text.replace(/\s/g, '');

/** A run of lines with columns, with the short pieces of wrapped labels between them; it ends at prose. */
function tableEnd(lines: readonly Line[], from: number): number {
  const first = lines[from];
  const starts =
    first &&
    (isColumned(first) || (!isProse(first) && lines.slice(from, from + 3).some(isColumned) && isTableHead(first.text)));
  if (!starts) return from;
  let end = from + 1;
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index] as Line; // index is in range
    if (isColumned(line)) end = index + 1;
    else if (isProse(line) && !isWrappedLabel(lines, index)) break;
  }
  // pieces of a label may follow the last columns
  while (end < lines.length && !isProse(lines[end] as Line) && isTableTail(lines[end] as Line)) end++;
  return end;
}

const isTableHead = (text: string): boolean => /^(第二十条|信息内容|申请人情况|行政复议)/.test(squeeze(text));
const isTableTail = ({ text }: Line): boolean =>
  /^[\u4e00-\u9fff、（）]{1,8}$/.test(squeeze(text)) && !CHAPTER.test(squeeze(text));

/** A long label that takes lines of its own between rows of figures: “（本列数据的勾稽关系为：…”. */
const isWrappedLabel = (lines: readonly Line[], index: number): boolean =>
  !CHAPTER.test(squeeze(lines[index]?.text ?? '')) &&
  lines.slice(index + 1, index + 4).some(isColumned) &&
  /^（?(本列数据|等于第三项)|^第二十条/.test(squeeze(lines[index]?.text ?? ''));

/** The lines of one paragraph: until the next indented line, chapter or table. */
function paragraphFrom(lines: readonly Line[], from: number): Line[] {
  const first = lines[from] as Line; // the caller is in range
  const taken = [first];
  const full = Math.max(...lines.filter((line) => !isColumned(line)).map(({ text }) => width(text.trim()))) - 8;
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index] as Line; // index is in range
    const before = lines[index - 1] as Line;
    const base = Math.min(...lines.filter(({ page }) => page === line.page).map(({ indent }) => indent));
    const indented = line.indent >= base + 2 && line.indent < 16;
    if (tableEnd(lines, index) > index || CHAPTER.test(squeeze(line.text)) || CHAPTER.test(squeeze(first.text))) break;
    if (indented || line.indent >= 16 || width(before.text.trim()) < full) break;
    taken.push(line);
  }
  return taken;
}

/** Pieces of a line that stand apart, with the columns of the page they take. */
function cellsOf(line: Line): RawCell[] {
  const cells: RawCell[] = [];
  for (const match of line.text.matchAll(/\S+(?: \S+)*/g)) {
    const left = width(line.text.slice(0, match.index));
    cells.push({ text: match[0], place: place(line), left, right: left + width(match[0]) });
  }
  return cells;
}

/** Without the spaces that the layer puts between Chinese characters and figures. */
const tidy = (text: string): string =>
  text.replace(
    /(?<=[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef”“]) +| +(?=[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef”“])/g,
    '',
  );
