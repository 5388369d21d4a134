// What this year's figures owe to last year's, as data: 结转, 现行有效, 上一年项目数量.
import type { CellId, EditionId } from '../model/report.ts';
import { APPLICANT_KEYS, cellId } from './build.ts';

/** `cell` (this year) = the sum of `last` (last year's report) + `plus` − `minus` (this year). */
export interface CrossYearRule {
  readonly rule: 'X-CARRY' | 'X-VALID' | 'X-ITEMS';
  readonly severity: 'error' | 'warning';
  readonly cell: CellId;
  readonly last: readonly CellId[];
  readonly plus: readonly CellId[];
  readonly minus: readonly CellId[];
  /** The formula in words, for the message. */
  readonly formula: string;
}

const carry: readonly CrossYearRule[] = APPLICANT_KEYS.map((key) => ({
  rule: 'X-CARRY',
  severity: key === 'total' ? 'error' : 'warning',
  cell: cellId('applications', 'carried_in', key),
  last: [cellId('applications', 'carried_out', key)],
  plus: [],
  minus: [],
  formula: '上年的“四、结转下年度继续办理”',
}));

const disclosure = (row: string, name: string): CellId => cellId('disclosure', row, name);

const valid: readonly CrossYearRule[] = ['rules', 'normative'].map((row) => ({
  rule: 'X-VALID',
  severity: 'warning',
  cell: disclosure(row, 'valid'),
  last: [disclosure(row, 'valid')],
  plus: [disclosure(row, 'made')],
  minus: [disclosure(row, 'repealed')],
  formula: '上年现行有效＋本年制发－本年废止',
}));

const items: readonly CrossYearRule[] = ['license', 'service', 'penalty', 'coercion', 'fee'].map((row) => ({
  rule: 'X-ITEMS',
  severity: 'warning',
  cell: disclosure(row, 'prev_items'),
  last: [disclosure(row, 'prev_items'), disclosure(row, 'delta')],
  plus: [],
  minus: [],
  formula: '上年的“上一年项目数量”＋“本年增/减”',
}));

/** Rules by the edition of this year's report; a rule whose last-year cells the older form lacks does not apply. */
export const CROSS_YEAR: Readonly<Record<EditionId, readonly CrossYearRule[]>> = {
  '2019': [...carry, ...items],
  '2021': [...carry, ...valid],
};
