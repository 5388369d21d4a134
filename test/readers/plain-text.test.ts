// Text files as blocks: the forms in which a report is pasted, and the text layer of a PDF.
import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../electron/core/readers/text/plain-text.ts';
import type { RawBlock, RawTable } from '../../shared/import/raw-document.ts';
import { unwrap } from './sample-report.ts';

const read = (text: string | Uint8Array): readonly RawBlock[] =>
  unwrap(readPlainText(typeof text === 'string' ? Buffer.from(text) : text, 'a.txt')).blocks;
const tables = (blocks: readonly RawBlock[]): readonly RawTable[] => blocks.filter((block) => block.kind === 'table');
const texts = ({ rows }: RawTable): string[][] => rows.map((row) => row.map(({ text }) => text));
const paragraphs = (blocks: readonly RawBlock[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));

test('a cell a line behind a tab, an empty line behind each row, blank cells with a no-break space', () => {
  const blocks = read(
    '二、主动公开政府信息情况\n\n\t信息内容\n\t本年新\n制作数量\n\n\t规章\n\t\u00a0\n\t0\n\n三、下一章情况\n正文。',
  );
  expect(tables(blocks)).toMatchObject([{ cells: 'exact', place: '第3行' }]);
  expect(tables(blocks).map(texts)).toEqual([
    [
      ['信息内容', '本年新制作数量'],
      ['规章', '', '0'],
    ],
  ]);
  expect(paragraphs(blocks)).toEqual(['二、主动公开政府信息情况', '三、下一章情况', '正文。']);
});

test('the same with the tabs trimmed: every line is kept, blank ones too', () => {
  const [table] = tables(read('信息内容\n数量\n\n规章\n\n0\n\n规范性文件\n1\n\n\n行政许可\n12\n\n行政处罚\n3\n'));
  expect(table?.cells).toBe('lines');
  expect(table && texts(table).flat()).toEqual([
    '信息内容',
    '数量',
    '',
    '规章',
    '',
    '0',
    '',
    '规范性文件',
    '1',
    '',
    '',
    '行政许可',
    '12',
    '',
    '行政处罚',
    '3',
  ]);
});

test('with the blank lines gone as well, the table says that blanks are lost', () => {
  expect(tables(read('信息内容\n数量\n规章\n0\n规范性文件\n1\n行政许可\n12\n行政处罚\n3\n'))[0]?.cells).toBe('loose');
});

test('rows between tabs, with cells in quotes over several lines', () => {
  const blocks = read('前言。\n信息内容\t"本年新\n制作数量"\t总数\n规章\t\t0\n规范性文件\t1\t2\n后记。');
  expect(tables(blocks).map(texts)).toEqual([
    [
      ['信息内容', '本年新制作数量', '总数'],
      ['规章', '', '0'],
      ['规范性文件', '1', '2'],
    ],
  ]);
  expect(paragraphs(blocks)).toEqual(['前言。', '后记。']);
});

test('tables drawn with bars or boxes', () => {
  const bars =
    '| 信息内容 | 件数 |\n|---|---|\n| 规章 | 0 |\n| 规范性文件 |  |\n| 行政许可 | 1 |\n| 行政处罚 | 2 |\n| 行政强制 | 3 |';
  const boxes =
    '┌──┬──┐\n│信息内容│件数│\n├──┼──┤\n│规章│0│\n│规范性文件│  │\n│行政许可│1│\n│行政处罚│2│\n│行政强制│3│\n└──┴──┘';
  const rows = [
    ['信息内容', '件数'],
    ['规章', '0'],
    ['规范性文件', ''],
    ['行政许可', '1'],
    ['行政处罚', '2'],
    ['行政强制', '3'],
  ];
  for (const text of [bars, boxes]) expect(tables(read(text)).map(texts)).toEqual([rows]);
});

test('the marks of Markdown are no text', () => {
  const blocks = read(
    '## 一、总体情况\n**（一）主动公开**\n正文。\n**（二）依申请公开**\n正文。\n**（三）平台建设**\n## 五、存在问题\n正文。\n## 六、其他\n无。',
  );
  expect(paragraphs(blocks).filter((text) => /[#*]/.test(text))).toEqual([]);
  expect(paragraphs(read('# 号线开通。\n**重要**'))).toEqual(['# 号线开通。', '**重要**']);
});

test('a tab in front of prose is an indent, no table', () => {
  expect(tables(read('\t2024年，我局认真贯彻落实条例，主动公开信息12条。\n\t一是加强领导；二是健全制度。'))).toEqual(
    [],
  );
});

describe('the text layer of a page', () => {
  const page = [
    '            临江市人民政府',
    '',
    '   本报告由临江市人民政府办公室根据《中华人民共和国政府信息',
    '公开条例》编制，共收到申请 12 件，办结 11 件，所列数据的统计',
    '期限自 2024 年 1 月 1 日起。',
    '   第二段。',
    '',
    '                           -1-',
    '二、主动公开政府信息情况',
    '信息内容        制发      废止      有效',
    '规章           1        0       11',
    '行政规范性',
    '            8        26      66',
    '文件',
    '行政许可         5        6       7',
    '行政处罚         5        6       7',
    '三、收到和处理政府信息公开申请情况',
  ].join('\n');
  const blocks = read(page);

  test('lines of a paragraph are joined, page numbers dropped, needless spaces gone', () => {
    expect(paragraphs(blocks)).toEqual([
      '临江市人民政府',
      '本报告由临江市人民政府办公室根据《中华人民共和国政府信息公开条例》编制，共收到申请12件，办结11件，所列数据的统计期限自2024年1月1日起。',
      '第二段。',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
    ]);
  });

  test('columns are given by their place, with the page and the line', () => {
    const [table] = tables(blocks);
    expect(table?.cells).toBe('positional');
    expect(table && texts(table)[1]).toEqual(['规章', '1', '0', '11']);
    expect(table?.rows[1]?.[1]).toMatchObject({ left: 13, right: 14, place: '第2页（文本第11行）' });
    expect(table && texts(table).slice(2, 5)).toEqual([['行政规范性'], ['8', '26', '66'], ['文件']]);
  });
});

test('a binary file that passes for text is refused', () => {
  const bytes = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 32);
  expect(readPlainText(bytes, 'a.bin')).toMatchObject({ ok: false, error: { code: 'file-foreign' } });
});
