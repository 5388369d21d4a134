// What the reading says beside the figures: editions, contradictions, odd values, places; and what it refuses.
import { describe, expect, test } from 'vitest';
import { matchDocument } from '../../shared/import/match-document.ts';
import type { ImportProposal } from '../../shared/import/proposal.ts';
import type { CellId } from '../../shared/model/report.ts';
import { htmlReport, PLAIN, tsvReport } from './build-report.ts';
import { caseFile, expectAllRight, expectedOf, importBytes, isWarned } from './import-case.ts';

const old = expectedOf('seed-jiaxing-eco-2020');
const present = expectedOf('suqian-2024');
const codes = ({ warnings }: ImportProposal): string[] => warnings.map(({ code }) => code);

/** The page with the text of one cell replaced. */
const withCell = (id: CellId, text: string): string => {
  const value = present.cells[id];
  const unique = '⟦cell⟧';
  return htmlReport({ ...present, cells: { ...present.cells, [id]: unique } }).replace(
    unique,
    () => text || (value ?? ''),
  );
};

describe('the edition', () => {
  test('is what the tables are, whatever the year and the user say', async () => {
    const late = htmlReport(old, { ...PLAIN, title: '临江市人民政府2023年政府信息公开工作年度报告' });
    const proposal = await importBytes(late, 'a.html', { edition: '2021' });
    expect([proposal.report.edition, proposal.report.year]).toEqual(['2019', 2023]);
    expectAllRight({ ...proposal }, old.cells);
    expect(codes(proposal)).toContain('edition-contradicts');
  });

  test('of the year is taken where the tables do not tell', async () => {
    const html = htmlReport(present).replace(/<table.*?<\/table>/s, '');
    expect((await importBytes(html, 'a.html')).report.edition).toBe('2021');
  });

  test('rows and columns of another edition in the tables are told and not taken', async () => {
    const rows =
      '<tr><td>其他对外管理服务事项</td><td>24</td><td>0</td><td>42</td></tr><tr><td colspan="4">第二十条第（九）项</td></tr><tr><td>信息内容</td><td>采购项目数量</td><td colspan="2">采购总金额</td></tr><tr><td>政府集中采购</td><td>56</td><td colspan="2">22541145.2元</td></tr>';
    const html = htmlReport(present)
      .replace(
        '<tr><td colspan="4"><p align="center">第二十条第（六）项',
        `${rows}<tr><td colspan="4"><p align="center">第二十条第（六）项`,
      )
      .replace(
        /<td colspan="3"><p align="center">本年处理决定数量<\/p><\/td>/,
        '<td>上一年项目数量</td><td>本年增/减</td><td>处理决定数量</td>',
      )
      .replace(/(行政许可<\/p><\/td>)<td colspan="3">/, '$1<td>10</td><td>3</td><td>');
    const proposal = await importBytes(html, 'a.html');
    expectAllRight(proposal, present.cells);
    expect(proposal.report.edition).toBe('2021');
    expect(codes(proposal)).toEqual(expect.arrayContaining(['edition-contradicts', 'label-unknown']));
    const unknown = proposal.warnings
      .filter(({ code }) => code === 'label-unknown')
      .map(({ message }) => message)
      .join();
    for (const label of ['其他对外管理服务事项', '政府集中采购', '上一年项目数量']) expect(unknown).toContain(label);
  });

  test('heads of the 2019 form over rows of the 2021 form: the figures are others and are not taken', async () => {
    const html = htmlReport(present)
      .replace('本年制发件数', '本年新制作数量')
      .replace('本年废止件数', '本年新公开数量')
      .replace('现行有效件数', '对外公开总数量');
    const proposal = await importBytes(html, 'a.html');
    expect(proposal.report.edition).toBe('2021');
    expect(proposal.report.cells['disclosure.rules.valid']?.value ?? null).toBeNull();
    expect(isWarned(proposal, 'disclosure.rules.valid')).toBe(true);
  });

  test('a foreign row in front of a blank row is not its beginning', async () => {
    const html = htmlReport({ ...present, cells: { ...present.cells, 'disclosure.penalty.decisions': null } }).replace(
      /(<tr><td><p align="center">行政处罚)/,
      '<tr><td>其他对外管理服务事项</td><td colspan="3">7</td></tr>$1',
    );
    const proposal = await importBytes(html, 'a.html');
    expect(proposal.report.cells['disclosure.penalty.decisions']?.value).toBeNull();
    expect(codes(proposal)).toContain('label-unknown');
  });
});

