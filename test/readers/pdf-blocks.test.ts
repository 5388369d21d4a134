// Pages of a PDF as characters with their places: tables without borders, watermarks over them, and rows cut by the end of a page.
import { expect, test } from 'vitest';
import { pdfBlocks } from '../../electron/core/readers/pdf/pdf-blocks.ts';
import type { PdfChar, PdfPage } from '../../electron/core/readers/pdf/pdf-page.ts';
import type { Rule } from '../../electron/core/readers/pdf/pdf-rules.ts';

const SIZE = 10;

/** Text from `x` on; a Chinese character is as wide as it is high, a digit half of that. */
function text(content: string, x: number, y: number, more: Partial<PdfChar> = {}): PdfChar[] {
  const size = more.size ?? SIZE;
  let at = x;
  return Array.from(content, (char): PdfChar => {
    const width = /[\x20-\x7e]/.test(char) ? size / 2 : size;
    at += width;
    return { text: char, x: at - width, y, width, size, ...more };
  });
}

const page = (...chars: readonly PdfChar[][]): PdfPage => ({
  chars: chars.flat(),
  rules: [],
  width: 595,
  height: 842,
  invisible: 0,
});

const COLUMNS = [250, 290, 330, 370, 410, 450, 500];
const figures = (y: number, values: readonly string[]): PdfChar[] =>
  values.flatMap((value, index) => text(value, COLUMNS[index] ?? 0, y));

const tables = (read: PdfPage): (readonly string[])[] =>
  pdfBlocks([read]).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : [],
  );

const PROSE = '全年通过门户网站公开各类信息，其中规范性文件和政策解读若干篇，均按要求及时公开并向社会说明。';

test('lines of a table without borders stay together: wrapped heads above them and pieces of labels between', () => {
  const read = page(
    text(PROSE, 60, 760),
    text('三、收到和处理政府信息公开申请情况', 60, 740),
    text('申请人情况', 350, 720),
    [...text('商业', 290, 700), ...text('科研', 330, 700)],
    [...text('企业', 290, 688), ...text('机构', 330, 688)],
    [...text('一、本年新收', 100, 670), ...figures(670, ['1', '2', '3', '4', '5', '6', '21'])],
    text('2.其他法律行政', 100, 656),
    figures(650, ['2', '0', '0', '0', '0', '0', '2']),
    text('法规禁止公开', 100, 644),
    [...text('3.危及稳定', 100, 630), ...figures(630, ['3', '0', '0', '0', '0', '0', '3'])],
    text('五、存在的主要问题及改进情况', 60, 610),
    text(PROSE, 60, 590),
  );
  expect(tables(read)).toEqual([
    ['申请人情况'],
    ['商业', '科研'],
    ['企业', '机构'],
    ['一、本年新收', '1', '2', '3', '4', '5', '6', '21'],
    ['2.其他法律行政'],
    ['2', '0', '0', '0', '0', '0', '2'],
    ['法规禁止公开'],
    ['3.危及稳定', '3', '0', '0', '0', '0', '0', '3'],
  ]);
});

const ROWS = [
  [...text('规章', 100, 700), ...figures(700, ['1', '2', '3', '4', '5', '6', '21'])],
  [...text('许可', 100, 680), ...figures(680, ['2', '0', '0', '0', '0', '0', '2'])],
];
const READ = [
  ['规章', '1', '2', '3', '4', '5', '6', '21'],
  ['许可', '2', '0', '0', '0', '0', '0', '2'],
];

test.each([
  ['see-through', text('2023', 245, 699, { faint: true })],
  ['pale and small', text('内部8', 327, 681, { faint: true })],
  ['very large', text('2023', 245, 685, { size: 60 })],
])('a watermark over the figures, %s, is none of them', (_, mark) => {
  expect(tables(page(mark, ...ROWS))).toEqual(READ);
  expect(tables(page(...ROWS, mark))).toEqual(READ);
});

