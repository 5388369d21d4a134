// The PDF as it is really printed: page, lines, fonts, figures, properties, and the same bytes each time.
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSourceBytes } from '../../electron/core/readers/index.ts';
import { finishPdf, inspectPdf } from '../../electron/core/writers/index.ts';
import { figuresOf, machineText, tablesOf } from '../../shared/export/layout-document.ts';
import { layoutOf } from '../../shared/export/layout.ts';
import { toHtml } from '../../shared/export/to-html.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import type { CellId, Report } from '../../shared/model/report.ts';
import { caseReport, CASES, emptyReport, FINGERPRINT, longProse, number } from '../export/report-cases.ts';
import { type Browser, FONT_BASE, fontsMade, openBrowser } from './print-chromium.ts';
import { body, fontsOf, linesOf, PAGE_NUMBER } from './printed-pdf.ts';

const MM = 72 / 25.4;

let browser: Browser;

const lay = (report: Report, draft = false) => layoutOf(report, { fingerprint: FINGERPRINT, draft });

async function pdfOf(report: Report, draft = false, onRequest?: (url: string) => void): Promise<Uint8Array> {
  const layout = lay(report, draft);
  return finishPdf(await browser.print(toHtml(layout, { kind: 'print', fontBase: FONT_BASE }), onRequest), layout);
}

