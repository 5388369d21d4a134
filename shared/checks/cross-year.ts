// This year against last year: 结转, 现行有效, 项目数量, and jumps that want an explanation.
import { crossYearFigure } from '../editions/carry-forward.ts';
import { CROSS_YEAR } from '../editions/cross-year.ts';
import { figuresOf } from '../editions/index.ts';
import { compareDecimals, equalDecimals, subtractDecimals } from '../model/decimal.ts';
import type { CellId } from '../model/report.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

export const crossYear: Rule = ({ report, previous, label }) => {
  if (!previous || previous.year !== report.year - 1) return [];
  return CROSS_YEAR[report.edition].flatMap((rule): Finding[] => {
    const present = report.cells[rule.cell]?.value ?? null;
    const expected = crossYearFigure(rule, report, previous);
    if (expected === null) return [];
    if (
      present === null
        ? equalDecimals(expected, '0') || report.cells[rule.cell]?.state === 'text'
        : equalDecimals(present, expected)
    )
      return [];
    const message = `${label(rule.cell)}是${present ?? '空白'}，而${rule.formula}是${expected}。`;
    return [
      finding(rule.rule, {
        severity: rule.severity,
        cells: [rule.cell],
        left: present ?? '空白',
        right: expected,
        message,
      }),
    ];
  });
};

/** More than half and more than 20, seen in reports that mistook a unit or a column. */
export const jumps: Rule = ({ report, previous, edition, label }) => {
  if (!previous || previous.year !== report.year - 1) return [];
  const found = edition.tables.flatMap((table) => figuresOf(table).flatMap(({ id }) => jumped(id)));
  const same = edition.tables.flatMap((table): Finding[] => {
    const pairs = figuresOf(table).flatMap(({ id }) => pairOf(id) ?? []);
    const alike =
      pairs.length >= 5 &&
      pairs.every(({ now, last }) => equalDecimals(now, last)) &&
      pairs.some(({ now }) => !equalDecimals(now, '0'));
    const message = `${table.name}的${pairs.length}个数与上年完全相同，请核对是否沿用了上年数据。`;
    return alike
      ? [
          finding('X-JUMP', {
            cells: pairs.map(({ id }) => id),
            left: String(pairs.length),
            right: '与上年相同',
            message,
          }),
        ]
      : [];
  });
  return [...found, ...same];

  function pairOf(id: CellId) {
    const now = report.cells[id]?.value ?? null;
    const last = previous?.cells[id]?.value ?? null;
    return now === null || last === null ? null : { id, now, last };
  }
  function jumped(id: CellId): Finding[] {
    const pair = pairOf(id);
    if (!pair) return [];
    const change = subtractDecimals(pair.now, pair.last).replace('-', '');
    const large = compareDecimals(change, '20') > 0 && compareDecimals(double(change), pair.last.replace('-', '')) > 0;
    const message = `${label(id)}本年${pair.now}，上年${pair.last}，变化超过一半，请核对或说明。`;
    return large ? [finding('X-JUMP', { cells: [id], left: pair.now, right: pair.last, message })] : [];
  }
};

const double = (value: string): string => subtractDecimals(value, subtractDecimals('0', value));
