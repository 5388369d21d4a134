// This year against last year: 结转, 现行有效, 项目数量, and jumps that want an explanation.
import { crossYearFigure } from '../editions/suggested-figures.ts';
import { CROSS_YEAR } from '../editions/cross-year.ts';
import { figuresOf } from '../editions/index.ts';
import { successorOf } from '../editions/successors.ts';
import { computedCells } from '../editions/totals.ts';
import type { TableSpec } from '../editions/types.ts';
import { compareDecimals, equalDecimals, subtractDecimals, toMillionths } from '../model/decimal.ts';
import { type CellId, cellIds, type Report } from '../model/report.ts';
import { type CheckContext, finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

/** Last year's report, if it is the year before. */
const lastYear = ({ report, previous }: CheckContext): Report | null =>
  previous?.year === report.year - 1 ? previous : null;

export const crossYear: Rule = (context) => {
  const { report, label } = context;
  const previous = lastYear(context);
  if (!previous) return [];
  // a total that is computed cannot be filled in
  const locked = report.status === 'draft' ? computedCells(context.edition) : new Set<CellId>();
  return CROSS_YEAR[report.edition].flatMap((rule): Finding[] => {
    const cell = context.cell(rule.cell);
    const expected = crossYearFigure(rule, report, previous);
    if (expected === null || cell.state === 'text') return []; // a text in the cell is CELL-TYPE's matter
    const present = cell.value;
    if (present === null ? equalDecimals(expected, '0') : equalDecimals(present, expected)) return [];
    const written = present ?? '空白';
    const message = `${label(rule.cell)}是${written}，而${rule.formula}是${expected}。`;
    const offer = { label: `按${rule.formula}填${expected}`, set: [{ cell: rule.cell, value: expected }] };
    const made = { severity: rule.severity, cells: [rule.cell], left: written, right: expected, message };
    return [finding(rule.rule, locked.has(rule.cell) ? made : { ...made, suggestion: offer })];
  });
};

interface Pair {
  readonly id: CellId;
  readonly now: string;
  readonly last: string;
}

/** More than half and more than 20: seen in reports that mistook a unit or a column. One finding a row, led by its total. */
export const jumps: Rule = (context) => {
  const previous = lastYear(context);
  if (!previous) return [];
  const { edition, report } = context;
  const before = new Map<CellId, string>();
  for (const id of cellIds(previous.cells)) {
    const value = previous.cells[id]?.value ?? null;
    const to = successorOf(previous.edition, report.edition, id);
    if (to !== null && value !== null) before.set(to, value);
  }
  // what follows from last year's report by a rule, and does, is no jump: 上年结转 is last year's 结转下年度
  const settled = new Set(
    CROSS_YEAR[report.edition].flatMap((rule) => {
      const present = context.cell(rule.cell).value;
      const expected = crossYearFigure(rule, report, previous);
      return present !== null && expected !== null && equalDecimals(present, expected) ? [rule.cell] : [];
    }),
  );
  const pairOf = (id: CellId): Pair[] => {
    const now = report.cells[id]?.value ?? null;
    const last = before.get(id);
    return now === null || last === undefined || settled.has(id) ? [] : [{ id, now, last }];
  };
  return edition.tables.flatMap((table) => {
    const same = sameTable(
      table,
      figuresOf(table).flatMap(({ id }) => pairOf(id)),
    );
    return same ? [same] : rowsOf(context, table).flatMap((row) => jumpOf(context, row.flatMap(pairOf)));
  });
};

/** The cells of a table by sums: a total with its parts is one row, every other cell a row of its own. */
function rowsOf({ edition }: CheckContext, table: TableSpec): readonly (readonly CellId[])[] {
  const rowOf = (id: CellId): string => id.split('.').slice(0, 2).join('.');
  const sums = edition.equations.flatMap(({ computes, right }): CellId[][] =>
    computes?.startsWith(`${table.id}.`) && right.every((id) => rowOf(id) === rowOf(computes))
      ? [[computes, ...right]]
      : [],
  );
  const summed = new Set(sums.flat());
  return [...sums, ...figuresOf(table).flatMap(({ id }) => (summed.has(id) ? [] : [[id]]))];
}

const isJump = ({ now, last }: Pair): boolean => {
  const change = subtractDecimals(now, last).replace('-', '');
  return compareDecimals(change, '20') > 0 && toMillionths(change) * 2n > toMillionths(last.replace('-', ''));
};

function jumpOf({ label }: CheckContext, row: readonly Pair[]): Finding[] {
  const jumped = row.filter(isJump);
  const [first, ...others] = jumped;
  if (!first) return [];
  const more = others.length > 0 ? `（同一行共${jumped.length}格）` : '';
  const message = `${label(first.id)}本年${first.now}，上年${first.last}，变化超过一半${more}，请核对或说明。`;
  return [finding('X-JUMP', { cells: jumped.map(({ id }) => id), left: first.now, right: first.last, message })];
}

function sameTable(table: TableSpec, pairs: readonly Pair[]): Finding | null {
  const alike = pairs.length >= 5 && pairs.every(({ now, last }) => equalDecimals(now, last));
  if (!alike || pairs.filter(({ now }) => !equalDecimals(now, '0')).length < 3) return null;
  const message = `${table.name}的${pairs.length}个数与上年完全相同，请核对是否沿用了上年数据。`;
  return finding('X-JUMP', {
    cells: pairs.map(({ id }) => id),
    left: String(pairs.length),
    right: '与上年相同',
    message,
  });
}
