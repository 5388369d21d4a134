// What typing, cutting and other programs do to the labels and columns of the tables in a web page, without making a figure doubtful.
import type { FormCell, TableSpec } from '../../shared/editions/types.ts';
import { gridRows, htmlTable, type Printed } from './build-report.ts';
import { type Damage, replaceTable } from './html-damage.ts';

const LABEL = /(<p align="center">)((?:\d\.|（.）|[一二四]、)?[\u4e00-\u9fff“”、（）]{6,})(<\/p>)/g;

/** Every long label of the page, one after another. */
const eachLabel = (html: string, change: (text: string, index: number) => string): string => {
  let index = 0;
  return html.replaceAll(LABEL, (_, open: string, text: string, close: string) => open + change(text, index++) + close);
};

/** Each cell printed in every place that it covers: what a program writes that knows no merged cells. */
function everywhere(table: TableSpec, print: Printed): string {
  const grid = gridRows(table, print, true);
  return `<table>${grid.map((row) => `<tr>${row.map((text) => `<td>${text || '&nbsp;'}</td>`).join('')}</tr>`).join('')}</table>`;
}

const eachRow = (html: string, row: (index: number) => string): string => {
  let index = 0;
  return html.replaceAll('<tr>', () => `<tr>${row(index++)}`);
};

export const LABEL_DAMAGE: Readonly<Record<string, Damage>> = {
  'a wrong character in every long label': (html) =>
    eachLabel(html, (text, index) => {
      const at = 2 + (index % (text.length - 3));
      return `${text.slice(0, at)}某${text.slice(at + 1)}`;
    }),
  'a character of every long label lost': (html) =>
    eachLabel(html, (text, index) => {
      const at = 2 + (index % (text.length - 3));
      return text.slice(0, at) + text.slice(at + 1);
    }),
  'long labels cut and marked with “…”': (html) =>
    eachLabel(html, (text) => (text.length > 14 && !text.startsWith('（') ? `${text.slice(0, 12)}…` : text)),
  'explanations behind labels': (html) =>
    html
      .replace('>规章<', '>规章（设区的市、自治州人民政府应提供相关数据）<')
      .replace('>行政许可<', '>行政许可（含已公开和依法未公开的全部处理决定）<')
      .replace('>上一年项目数量<', '>上一年项目数量（指2019年事项数）<'),
  'the unit behind heads': (html) => html.replaceAll(/>(自然人|科研机构|[^<>]*件?数量?)<\/p>/g, '>$1（件）</p>'),
  'a column of numbers in front of 表三': (html, expected) =>
    replaceTable('applications', (table, print) =>
      eachRow(htmlTable(table, print), (index) =>
        index < 3 ? `<td>${index === 0 ? '序号' : ''}</td>` : `<td>${index - 2}</td>`,
      ),
    )(html, expected),
  'a column 备注 with words': (html, expected) =>
    replaceTable('applications', (table, print) => {
      let row = 0;
      return htmlTable(table, print).replaceAll(
        '</tr>',
        () => `<td>${['备注', '', '', '', '含补正'][row++] ?? ''}</td></tr>`,
      );
    })(html, expected),
  'merged cells printed in each of their places': (html, expected) =>
    ['disclosure', 'applications', 'proceedings'].reduce(
      (page, id) => replaceTable(id, everywhere)(page, expected),
      html,
    ),
  'a blank column behind every table': (html) => html.replaceAll('</tr>', '<td>&nbsp;</td></tr>'),
  'a label broken over two rows': (html) =>
    html.replace(
      /(<td>)<p align="center">(5\.要求行政机关确认)(或重新出具已获取信息)<\/p><\/td>(.*?<\/tr>)/,
      '$1$2</td>$4<tr><td>$3</td><td></td><td></td><td></td><td></td><td></td><td></td><td></td></tr>',
    ),
  'figures marked as text': (html) => html.replaceAll(/>(\d[\d.]*)<\/p><\/td>/g, ">'$1</p></td>"),
  'columns of 表三 with their heads in another order': (html, expected) =>
    replaceTable('applications', (table, print) => {
      const is = (cell: FormCell, key: string, head: string): boolean =>
        cell.kind === 'figure' ? cell.id.endsWith(`.${key}`) : cell.text === head;
      const swapped = table.rows.map((row) => {
        const from = row.find((cell) => is(cell, 'company', '商业企业'));
        const to = row.find((cell) => is(cell, 'legal', '法律服务机构'));
        return row.map((cell) => (cell === from ? to : cell === to ? from : cell) ?? cell);
      });
      return htmlTable({ ...table, rows: swapped }, print);
    })(html, expected),
};
