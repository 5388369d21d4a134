// Wordings that published reports use for labels which every edition has.
import type { LabelVariant } from './types.ts';

export const COMMON_LABEL_VARIANTS: readonly LabelVariant[] = [
  { label: '总计', variants: ['合计'] },
  {
    label: '一、本年新收政府信息公开申请数量',
    variants: ['本年新收申请数量', '本年新收申请数', '本年度新收政府信息公开申请数量', '本年收到政府信息公开申请数量'],
  },
  {
    label: '二、上年结转政府信息公开申请数量',
    variants: ['上年结转申请数量', '上年结转申请数', '上年度结转政府信息公开申请数量'],
  },
  { label: '（七）总计', variants: ['（七）合计', '办理结果总计', '本年度办理结果总计'] },
  {
    label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
    variants: ['（二）部分公开', '（二）部分公开（区分处理的，只计这一情形，不计其它情形）'],
  },
  { label: '法人或其他组织', variants: ['法人及其他组织', '法人和其他组织'] },
  { label: '社会公益组织', variants: ['公益组织', '社会组织'] },
  { label: '法律服务机构', variants: ['法律机构'] },
  { label: '结果维持', variants: ['维持'] },
  { label: '结果纠正', variants: ['纠正'] },
  { label: '尚未审结', variants: ['未审结', '尚未办结'] },
  { label: '未经复议直接起诉', variants: ['未经复议直接诉讼'] },
  { label: '复议后起诉', variants: ['复议后诉讼'] },
  { label: '三、本年度办理结果', variants: ['本年办理结果'] },
  { label: '四、结转下年度继续办理', variants: ['结转下年度', '结转下一年度继续办理'] },
];

/** Heads of columns that stand beside the form's own: they number or explain its rows. */
export const SIDE_HEADS = {
  /** In front of the labels. */
  numbers: ['序号', '编号', '行次', '栏次'],
  /** Behind the figures. */
  remarks: ['备注', '说明'],
} as const;