test('pale text that lies over no other text is text, and so is the large title', () => {
  const title = text('工作年度报告', 200, 780, { size: 26 });
  const blocks = pdfBlocks([page(title, text('发布日期八月', 60, 750, { faint: true }), ...ROWS)]);
  expect(blocks.flatMap((block) => (block.kind === 'table' ? [] : block.text)).join()).toBe(
    '工作年度报告,发布日期八月',
  );
});

test('characters printed one over the other in a figure are doubtful', () => {
  const blocks = pdfBlocks([page(...ROWS, text('9', 252, 700))]);
  const cells = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  expect(cells.filter(({ doubt }) => doubt !== undefined)).toHaveLength(1);
});

/** The lines around every cell of a row, or of several. */
const grid = (edges: readonly number[], lines: readonly number[]): Rule[] => [
  ...edges.map((at): Rule => ({ direction: 'vertical', at, from: lines.at(-1) ?? 0, to: lines[0] ?? 0 })),
  ...lines.map((at): Rule => ({ direction: 'horizontal', at, from: edges[0] ?? 0, to: edges.at(-1) ?? 0 })),
];
const ruled = (rules: readonly Rule[], ...chars: readonly PdfChar[][]): PdfPage => ({ ...page(...chars), rules });
const filled = (edges: readonly number[], y: number, values: readonly string[]): PdfChar[] =>
  values.flatMap((value, index) => text(value, (edges[index] ?? 0) + 4, y));

test('two tables that touch are two, where the columns of the lower stand elsewhere', () => {
  const upper = [60, 200, 240, 280, 320, 360];
  const lower = [60, 170, 215, 262, 301, 340];
  const read = ruled(
    [...grid(upper, [720, 700, 680]), ...grid(lower, [680, 660, 640])],
    ...[706, 686].map((y) => filled(upper, y, ['规章', '1', '2', '3', '4'])),
    ...[666, 646].map((y) => filled(lower, y, ['许可', '5', '', '6', '7'])),
  );
  expect(pdfBlocks([read]).filter(({ kind }) => kind === 'table')).toHaveLength(2);
  expect(tables(read)).toEqual([
    ['规章', '1', '2', '3', '4'],
    ['规章', '1', '2', '3', '4'],
    ['许可', '5', '', '6', '7'],
    ['许可', '5', '', '6', '7'],
  ]);
});

test('what stands at the edge of every page is no text of the report', () => {
  const printed = (number: number, prose: string): PdfPage =>
    page(
      text('2024/1/20 10:30  江城市2023年政府信息公开工作年度报告', 30, 820),
      text(prose, 60, 700),
      text(`https://www.example.invalid/art/2024/1/20/art_1.html ${number}/2`, 30, 20),
    );
  const blocks = pdfBlocks([printed(1, '一、总体情况'), printed(2, '二、主动公开政府信息情况')]);
  expect(blocks.map((block) => (block.kind === 'table' ? 'table' : block.text))).toEqual([
    '一、总体情况',
    '二、主动公开政府信息情况',
  ]);
});

test('blank cells at the top of a page stay in their row, below figures that end the page before', () => {
  const edges = [60, 100, 200, 240, 280, 320];
  const above = ruled(
    grid(edges, [100, 80, 60]),
    ...[86, 66].map((y) => filled(edges, y, ['甲', '规章', '1', '', '3'])),
  );
  // browsers end the label of the group before the row that it ends with
  const below = ruled(
    [...grid(edges, [800, 778, 758]), { direction: 'horizontal', at: 788, from: 60, to: 100 }],
    filled(edges, 785, ['', '许可', '', '5', '']),
    filled(edges, 764, ['乙', '处罚', '7', '8', '9']),
  );
  const rows = pdfBlocks([above, below]).flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : [],
  );
  expect(rows.find((row) => row.includes('许可'))?.slice(-4)).toEqual(['许可', '', '5', '']);
});
