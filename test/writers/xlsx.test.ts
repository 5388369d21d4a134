// The workbook: figures as numbers, totals as formulas with their results, text that stays text, and everything read back exactly.
import { read } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { definedName } from '../../electron/core/writers/xlsx-table.ts';
import { writeXlsx } from '../../electron/core/writers/xlsx.ts';
import { figuresOf, type LayoutFigure, machineText, tablesOf } from '../../shared/export/layout-document.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { blockText, heading } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import { caseReport, CASES, emptyReport, FINGERPRINT, longProse, number } from '../export/report-cases.ts';

const lay = (report: Report, draft = false) => layoutOf(report, { fingerprint: FINGERPRINT, draft });
const allFigures = (report: Report): readonly LayoutFigure[] => tablesOf(lay(report)).flatMap(figuresOf);

async function open(report: Report): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeXlsx(lay(report));
  // its types ask for an older kind of buffer than Node's
  await workbook.xlsx.load(bytes.buffer as unknown as ExcelJS.Buffer);
  return workbook;
}

/** The cell that a defined name points to. */
function namedCell(workbook: ExcelJS.Workbook, id: CellId): ExcelJS.Cell {
  const [range = ''] = workbook.definedNames.getRanges(definedName(id)).ranges;
  const [, sheet = '', address = ''] = /^'?(.+?)'?!\$?(.+)$/.exec(range.replaceAll('$', '')) ?? [];
  const cell = workbook.getWorksheet(sheet)?.getCell(address);
  if (!cell) throw new Error(`no cell for ${id}: ${range}`);
  return cell;
}

const withCells = (report: Report, cells: Report['cells']): Report => ({
  ...report,
  cells: { ...report.cells, ...cells },
});

test.each(CASES)('%s: every figure stands under its defined name, read by two libraries', async (name) => {
  const report = caseReport(name);
  const workbook = await open(report);
  const book = read(await writeXlsx(lay(report)), { type: 'buffer' });
  const places = new Map((book.Workbook?.Names ?? []).map((entry) => [entry.Name, entry.Ref.replaceAll('$', '')]));
  for (const figure of allFigures(report)) {
    const wanted = figure.value === null ? figure.text : Number(figure.value);
    const first = namedCell(workbook, figure.id);
    // an empty result of a total is blank
    expect(first.result ?? (first.formula ? '' : (first.value ?? ''))).toBe(wanted);
    const [, sheet = '', address = ''] = /^'?(.+?)'?!(.+)$/.exec(places.get(definedName(figure.id)) ?? '') ?? [];
    expect(book.Sheets[sheet]?.[address]?.v ?? '').toBe(wanted);
  }
});

test.each(CASES)('%s: the program reads its own workbook back, every cell and every paragraph', async (name) => {
  const report = caseReport(name);
  const source = await readSourceBytes(await writeXlsx(lay(report)), '年报.xlsx');
  if (!source.ok) throw new Error(source.error.message);
  const cells = new Map(source.value.namedCells?.map(({ id, cell }) => [id, cell.text]));
  expect([...cells.keys()].sort()).toEqual(
    allFigures(report)
      .map((figure) => figure.id as string)
      .sort(),
  );
  for (const figure of allFigures(report)) expect(cells.get(figure.id)).toBe(machineText(figure));
  const { organ, year, edition, title } = report;
  expect(source.value.meta).toMatchObject({ organ, year: String(year), edition, title });
  const texts = source.value.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  for (const chapter of Object.values(report.chapters)) {
    for (const block of chapter.content) expect(texts).toContain(blockText(block));
  }
});

test('a total that agrees is a formula over exactly its parts, with its result', async () => {
  const workbook = await open(caseReport('huaian-2024'));
  const total = namedCell(workbook, 'applications.new.total');
  const row = namedCell(workbook, 'applications.new.natural').row;
  expect(total.formula).toBe(`IF(COUNT(D${row}:I${row})=0,"",SUM(D${row}:I${row}))`);
  expect(total.result).toBe(3119);
  const first = namedCell(workbook, 'applications.granted.natural').row;
  const last = namedCell(workbook, 'applications.other_rest.natural').row;
  expect(namedCell(workbook, 'applications.result_total.natural').formula).toContain(`SUM(D${first}:D${last})`);
});

test('a printed total that disagrees with its parts is written as printed, not as a formula', async () => {
  const report = withCells(caseReport('huaian-2024'), { 'applications.new.total': number('3120') });
  const cell = namedCell(await open(report), 'applications.new.total');
  expect(cell.formula).toBeUndefined();
  expect(cell.value).toBe(3120);
});

test('a total with a part that is no number in the sheet is written as printed', async () => {
  const long = '9'.repeat(16);
  const report = caseReport('huaian-2024');
  const cells = { 'proceedings.review.maintained': number(long), 'proceedings.review.total': number(long) };
  const rest = {
    'proceedings.review.corrected': number('0'),
    'proceedings.review.other': number('0'),
    'proceedings.review.pending': number('0'),
  };
  const workbook = await open(withCells(report, { ...cells, ...rest }));
  expect(namedCell(workbook, 'proceedings.review.maintained').value).toBe(long);
  expect(namedCell(workbook, 'proceedings.review.total').value).toBe(long);
});

test('ten digits stay exact, with every decimal', async () => {
  const report = withCells(caseReport('huaian-2024'), {
    'disclosure.license.decisions': number('9999999999'),
    'disclosure.fee.amount': number('1234567890.12'),
  });
  const workbook = await open(report);
  expect(namedCell(workbook, 'disclosure.license.decisions').value).toBe(9_999_999_999);
  const amount = namedCell(workbook, 'disclosure.fee.amount');
  expect(amount.value).toBe(1_234_567_890.12);
  expect(amount.numFmt).toBe('0.00');
});

