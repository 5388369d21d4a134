// The laid-out document: everything of the form in printing order, every figure as printed.
import { expect, test } from 'vitest';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { figuresOf, machineText, tablesOf } from '../../shared/export/layout-document.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { BLANK, type CellId, type Report } from '../../shared/model/report.ts';
import { caseReport, CASES, FINGERPRINT, number } from './report-cases.ts';

const lay = (report: Report) => layoutOf(report, { fingerprint: FINGERPRINT, draft: false });

const withCells = (report: Report, cells: Report['cells']): Report => ({
  ...report,
  cells: { ...report.cells, ...cells },
});

const figureOf = (report: Report, id: CellId) => {
  const figure = tablesOf(lay(report))
    .flatMap(figuresOf)
    .find((cell) => cell.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
};

test.each(CASES)('%s: every cell of the edition stands in the document once, in the order of the form', (name) => {
  const report = caseReport(name);
  const ids = tablesOf(lay(report))
    .flatMap(figuresOf)
    .map((figure) => figure.id);
  expect(ids).toEqual([...figures(EDITIONS[report.edition]).keys()]);
});

test.each(CASES)('%s: the cells of a table fill its grid, without gap and without overlap', (name) => {
  for (const table of tablesOf(lay(caseReport(name)))) {
    const covered = new Map<string, number>();
    for (const cell of table.rows.flat()) {
      for (let row = cell.row; row < cell.row + cell.rowspan; row++) {
        for (let column = cell.column; column < cell.column + cell.colspan; column++) {
          covered.set(`${row},${column}`, (covered.get(`${row},${column}`) ?? 0) + 1);
        }
      }
    }
    expect(covered.size).toBe(table.rows.length * table.gridColumns);
    expect([...covered.values()].every((count) => count === 1)).toBe(true);
  }
});

test('preface first, then 一 to 六, each table under its chapter title and before the text beside it', () => {
  const kinds = lay(caseReport('huaian-2024')).blocks.map((block) =>
    block.kind === 'chapter-title' ? block.text.slice(0, 1) : block.kind === 'table' ? block.name : block.kind[0],
  );
  expect(kinds.join(' ')).toBe('p 一 p p p h p 二 表二 三 表三 p 四 表四 五 h p h h p 六 p');
});

test('the head rows of a table are those above its first figure or section', () => {
  const heads = tablesOf(lay(caseReport('huaian-2024'))).map((table) => table.headRows);
  expect(heads).toEqual([0, 3, 3]);
});

test('a run-in heading is told from the text that follows it, a short heading line stands alone', () => {
  const { blocks } = lay(caseReport('huaian-2024'));
  const runs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.runs] : []));
  expect(runs[2]?.[0]).toEqual({ text: '（一）主动公开情况。', runIn: true });
  expect(runs[2]?.[1]?.text).toMatch(/^全年通过政府网站/);
  expect(blocks).toContainEqual({ kind: 'heading', level: 1, text: '（三）政府信息管理' });
});

test('an ordinary long first sentence after （一） is no heading', () => {
  const text =
    '（一）加强组织领导，明确责任分工，健全工作机制，完善工作制度，把政务公开工作纳入年度绩效考核范围。其余照常。';
  const report = caseReport('huaian-2024', {
    '6': { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
  });
  const last = lay(report).blocks.at(-1);
  expect(last).toEqual({ kind: 'paragraph', runs: [{ text }] });
});

test('a total names its parts, and says when the printed figure disagrees with them', () => {
  const report = caseReport('huaian-2024');
  expect(figureOf(report, 'applications.new.total')).toMatchObject({ value: '3119', agrees: true });
  expect(figureOf(report, 'applications.new.total').sumOf).toHaveLength(6);
  const printed = withCells(report, { 'applications.new.total': number('3120') });
  expect(figureOf(printed, 'applications.new.total')).toMatchObject({ text: '3120', agrees: false });
});

test('blank, 0, dash, note and text kept are printed as they stand', () => {
  const report = caseReport('huaian-2024');
  const text = (cell: Report['cells'][CellId]) =>
    figureOf(withCells(report, { 'disclosure.rules.made': cell ?? BLANK }), 'disclosure.rules.made').text;
  expect(text(BLANK)).toBe('');
  expect(text(number('0'))).toBe('0');
  expect(text({ state: 'dash', value: null, raw: '—', source: { kind: 'typed' } })).toBe('—');
  expect(text(number('22', '其中修订16件'))).toBe('22（其中修订16件）');
  expect(text({ state: 'text', value: null, raw: '详见附件', source: { kind: 'typed' } })).toBe('详见附件');
});

test('增/减 keeps its sign, and an amount its unit where no head names it', () => {
  const old = caseReport('seed-jiaxing-eco-2020');
  expect(figureOf(old, 'disclosure.penalty.delta').text).toBe('+49');
  expect(figureOf(old, 'disclosure.license.delta').text).toBe('0');
  expect(figureOf(old, 'disclosure.procurement.amount').text).toBe('22541145.2元');
  expect(machineText(figureOf(old, 'disclosure.procurement.amount'))).toBe('22541145.2');
  expect(figureOf(caseReport('huaian-2024'), 'disclosure.fee.amount').text).toBe('96171.6');
});

test('the same report gives the same document', () => {
  expect(lay(caseReport('huaian-2024'))).toEqual(lay(caseReport('huaian-2024')));
});
