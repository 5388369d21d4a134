// The words of the prose that speak of 表三: what was received, carried, answered, and by whom it was asked.
import type { EditionId } from '../model/report.ts';
import { APPLICANT_KEYS } from './build.ts';
import { EDITIONS } from './index.ts';
import { likely, maybe, type ProseTable, type ProseWords, type Sum, sure } from './prose-words.ts';

const APPLY = '(?:(?:政府|政务)?信息公开申请|依申请公开|信息申请公开|申请公开|公开申请|信息申请|申请)';
const RECEIVE = '(?:新收|收到|接到|受理|接收|接受|接获|收悉|新增|共收(?!办))';
const HANDLE = '(?:收办|办理|承办|处理|办件)';
const ANSWERED = '(?:办结|答复|回复|办复)';
const ANSWER = '(?<![应需须待]当?)(?:办结|答复|回复|办复|办理完毕|办理完成)';
const NEXT = '(?:下年|下一?年|次年)';

/** “30件（含上年结转2件）”, “连同上年结转2件，共收到30件”: 结转 beside the figure is not yet in it. */
const withCarry = {
  words:
    '□[(，]*(?:其中)?(?:含|包括|包含|其中)[^。，]{0,10}结转|□\\((?:其中)?上年[^()，]{0,4}结转|(?:加上?|连同|算上)[^。]{0,12}结转[^。]{0,12}□|\\((?:其中)?[含包][^()]{0,12}结转[^()]{0,8}\\)[^。]*□',
  means: [['new', 'carried_in']],
};

/** “受理工伤认定申请”: asked of the office for something else than information. */
export const OTHER_APPLICATIONS =
  '(?:道路|认定|评审|评定|评估|登记|许可|审批|核准|备案|注册|变更|延续|换证|迁移|落户|援助|求助|救济|帮扶|专利|商标|版权|挖掘|占道|占用|用地|用海|规划|报建|验收|资格|职称|执业|执照|公证|鉴定|仲裁|调解|赔偿|退税|减免|退费|入学|转学|贷款|担保|修复|资助|扶持|项目|住房|租房|保障房|购房|提取|检测|检验|听证|复核)(?:类|业务|事项)?申请(?!公开|人)';

interface OtherProcessing {
  /** The row for what is none of the rest. */
  readonly rest: string;
  readonly reasons: readonly ProseWords[];
}

const DIVIDED: OtherProcessing = {
  rest: 'other_rest',
  reasons: [
    sure('逾期(?:未|不)(?:予)?补正|无正当理由(?:逾期)?(?:未|不)补正', ['other_no_supplement']),
    likely('未补正', ['other_no_supplement']),
    sure('逾期(?:未|不)[^□，]{0,8}(?:缴|交)纳?费|未按收费通知', ['other_fee_unpaid']),
    maybe('撤回|撤销申请|自主撤销|终止', ['other_rest']),
  ],
};

/** （六）其他处理 is one row in the form of 2019 and several in later ones. */
const OTHER_PROCESSING: Readonly<Record<EditionId, OtherProcessing>> = {
  '2019': {
    rest: 'other_all',
    reasons: [
      likely('逾期(?:未|不)(?:予)?补正|未补正|逾期(?:未|不)[^□，]{0,8}(?:缴|交)纳?费|未按收费通知', ['other_all']),
    ],
  },
  '2021': DIVIDED,
};

