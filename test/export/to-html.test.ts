// The web page and the print page: every figure by its id, valid markup, text that cannot become markup.
import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { figuresOf, tablesOf } from '../../shared/export/layout-document.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { toHtml } from '../../shared/export/to-html.ts';
import { blockText } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import { CHAPTER_KEYS, type Report } from '../../shared/model/report.ts';
import { caseReport, CASES, FINGERPRINT, number } from './report-cases.ts';

type Element = DefaultTreeAdapterMap['element'];
type Node = DefaultTreeAdapterMap['node'];

function elements(html: string): { all: Element[]; errors: string[] } {
  const errors: string[] = [];
  const all: Element[] = [];
  const walk = (node: Node): void => {
    if ('tagName' in node) all.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html, { onParseError: ({ code }) => errors.push(code) }));
  return { all, errors };
}

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

const textOf = (node: Node): string =>
  'value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';

const lay = (report: Report, draft = false) => layoutOf(report, { fingerprint: FINGERPRINT, draft });
const PURPOSES = [{ kind: 'web' }, { kind: 'print', fontBase: 'app://bundle/fonts/' }] as const;

test.each(CASES.flatMap((name) => PURPOSES.map((purpose) => ({ name, purpose, kind: purpose.kind }))))(
  '$name, $kind: the page parses without error and holds every figure under its id',
  ({ name, purpose }) => {
    const layout = lay(caseReport(name));
    const { all, errors } = elements(toHtml(layout, purpose));
    expect(errors).toEqual([]);
    const cells = new Map(
      all.flatMap((element) => {
        const id = attribute(element, 'data-cell');
        return id === undefined ? [] : [[id, textOf(element).replace('\u00a0', '')] as const];
      }),
    );
    const figures = tablesOf(layout).flatMap(figuresOf);
    expect([...cells.keys()]).toEqual(figures.map((figure) => figure.id));
    for (const figure of figures) expect(cells.get(figure.id)).toBe(figure.text);
  },
);

test('every figure is tied to existing heads: at least one above it, and its row where there is one', () => {
  const { all } = elements(toHtml(lay(caseReport('huaian-2024')), { kind: 'web' }));
  const heads = new Map(
    all.filter((element) => element.tagName === 'th').map((element) => [attribute(element, 'id') ?? '', element]),
  );
  const figures = all.filter((element) => attribute(element, 'data-cell') !== undefined);
  for (const figure of figures) {
    const names = (attribute(figure, 'headers') ?? '').split(' ');
    expect(names.length).toBeGreaterThanOrEqual(2);
    expect(names.every((name) => heads.has(name))).toBe(true);
  }
  const one = figures.find((figure) => attribute(figure, 'data-cell') === 'applications.denied_query.legal');
  const spoken = (attribute(one as Element, 'headers') ?? '')
    .split(' ')
    .map((name) => textOf(heads.get(name) as Element)); // the lookup of the line above
  expect(spoken).toEqual([
    '申请人情况',
    '法人或其他组织',
    '法律服务机构',
    '三、本年度办理结果',
    '（三）不予公开',
    '8.属于行政查询事项',
  ]);
});

test('ids are unique, the language is stated, one h1, headings in order', () => {
  const { all } = elements(toHtml(lay(caseReport('huaian-2024')), { kind: 'web' }));
  const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  expect(attribute(all[0] as Element, 'lang')).toBe('zh-CN'); // the document element
  const levels = all.filter((element) => /^h\d$/.test(element.tagName)).map((element) => Number(element.tagName[1]));
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1));
});

test('text never becomes markup, in the prose, the title, the notes and the figures', () => {
  const evil = '<img src=x onerror="alert(1)"> & <b>粗</b> "引号"';
  const report = caseReport('huaian-2024', { '1': chapterFromLines([evil]) });
  const cells = {
    ...report.cells,
    'disclosure.rules.made': number('1', evil),
    'disclosure.rules.valid': { state: 'text', value: null, raw: evil, source: { kind: 'typed' } },
  } as const;
  for (const purpose of PURPOSES) {
    const { all, errors } = elements(toHtml(lay({ ...report, organ: evil, title: evil, cells }), purpose));
    expect(errors).toEqual([]);
    expect(all.filter((element) => ['img', 'b', 'script'].includes(element.tagName))).toEqual([]);
    expect(all.filter((element) => textOf(element) === evil).length).toBeGreaterThanOrEqual(3);
  }
});

test('controls and halves of characters are left out, so that the page stays valid', () => {
  const odd = '甲\u0000\u0001\u0008乙\u001b丙\u0085丁\ud800戊';
  const report = caseReport('huaian-2024', { '1': chapterFromLines([odd]) });
  for (const purpose of PURPOSES) {
    const { all, errors } = elements(toHtml(lay({ ...report, organ: odd, title: odd }), purpose));
    expect(errors).toEqual([]);
    expect(all.filter(({ tagName }) => tagName === 'p').map(textOf)).toContain('甲乙丙丁戊');
  }
});

test.each(CASES)(
  '%s: the program reads its own web page back, every figure and every paragraph, and nothing more',
  async (name) => {
    const report = caseReport(name);
    const page = new TextEncoder().encode(toHtml(lay(report), { kind: 'web' }));
    const source = await readSourceBytes(page, '年报.html');
    if (!source.ok) throw new Error(source.error.message);
    const cells = new Map(source.value.namedCells?.map(({ id, cell }) => [id, cell.text.replace('\u00a0', '')]));
    for (const figure of tablesOf(lay(report)).flatMap(figuresOf)) expect(cells.get(figure.id)).toBe(figure.text);
    const prose = CHAPTER_KEYS.flatMap((key) => report.chapters[key].content.map(blockText));
    const read = source.value.blocks.flatMap((block) => (block.kind === 'table' ? [] : [block.text]));
    expect(read.filter((text) => !/^[一二三四五六]、/.test(text)).slice(1)).toEqual(prose);
  },
);

test('pasted without its style sheet, tables keep their rules, the title its place and paragraphs their indent', () => {
  const { all } = elements(toHtml(lay(caseReport('huaian-2024')), { kind: 'web' }));
  const styleOf = (element: Element): string => attribute(element, 'style') ?? '';
  const named = (...names: readonly string[]): readonly Element[] =>
    all.filter(({ tagName }) => names.includes(tagName));
  for (const table of named('table')) expect(styleOf(table)).toContain('border-collapse:collapse');
  for (const cell of named('th', 'td'))
    expect(styleOf(cell)).toMatch(/border:1px solid #000.*text-align:(?:left|center)/);
  for (const paragraph of named('p')) expect(styleOf(paragraph)).toContain('text-indent:2em');
  expect(named('h1').map(styleOf)).toEqual([expect.stringContaining('text-align:center')]);
});

test('the web page asks for nothing from outside itself', () => {
  const html = toHtml(lay(caseReport('huaian-2024')), { kind: 'web' });
  expect(html).not.toMatch(/(?:src|href)=|url\(|@import|<script/i);
});

test('a draft says so on the page, a final version does not', () => {
  for (const purpose of PURPOSES) {
    expect(toHtml(lay(caseReport('huaian-2024'), true), purpose)).toContain('草稿');
    expect(toHtml(lay(caseReport('huaian-2024')), purpose)).not.toContain('草稿');
  }
});
