// The exported files in the office program itself: it opens them, computes the same totals, and keeps the pages as they were set.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { WRITERS } from '../../electron/core/writers/index.ts';
import { definedName } from '../../electron/core/writers/xlsx-table.ts';
import { figuresOf, type LayoutDocument, tablesOf } from '../../shared/export/layout-document.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import { caseReport, CASES, FINGERPRINT, longProse, number } from '../export/report-cases.ts';

const isInstalled = spawnSync('soffice', ['--version']).error === undefined;
const lay = (report: Report): LayoutDocument => layoutOf(report, { fingerprint: FINGERPRINT, draft: false });

let folder = '';

/** The file converted by the office program. */
function converted(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const name = `${from}-${to}`;
  const [source, out] = [join(folder, `${name}.${from}`), join(folder, 'out')];
  writeFileSync(source, bytes);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const { status } = spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, source], {
    timeout: 120_000,
  });
  expect(status).toBe(0);
  return readFileSync(join(out, `${name}.${to}`));
}

/** The workbook without the results of its formulas: whoever shows them has computed them. */
function withoutResults(workbook: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(workbook)).map(([name, bytes]): [string, Uint8Array] => {
    if (!name.startsWith('xl/worksheets/sheet')) return [name, bytes];
    return [name, strToU8(strFromU8(bytes).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'))];
  });
  return zipSync(Object.fromEntries(parts));
}

/** What stands on each page, one text for each stretch of a line. */
async function stretchesOf(pdf: Uint8Array): Promise<string[][]> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages: string[][] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')));
  }
  await document.loadingTask.destroy();
  return pages;
}

const pagesOf = async (pdf: Uint8Array): Promise<string[]> =>
  (await stretchesOf(pdf)).map((stretches) => stretches.join('').replaceAll(/\s/g, ''));