describe.skipIf(!fontsMade())('with the fonts that the set-up makes', () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test.each(CASES)('%s: every figure is printed, and carried for programs', async (name) => {
    const report = caseReport(name);
    const pdf = await pdfOf(report);
    const text = (await linesOf(pdf))
      .flat()
      .map((line) => line.text)
      .join('\n');
    const figures = tablesOf(lay(report)).flatMap(figuresOf);
    for (const figure of figures) expect(text).toContain(figure.text);
    const source = await readSourceBytes(pdf, '年报.pdf');
    if (!source.ok) throw new Error(source.error.message);
    const cells = new Map(source.value.namedCells?.map(({ id, cell }) => [id, cell.text]));
    expect(cells.size).toBe(figures.length);
    for (const figure of figures) expect(cells.get(figure.id)).toBe(machineText(figure));
    const { organ, year, edition, title } = report;
    expect(source.value.meta).toMatchObject({ organ, year: String(year), edition, title });
  });

  test('22 lines a page, 28 characters a line, inside the type area of 156 x 225 mm', async () => {
    const pages = await linesOf(await pdfOf(caseReport('huaian-2024', { '1': longProse(120) })));
    expect(pages.length).toBeGreaterThanOrEqual(30);
    const full = pages.slice(1, 25).map(body);
    for (const lines of full) {
      expect(lines).toHaveLength(22);
      for (const line of lines) {
        expect(line.left).toBeGreaterThanOrEqual(28 * MM - 1);
        expect(line.right).toBeLessThanOrEqual((28 + 156) * MM + 1);
        expect(line.y).toBeGreaterThan(35 * MM);
        expect(line.y).toBeLessThan((297 - 37) * MM);
      }
    }
    const counts = new Map<number, number>();
    for (const { text } of full.flat()) counts.set(text.length, (counts.get(text.length) ?? 0) + 1);
    expect([...counts].sort(([, first], [, second]) => second - first)[0]?.[0]).toBe(28);
  });

  test('every page has its number, odd ones right and even ones left', async () => {
    const pages = await linesOf(await pdfOf(caseReport('huaian-2024', { '1': longProse(20) })));
    pages.forEach((lines, index) => {
      const number = lines.find((line) => PAGE_NUMBER.test(line.text));
      expect(number?.text.replaceAll(' ', '')).toBe(`—${index + 1}—`);
      if (index % 2 === 0) expect(number?.right).toBeGreaterThan(170 * MM);
      else expect(number?.left).toBeLessThan(40 * MM);
    });
  });

  test.each([0, 3, 6, 9, 12, 15])(
    'each table stands whole on one page under its title, after %d paragraphs',
    async (count) => {
      const report = caseReport('hangzhou-like-2025', { '1': longProse(count) });
      const pages = await linesOf(await pdfOf(report));
      const pageOf = (text: string): number =>
        pages.findIndex((lines) => lines.some((line) => line.text.includes(text)));
      const last = { '二、主动公开': '行政事业性收费', '三、收到和': '四、结转下年度', '四、政府信息公开行政': '376' };
      for (const [title, end] of Object.entries(last)) expect(pageOf(title)).toBe(pageOf(end));
      expect(pageOf('申请人情况')).toBe(pageOf('三、收到和'));
    },
  );

  test('forty pages with ten digits in every cell: no table is torn, no figure is cut in two', async () => {
    const base = caseReport('huaian-2024', { '1': longProse(140) });
    const ids = Object.keys(base.cells) as CellId[]; // keys of a record keyed by CellId
    const report = { ...base, cells: Object.fromEntries(ids.map((id) => [id, number('9876543210')])) };
    const pages = await linesOf(await pdfOf(report));
    expect(pages.length).toBeGreaterThanOrEqual(40);
    const pageOf = (text: string): number => pages.findIndex((lines) => lines.some((line) => line.text.includes(text)));
    expect(pageOf('三、收到和')).toBe(pageOf('四、结转下年度'));
    const text = pages
      .flat()
      .map((line) => line.text)
      .join('\n');
    expect(text.match(/9876543210/g)).toHaveLength(ids.length);
  });

  test('the title leaves the text below it on the lines of the page: the first page is full too', async () => {
    for (const organ of [
      '测试市',
      '嘉兴市生态环境局',
      '新疆维吾尔自治区伊犁哈萨克自治州察布查尔锡伯自治县人民政府办公室',
    ]) {
      const report = caseReport('huaian-2024', { '1': longProse(20) });
      const [first = [], second = []] = (
        await linesOf(await pdfOf({ ...report, organ, title: `${organ}2024年度政府信息公开工作年度报告` }))
      ).map(body);
      expect(Math.abs((first.at(-1)?.y ?? 0) - (second.at(-1)?.y ?? 0))).toBeLessThan(3);
    }
  });

  test('an address too long for a line breaks at its signs', async () => {
    const address = 'https://www.example.gov.cn/zwgk/zfxxgk/zfxxgknb/2024/12/31/content_12345678901234567890.html';
    const pages = await linesOf(
      await pdfOf(caseReport('huaian-2024', { '6': chapterFromLines([`电子版可从${address}下载。`]) })),
    );
    const lines = pages.flat().map((line) => line.text.replaceAll(' ', '')); // justified
    expect(lines.join('')).toContain(address);
    expect(lines.find((line) => line.includes('电子版可从'))).toMatch(/电子版可从https:\/\/www\.example\.gov\.cn\//);
  });

  test('all fonts are embedded TrueType with a table of characters', async () => {
    const fonts = await fontsOf(await pdfOf(caseReport('seed-jiaxing-eco-2020'), true));
    expect([...new Set(fonts.map((font) => font.subtype))].sort()).toEqual(['/CIDFontType2', '/Type0']);
    expect(fonts.every((font) => font.embedded && font.toUnicode)).toBe(true);
  });

  test('the whole fonts are read for rare names only, and these print as embedded TrueType too', async () => {
    const asked: string[] = [];
    await pdfOf(caseReport('huaian-2024'), false, (url) => asked.push(url));
    expect(asked.filter((url) => url.includes('-full'))).toEqual([]);
    const names = '联系人：䶮某、㛃某、镕某、堃某、喆某、𬭎某。';
    const pdf = await pdfOf(caseReport('huaian-2024', { '6': chapterFromLines([names, '（一）联系人䶮㛃。其余。']) }));
    expect(
      (await linesOf(pdf))
        .flat()
        .map((line) => line.text)
        .join(''),
    ).toContain(names.replace('𬭎某。', ''));
    expect([...new Set((await fontsOf(pdf)).map((font) => font.subtype))].sort()).toEqual(['/CIDFontType2', '/Type0']);
  });

  test('an empty report is printed with its heads, and says which faces it was printed in', async () => {
    const pdf = await pdfOf(emptyReport());
    const text = (await linesOf(pdf))
      .flat()
      .map((line) => line.text)
      .join('\n');
    expect(text).toContain('六、其他需要报告的事项');
    const { pages, faces, remarks } = await inspectPdf(pdf);
    expect(pages).toBe((await linesOf(pdf)).length);
    expect(faces).toContain('NotoSerifSC-Regular');
    expect(remarks.join('')).toContain('思源宋体');
    expect(remarks.join('')).not.toContain('Type 3');
  });

  test('a character that no bundled face has is said to be printed otherwise', async () => {
    const pdf = await pdfOf(caseReport('huaian-2024', { '6': chapterFromLines(['表情😀']) }));
    const { remarks } = await inspectPdf(pdf);
    const drawn = (await fontsOf(pdf)).some((font) => font.subtype === '/Type3');
    expect(remarks.some((remark) => remark.includes('Type 3'))).toBe(drawn);
    if (drawn) expect(remarks.join()).toContain('“😀”');
  });

  test('a character that no font has is named, one that a rare name needs is not', async () => {
    const text = '联系人䶮㛃镕堃喆，代码\ue123\ue124，破折——号…“引号”·①℃';
    const pdf = await pdfOf(caseReport('huaian-2024', { '6': chapterFromLines([text]) }));
    const { remarks } = await inspectPdf(pdf, { text, tables: [] });
    expect(remarks).toContainEqual(expect.stringContaining('所有字体中都没有“\ue123”“\ue124”，'));
    const whole = await inspectPdf(await pdfOf(caseReport('huaian-2024')), { text: '联系人', tables: [] });
    expect(whole.remarks.join()).not.toContain('所有字体中都没有');
  });

  test('a table that a long text tears is named, one that stands whole is not', async () => {
    const names = ['表二', '表三', '表四'];
    const report = caseReport('huaian-2024');
    const whole = await inspectPdf(await pdfOf(report), { text: '', tables: names });
    expect(whole.remarks.join()).not.toContain('分在两页');
    const long = { state: 'text', value: null, raw: '详见附件'.repeat(120), source: { kind: 'typed' } } as const;
    const cells = { ...report.cells, 'applications.new.natural': long, 'applications.granted.legal': long };
    const torn = await inspectPdf(await pdfOf({ ...report, cells }), { text: '', tables: names });
    expect(torn.remarks).toContain('表三太高，分在两页上。');
  });

  test('ten digits stand on one line in the narrowest column', async () => {
    const report = caseReport('huaian-2024');
    const cells = {
      ...report.cells,
      'applications.new.natural': number('9999999999'),
      'proceedings.review.total': number('8888888888'),
    };
    const texts = (await linesOf(await pdfOf({ ...report, cells }))).flat().map((line) => line.text);
    expect(texts.some((text) => text.includes('9999999999'))).toBe(true);
    expect(texts.some((text) => text.includes('8888888888'))).toBe(true);
  });

  test('title, organ, language and fingerprint stand in the properties; the outline names the chapters; the draft says so', async () => {
    const pdf = await pdfOf(caseReport('huaian-2024'), true);
    const document = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise;
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: '淮安市人民政府2024年度政府信息公开工作年度报告',
      Author: '淮安市人民政府',
      Creator: '年报编制',
      Language: 'zh-CN',
    });
    expect(info).toMatchObject({ Keywords: expect.stringContaining(FINGERPRINT) });
    expect(metadata?.getRaw()).toMatch(/pdfaid:part>3</);
    const outline = await document.getOutline();
    const titles: string[] = [];
    const walk = (items: typeof outline): void => items?.forEach((item) => (titles.push(item.title), walk(item.items)));
    walk(outline);
    expect(titles).toEqual(expect.arrayContaining(['一、总体情况', '（一）主动公开情况。', '六、其他需要报告的事项']));
    for (const lines of await linesOf(pdf)) expect(lines.map((line) => line.text).join('')).toMatch(/草.*稿/);
    await document.loadingTask.destroy();
  });

  test('the tag tree holds every cell of the tables', async () => {
    const report = caseReport('seed-jiaxing-eco-2020');
    const raw = Buffer.from(await pdfOf(report)).toString('latin1');
    const tables = tablesOf(lay(report));
    expect(raw.match(/\/S \/TD\b/g)?.length).toBe(tables.flatMap(figuresOf).length);
    expect(raw.match(/\/S \/TH\b/g)?.length).toBe(
      tables.flatMap((table) => table.rows.flat()).filter((cell) => cell.kind === 'label').length,
    );
    expect(raw.match(/\/S \/Table\b/g)?.length).toBe(3);
  });

  test('the same report gives the same bytes, from another browser too', async () => {
    const report = caseReport('huaian-2024');
    const first = await pdfOf(report);
    const other = await openBrowser();
    try {
      const layout = lay(report);
      await other.print('<p>先打印别的网页</p>');
      const printed = await other.print(toHtml(layout, { kind: 'print', fontBase: FONT_BASE }));
      expect(Buffer.compare(first, await finishPdf(printed, layout))).toBe(0);
    } finally {
      await other.close();
    }
  });
});
