// The short notation in which the editions are written down: labels and figure cells of the printed form.
import type { CellId } from '../model/report.ts';
import type { Equation, FigureCell, FigureType, FormCell, LabelCell, TableId } from './types.ts';

const label =
  (role: LabelCell['role']) =>
  (text: string, colspan = 1, rowspan = 1): LabelCell => ({ kind: 'label', text, colspan, rowspan, role });

export const column = label('column');
export const rowHead = label('row');
export const section = label('section');

/** The public name of a cell, `applications.new.natural`: the same in every edition and for ever. */
export const cellId = (table: TableId, row: string, name: string): CellId => `${table}.${row}.${name}`;

/** A figure cell with its unit as the form prints it: 件, 项, 个, 万元, 元. */
export const figure = (id: CellId, type: FigureType, unit: string, colspan = 1): FigureCell => ({
  kind: 'figure',
  id,
  type,
  unit,
  colspan,
  rowspan: 1,
});

/** The columns of 表三 with their printed names; the last one is the total of the others. */
export const APPLICANTS = {
  natural: '自然人',
  company: '商业企业',
  research: '科研机构',
  welfare: '社会公益组织',
  legal: '法律服务机构',
  other: '其他',
  total: '总计',
} as const;

/** The column keys of 表三, in the order of the form. */
export const APPLICANT_KEYS = Object.keys(APPLICANTS) as (keyof typeof APPLICANTS)[]; // keys of the literal above

/** One row of 表三: its printed heads and its seven figures. */
export const applicationsRow = (row: string, ...heads: LabelCell[]): FormCell[] => [
  ...heads,
  ...APPLICANT_KEYS.map((key) => figure(cellId('applications', row, key), 'count', '件')),
];

/** The outcomes of 表四 with their printed names; the last one is the total of the others. */
export const OUTCOMES = {
  maintained: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
} as const;

/** The column keys of 表四, in the order of the form. */
export const OUTCOME_KEYS = Object.keys(OUTCOMES) as (keyof typeof OUTCOMES)[]; // keys of the literal above

/** Total = sum of its parts, as an equation that a draft computes. */
export const totalOf = (
  rule: Equation['rule'],
  total: CellId,
  parts: readonly CellId[],
  subject: string,
): Equation => ({
  rule,
  left: [total],
  right: parts,
  computes: total,
  subject,
});