/** The rows of 表三, the more particular words first. */
const applicationRows = (other: OtherProcessing, starting: (prefix: string) => Sum): readonly ProseWords[] => [
  sure(
    `(?:结?转|顺延|延期?|延续|留)(?:至|到|入|在|于|转)*[^□，]{0,4}${NEXT}|${NEXT}度?(?:继续)?(?:办理|答复|办结|结转)`,
    ['carried_out'],
  ),
  sure('上年[^□，]{0,6}(?:结转|转结|转入|遗留|转来|转办|转接|未办结)|结转(?:自|于)?上年', ['carried_in']),
  likely('结转', ['carried_out'], ['carried_in']),
  likely(
    '尚未办结|尚在办理|正在办理|未办结|仍在办理|尚在办理期|未到[^□，]{0,4}期限|待办(?:理)?□|□(?:将|拟)?(?:于|在|待)下年',
    ['carried_out'],
  ),
  sure('国家秘密', ['denied_state_secret']),
  sure('(?:法律、?行政法规|法律法规|法律、法规)(?:、?规定)?禁止公开', ['denied_by_law']),
  sure('三安全一稳定', ['denied_security']),
  sure('(?:保护)?第三方(?:的)?合法权益', ['denied_third_party']),
  sure('内部事务', ['denied_internal']),
  sure('过程性(?:性)?信息', ['denied_process']),
  sure('行政执法案卷|执法案卷', ['denied_enforcement_file']),
  sure('行政查询', ['denied_query']),
  sure('不掌握', ['unable_not_held']),
  sure('没有现成|需要?另行制作|需要?另行加工', ['unable_needs_creation']),
  sure('补正后[^□，]{0,6}不明确', ['unable_unclear']),
  likely('信息不存在|不存在', ['unable_not_held']),
  likely('(?:不属于?|非)(?:本|我)(?:行政)?(?:机关|部门|单位|局|办|镇|街道)', ['unable_not_held'], [other.rest]),
  sure('(?:信访|投诉|举报)[^□，、]{0,10}类申请|信访[、]?(?:举报|投诉)|信访类', ['rejected_petition']),
  sure('重复申请', ['rejected_repeat']),
  sure('公开出版物', ['rejected_publication']),
  sure('大量反复', ['rejected_excessive']),
  sure('确认或(?:者)?重新出具|重新出具', ['rejected_reconfirm']),
  ...other.reasons,
  sure('不予公开|^不公开□', starting('denied_')),
  sure('(?<!不予|不)(?:予以|同意)?公开(?:和|与|及|、|或)(?:者)?部分公开|公开类', ['granted', 'partial']),
  sure('部分(?:予以|同意)?公开', ['partial']),
  sure('(?<!不)予以公开|同意公开|全部公开|全文公开', ['granted']),
  likely('^(?:予以)?公开(?:答复)?□', ['granted']),
  maybe('(?:已|属于)?主动公开[^□]{0,10}(?:获取|查询|查阅|途径)|公开渠道', ['granted']),
  sure('无法提供|不能提供|无法公开', starting('unable_')),
  sure('不予处理', starting('rejected_')),
  sure('其[他它]处理', starting('other_')),
  maybe('^其[他它](?:情形|情况|类)?(?:的)?□', starting('other_'), [other.rest]),
  // “受理的37件申请已按期答复”
  {
    ...likely(`${RECEIVE}的□[^□，]{0,30}(?:答复|办结|办理完毕)`, ['result_total'], ['new'], ['new', 'carried_in']),
    whole: true,
  },
  {
    ...sure(
      `${RECEIVE}[^□，]*${APPLY}[^□，]*□|${RECEIVE}[^□，]{0,10}□[^，、]{0,12}${APPLY}|${APPLY}(?:的)?(?:数量|总数|总量|件数|案件|事项)?[^□，]{0,4}${RECEIVE}[^□，]{0,8}□|^(?:全年|共|一?共计|总共|本年|年度)*${RECEIVE}(?:了|共|共计|总计|合计|各类|件)*□`,
      ['new'],
    ),
    where: withCarry,
    excuses: [
      { plus: ['new', 'carried_in'], unless: '□.*(?:上年[^，。]{0,8}结转|结转(?:自|于)?上年)[^，。]{0,10}\\d' },
    ],
    whole: true,
  },
  {
    ...sure(
      `^(?:全年|本年|共|累计|合计|总共|应|需|须|实际)*(?:收办|办理|处理)□|^(?:全年|本年|共|累计|合计|总共)*[应需须]当?${ANSWERED}□|${HANDLE}[^□，]*${APPLY}[^□，]*□|${HANDLE}[^□，]{0,8}□[^，、]{0,12}${APPLY}|${APPLY}[^□，]{0,8}${HANDLE}[^□，]{0,6}□`,
      ['new', 'carried_in'],
      ['new'],
      ['result_total'],
    ),
    whole: true,
  },
  {
    ...sure(
      `${ANSWER}(?:了|共|共计|总计|合计|(?:政府|政务)?信息公开|依申请(?:公开)?|申请|案件|事项|各类|人|的|件)*□|已(?:完成|办理?完)(?:政府信息公开|依申请公开|申请|公开|事项|件)*□|${APPLY}[^□，]{0,8}${ANSWER}[^□，]{0,4}□|^(?:全年|本年|共)*已(?:经)?(?:按期|按时|依法)?(?:办理|处理)(?:答复)?□|□(?:件)?(?:已|均已)?(?:按期|按时|依法)?(?:办结|答复)|□(?:申请件?)?(?:均?已[^□，]{0,16}|在[^□，]{0,10}内[^□，]{0,6})(?:办结|答复|回复)`,
      ['result_total'],
    ),
    // those of this year's that were answered; or without those that were withdrawn
    excuses: [
      { plus: ['result_total'], minus: ['carried_in'] },
      { plus: ['result_total'], minus: [other.rest], unless: '^(?!.*撤)' },
    ],
    whole: true,
  },
  { ...likely('^□(?:(?:政府)?信息公开)?申请(?:件)?中', ['new'], ['new', 'carried_in'], ['result_total']), whole: true },
  {
    ...likely(
      `(?:政府|政务)?信息公开申请(?:数量|总数|总量|总计|共计|共|案件|为|的)*□|依申请公开(?:申请|数量|总数|总计|共计|案件|事项)(?:为|共|共计)*□|(?:办理|受理|收到)(?:了|共|共计|各类)*(?:政府|政务)?信息公开案件(?:共|共计)?□`,
      ['new'],
      ['new', 'carried_in'],
      ['result_total'],
    ),
    whole: true,
  },
];