describe('values', () => {
  const id: CellId = 'disclosure.normative.valid';
  test.each([
    ['22（其中修订16件）', { state: 'number', value: '22', note: '其中修订16件' }, false],
    ['１，０３３', { state: 'number', value: '1033' }, false],
    ['—', { state: 'dash', value: null }, false],
    ['&nbsp;', { state: 'blank', value: null }, false],
    ['12项', { state: 'number', value: '12' }, false],
    ['12万', { state: 'number', value: '12' }, true],
    ["'12", { state: 'number', value: '12' }, false],
    ['约20', { state: 'text', value: null, raw: '约20' }, true],
    ['1<br>28', { state: 'number', value: '128' }, true],
    ['-5', { state: 'text', value: null, raw: '-5' }, true],
    ['1.5', { state: 'text', value: null, raw: '1.5' }, true],
  ])('%s', async (text, value, warned) => {
    const proposal = await importBytes(withCell(id, text), 'a.html');
    expect(proposal.report.cells[id]).toMatchObject(value);
    expect(isWarned(proposal, id)).toBe(warned);
  });

  test('a row that says 无 in every cell is one warning of the row', async () => {
    const words = Object.fromEntries(
      ['natural', 'company', 'research', 'welfare', 'legal', 'other', 'total'].map((key) => [
        `applications.denied_query.${key}`,
        '无',
      ]),
    );
    const one = { 'applications.denied_process.natural': '无' };
    const proposal = await importBytes(
      htmlReport({ ...present, cells: { ...present.cells, ...words, ...one } }),
      'a.html',
    );
    expect(proposal.warnings.filter(({ code }) => code === 'value-unread')).toEqual([
      {
        code: 'value-unread',
        cell: 'applications.denied_process.natural',
        message: '表三 6.属于四类过程性信息 · 自然人：“无”不是数字，原文保留，请填写正确的数字。',
      },
      {
        code: 'value-unread',
        cell: 'applications.denied_query',
        message: '表三 8.属于行政查询事项的7格：“无”不是数字，原文保留，请填写正确的数字。',
      },
    ]);
    expect(proposal.report.cells['applications.denied_query.total']).toMatchObject({ state: 'text', raw: '无' });
  });

  test('an amount in 元 where the form asks for 万元 is kept, not converted, and told', async () => {
    const proposal = await importBytes(withCell('disclosure.fee.amount', '22541145.2元'), 'a.html');
    expect(proposal.report.cells['disclosure.fee.amount']).toMatchObject({
      state: 'number',
      value: '22541145.2',
      raw: '22541145.2元',
    });
    expect(proposal.warnings).toContainEqual(
      expect.objectContaining({ code: 'value-unit', cell: 'disclosure.fee.amount' }),
    );
  });

  test('every figure keeps its text and its place in the file', async () => {
    const { report, origins, blocks } = await importBytes(htmlReport(present), '年报.html');
    const total: CellId = 'applications.new.total';
    expect(report.cells[total]?.source).toEqual({ kind: 'imported', file: '年报.html', place: '网页第2个表格第4行' });
    const origin = origins[total];
    const block = blocks[origin?.block ?? -1];
    expect(block?.kind === 'table' && block.rows[origin?.row ?? -1]?.map(({ text }) => text)).toContain(
      present.cells[total],
    );
  });
});

