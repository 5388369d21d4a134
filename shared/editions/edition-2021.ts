// The form of 2021: 国办公开办函〔2021〕30号, in force since the reports of 2021.
import { cellId, column, figure, rowHead, section } from './build.ts';
import { CHAPTERS } from './chapters.ts';
import { COMMON_LABEL_VARIANTS } from './labels.ts';
import { tableFour, tableFourEquations } from './table-four.ts';
import { tableThree } from './table-three.ts';
import type { FormCell, FormEdition, TableSpec } from './types.ts';

const three = tableThree([
  { key: 'other_no_supplement', text: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请' },
  { key: 'other_fee_unpaid', text: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请' },
  { key: 'other_rest', text: '3.其他' },
]);

const documents = (row: string, text: string): FormCell[] => [
  rowHead(text),
  ...['made', 'repealed', 'valid'].map((key) => figure(cellId('disclosure', row, key), 'count', '件')),
];

const decisions = (row: string, text: string): FormCell[] => [
  rowHead(text),
  figure(cellId('disclosure', row, 'decisions'), 'count', '件', 3),
];

const DECISION_COLUMNS = [column('信息内容'), column('本年处理决定数量', 3)];

const tableTwo: TableSpec = {
  id: 'disclosure',
  chapter: '2',
  name: '表二',
  gridColumns: 4,
  columnWidths: [0.28, 0.24, 0.24, 0.24],
  rows: [
    [section('第二十条第（一）项', 4)],
    [column('信息内容'), column('本年制发件数'), column('本年废止件数'), column('现行有效件数')],
    documents('rules', '规章'),
    documents('normative', '行政规范性文件'),
    [section('第二十条第（五）项', 4)],
    DECISION_COLUMNS,
    decisions('license', '行政许可'),
    [section('第二十条第（六）项', 4)],
    DECISION_COLUMNS,
    decisions('penalty', '行政处罚'),
    decisions('coercion', '行政强制'),
    [section('第二十条第（八）项', 4)],
    [column('信息内容'), column('本年收费金额（单位：万元）', 3)],
    [rowHead('行政事业性收费'), figure(cellId('disclosure', 'fee', 'amount'), 'amount', '万元', 3)],
  ],
};

export const edition2021: FormEdition = {
  id: '2021',
  document: '国办公开办函〔2021〕30号',
  firstYear: 2021,
  chapters: CHAPTERS,
  tables: [tableTwo, three.table, tableFour],
  equations: [...three.equations, ...tableFourEquations],
  labelVariants: [
    ...COMMON_LABEL_VARIANTS,
    { label: '行政规范性文件', variants: ['规范性文件'] },
    {
      label: '本年制发件数',
      variants: ['本年制发数', '本年制发件', '本年制发文件数', '本年度制发数', '本年度制发件数', '制发数量'],
    },
    { label: '本年废止件数', variants: ['本年废止数', '本年废止件', '本年度废止数', '本年度废止件数', '废止数量'] },
    { label: '现行有效件数', variants: ['现行有效数', '现行有效件', '现行有效数量'] },
    { label: '本年处理决定数量', variants: ['处理决定数量', '本年处理决定数'] },
    {
      label: '本年收费金额（单位：万元）',
      variants: ['本年收费金额（万元）', '本年收费金额', '收费金额（单位：万元）', '本年收费总金额（单位：万元）'],
    },
  ],
};
