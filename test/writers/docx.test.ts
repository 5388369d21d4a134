// The Word document: every figure in its table, real headings, read back by two readers, the same bytes each time.
import mammoth from 'mammoth';
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { writeDocx } from '../../electron/core/writers/docx.ts';
import { tablesOf } from '../../shared/export/layout-document.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { blockText } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import { caseReport, CASES, FINGERPRINT, longProse, number } from '../export/report-cases.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

const lay = (report: Report, draft = false) => layoutOf(report, { fingerprint: FINGERPRINT, draft });

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

function elementsOf(html: string, ...names: string[]): Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node && names.includes(node.tagName)) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

async function asHtml(report: Report): Promise<string> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(await writeDocx(lay(report))) });
  expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
  return value;
}

const part = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

test.each(CASES)('%s: the tables hold every label and figure of the form in order', async (name) => {
  const report = caseReport(name);
  const tables = elementsOf(await asHtml(report), 'table');
  const expected = tablesOf(lay(report));
  expect(tables).toHaveLength(expected.length);
  expected.forEach((table, index) => {
    expect(cellsOf(tables[index]).map(textOf)).toEqual(table.rows.flat().map((cell) => cell.text));
  });
});

function cellsOf(table: Element | undefined): Element[] {
  const found: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node && (node.tagName === 'td' || node.tagName === 'th')) found.push(node);
    else if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  if (table) walk(table);
  return found;
}

test('chapter titles and headings are real headings, the prose is whole', async () => {
  const report = caseReport('huaian-2024');
  const html = await asHtml(report);
  const heads = elementsOf(html, 'h1').map(textOf);
  expect(heads).toContain('一、总体情况');
  expect(heads).toContain('六、其他需要报告的事项');
  expect(elementsOf(html, 'h2').map(textOf)).toContain('（三）政府信息管理');
  expect(elementsOf(html, 'h3').map(textOf)).toContain('1.加强学习');
  const paragraphs = elementsOf(html, 'p', 'h1', 'h2', 'h3').map(textOf);
  for (const chapter of Object.values(report.chapters)) {
    for (const block of chapter.content) expect(paragraphs).toContain(blockText(block));
  }
});

test.each(CASES)(
  '%s: the program reads its own Word document back, every figure in the order of the form',
  async (name) => {
    const report = caseReport(name);
    const source = await readSourceBytes(await writeDocx(lay(report)), '年报.docx');
    if (!source.ok) throw new Error(source.error.message);
    const read = source.value.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((cell) => cell.text)) : [],
    );
    for (const table of tablesOf(lay(report))) {
      for (const row of table.rows) {
        const figures = row.filter((cell) => cell.kind === 'figure').map((cell) => cell.text);
        if (figures.length === 0) continue;
        expect(read.some((cells) => cells.slice(-figures.length).join('|') === figures.join('|'))).toBe(true);
      }
    }
  },
);

test('the page is that of GB/T 9704, the numbers stand outside, head rows repeat and rows stay whole', async () => {
  const bytes = await writeDocx(lay(caseReport('huaian-2024')));
  const document = part(bytes, 'word/document.xml');
  const section = /<w:sectPr>.*<\/w:sectPr>/.exec(document)?.[0] ?? '';
  expect(section).toContain('w:w="11906" w:h="16838"');
  expect(section).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"');
  expect(document.match(/<w:tblHeader\/>/g)?.length).toBe(6);
  expect(document.match(/<w:cantSplit\/>/g)?.length).toBe(document.match(/<w:tr>/g)?.length);
  expect(document).not.toContain('<w:p/>');
  expect(part(bytes, 'word/settings.xml')).toContain('w:evenAndOddHeaders');
  const styles = part(bytes, 'word/styles.xml');
  for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) expect(styles).toContain(font);
});

test('text that looks like markup or holds forbidden characters stays text, and the file stays whole', async () => {
  const evil = '<w:p/> & "引号" \u0001\ud800 =1+1';
  const html = await asHtml({
    ...caseReport('huaian-2024', { '1': chapterFromLines([evil]) }),
    organ: evil,
    title: evil,
  });
  expect(elementsOf(html, 'p').map(textOf)).toContain('<w:p/> & "引号" \ufffd =1+1');
});

test('a note stands behind its figure', async () => {
  const report = caseReport('huaian-2024');
  const cells = { ...report.cells, 'disclosure.rules.made': number('22', '其中修订16件') } as const;
  expect(await asHtml({ ...report, cells })).toContain('22（其中修订16件）');
});

test('forty pages of prose are written whole', async () => {
  const html = await asHtml(caseReport('huaian-2024', { '1': longProse(120) }));
  expect(
    elementsOf(html, 'p')
      .map(textOf)
      .filter((text) => /^第\d+项工作/.test(text)),
  ).toHaveLength(120);
});

test('a draft says so at the head of every page and across it, a final document does not', async () => {
  const parts = unzipSync(await writeDocx(lay(caseReport('huaian-2024'), true)));
  const headers = Object.keys(parts).filter((name) => /header\d+\.xml$/.test(name));
  expect(headers).toHaveLength(2);
  for (const name of headers) {
    const header = strFromU8(parts[name] ?? new Uint8Array());
    expect(header).toContain('<w:t xml:space="preserve">草稿</w:t>');
    expect(header).toContain('string="草稿"');
  }
  const final = unzipSync(await writeDocx(lay(caseReport('huaian-2024'))));
  expect(Object.keys(final).filter((name) => name.includes('header'))).toEqual([]);
});

test('a table whose figures need it has a turned page of its own, and the text goes on upright', async () => {
  const report = caseReport('huaian-2024');
  const ids = Object.keys(report.cells) as CellId[]; // keys of a record keyed by CellId
  const cells = Object.fromEntries(ids.map((id) => [id, number('9876543210')]));
  const document = part(await writeDocx(lay({ ...report, cells })), 'word/document.xml');
  expect([...document.matchAll(/<w:pgSz [^>]*>/g)].map(([size]) => size)).toEqual([
    '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
    '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>',
  ]);
});

test('the same report gives the same bytes', async () => {
  const report = caseReport('huaian-2024');
  const first = await writeDocx(lay(report));
  await new Promise((resolve) => setTimeout(resolve, 2100)); // zip counts in steps of two seconds
  expect(Buffer.compare(first, await writeDocx(lay(report)))).toBe(0);
});