describe.skipIf(!isInstalled)('in LibreOffice', () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nianbao-office-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(CASES)(
    '%s: computes every total of the workbook to the printed one',
    async (name) => {
      const layout = lay(caseReport(name));
      const bare = withoutResults(await WRITERS.xlsx(layout));
      expect(strFromU8(unzipSync(bare)['xl/worksheets/sheet3.xml'] ?? new Uint8Array())).not.toMatch(/<\/f><v>/);
      const book = read(converted(bare, 'xlsx', 'xlsx'), { type: 'buffer' });
      const places = new Map((book.Workbook?.Names ?? []).map((entry) => [entry.Name, entry.Ref.replaceAll('$', '')]));
      let totals = 0;
      for (const figure of tablesOf(layout).flatMap(figuresOf)) {
        const [, sheet = '', address = ''] = /^'?(.+?)'?!(.+)$/.exec(places.get(definedName(figure.id)) ?? '') ?? [];
        const cell = book.Sheets[sheet]?.[address];
        if (figure.sumOf.length > 0 && cell?.f) totals++;
        expect([figure.id, cell?.v ?? '']).toEqual([
          figure.id,
          figure.value === null ? figure.text : Number(figure.value),
        ]);
      }
      expect(totals).toBeGreaterThan(20);
    },
    120_000,
  );

  test('saves the workbook again, and it is still read back whole', async () => {
    const report = caseReport('huaian-2024');
    const saved = converted(await WRITERS.xlsx(lay(report)), 'xlsx', 'xlsx');
    const source = await readSourceBytes(saved, '年报.xlsx');
    if (!source.ok) throw new Error(source.error.message);
    const cells = new Map(source.value.namedCells?.map(({ id, cell }) => [id, cell.text]));
    for (const figure of tablesOf(lay(report)).flatMap(figuresOf))
      expect(cells.get(figure.id)).toBe(figure.value ?? '');
  }, 120_000);

  test('edits the Word document and saves it again, and every figure is still read from its table', async () => {
    const layout = lay(caseReport('huaian-2024'));
    const source = await readSourceBytes(converted(await WRITERS.docx(layout), 'docx', 'docx'), '年报.docx');
    if (!source.ok) throw new Error(source.error.message);
    const read = source.value.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : [],
    );
    for (const row of tablesOf(layout).flatMap((table) => table.rows)) {
      const figures = row.filter((cell) => cell.kind === 'figure').map((cell) => cell.text);
      if (figures.length > 0)
        expect(read.some((cells) => cells.slice(-figures.length).join('|') === figures.join('|'))).toBe(true);
    }
  }, 120_000);

  test('prints each sheet of figures on one page of its own', async () => {
    const pages = await pagesOf(converted(await WRITERS.xlsx(lay(caseReport('huaian-2024'))), 'xlsx', 'pdf'));
    for (const [start, end] of [
      ['表二主动公开', '96171.6'],
      ['表三收到和处理', '四、结转下年度'],
      ['表四政府信息公开', '351'],
    ]) {
      expect(pages.filter((page) => page.includes(start ?? '') && page.includes(end ?? ''))).toHaveLength(1);
    }
  }, 120_000);

  test('prints the Word document with each table whole under its title, and every page with its number', async () => {
    const pages = await pagesOf(
      converted(await WRITERS.docx(lay(caseReport('huaian-2024', { '1': longProse(30) }))), 'docx', 'pdf'),
    );
    for (const [title, end] of [
      ['二、主动公开', '行政事业性收费'],
      ['三、收到和处理', '四、结转下年度'],
      ['四、政府信息公开行政复议', '复议后起诉'],
    ]) {
      expect(pages.filter((page) => page.includes(title ?? '') && page.includes(end ?? ''))).toHaveLength(1);
    }
    pages.forEach((page, index) => expect(page).toContain(`—${index + 1}—`));
  }, 120_000);

  test.each([0, 2, 4, 9, 15])(
    'tears no table and loses no row of one where %i lines stand before it',
    async (lines) => {
      const prose = chapterFromLines(Array.from({ length: lines }, () => '各项工作稳步推进。'));
      const layout = lay(caseReport('hangzhou-like-2025', { '1': prose, '3': prose }));
      const pages = await pagesOf(converted(await WRITERS.docx(layout), 'docx', 'pdf'));
      for (const table of tablesOf(layout)) {
        const rows = table.rows.map((cells) => cells.filter(({ kind }) => kind === 'figure').map(({ text }) => text));
        const holding = pages.filter((page) => rows.every((figures) => page.includes(figures.join(''))));
        expect([table.name, holding.length]).toEqual([table.name, 1]);
        expect(holding[0]).toContain(table.caption.replace(`${table.name} `, ''));
      }
    },
    120_000,
  );

  test.each(CASES)(
    '%s: breaks no figure of the Word document over two lines, whatever font it has',
    async (name) => {
      const layout = lay(caseReport(name));
      const printed = (await stretchesOf(converted(await WRITERS.docx(layout), 'docx', 'pdf'))).flat();
      const times = (texts: readonly string[], text: string) => texts.filter((one) => one === text).length;
      // a unit behind a figure stands in another face, which is another stretch
      const figures = tablesOf(layout)
        .flatMap(figuresOf)
        .flatMap(({ text }) => /^[\d.]{2,}/.exec(text) ?? []);
      for (const text of figures)
        expect([text, times(printed, text)]).toEqual([
          text,
          expect.toSatisfy((n: number) => n >= times(figures, text)),
        ]);
    },
    120_000,
  );

  test('keeps a table with ten digits in every cell under its title, whatever font it has', async () => {
    const base = caseReport('huaian-2024');
    const ids = Object.keys(base.cells) as CellId[]; // keys of a record keyed by CellId
    const report = { ...base, cells: Object.fromEntries(ids.map((id) => [id, number('9876543210')])) };
    const pages = await pagesOf(converted(await WRITERS.docx(lay(report)), 'docx', 'pdf'));
    for (const [title, start] of [
      ['三、收到和处理', '一、本年新收'],
      ['四、政府信息公开行政复议', '复议后起诉'],
    ]) {
      expect(pages.filter((page) => page.includes(title ?? '') && page.includes(start ?? ''))).toHaveLength(1);
    }
  }, 120_000);
});
