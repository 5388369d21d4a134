// The look of the page for the web site. What must survive a paste into another editor stands on the elements themselves.
import { webStack } from './fonts.ts';
import type { TableStyles } from './html-table.ts';
import type { LayoutTable } from './layout-document.ts';
import { breaksOf, startsAtLeft } from './print-table.ts';

const CELL = 'border:1px solid #000;padding:4px';

export const webCells = (table: LayoutTable): TableStyles => ({
  // on a telephone a wide table is moved sideways: its labels would be columns of single characters
  table: `border-collapse:collapse;width:100%;margin:1em 0${table.gridColumns > 7 ? ';min-width:46em' : ''}`,
  label: (cell) =>
    `${CELL};font-weight:normal;text-align:${startsAtLeft(table, cell) ? 'left' : 'center'}${breaksOf(cell)}`,
  figure: () => `${CELL};text-align:center`,
});

export const WEB_STYLES = {
  title: 'text-align:center',
  draft: 'text-align:center;color:#b00020;font-weight:bold',
  paragraph: 'text-indent:2em',
  runIn: 'font-family:KaiTi,楷体,STKaiti,serif',
} as const;

export const webCss = (): string => `
body{margin:0;padding:2em 1em;color:#000;background:#fff;font:16px/1.9 ${webStack('fangsong')}}
article{max-width:60em;margin:0 auto}
h1{font:1.6em/1.5 ${webStack('title')};margin:0 0 1.2em}
h2{font:1.15em/1.9 ${webStack('hei')};margin:1em 0 0;text-indent:2rem}
h3{font:1em/1.9 ${webStack('kai')};margin:0;text-indent:2em}
h4,h5{font:1em/1.9 ${webStack('fangsong')};margin:0;text-indent:2em}
p{margin:0;text-align:justify}
table{font-size:14px;line-height:1.5}
th.column,th.section{font-family:${webStack('hei')}}
@media print{table{min-width:0 !important}@page{size:A4;margin:25mm}body{padding:0;font-size:12pt}table{font-size:9pt;break-inside:avoid}h2,h3{break-after:avoid}}
`;