describe('what contradicts', () => {
  test('a row that stands twice with other figures is told', async () => {
    const html = htmlReport(present).replace(
      /(<tr><td><p align="center">2\.重复申请.*?<\/tr>)/,
      (row) => row + row.replace(/>\d+</, '>77<'),
    );
    const proposal = await importBytes(html, 'a.html');
    expect(isWarned(proposal, 'applications.rejected_repeat.natural')).toBe(true);
  });

  test.each([
    ['“4629” and a blank beside it, which are 462 and 9', { natural: '4629', company: null }, true],
    ['a total of which a part is left blank, as printed', { company: null }, false],
    ['a wrong total beside blanks, as printed', { research: null, welfare: null, total: '480' }, false],
  ])('a row whose sum fails is doubted where a figure taken apart mends it: %s', async (_, changed, doubted) => {
    const cells = Object.fromEntries(
      Object.entries(changed).map(([key, text]) => [`applications.partial.${key}`, text]),
    );
    const proposal = await importBytes(htmlReport({ ...present, cells: { ...present.cells, ...cells } }), 'a.html');
    expect(codes(proposal)).toEqual(doubted ? ['cells-uncertain'] : []);
  });

  test('rows of the same name in another chapter are not the form’s', async () => {
    const html = htmlReport(present).replace(
      '<p style="text-indent:2em">二、',
      '<table><tr><td>公开内容</td><td>条数</td></tr><tr><td>行政许可</td><td>777</td></tr><tr><td>重复申请</td><td>9</td></tr></table><p style="text-indent:2em">二、',
    );
    const proposal = await importBytes(html, 'a.html');
    expectAllRight(proposal, present.cells);
    expect(isWarned(proposal, 'disclosure.license.decisions')).toBe(false);
    expect(codes(proposal)).toEqual(['text-outside']);
  });

  test('the numbers of the columns under the heads are no figures', async () => {
    const numbers = `<tr>${Array.from({ length: 15 }, (_, index) => `<td>${index + 1}</td>`).join('')}</tr>`;
    const html = htmlReport(present).replace(
      /<tr>(?=(?:<td><p align="center">\d+<\/p><\/td>){15}<\/tr>)/,
      `${numbers}<tr>`,
    );
    const proposal = await importBytes(html, 'a.html');
    expectAllRight(proposal, present.cells);
    expect(proposal.warnings).toEqual([]);
  });

  test('a row that is missing is blank and told', async () => {
    const html = htmlReport(present).replace(/<tr><td><p align="center">2\.重复申请.*?<\/tr>/, '');
    const proposal = await importBytes(html, 'a.html');
    expect(proposal.report.cells['applications.rejected_repeat.total']?.state).toBe('blank');
    expect(proposal.warnings).toContainEqual(
      expect.objectContaining({ code: 'row-missing', cell: 'applications.rejected_repeat' }),
    );
  });

  test('the year of the user wins over the year of the file, and is told', async () => {
    const proposal = await importBytes(htmlReport(present), 'a.html', { year: 2022 });
    expect(proposal.report.year).toBe(2022);
    expect(codes(proposal)).toContain('year-contradicts');
  });

  test('the organ of the user is taken without a word', async () => {
    const proposal = await importBytes(caseFile('seed-jiaxing-eco-2020.txt'), 'a.txt', { organ: '嘉兴市生态环境局' });
    expect(proposal.report.organ).toBe('嘉兴市生态环境局');
    expect(codes(proposal)).not.toContain('organ-unknown');
  });

  test('columns of 表三 in another order are taken by their heads, which is told', async () => {
    const swap = (text: string): string =>
      text.replaceAll(
        /^((?:[^\t\n]*\t)*?[^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)$/gm,
        '$1\t$2\t$3\t$5\t$4\t$6\t$7\t$8',
      );
    const body = tsvReport(present).split('\n');
    const from = body.findIndex((line) => line.startsWith('一、本年新收'));
    const to = body.findIndex((line) => line.startsWith('四、结转'));
    const text = [...body.slice(0, from), ...body.slice(from, to + 1).map(swap), ...body.slice(to + 1)]
      .join('\n')
      .replace('科研机构\t社会公益组织', '社会公益组织\t科研机构');
    const proposal = await importBytes(text);
    expectAllRight(proposal, present.cells);
    expect(isWarned(proposal, 'applications.new.welfare')).toBe(false);
    expect(proposal.warnings.map(({ message }) => message).join()).toContain('列的次序');
  });
});

test('nothing at all is no report', () => {
  const result = matchDocument({ kind: 'text', blocks: [], remarks: [] }, { fileName: 'a.txt' });
  expect(!result.ok && result.error.code).toBe('not-a-report');
});
