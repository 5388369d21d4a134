// The form of 2019: 国办公开办函〔2019〕60号, for the reports of 2019 and 2020.
import { cellId, column, figure, rowHead, section } from './build.ts';
import { CHAPTERS } from './chapters.ts';
import { COMMON_LABEL_VARIANTS } from './labels.ts';
import { tableFour, tableFourEquations } from './table-four.ts';
import { tableThree } from './table-three.ts';
import type { FormCell, FormEdition, TableSpec } from './types.ts';

const three = tableThree([{ key: 'other_all', text: '（六）其他处理' }]);

const columns = (colspan: number, ...names: string[]): FormCell[] => [
  column('信息内容'),
  ...names.map((name) => column(name, colspan)),
];

const documents = (row: string, text: string): FormCell[] => [
  rowHead(text),
  ...['made', 'published', 'total_public'].map((key) => figure(cellId('disclosure', row, key), 'count', '件', 2)),
];

const items = (row: string, text: string): FormCell[] => [
  rowHead(text),
  figure(cellId('disclosure', row, 'prev_items'), 'count', '项', 2),
  figure(cellId('disclosure', row, 'delta'), 'signed', '项', 2),
  figure(cellId('disclosure', row, 'decisions'), 'count', '件', 2),
];

const ITEM_COLUMNS = columns(2, '上一年项目数量', '本年增/减', '处理决定数量');

const tableTwo: TableSpec = {
  id: 'disclosure',
  chapter: '2',
  name: '表二',
  gridColumns: 7,
  columnWidths: [0.28, 0.12, 0.12, 0.12, 0.12, 0.12, 0.12],
  rows: [
    [section('第二十条第（一）项', 7)],
    columns(2, '本年新制作数量', '本年新公开数量', '对外公开总数量'),
    documents('rules', '规章'),
    documents('normative', '规范性文件'),
    [section('第二十条第（五）项', 7)],
    ITEM_COLUMNS,
    items('license', '行政许可'),
    items('service', '其他对外管理服务事项'),
    [section('第二十条第（六）项', 7)],
    ITEM_COLUMNS,
    items('penalty', '行政处罚'),
    items('coercion', '行政强制'),
    [section('第二十条第（八）项', 7)],
    columns(3, '上一年项目数量', '本年增/减'),
    [
      rowHead('行政事业性收费'),
      figure(cellId('disclosure', 'fee', 'prev_items'), 'count', '项', 3),
      figure(cellId('disclosure', 'fee', 'delta'), 'signed', '项', 3),
    ],
    [section('第二十条第（九）项', 7)],
    columns(3, '采购项目数量', '采购总金额'),
    [
      rowHead('政府集中采购'),
      figure(cellId('disclosure', 'procurement', 'projects'), 'count', '个', 3),
      figure(cellId('disclosure', 'procurement', 'amount'), 'amount', '元', 3),
    ],
  ],
};

/** The form of 2019 asks for the procurement of 第（九）项 too, and for the numbers of items. */
const chapters = CHAPTERS.map((chapter) =>
  chapter.key === '2'
    ? {
        ...chapter,
        rule: '只报《条例》第二十条第（一）（五）（六）（八）（九）项；上一年项目数量、本年增减和处理决定数量分别填报；数据截至报告年度12月31日。',
      }
    : chapter,
);

export const edition2019: FormEdition = {
  id: '2019',
  document: '国办公开办函〔2019〕60号',
  firstYear: 2019,
  chapters,
  tables: [tableTwo, three.table, tableFour],
  equations: [...three.equations, ...tableFourEquations],
  labelVariants: [
    ...COMMON_LABEL_VARIANTS,
    { label: '规范性文件', variants: ['行政规范性文件'] },
    { label: '本年新制作数量', variants: ['本年新制作数', '本年制作数量'] },
    { label: '本年新公开数量', variants: ['本年新公开数', '本年公开数量'] },
    { label: '对外公开总数量', variants: ['对外公开总数'] },
    { label: '本年增/减', variants: ['本年增减', '本年增（减）', '本年增／减'] },
    { label: '采购总金额', variants: ['采购总金额（元）', '采购总金额（万元）', '采购金额'] },
    { label: '（六）其他处理', variants: ['（六）其他处理情况', '（六）其他'] },
  ],
};
