// 表三 收到和处理政府信息公开申请情况: head, rows and equations shared by the editions; an edition gives its own （六）rows.
import type { CellId } from '../model/report.ts';
import { APPLICANT_KEYS, APPLICANTS, applicationsRow, cellId, column, rowHead, totalOf } from './build.ts';
import type { Equation, FormCell, LabelCell, TableSpec } from './types.ts';

interface ResultRow {
  readonly key: string;
  readonly text: string;
}

const GROUPS: readonly { readonly head: string; readonly rows: readonly ResultRow[] }[] = [
  {
    head: '（三）不予公开',
    rows: [
      { key: 'denied_state_secret', text: '1.属于国家秘密' },
      { key: 'denied_by_law', text: '2.其他法律行政法规禁止公开' },
      { key: 'denied_security', text: '3.危及“三安全一稳定”' },
      { key: 'denied_third_party', text: '4.保护第三方合法权益' },
      { key: 'denied_internal', text: '5.属于三类内部事务信息' },
      { key: 'denied_process', text: '6.属于四类过程性信息' },
      { key: 'denied_enforcement_file', text: '7.属于行政执法案卷' },
      { key: 'denied_query', text: '8.属于行政查询事项' },
    ],
  },
  {
    head: '（四）无法提供',
    rows: [
      { key: 'unable_not_held', text: '1.本机关不掌握相关政府信息' },
      { key: 'unable_needs_creation', text: '2.没有现成信息需要另行制作' },
      { key: 'unable_unclear', text: '3.补正后申请内容仍不明确' },
    ],
  },
  {
    head: '（五）不予处理',
    rows: [
      { key: 'rejected_petition', text: '1.信访举报投诉类申请' },
      { key: 'rejected_repeat', text: '2.重复申请' },
      { key: 'rejected_publication', text: '3.要求提供公开出版物' },
      { key: 'rejected_excessive', text: '4.无正当理由大量反复申请' },
      { key: 'rejected_reconfirm', text: '5.要求行政机关确认或重新出具已获取信息' },
    ],
  },
];

const WIDTHS = [0.0775, 0.1, 0.294, 0.0755, 0.0755, 0.0755, 0.0755, 0.0755, 0.0755, 0.0755];

const HEAD: readonly (readonly LabelCell[])[] = [
  [column('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3), column('申请人情况', 7)],
  [column('自然人', 1, 2), column('法人或其他组织', 5), column('总计', 1, 2)],
  [column('商业企业'), column('科研机构'), column('社会公益组织'), column('法律服务机构'), column('其他')],
];

/** 表三 with the given （六）其他处理: one row (2019) or several under one head (2021). */
export function tableThree(others: readonly ResultRow[]): { table: TableSpec; equations: Equation[] } {
  const single = others.length === 1;
  const groups = single ? GROUPS : [...GROUPS, { head: '（六）其他处理', rows: others }];
  const body: FormCell[][] = [
    applicationsRow('granted', rowHead('（一）予以公开', 2)),
    applicationsRow('partial', rowHead('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 2)),
    ...groups.flatMap(({ head, rows }) =>
      rows.map((row, index) =>
        applicationsRow(row.key, ...(index === 0 ? [rowHead(head, 1, rows.length)] : []), rowHead(row.text)),
      ),
    ),
    ...(single ? others.map((row) => applicationsRow(row.key, rowHead(row.text, 2))) : []),
    applicationsRow('result_total', rowHead('（七）总计', 2)),
  ];
  body[0]?.unshift(rowHead('三、本年度办理结果', 1, body.length));
  const rows: FormCell[][] = [
    ...HEAD.map((row) => [...row]),
    applicationsRow('new', rowHead('一、本年新收政府信息公开申请数量', 3)),
    applicationsRow('carried_in', rowHead('二、上年结转政府信息公开申请数量', 3)),
    ...body,
    applicationsRow('carried_out', rowHead('四、结转下年度继续办理', 3)),
  ];
  const results = [
    'granted',
    'partial',
    ...groups.flatMap((group) => group.rows.map((row) => row.key)),
    ...(single ? others.map((row) => row.key) : []),
  ];
  return {
    table: { id: 'applications', chapter: '3', name: '表三', gridColumns: 10, columnWidths: WIDTHS, rows },
    equations: equations(rows, results),
  };
}

function equations(rows: readonly (readonly FormCell[])[], results: readonly string[]): Equation[] {
  const at = (row: string, key: string): CellId => cellId('applications', row, key);
  const parts = APPLICANT_KEYS.filter((key) => key !== 'total');
  // （七）总计 is the sum of the result rows in each applicant's column; its own 总计 is the sum of its row, like every row's.
  const resultSums = APPLICANT_KEYS.map((key): Equation => {
    const right = results.map((row) => at(row, key));
    const subject = `${APPLICANTS[key]}列`;
    if (key === 'total') return { rule: 'T3-RESULT-SUM', left: [at('result_total', key)], right, subject };
    return totalOf('T3-RESULT-SUM', at('result_total', key), right, subject);
  });
  const rowSums = rows.flatMap((cells) => {
    const total = cells.at(-1);
    if (total?.kind !== 'figure') return [];
    const row = total.id.split('.')[1] ?? '';
    const head = cells.findLast((cell) => cell.kind === 'label');
    return [
      totalOf(
        'T3-ROW-SUM',
        total.id,
        parts.map((key) => at(row, key)),
        head?.text ?? row,
      ),
    ];
  });
  const identities = APPLICANT_KEYS.map(
    (key): Equation => ({
      rule: 'T3-IDENT',
      left: [at('new', key), at('carried_in', key)],
      right: [at('result_total', key), at('carried_out', key)],
      subject: `${APPLICANTS[key]}列`,
    }),
  );
  return [...resultSums, ...rowSums, ...identities];
}
