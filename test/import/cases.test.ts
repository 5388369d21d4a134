// Every real case is imported whole: figures, organ, year, edition and chapters, without a false alarm on its figures.
import { describe, expect, test } from 'vitest';
import { chapterText } from '../../shared/model/chapter.ts';
import { gridRows, htmlReport, narrative, ownRows, pastedReport, tsvReport } from './build-report.ts';
import { caseFile, expectAllRight, expectedOf, importBytes, warnedCells } from './import-case.ts';

describe('published reports', () => {
  test.each([
    ['seed-jiaxing-eco-2020', 'txt', 2],
    ['hangzhou-like-2025', 'html', 0],
    ['huaian-2024', 'txt', 0],
  ])('%s.%s', async (name, extension, warned) => {
    const expected = expectedOf(name);
    const proposal = await importBytes(caseFile(`${name}.${extension}`), `${name}.${extension}`);
    expectAllRight(proposal, expected.cells);
    expect([proposal.report.year, proposal.report.edition, proposal.report.status]).toEqual([
      expected.year,
      expected.edition,
      'imported',
    ]);
    expect(expected.organ.startsWith(proposal.report.organ)).toBe(true);
    expect(warnedCells(proposal, expected.cells)).toHaveLength(warned);
    expect(proposal.warnings.filter(({ code }) => /chapter-missing|table|row|label|edition|year/.test(code))).toEqual(
      [],
    );
    for (const id of Object.keys(expected.cells))
      expect(proposal.report.cells[id as keyof typeof expected.cells]).toBeDefined(); // keys are ids
  });

  test('the pasted sample keeps its prose, its headings and its short title', async () => {
    const { report } = await importBytes(caseFile('seed-jiaxing-eco-2020.txt'));
    expect(report.title).toBe('市生态环境局2020年度政府信息公开工作年度报告');
    expect(chapterText(report.chapters.preface)).toMatch(/^2020年，我局强化组织领导.*报告如下：$/);
    expect(
      report.chapters['1'].content.filter(({ type }) => type === 'heading').map((block) => block.content?.[0]?.text),
    ).toEqual(['（一）主动公开情况。', '（二）依申请公开情况。', '（三）政府信息管理情况。', '（四）平台建设情况。']);
    expect(chapterText(report.chapters['1'])).toContain('\n（五）监督保障情况。积极与市政务公开处');
    for (const key of ['2', '3', '4'] as const) expect(chapterText(report.chapters[key])).toBe('');
    expect(report.chapters['5'].content).toHaveLength(6);
    expect(chapterText(report.chapters['6'])).toBe('无。');
  });

  test('the page text of a PDF gives whole paragraphs, without page numbers', async () => {
    const { report } = await importBytes(caseFile('huaian-2024.txt'));
    expect(report.title).toBe('淮安市人民政府2024年政府信息公开工作年度报告');
    expect(report.chapters['1'].content).toHaveLength(6);
    const text = chapterText(report.chapters['1']);
    expect(text).toContain(
      '“建设‘四最’一流营商环境高质量推进产业发展”“加快建设长三角北部重要产业科技创新高地的若干政策”等新闻发布会12场',
    );
    expect(text).toContain('将栏目不更新、政策解读不通俗易懂');
    expect(chapterText(report.chapters['5']).split('\n')).toHaveLength(2);
    expect(chapterText(report.chapters['6'])).toBe(
      '2024年，市政府严格落实《政府信息公开信息处理费管理办法》，全年收取政府信息公开信息处理费3940元。',
    );
  });
});

describe.each(['suqian-2023', 'suqian-2024'])('%s, written in many ways', (name) => {
  const expected = expectedOf(name);
  const text = narrative(caseFile(`${name}.narrative.txt`).toString('utf8'));

  test.each([
    ['web page', htmlReport(expected, text), 'a.html'],
    ['rows of a browser', tsvReport(expected, ownRows, text), 'a.txt'],
    ['rows of Excel', tsvReport(expected, gridRows, text), 'a.txt'],
    ['cells a line', pastedReport(expected, text), 'a.txt'],
  ])('%s', async (_form, source, file) => {
    const proposal = await importBytes(source, file);
    expectAllRight(proposal, expected.cells);
    expect(warnedCells(proposal, expected.cells)).toEqual([]);
    expect([proposal.report.organ, proposal.report.year, proposal.report.edition]).toEqual([
      '宿迁市',
      expected.year,
      '2021',
    ]);
    for (const key of ['1', '5', '6'] as const)
      expect(chapterText(proposal.report.chapters[key]).split('\n')).toEqual(text.prose[key]);
  });
});
