// The text layer of a PDF saved as text: lines broken by the page, columns kept apart by spaces, page numbers in between.
import type { RawBlock, RawCell } from '../../../../shared/import/raw-document.ts';
import { isChapterLine, isReportTitle, isTableHead } from '../../../../shared/editions/form-lines.ts';
import { isPageNumber } from './page-number.ts';
import { columnsOf, displayWidth, type Measure } from './text-columns.ts';

interface Line {
  readonly text: string;
  readonly index: number;
  readonly page: number;
  readonly indent: number;
  /** Pieces that stand apart by two spaces or more. */
  readonly pieces: readonly string[];
}

const LONE_NUMBER = /^[\s\u3000]*\d{1,3}[\s\u3000]*$/;
const LONG_PIECE = 24;

const squeeze = (text: string): string => text.replace(/[\s\u3000]/g, '');
const place = ({ page, index }: Line): string => `第${page}页（文本第${index + 1}行）`;

/** Columns kept apart by spaces, and prose broken at a fixed width. */
export function isPageLayout(lines: readonly string[]): boolean {
  if (lines.some((line) => line.includes('\t'))) return false;
  const read = readLines(lines);
  const columned = read.filter(isApart).length;
  return columned >= 5 && columned >= read.length / 20 && read.every(({ text }) => text.trim().length < 160);
}

export function pageLayoutBlocks(lines: readonly string[]): RawBlock[] {
  const read = readLines(lines);
  const measure = columnsOf(read.filter(isColumned).map(({ text }) => text));
  const margin = marginOf(read);
  const blocks: RawBlock[] = [];
  for (let index = 0; index < read.length; ) {
    const end = tableEnd(read, index);
    const first = read[index] as Line; // index is in range
    if (end > index) {
      const rows = read.slice(index, end).map((line) => cellsOf(line, measure));
      blocks.push({ kind: 'table', rows, place: place(first), cells: 'positional' });
      index = end;
      continue;
    }
    const paragraph = paragraphFrom(read, index, margin);
    blocks.push({ kind: 'paragraph', text: joinLines(paragraph), place: place(first) });
    index += paragraph.length;
  }
  return blocks;
}

function readLines(lines: readonly string[]): Line[] {
  let page = 1;
  let blankBefore = true;
  return lines.flatMap((raw, index): Line[] => {
    if (raw.includes('\f') && index > 0 && !blankBefore) page++;
    const text = raw.replaceAll('\f', '').trimEnd();
    const next = lines[index + 1] ?? '';
    const alone =
      LONE_NUMBER.test(text) &&
      blankBefore &&
      (next.includes('\f') || lines.slice(index + 1).every((line) => line.trim() === ''));
    if (isPageNumber(text) || alone) {
      page++;
      blankBefore = true;
      return [];
    }
    blankBefore = text.trim() === '';
    if (blankBefore) return [];
    const body = text.trimStart();
    return [
      {
        text,
        index,
        page,
        indent: displayWidth(text.slice(0, text.length - body.length)),
        pieces: body.split(/[ \u3000]{2,}/),
      },
    ];
  });
}

/** Several pieces on a line, none of them a sentence, unless figures follow. */
const isApart = ({ pieces, text }: Line): boolean =>
  pieces.length >= 2 &&
  !isChapterLine(text) &&
  (pieces.every((piece) => piece.length <= LONG_PIECE) || pieces.slice(1).some((piece) => /^[\d,.]+$/.test(piece)));

/** Figures behind words with one space between, where a label fills its column: “2.没有现成信息需要另行制 35 1 0 0 0 0 36”. */
const FIGURES_BEHIND = /(?:^|\s)(?:[-+]?\d[\d,.]*\s+){2,}[-+]?\d[\d,.]*$|^[\u4e00-\u9fff]{2,12}\s[-+]?\d[\d,.]*$/;

const isColumned = (line: Line): boolean => isApart(line) || FIGURES_BEHIND.test(line.text.trim());

const isProse = (line: Line): boolean =>
  !isColumned(line) &&
  (isChapterLine(line.text) || squeeze(line.text).length >= LONG_PIECE || line.text.endsWith('。'));