test('a note shows in its cell while the cell keeps the number, and is read back', async () => {
  const note = '其中修订16件，“废止”2件，含"引号"';
  const report = withCells(caseReport('huaian-2024'), { 'disclosure.rules.made': number('22', note) });
  expect(namedCell(await open(report), 'disclosure.rules.made').value).toBe(22);
  const source = await readSourceBytes(await writeXlsx(lay(report)), '年报.xlsx');
  if (!source.ok) throw new Error(source.error.message);
  const back = source.value.namedCells?.find(({ id }) => id === 'disclosure.rules.made');
  expect(back?.cell.text).toBe(`22（${note}）`);
});

test('blank, 0 and dash are kept apart, in figures and in totals', async () => {
  const dash = { state: 'dash', value: null, raw: '—', source: { kind: 'typed' } } as const;
  const report = withCells(caseReport('seed-jiaxing-eco-2020'), { 'disclosure.rules.made': dash });
  const workbook = await open(report);
  expect(namedCell(workbook, 'disclosure.rules.made').value).toBe('—');
  expect(namedCell(workbook, 'applications.carried_in.company').value).toBeNull();
  expect(namedCell(workbook, 'applications.carried_in.natural').value).toBe(0);
  const total = namedCell(workbook, 'applications.denied_state_secret.total');
  expect(total.formula).toContain('SUM');
  expect(total.result ?? '').toBe('');
});

test.each(['=1+1', '+cmd|calc', '-1+1', '@SUM(A1)', '=HYPERLINK("http://example.invalid")'])(
  '%s stays text wherever it stands',
  async (evil) => {
    const text = { state: 'text', value: null, raw: evil, source: { kind: 'typed' } } as const;
    const report = withCells(caseReport('huaian-2024', { '1': chapterFromLines([evil]) }), {
      'disclosure.rules.made': text,
    });
    const workbook = await open({ ...report, organ: evil, title: evil });
    let seen = 0;
    for (const sheet of workbook.worksheets) {
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (cell.formula) expect(cell.formula).toMatch(/^IF\(COUNT\(/);
          if (cell.value === evil) seen++;
          expect(cell.hyperlink).toBeUndefined();
        }),
      );
    }
    expect(seen).toBeGreaterThanOrEqual(4);
  },
);

test('entry cells are open and checked; labels, totals and everything else are locked without a password', async () => {
  const report = caseReport('huaian-2024');
  const workbook = await open(report);
  for (const figure of allFigures(report)) {
    const locked = namedCell(workbook, figure.id).protection?.locked ?? true;
    expect(locked).toBe(figure.sumOf.length > 0);
    expect(namedCell(workbook, figure.id).dataValidation !== undefined).toBe(figure.sumOf.length === 0);
  }
  const sheet = workbook.getWorksheet('表三');
  expect(sheet?.getCell('A6').protection?.locked ?? true).toBe(true);
});

test('each table prints on A4 with its heads repeated, and its heads stay in sight', async () => {
  const workbook = await open(caseReport('huaian-2024'));
  const three = workbook.getWorksheet('表三');
  expect(three?.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'portrait',
    fitToWidth: 1,
    printTitlesRow: '3:5',
  });
  expect(three?.views[0]).toMatchObject({ state: 'frozen', xSplit: 3, ySplit: 5 });
  expect(workbook.getWorksheet('表四')?.pageSetup.orientation).toBe('landscape');
  expect(three?.headerFooter.oddFooter).toContain('— &P —');
  expect(workbook.getWorksheet('_meta')?.state).toBe('hidden');
});

test('headings, long paragraphs and forty pages of prose are read back whole', async () => {
  const long = `${'甲'.repeat(1500)}。${'乙'.repeat(900)}`;
  const report = caseReport('huaian-2024', {
    '1': longProse(120),
    '5': { type: 'doc', content: [heading(2, '1.标题'), ...chapterFromLines([long]).content] },
  });
  const source = await readSourceBytes(await writeXlsx(lay(report)), '年报.xlsx');
  if (!source.ok) throw new Error(source.error.message);
  const texts = source.value.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
  expect(texts.filter((text) => text.startsWith('第'))).toHaveLength(120);
  expect(texts).toContain(long);
  const meta = (await open(report)).getWorksheet('_meta');
  const rows: unknown[][] = [];
  meta?.eachRow((row) => rows.push([row.getCell(1).value, row.getCell(2).value, row.getCell(3).value]));
  expect(rows).toContainEqual(['chapter_5', '1.标题', '2']);
});

test('a draft says so on its cover and on every page', async () => {
  const workbook = new ExcelJS.Workbook();
  const bytes = await writeXlsx(lay(caseReport('huaian-2024'), true));
  await workbook.xlsx.load(bytes.buffer as unknown as ExcelJS.Buffer); // as above
  expect(workbook.getWorksheet('表三')?.headerFooter.oddHeader).toContain('草稿');
});

test('the same report gives the same bytes', async () => {
  const report = caseReport('huaian-2024');
  const first = await writeXlsx(lay(report));
  await new Promise((resolve) => setTimeout(resolve, 2100)); // zip counts in steps of two seconds
  expect(Buffer.compare(first, await writeXlsx(lay(report)))).toBe(0);
});

test('an empty report is written whole: every total a formula without a figure', async () => {
  const report = emptyReport();
  const workbook = await open(report);
  for (const figure of allFigures(report)) {
    const cell = namedCell(workbook, figure.id);
    expect(cell.result ?? '').toBe('');
    expect(cell.formula !== undefined).toBe(figure.sumOf.length > 0);
  }
});
