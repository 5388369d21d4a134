// 表四 政府信息公开行政复议、行政诉讼情况: the same in both editions.
import { cellId, column, figure, OUTCOME_KEYS, OUTCOMES, totalOf } from './build.ts';
import type { Equation, TableSpec } from './types.ts';

const GROUPS = { review: '行政复议', direct: '未经复议直接起诉', after_review: '复议后起诉' } as const;
const GROUP_KEYS = Object.keys(GROUPS) as (keyof typeof GROUPS)[]; // keys of the literal above

export const tableFour: TableSpec = {
  id: 'proceedings',
  chapter: '4',
  name: '表四',
  gridColumns: 15,
  columnWidths: Array.from({ length: 15 }, () => 1 / 15),
  rows: [
    [column('行政复议', 5), column('行政诉讼', 10)],
    [...OUTCOME_KEYS.map((key) => column(OUTCOMES[key], 1, 2)), column('未经复议直接起诉', 5), column('复议后起诉', 5)],
    [...OUTCOME_KEYS, ...OUTCOME_KEYS].map((key) => column(OUTCOMES[key])),
    GROUP_KEYS.flatMap((group) => OUTCOME_KEYS.map((key) => figure(cellId('proceedings', group, key), 'count', '件'))),
  ],
};

export const tableFourEquations: readonly Equation[] = GROUP_KEYS.map((group) =>
  totalOf(
    'T4-SUM',
    cellId('proceedings', group, 'total'),
    OUTCOME_KEYS.filter((key) => key !== 'total').map((key) => cellId('proceedings', group, key)),
    GROUPS[group],
  ),
);
