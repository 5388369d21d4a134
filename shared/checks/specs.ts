// Every check of 全审 as data: its name, severity, standing and what it rests on. The rules beside this file hold one function each.
import { LONGEST } from '../editions/prose-requirements.ts';
import type { CheckSpec } from './finding.ts';

const FORM = '国办公开办函〔2021〕30号所附格式';

export const CHECKS = {
  'T3-IDENT': spec('表三勾稽', 'error', 'official', `${FORM}，表三表头：第一项加第二项之和，等于第三项加第四项之和`),
  'T3-RESULT-SUM': spec('办理结果合计', 'error', 'derived', '（七）总计等于各办理结果之和'),
  'T3-ROW-SUM': spec('表三行合计', 'error', 'derived', '总计等于自然人与各类法人或其他组织之和'),
  'T4-SUM': spec('表四合计', 'error', 'derived', '总计等于维持、纠正、其他结果、尚未审结之和'),
  'CELL-TYPE': spec('数字不合要求', 'error', 'practice', '件数为非负整数，金额不为负'),
  'CELL-BLANK': spec('空格未填', 'warning', 'practice', '公开发布的年报没有数的格填0'),
  'CELL-UNIT': spec('格内带单位', 'warning', 'practice', '表头已注明单位，格内只填数字'),
  'X-CARRY': spec('与上年结转不符', 'error', 'derived', '本年上年结转等于上年结转下年度'),
  'X-VALID': spec('现行有效件数', 'warning', 'derived', '现行有效等于上年现行有效加制发减废止；清理调整基数的请说明'),
  'X-ITEMS': spec('上一年项目数量', 'warning', 'derived', '上一年项目数量等于上年报告的项目数加增减'),
  'X-JUMP': spec('与上年变化异常', 'warning', 'practice', '变化超过一半且超过20，或整表与上年相同'),
  'N-TABLE': spec('文字与表格不符', 'warning', 'practice', '正文的数字应与表格一致'),
  'N-SUM': spec('文字分项合计', 'warning', 'practice', '分项之和等于总数'),
  'N-PERCENT': spec('百分比不符', 'warning', 'practice', '百分比应由所列两个数算得'),
  'N-CLAIM': spec('结论与表格不符', 'warning', 'practice', '“全部办结”“均获维持”等说法应与表格一致'),
  'N-YEAR': spec('年份可能是上年的', 'warning', 'practice', '沿用上年文字时应更新年份'),
  'N-SAME': spec('内容雷同', 'warning', 'official', '国办公开办函〔2021〕30号：不得内容雷同'),
  'C-TITLE': spec('标题', 'warning', 'official', `${FORM}：机关全称＋年份＋年政府信息公开工作年度报告；章节标题按格式`),
  'C-CHAPTER': spec(
    '章节缺失',
    'error',
    'official',
    '《政府信息公开条例》第五十条，国办公开办函〔2021〕30号：不能遗漏',
  ),
  'C-ONE-LENGTH': spec('总体情况篇幅', 'warning', 'official', LONGEST.basis),
  'C-ONE-FACETS': spec('总体情况要素', 'warning', 'official', '《政府信息公开条例》第五十条，国办公开办函〔2021〕30号'),
  'C-FIVE': spec('问题与改进', 'warning', 'practice', '第五章应写明问题和改进措施'),
  'C-SIX-FEE': spec('信息处理费', 'warning', 'official', `${FORM}：收取信息处理费情况在第六章报告`),
  'C-NUMBERING': spec('序号', 'warning', 'practice', '同一章序号应连续、统一'),
  'P-PRIVACY': spec('个人信息', 'warning', 'practice', '公开的文字不应含身份证号、手机号、银行卡号'),
  'S-ORGAN': spec('机关称谓', 'hint', 'practice', '称谓应与本机关性质一致'),
  'W-TYPO': spec('文字差错', 'hint', 'practice', '叠字、全角数字、括号混用等'),
} as const satisfies Readonly<Record<string, Omit<CheckSpec, 'id'>>>;

export type CheckId = keyof typeof CHECKS;

/** The spec of a finding's rule; rules are always among the specs. */
export const checkSpec = (rule: string): CheckSpec | undefined =>
  Object.hasOwn(CHECKS, rule) ? { id: rule, ...CHECKS[rule as CheckId] } : undefined; // just tested

function spec(
  name: string,
  severity: CheckSpec['severity'],
  standing: CheckSpec['standing'],
  basis: string,
): Omit<CheckSpec, 'id'> {
  return { name, severity, standing, basis };
}
