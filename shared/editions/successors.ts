// Which figure of last year's form is the same figure in this year's form, and why the others have none. Data, by pair of editions.
import type { CellId, EditionId } from '../model/report.ts';
import { EDITIONS, figures } from './index.ts';

/** Cells or rows of a form that the next form lacks or means otherwise. `cells` is the beginning of their ids. */
interface Ended {
  readonly cells: string;
  readonly reason: string;
}

const ENDED: Readonly<Record<`${EditionId}>${EditionId}`, readonly Ended[]>> = {
  '2019>2019': [],
  '2021>2021': [],
  '2019>2021': [
    { cells: 'disclosure.rules.published', reason: '2021年版改填制发、废止、现行有效件数，没有新公开数量' },
    { cells: 'disclosure.rules.total_public', reason: '2021年版没有对外公开总数量；现行有效件数口径不同，须另行统计' },
    { cells: 'disclosure.normative.published', reason: '2021年版改填制发、废止、现行有效件数，没有新公开数量' },
    {
      cells: 'disclosure.normative.total_public',
      reason: '2021年版没有对外公开总数量；现行有效件数口径不同，须另行统计',
    },
    { cells: 'disclosure.license.prev_items', reason: '2021年版只填处理决定数量，没有项目数量' },
    { cells: 'disclosure.license.delta', reason: '2021年版只填处理决定数量，没有项目增减' },
    { cells: 'disclosure.penalty.prev_items', reason: '2021年版只填处理决定数量，没有项目数量' },
    { cells: 'disclosure.penalty.delta', reason: '2021年版只填处理决定数量，没有项目增减' },
    { cells: 'disclosure.coercion.prev_items', reason: '2021年版只填处理决定数量，没有项目数量' },
    { cells: 'disclosure.coercion.delta', reason: '2021年版只填处理决定数量，没有项目增减' },
    { cells: 'disclosure.service.', reason: '2021年版没有“其他对外管理服务事项”一行' },
    { cells: 'disclosure.fee.', reason: '2021年版改填行政事业性收费的金额（万元），没有项目数量' },
    { cells: 'disclosure.procurement.', reason: '2021年版没有政府集中采购一行' },
    { cells: 'applications.other_all.', reason: '2021年版把（六）其他处理分为三项，上年的合计不能直接对应' },
  ],
  '2021>2019': [
    { cells: 'disclosure.rules.', reason: '2019年版没有这一栏' },
    { cells: 'disclosure.normative.', reason: '2019年版没有这一栏' },
    { cells: 'disclosure.fee.', reason: '2019年版没有收费金额' },
    { cells: 'applications.other_', reason: '2019年版（六）其他处理只有一行' },
  ],
};

/** The cell that holds the same figure in the form `to`; null where there is none. */
export function successorOf(from: EditionId, to: EditionId, cell: CellId): CellId | null {
  if (noSuccessorReason(from, to, cell) !== null) return null;
  return figures(EDITIONS[to]).has(cell) ? cell : null;
}

/** Why a cell has no successor in the form `to`, as a Chinese clause; null where it has one. */
export function noSuccessorReason(from: EditionId, to: EditionId, cell: CellId): string | null {
  const ended = ENDED[`${from}>${to}`].find(({ cells }) => cell.startsWith(cells));
  if (ended) return ended.reason;
  return figures(EDITIONS[to]).has(cell) ? null : `${to}年版表格没有这一格`;
}