/** A run of lines with columns, with the pieces of wrapped labels between them; it ends at prose. */
function tableEnd(lines: readonly Line[], from: number): number {
  const first = lines[from];
  if (!first || isChapterLine(first.text)) return from;
  const starts = isColumned(first) || (isTableHead(first.text) && lines.slice(from, from + 8).some(isColumned));
  if (!starts) return from;
  let end = from + 1;
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index] as Line; // index is in range
    if (isChapterLine(line.text)) break;
    if (isColumned(line)) end = index + 1;
    else if (isProse(line) && !isWrappedLabel(lines, index)) break;
  }
  // pieces of a label may follow the last columns
  while (end < lines.length && isTail(lines[end] as Line)) end++;
  return end;
}

const isTail = (line: Line): boolean =>
  !isProse(line) && line.pieces.length === 1 && /^[\u4e00-\u9fff、（）]{1,8}$/.test(squeeze(line.text));

/** A long label on a line of its own: rows of figures go on right behind it. */
const isWrappedLabel = (lines: readonly Line[], index: number): boolean => {
  const line = lines[index] as Line; // the caller is in range
  if (/。/.test(line.text) || displayWidth(squeeze(line.text)) > 90) return false;
  return lines
    .slice(index + 1, index + 4)
    .some((next) => isColumned(next) && next.pieces.some((piece) => /^\d/.test(piece)));
};

/** Width of a full line of the running text, with its indent. */
function marginOf(lines: readonly Line[]): number {
  const widths = lines
    .filter((line) => line.pieces.length === 1 && squeeze(line.text).length >= 20)
    .map((line) => displayWidth(squeeze(line.text)))
    .toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length * 0.75)] ?? 60;
}

/** The lines of one paragraph: until an indented line, a chapter title, a table, or a line that ends early. */
function paragraphFrom(lines: readonly Line[], from: number, margin: number): Line[] {
  const first = lines[from] as Line; // the caller is in range
  const taken = [first];
  if (isChapterLine(first.text) || isReportTitle(first.text) || isCentred(first, margin)) return taken;
  for (let index = from + 1; index < lines.length; index++) {
    const line = lines[index] as Line; // index is in range
    const before = lines[index - 1] as Line;
    if (tableEnd(lines, index) > index || isChapterLine(line.text) || isCentred(line, margin)) break;
    const base = baseIndent(lines, line.page);
    // the first line is indented by two characters
    const full = displayWidth(squeeze(before.text)) + (before === first ? 4 : 0) >= margin * 0.86;
    if (line.indent >= base + 2 || !full || beginsParagraph(line, before)) break;
    taken.push(line);
  }
  return taken;
}

/** “（一）主动公开情况。” behind the end of a sentence; but “……第二十条第 / （一）项” goes on. */
const beginsParagraph = (line: Line, before: Line): boolean =>
  /[。：；]$/.test(before.text) &&
  /^(?:[（(][一二三四五六七八九十][）)](?![项款条])|\d{1,2}[.．、][\u4e00-\u9fff])/.test(squeeze(line.text));

/** A short line far from the left: the title, the signature. */
const isCentred = ({ text, indent }: Line, margin: number): boolean => {
  const width = displayWidth(squeeze(text));
  return indent >= 9 && width < margin * 0.7 && indent + width < margin * 0.98;
};

/** Left edge of the running text on a page. */
function baseIndent(lines: readonly Line[], page: number): number {
  const prose = lines.filter(
    (line) => line.page === page && line.pieces.length === 1 && squeeze(line.text).length >= 10,
  );
  return Math.min(...prose.map(({ indent }) => indent), 99);
}

const CHINESE = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—';
const NEEDLESS = new RegExp(`(?<=[${CHINESE}]) +| +(?=[${CHINESE}])`, 'g');

/** Without the spaces that the layer puts between Chinese characters and figures; words of two lines keep one. */
const joinLines = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text.trim())
    .reduce((text, line) => text + (/[A-Za-z]$/.test(text) && /^[A-Za-z]/.test(line) ? ' ' : '') + line)
    .replace(NEEDLESS, '');

/** Pieces of a line with the columns of the page that they take. */
function cellsOf(line: Line, measure: Measure): RawCell[] {
  return [...line.text.matchAll(/[^\s\u3000]+(?: [^\s\u3000]+)*/g)].map((match): RawCell => {
    const left = measure(line.text.slice(0, match.index));
    return { text: match[0], place: place(line), left, right: left + measure(match[0]) };
  });
}
