// The six chapters, the same in both editions, with the titles that published reports give them.
import type { ChapterSpec } from './types.ts';

export const CHAPTERS: readonly ChapterSpec[] = [
  {
    key: '1',
    number: '一',
    title: '总体情况',
    kind: 'text',
    titleVariants: [
      '概述',
      '总体情况概述',
      '政府信息公开工作总体情况',
      '政务公开工作总体情况',
      '基本情况',
      '总体工作情况',
    ],
    rule: '综述主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障（含各级人民政府工作考核、社会评议和责任追究结果情况）；聚焦主题、简明客观；原则上不超过一千字。',
  },
  {
    key: '2',
    number: '二',
    title: '主动公开政府信息情况',
    kind: 'table',
    titleVariants: ['主动公开情况', '主动公开政府信息的情况', '政府信息主动公开情况'],
    rule: '只报《条例》第二十条第（一）（五）（六）（八）项；许可、处罚、强制数量含已公开和依法未公开的全部处理决定；数据截至报告年度12月31日。',
  },
  {
    key: '3',
    number: '三',
    title: '收到和处理政府信息公开申请情况',
    kind: 'table',
    titleVariants: [
      '收到和处理政府信息公开申请的情况',
      '依申请公开政府信息情况',
      '依申请公开情况',
      '收到和处理政府信息公开申请',
    ],
    rule: '按申请人类别和申请的最终处理结果填报；各列第一项加第二项之和，等于第三项加第四项之和。',
  },
  {
    key: '4',
    number: '四',
    title: '政府信息公开行政复议、行政诉讼情况',
    kind: 'table',
    titleVariants: [
      '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
      '政府信息公开行政复议行政诉讼情况',
      '行政复议、行政诉讼情况',
      '政府信息公开行政复议和行政诉讼情况',
    ],
    rule: '复议机关作共同被告的诉讼只计原行为主体（国办公开办函〔2016〕201号）。',
  },
  {
    key: '5',
    number: '五',
    title: '存在的主要问题及改进情况',
    kind: 'text',
    titleVariants: [
      '政府信息公开工作存在的主要问题及改进情况',
      '存在问题及改进情况',
      '存在的主要问题和改进情况',
      '存在的问题及改进情况',
      '存在的主要问题及改进措施',
      '存在问题和改进措施',
    ],
  },
  {
    key: '6',
    number: '六',
    title: '其他需要报告的事项',
    kind: 'text',
    titleVariants: [
      '其他需要报告的事项情况',
      '其他需报告的事项',
      '其他事项',
      '需要报告的其他事项',
      '其它需要报告的事项',
    ],
    rule: '收取信息处理费情况在此处报告。',
  },
];