const COMPANIES = APPLICANT_KEYS.filter((key) => key !== 'natural' && key !== 'total');

const applicantColumns: readonly ProseWords[] = [
  sure('(?:自然人|公民|个人)[^□，]{0,10}(?:和|与|及|或|以及|、)[^□，]{0,4}法人', ['total']),
  sure('法人(?:或|和|、|及|与|以及|或者)?其[他它]组织|法人组织|法人(?:申请|提出|□)', COMPANIES),
  sure('自然人', ['natural']),
  likely('公民(?:个人)?(?:申请|提出|□)', ['natural']),
  sure('商业企业', ['company']),
  likely('企业(?:申请|提出|□)', ['company']),
  sure('科研机构', ['research']),
  sure('(?:社会)?公益(?:性)?组织', ['welfare']),
  sure('法律服务机构', ['legal']),
];

export const applicationWords = (edition: EditionId): ProseTable => ({
  table: 'applications',
  subject: '依申请|信息公开申请|申请公开|公开申请|收到和处理',
  units: ['件', '份', '宗', '起', '例'],
  weakUnits: ['条', '次', '个', '项', '件次', '人次', ''],
  never: `${OTHER_APPLICATIONS}|咨询|留言|来信|信箱|热线|网民|网友|提案|建议|工单|来电|发文|拟文|公文|复议|诉讼|仲裁|低保|救助|补贴|处理费|收费标准|一件事|季度|半年|\\d月(?!3?1日|底|末)|(?<!本年)以来|历年|近[\\d一二三四五六七八九十两几]+年|年来|协助|代(?:市|县|区|省|为|政府)|意见|问题|诉求`,
  own: '(?<!依)申请|(?:收到|受理|接收|接到|办理)[^，]*依申请',
  weak: '会商|指导',
  weakWhole: '参与|涉及',
  weakSentence: null,
  about:
    '依申请|信息公开申请|申请公开|公开申请|公开(?:政府)?信息的?申请|信息申请|结转(?:至|到)?下|上年度?结转|(?:收到|接到|新收)申请|办结\\d+[件宗份起]，(?:尚有|其余)?结转',
  signs: ['予以公开|同意公开', '部分公开', '不予公开', '无法提供', '不予处理', '其[他它]处理', '不掌握', '信访'],
  isOwn: false,
  rows: applicationRows(OTHER_PROCESSING[edition], (prefix) => rowsStarting(edition, prefix)),
  columns: applicantColumns,
  plainColumn: 'total',
});

/** The rows of 表三 whose key begins so: the lines of one result. */
const rowsStarting = (edition: EditionId, prefix: string): Sum => {
  const rows = EDITIONS[edition].equations
    .filter(({ rule }) => rule === 'T3-ROW-SUM')
    .flatMap(({ computes }) => computes?.split('.')[1] ?? []);
  return rows.filter((row) => row.startsWith(prefix));
};
