// Web pages as blocks: every cell of a table in order, paragraphs as shown, nothing that a reader of the page does not see.
import { describe, expect, test } from 'vitest';
import { htmlToRawDocument, readHtml } from '../../electron/core/readers/html/html.ts';
import type { RawBlock, RawDocument } from '../../shared/import/raw-document.ts';
import { unwrap } from './sample-report.ts';

const read = (html: string): RawDocument => unwrap(htmlToRawDocument(html, '年报.html'));
const shapes = (blocks: readonly RawBlock[]): unknown[] =>
  blocks.map((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => text)) : block.text));

describe('characters', () => {
  const gbk = Buffer.from([0xb2, 0xe2, 0xca, 0xd4]); // 测试
  test.each([
    ['UTF-8 without a declaration', Buffer.from('<p>测试</p>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<p>测试</p>')],
    ['UTF-16 with a mark', Buffer.from('\ufeff<p>测试</p>', 'utf16le')],
    ['gb2312 as declared', Buffer.concat([Buffer.from('<meta charset=gb2312><p>'), gbk, Buffer.from('</p>')])],
    ['GBK declared as UTF-8', Buffer.concat([Buffer.from('<meta charset="utf-8"><p>'), gbk, Buffer.from('</p>')])],
    [
      'UTF-8 declared as gb2312',
      Buffer.from('<meta http-equiv=Content-Type content="text/html; charset=gb2312"><p>测试</p>'),
    ],
  ])('%s', (_, bytes) => {
    expect(shapes(unwrap(readHtml(bytes, '年报.html')).blocks)).toEqual(['测试']);
  });
});

describe('paragraphs', () => {
  test('as a browser shows them: line ends of the source are no spaces between Chinese characters', () => {
    expect(shapes(read('<p>&nbsp;&nbsp;　　政府\r\n  信息<b>公</b>开 2024\n年<br>下一行</p>尾').blocks)).toEqual([
      '政府信息公开 2024 年',
      '下一行',
      '尾',
    ]);
  });
  test('headings have their level, and one of several lines is one', () => {
    expect(read('<h1>临江市人民政府<br>2024年年度报告</h1><h3>（一）主动公开</h3>').blocks).toMatchObject([
      { kind: 'heading', level: 1, text: '临江市人民政府2024年年度报告' },
      { kind: 'heading', level: 3, text: '（一）主动公开' },
    ]);
  });
  test('hidden and silent parts are left out', () => {
    const html =
      '<head><title>题</title><style>p{}</style></head><script>x()</script><p hidden>a</p><p style="DISPLAY: none">b</p><select><option>c</select><textarea>d</textarea><!-- e --><noscript>f</noscript><p>留</p>';
    expect(shapes(read(html).blocks)).toEqual(['留']);
    expect(read(html).title).toBe('题');
  });
  test('the name that the site gives the article is its title', () => {
    expect(
      read(
        '<head><title>某网站</title><meta name="ArticleTitle" content="某局2024年政府信息公开工作年度报告"></head><p>文</p>',
      ).title,
    ).toBe('某局2024年政府信息公开工作年度报告');
  });
  test('preformatted text is read as a text file', () => {
    const [table] = read('<pre>\n规章\t0\t0\t0\n规范性文件\t1\t1\t2\n</pre>').blocks;
    expect(shapes(table ? [table] : [])).toEqual([
      [
        ['规章', '0', '0', '0'],
        ['规范性文件', '1', '1', '2'],
      ],
    ]);
  });
});

describe('tables', () => {
  test('spans and places are kept, end tags are not needed', () => {
    const [table] = read('<table><tr><td colspan=2 rowspan="3">甲<td>1<tr><th>乙<td>&nbsp;</table>').blocks;
    expect(table).toMatchObject({
      kind: 'table',
      cells: 'exact',
      rows: [
        [{ text: '甲', colspan: 2, rowspan: 3, place: '网页第1个表格第1行' }, { text: '1' }],
        [{ text: '乙', place: '网页第1个表格第2行' }, { text: '' }],
      ],
    });
  });
  test('labels are wrapped without a space, figures on two lines stay apart', () => {
    expect(
      shapes(
        read('<table><tr><td>本年新<br>制作 数量<td><p>2</p><p>3</p><td><span>1</span><span>28</span></table>').blocks,
      ),
    ).toEqual([[['本年新制作数量', '2\n3', '128']]]);
  });
  test('hidden rows and cells are left out', () => {
    expect(
      shapes(
        read('<table><tr><td>甲<td>1<tr style="display:none"><td>x<td>9<tr><td>乙<td hidden>8<td>2</table>').blocks,
      ),
    ).toEqual([
      [
        ['甲', '1'],
        ['乙', '2'],
      ],
    ]);
  });
  test('a table that only places things on the page is walked as text', () => {
    expect(
      shapes(read('<table><tr><td>菜单<td><p>正文</p><table><tr><td>甲<td>1</table><p>落款</p></table>').blocks),
    ).toEqual(['菜单', '正文', [['甲', '1']], '落款']);
  });
  test('rows around a nested table stay rows', () => {
    expect(
      shapes(
        read('<table><tr><td>甲<td>1<tr><td colspan=2><table><tr><td>乙<td>2</table><tr><td>丙<td>3</table>').blocks,
      ),
    ).toEqual([[['甲', '1']], [['乙', '2']], [['丙', '3']]]);
  });
  test('a figure in a table of its own is a figure', () => {
    expect(shapes(read('<table><tr><td>甲<td><table><tr><td>22</table></table>').blocks)).toEqual([[['甲', '22']]]);
  });
  test('a footnote mark is no digit, struck figures are gone, a field shows its value', () => {
    expect(
      shapes(
        read(
          '<table><tr><td>甲<td>12<sup>1</sup><td><del>3</del>4<td><input value=5><input type=hidden value=6></table>',
        ).blocks,
      ),
    ).toEqual([[['甲', '12（注1）', '4', '5']]]);
    expect(shapes(read('<p>面积5m<sup>2</sup></p>').blocks)).toEqual(['面积5m2']);
  });
  test('cells that name a figure of the form are given by name, with what the page states', () => {
    const document = read(
      '<title>题</title><article data-nianbao="2021" data-year="2024" data-organ="某局"><table data-table="applications"><caption>表</caption><tr><th>一<td data-cell="applications.new.total">29</table></article>',
    );
    expect(document.namedCells).toMatchObject([{ id: 'applications.new.total', cell: { text: '29' } }]);
    expect(document.meta).toEqual({ edition: '2021', year: '2024', organ: '某局', title: '题' });
    expect(document.blocks).toHaveLength(1);
  });
});

describe('hostile pages', () => {
  test.each([
    ['deep', '<div>'.repeat(100_000)],
    ['deep formatting', '<b>'.repeat(100_000)],
    ['deep tables', '<table><tr><td>'.repeat(3_000)],
  ])('%s is refused or read at once, never hangs', (_, html) => {
    const started = performance.now();
    const result = htmlToRawDocument(`${html}文`, '年报.html');
    expect(performance.now() - started).toBeLessThan(2_000);
    if (!result.ok)
      expect(result.error).toMatchObject({ code: 'file-too-large', message: expect.stringMatching(/。$/) });
  });
  test('a span of two thousand million is only a number', () => {
    const [table] = read('<table><tr><td colspan=2000000000 rowspan=-5>甲<td>1</table>').blocks;
    expect(table?.kind === 'table' && table.rows[0]?.[0]?.colspan).toBe(1000);
  });
});
