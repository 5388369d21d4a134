// Chapters in published wordings and numberings; what only looks like a title is none.
import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../shared/editions/index.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import { matchDocument } from '../../shared/import/match-document.ts';
import { findChapters } from '../../shared/import/prose/match-chapters.ts';
import type { RawBlock } from '../../shared/import/raw-document.ts';

const blocks = (lines: readonly string[]): RawBlock[] =>
  lines.map((text, index) => ({ kind: 'paragraph', text, place: `第${index + 1}行` }));
const chapters = (lines: readonly string[]): string[] =>
  findChapters(EDITIONS['2021'], blocks(lines)).map(({ key, block }) => `${key}@${block}`);

const USUAL = [
  '一、总体情况',
  '文。',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '文。',
  '六、其他需要报告的事项',
  '无。',
];
const FOUND = ['1@0', '2@2', '3@3', '4@4', '5@5', '6@7'];

describe('titles', () => {
  test.each([
    ['as the form has them', (line: string) => line],
    ['with spaces', (line: string) => line.replace('、', '、 ').replace('情况', ' 情况')],
    ['without numbers', (line: string) => line.replace(/^[一二三四五六]、/, '')],
    [
      'with Arabic numbers',
      (line: string) =>
        line.replace(/^([一二三四五六])、/, (_, number: string) => `${'一二三四五六'.indexOf(number) + 1}.`),
    ],
    ['as parts', (line: string) => line.replace(/^([一二三四五六])、/, '第$1部分　')],
    ['with a full stop behind', (line: string) => line.replace(/(情况|事项)$/, '$1。')],
    ['with a colon behind', (line: string) => line.replace(/(情况|事项)$/, '$1：')],
  ])('%s', (_, change) => {
    expect(chapters(USUAL.map((line) => (line.endsWith('。') ? line : change(line))))).toEqual(FOUND);
  });

  test.each([
    [0, '一、政府信息公开工作总体情况'],
    [0, '一、概述'],
    [2, '二、主动公开政府信息的情况'],
    [2, '二、政府信息主动公开情况'],
    [3, '三、收到和处理政府信息公开申请的情况'],
    [3, '三、依申请公开政府信息情况'],
    [4, '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况'],
    [4, '四、政府信息公开行政复议及行政诉讼情况'],
    [4, '四、因政府信息公开申请行政复议、提起行政诉讼的情况'],
    [5, '五、政府信息公开工作存在的主要问题及改进情况'],
    [5, '五、存在问题及改进情况'],
    [5, '五、存在的主要问题和改进措施'],
    [5, '五、存在的不足及改进措施'],
    [7, '六、其它需要报告的事项'],
    [7, '六、需要报告的其他事项'],
    [7, '六、其他需要报告的事项情况'],
  ])('line %i as “%s”', (index, title) => {
    expect(chapters(USUAL.with(index, title))).toEqual(FOUND);
  });

  test.each([
    [0, '一、政府信息公开工作的基本情况'],
    [2, '二、行政机关主动公开政府信息情况'],
    [3, '三、行政机关收到和处理政府信息公开申请情况'],
    [4, '四、因政府信息公开被申请行政复议、行政诉讼情况'],
    [5, '五、存在的主要问题及下一步改进措施'],
    [5, '五、工作中存在的主要问题及改进情况'],
    [7, '六、需要说明的其他事项'],
  ])('line %i as “%s” is a known wording', (index, title) => {
    const starts = findChapters(EDITIONS['2021'], blocks(USUAL.with(index, title)));
    expect(starts.map(({ exact }) => exact)).toEqual(FOUND.map(() => true));
  });

  test('a title with its text behind it', () => {
    const starts = findChapters(
      EDITIONS['2021'],
      blocks(USUAL.with(7, '六、其他需要报告的事项：本年度未收取信息处理费。')),
    );
    expect(starts.at(-1)).toMatchObject({ key: '6', rest: '本年度未收取信息处理费。' });
  });

  test('a wrong number does not hide a title', () => {
    expect(chapters(USUAL.with(5, '四、存在的主要问题及改进情况').with(7, '五、其他需要报告的事项'))).toEqual(FOUND);
  });
});

