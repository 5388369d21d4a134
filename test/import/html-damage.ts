// What publishing systems, Word and careful hands do to the web page of a report, without changing a figure of it.
import { EDITIONS } from '../../shared/editions/index.ts';
import type { TableSpec } from '../../shared/editions/types.ts';
import { gridRows, htmlTable, type Printed, printed } from './build-report.ts';
import type { ExpectedCase } from './import-case.ts';

export type Damage = (html: string, expected: ExpectedCase) => string;

const tables = (expected: ExpectedCase): readonly TableSpec[] => EDITIONS[expected.edition].tables;
const tableOf = (expected: ExpectedCase, id: string): TableSpec =>
  tables(expected).find((table) => table.id === id) as TableSpec; // every edition has the three

/** Puts another rendering in the place of one table. */
export const replaceTable =
  (id: string, render: (table: TableSpec, print: Printed) => string): Damage =>
  (html, expected) => {
    const table = tableOf(expected, id);
    const print = printed(expected.cells);
    return html.replace(htmlTable(table, print), () => render(table, print));
  };

const rowsHtml = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text || '&nbsp;'}</td>`).join('')}</tr>`).join('')}</table>`;

const figureCell = (text: string): string => `><p align="center">${text}</p></td>`;

/** Every figure cell of the page, one after another. */
const eachFigure = (html: string, change: (text: string, index: number) => string): string => {
  let index = 0;
  return html.replaceAll(/><p align="center">(\d+(?:\.\d+)?)<\/p><\/td>/g, (_, text: string) =>
    figureCell(change(text, index++)),
  );
};

const outcomes = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const proceedings = (table: TableSpec, print: Printed): string[] =>
  table.rows.flatMap((row) => row.filter((cell) => cell.kind === 'figure').map(print));

/** Damage after which every figure is still certain. */
export const HARMLESS: Readonly<Record<string, Damage>> = {
  'nothing done': (html) => html,
  'missing </td> and </tr>': (html) => html.replaceAll('</td>', '').replaceAll('</tr>', ''),
  'missing </p> too': (html) => html.replaceAll(/<\/(?:td|tr|p)>/g, ''),
  'Word paste with spans, o:p and comments': (html) =>
    html
      .replaceAll(
        /<p([^>]*)>/g,
        '<p class=MsoNormal$1><!--[if gte mso 9]><xml><o:x/></xml><![endif]--><span lang=EN-US style="font-size:10.5pt;mso-hansi-font-family:仿宋"><font face="仿宋">',
      )
      .replaceAll('</p>', '</font></span><o:p></o:p></p>'),
  'Word wraps its source in the middle of words': (html) =>
    html.replaceAll(/([\u4e00-\u9fff]{6})(?=[\u4e00-\u9fff])/g, '$1\r\n  '),
  'layout table around everything': (html) =>
    html
      .replace('<body>', '<body><table width=100%><tr><td>首页</td><td>')
      .replace('</body>', '</td></tr></table></body>'),
  'layout tables in layout tables': (html) =>
    html
      .replace('<body>', '<body><table><tr><td><table><tbody><tr><td><table><tr><td>')
      .replace('</body>', '</td></tr></table></td></tr></tbody></table></td></tr></table></body>'),
  'half-width brackets, “1、” for “1.”': (html) =>
    html
      .replaceAll('（', '(')
      .replaceAll('）', ')')
      .replaceAll(/>(\d)\.(?=[^\d<])/g, '>$1、'),
  'text and stray paragraphs between rows': (html) => html.replaceAll('<tr>', '\n<p></p><tr>'),
  'rowspan far too large': (html) => html.replaceAll(/rowspan="2\d"/g, 'rowspan="99"'),
  'rowspan too small by one': (html) =>
    html.replaceAll('rowspan="22"', 'rowspan="21"').replaceAll('rowspan="20"', 'rowspan="19"'),
  'no spans at all': (html) => html.replaceAll(/ (?:col|row)span="\d+"/g, ''),
  'upper case, unquoted attributes': (html) =>
    html
      .replaceAll(/<(\/?)(table|tbody|tr|td|p)\b/g, (_, slash: string, tag: string) => `<${slash}${tag.toUpperCase()}`)
      .replaceAll(/colspan="(\d+)"/g, 'COLSPAN=$1'),
  'blank row and hidden row': (html) =>
    html.replaceAll(
      /<tr>(?=<td colspan="2"><p[^>]*>（二）)/g,
      '<tr><td colspan=10></td></tr><tr style="display:none"><td>x</td><td>5</td><td>5</td></tr><tr>',
    ),
  'figures in th': (html) => html.replaceAll(/<td>(?=<p align="center">\d)/g, '<th>'),
  'full-width digits': (html) =>
    eachFigure(html, (text) => text.replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))),
  'thousands separators': (html) =>
    eachFigure(html, (text) => (text.includes('.') ? text : text.replace(/\B(?=(?:\d{3})+$)/g, ','))),
  'spaces around figures': (html) => eachFigure(html, (text) => `&nbsp;${text}\u3000 `),
  'every digit in a span of its own': (html) => eachFigure(html, (text) => text.replaceAll(/\d/g, '<span>$&</span>')),
  'a column for remarks that is empty': (html, expected) =>
    replaceTable('applications', (table, print) => htmlTable(table, print).replaceAll('</tr>', '<td>&nbsp;</td></tr>'))(
      html,
      expected,
    ),
  '表三 in two tables, the heads not repeated': (html) =>
    html.replace(/<tr>(?=<td rowspan="\d+"><p[^>]*>（四）)/, '</tbody></table><p>— 4 —</p><table><tbody><tr>'),
  '表三 in two tables, the heads repeated': (html, expected) =>
    replaceTable('applications', (table, print) => {
      const head = htmlTable({ ...table, rows: table.rows.slice(0, 3) }, print).replace('</tbody></table>', '');
      return htmlTable(table, print).replace(/<tr>(?=<td rowspan="\d+"><p[^>]*>（四）)/, `</tbody></table>${head}<tr>`);
    })(html, expected),
  'all tables in one, the titles in rows': (html) =>
    html.replaceAll(
      /<\/tbody><\/table>\s*<p[^>]*>([三四]、[^<]*)<\/p>\s*<table border="1"><tbody>/g,
      '<tr><td colspan="10">$1</td></tr>',
    ),
  'merged areas as blank cells': (html, expected) =>
    tables(expected).reduce(
      (page, { id }) => replaceTable(id, (table, print) => rowsHtml(gridRows(table, print)))(page, expected),
      html,
    ),
  'groups of 表三 on rows of their own': (html) =>
    html.replaceAll(
      /<td rowspan="\d+"><p align="center">(（[三四五六]）[^<]*|三、[^<]*)<\/p><\/td>/g,
      '<td colspan="10">$1</td></tr><tr>',
    ),
  '表三 without the groups': (html) =>
    html.replaceAll(/<td rowspan="\d+"><p align="center">(?:（[三四五六]）[^<]*|三、[^<]*)<\/p><\/td>/g, ''),
  '表四 on its side': replaceTable('proceedings', (table, print) => {
    const figures = proceedings(table, print);
    return rowsHtml([
      ['', '', ...outcomes],
      ['行政复议', '', ...figures.slice(0, 5)],
      ['行政诉讼', '未经复议直接起诉', ...figures.slice(5, 10)],
      ['', '复议后起诉', ...figures.slice(10)],
    ]);
  }),
  '表四 as three tables': replaceTable('proceedings', (table, print) => {
    const figures = proceedings(table, print);
    return ['行政复议', '未经复议直接起诉', '复议后起诉']
      .map((group, index) => rowsHtml([[group], outcomes, figures.slice(index * 5, index * 5 + 5)]))
      .join('');
  }),
  '表四 with its heads in one row of fifteen': replaceTable('proceedings', (table, print) =>
    rowsHtml([
      ['行政复议', '未经复议直接起诉', '复议后起诉'],
      [...outcomes, ...outcomes, ...outcomes],
      proceedings(table, print),
    ]),
  ),
  '总计 without its number': (html) => html.replaceAll('（七）总计', '总计'),
  '合计 for 总计': (html) => html.replaceAll('（七）总计', '（七）合计').replaceAll('>总计<', '>合计<'),
  'heads broken over two rows': (html) =>
    html.replace(
      /<tr>(<td><p align="center">商业企业.*?)<\/tr>/,
      '<tr><td>商业</td><td>科研</td><td rowspan="2">社会公益组织</td><td rowspan="2">法律服务机构</td><td rowspan="2">其他</td></tr><tr><td>企业</td><td>机构</td></tr>',
    ),
  'heads with line ends and spaces': (html) =>
    html.replaceAll(/<p align="center">([\u4e00-\u9fff]{2})([\u4e00-\u9fff]{2,6})<\/p>/g, '<p>$1<br/> $2</p>'),
  'rows that count nothing, merged and blank': (html) =>
    html.replaceAll(/(?:<td><p align="center">&nbsp;<\/p><\/td>){7}/g, '<td colspan="7"></td>'),
};