describe('what is no title', () => {
  test.each([
    ['headings inside a chapter', ['（一）主动公开情况', '（二）依申请公开情况', '（三）其他事项']],
    ['a list numbered like chapters', ['1.主动公开情况。', '2.主动公开情况', '3.依申请公开情况', '4.其他事项']],
    ['a second numbering with the same signs', ['一、加强组织领导', '二、健全制度机制', '三、强化平台建设']],
    ['sentences that name the chapters', ['本报告包括总体情况、主动公开政府信息情况、其他需要报告的事项等六部分。']],
  ])('%s', (_, lines) => {
    const text = [...USUAL.slice(0, 2), ...lines, ...USUAL.slice(2)];
    expect(chapters(text)).toEqual(
      FOUND.map((found, index) =>
        index === 0 ? found : found.replace(/\d+$/, (at) => String(Number(at) + lines.length)),
      ),
    );
  });

  test('a table of contents', () => {
    const contents = USUAL.filter((line) => !line.endsWith('。'));
    expect(chapters([...contents, ...USUAL])).toEqual(
      FOUND.map((found) => found.replace(/\d+$/, (at) => String(Number(at) + contents.length))),
    );
  });
});

describe('prose', () => {
  const prose = (lines: readonly string[]) => {
    const text = [
      '临江市人民政府2024年政府信息公开工作年度报告',
      '根据条例编制。',
      USUAL[0] ?? '',
      ...lines,
      ...USUAL.slice(2),
    ];
    const result = matchDocument({ kind: 'text', blocks: blocks(text), remarks: [] }, { fileName: 'a.txt' });
    if (!result.ok) throw new Error(result.error.message);
    return result.value.report.chapters;
  };

  test('a line that is only a heading is one, and a run-in heading stays in its paragraph', () => {
    const lines = [
      '（一）主动公开情况。',
      '(二)依申请公开',
      '（三）监督保障情况。积极开展工作。',
      '1.加强领导',
      '2.加强领导，健全机制；',
      '（1）制度建设',
      '3.5万人次关注。',
    ];
    expect(prose(lines)['1'].content.map((block) => (block.type === 'heading' ? block.attrs.level : 0))).toEqual([
      1, 1, 0, 2, 0, 3, 0,
    ]);
    expect(chapterText(prose(lines)['1'])).toBe(lines.join('\n'));
  });

  test('line ends inside a paragraph make paragraphs, control characters go', () => {
    expect(chapterText(prose(['第一段。\n　　第二段。\u200b\u202e'])['1'])).toBe('第一段。\n第二段。');
  });

  test('a chapter that lost its title is found behind the table before it', () => {
    const form = ['复议后起诉', '0'];
    const text: RawBlock[] = [
      ...blocks(['临江市2024年政府信息公开工作年度报告', ...USUAL.slice(0, 5)]),
      {
        kind: 'table',
        cells: 'exact',
        place: '表',
        rows: [
          ['行政复议', '未经复议直接起诉', form[0] ?? ''],
          Array.from(
            { length: 15 },
            (_, index) => ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'][index % 5] ?? '',
          ),
          Array.from({ length: 15 }, () => '0'),
        ].map((row) => row.map((cell) => ({ text: cell, place: '表' }))),
      },
      ...blocks(['公开的内容还不够丰富。', ...USUAL.slice(7)]),
    ];
    const result = matchDocument({ kind: 'html', blocks: text, remarks: [] }, { fileName: 'a.html' });
    if (!result.ok) throw new Error(result.error.message);
    const { report, warnings } = result.value;
    expect([
      chapterText(report.chapters['4']),
      chapterText(report.chapters['5']),
      chapterText(report.chapters['6']),
    ]).toEqual(['', '公开的内容还不够丰富。', '无。']);
    expect(warnings.filter(({ code }) => code === 'chapter-missing').map(({ chapter }) => chapter)).toEqual(['5']);
  });
});

test('chapters in another order than the form has them keep their own text', () => {
  const moved = [
    '一、总体情况',
    '文。',
    '二、收到和处理政府信息公开申请情况',
    '三、主动公开政府信息情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、其他需要报告的事项',
    '无。',
    '六、存在的主要问题及改进情况',
    '文。',
  ];
  expect(chapters(moved)).toEqual(['1@0', '3@2', '2@3', '4@4', '6@5', '5@7']);
});
