// Which words of the prose speak of which cells, as data: read by shared/text/match.ts, which knows no row or column by name.
//
// A pattern is matched against the words beside a figure, written as “words in front□words behind”, where □ is the figure with its
// unit, white space and quotation marks are gone, and years are called 上年, 本年 and 下年.
import type { EditionId } from '../model/report.ts';
import { APPLICANT_KEYS } from './build.ts';
import { EDITIONS } from './index.ts';
import type { TableId } from './types.ts';

/** sure: a difference is a warning. likely: a hint. maybe: the figure is bound only where it agrees. */
export type Certainty = 'sure' | 'likely' | 'maybe';

/** Keys of rows or columns whose figures are added. */
export type Sum = readonly string[];

export interface ProseWords {
  readonly words: string;
  /** What the words may mean, the first being the plain meaning; any of them may agree. */
  readonly means: readonly Sum[];
  readonly certainty: Certainty;
  /** A further meaning where the sentence says so, e.g. “含上年结转”. */
  readonly where?: { readonly words: string; readonly means: readonly Sum[] };
  /** Meanings that would explain a difference: then it is only a hint. */
  readonly excuses?: readonly Sum[];
  /** The whole, which a single part (one channel, one department) does not speak of. */
  readonly whole?: true;
}

export interface ProseTable {
  readonly table: TableId;
  /** Words of a heading that make the table the subject of what follows. */
  readonly subject: string;
  /** Units of its figures. Other units of `weakUnits` bind only where they agree. */
  readonly units: readonly string[];
  readonly weakUnits: readonly string[];
  /** Beside these words a figure of the table's kind is something else. */
  readonly never: string;
  /** A clause with these words needs no check of the sentence for words of `never`. */
  readonly own: string | null;
  /** Beside these words a difference is only a hint. */
  readonly weak: string;
  /** The same, anywhere in the sentence in front of the figure. */
  readonly weakSentence: string | null;
  /** The sentence, its heading or a figure before must speak of this; null: the words for the row say enough. */
  readonly about: string | null;
  readonly rows: readonly ProseWords[];
  readonly columns: readonly ProseWords[];
  /** The column where no word names one; null: the column last named. */
  readonly plainColumn: string | null;
}

export interface ProseBindings {
  readonly tables: readonly ProseTable[];
  /** Words which make a figure a change against last year, an average or a target: never a figure of the tables. */
  readonly comparison: string;
  /** One channel or one department: not the whole. */
  readonly parts: string;
  /** A list of channels, or 等渠道: the whole after all. */
  readonly allParts: string;
}

const APPLY = '(?:(?:政府|政务)?信息公开申请|依申请公开|信息申请公开|申请公开|公开申请|信息申请|申请)';
const RECEIVE = '(?:新收|收到|接到|受理|接收|接受|接获|收悉|新增|共收(?!办))';
const HANDLE = '(?:收办|办理|承办|处理|办件)';
const ANSWER = '(?:办结|答复|回复|办复|办理完毕|办理完成)';
const NEXT = '(?:下年|下一?年|次年)';

const sure = (words: string, ...means: Sum[]): ProseWords => ({ words, means, certainty: 'sure' });
const likely = (words: string, ...means: Sum[]): ProseWords => ({ words, means, certainty: 'likely' });
const maybe = (words: string, ...means: Sum[]): ProseWords => ({ words, means, certainty: 'maybe' });

const withCarry = {
  words: '(?:含|包括|加上?|连同)[^。]{0,6}(?:上年|本年)?[^。]{0,6}结转|上年[^。]{0,4}结转',
  means: [['new', 'carried_in']],
};

/** The rows of 表三, the more particular words first. */
const applicationRows = (edition: EditionId, starting: (prefix: string) => Sum): readonly ProseWords[] => [
  sure(
    `(?:结?转|顺延|延期?|延续|留)(?:至|到|入|在|于|转)*[^□，]{0,4}${NEXT}|${NEXT}度?(?:继续)?(?:办理|答复|办结|结转)`,
    ['carried_out'],
  ),
  sure('上年[^□，]{0,6}(?:结转|转入|遗留|转来|未办结)|结转(?:自|于)?上年', ['carried_in']),
  maybe('结转', ['carried_out'], ['carried_in']),
  likely('尚未办结|尚在办理|正在办理|未办结|仍在办理|尚在办理期', ['carried_out']),
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
  sure('(?:信访|投诉|举报)[^□，、]{0,10}类申请|信访[、]?(?:举报|投诉)', ['rejected_petition']),
  sure('重复申请', ['rejected_repeat']),
  sure('公开出版物', ['rejected_publication']),
  sure('大量反复', ['rejected_excessive']),
  sure('确认或(?:者)?重新出具|重新出具', ['rejected_reconfirm']),
  ...otherReasons(edition),
  sure('不予公开', starting('denied_')),
  sure('部分公开', ['partial']),
  sure('(?<!不)予以公开|同意公开|全部公开|全文公开', ['granted']),
  maybe('(?:已|属于)?主动公开[^□]{0,10}(?:获取|查询|查阅|途径)|公开渠道', ['granted']),
  sure('无法提供|不能提供|无法公开', starting('unable_')),
  sure('不予处理', starting('rejected_')),
  sure('其[他它]处理', starting('other_')),
  maybe('^其[他它](?:情形|情况|类)?(?:的)?□', starting('other_'), ...(edition === '2019' ? [] : [['other_rest']])),
  {
    ...sure(
      `${RECEIVE}[^□，]*${APPLY}[^□，]*□|${RECEIVE}[^□，]{0,10}□[^，、]{0,12}${APPLY}|${APPLY}(?:的)?(?:数量|总数|总量|件数|案件|事项)?[^□，]{0,4}${RECEIVE}[^□，]{0,8}□|^(?:全年|共|一?共计|总共|本年|年度)*${RECEIVE}(?:了|共|共计|总计|合计|各类|件)*□`,
      ['new'],
    ),
    where: withCarry,
    excuses: [['new', 'carried_in']],
    whole: true,
  },
  {
    ...sure(
      `${HANDLE}[^□，]*${APPLY}[^□，]*□|${HANDLE}[^□，]{0,8}□[^，、]{0,12}${APPLY}|${APPLY}[^□，]{0,8}${HANDLE}[^□，]{0,6}□`,
      ['new', 'carried_in'],
      ['new'],
      ['result_total'],
    ),
    whole: true,
  },
  {
    ...sure(
      `${ANSWER}(?:了|共|共计|总计|合计|政府信息公开|依申请公开|申请|案件|事项|各类|人|的)*□|${APPLY}[^□，]{0,8}${ANSWER}[^□，]{0,4}□|□(?:件)?(?:已|均已)?(?:按期|按时|依法)?(?:办结|答复)`,
      ['result_total'],
    ),
    excuses: [['new'], ['new', 'carried_in']],
    whole: true,
  },
  {
    ...likely(
      `(?:政府|政务)?信息公开申请(?:数量|总数|总量|总计|共计|共|案件|为|的)*□|依申请公开(?:申请|数量|总数|总计|共计|案件|事项)(?:为|共|共计)*□`,
      ['new'],
      ['new', 'carried_in'],
      ['result_total'],
    ),
    whole: true,
  },
];

/** （六）其他处理 is one row in the form of 2019 and three in later ones. */
const otherReasons = (edition: EditionId): readonly ProseWords[] =>
  edition === '2019'
    ? [likely('逾期(?:未|不)(?:予)?补正|未补正|逾期(?:未|不)[^□，]{0,8}(?:缴|交)纳?费|未按收费通知', ['other_all'])]
    : [
        sure('逾期(?:未|不)(?:予)?补正|无正当理由(?:逾期)?(?:未|不)补正', ['other_no_supplement']),
        likely('未补正', ['other_no_supplement']),
        sure('逾期(?:未|不)[^□，]{0,8}(?:缴|交)纳?费|未按收费通知', ['other_fee_unpaid']),
        maybe('撤回|撤销申请|自主撤销|终止', ['other_rest']),
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

const applications = (edition: EditionId): ProseTable => ({
  table: 'applications',
  subject: '依申请|信息公开申请|申请公开|公开申请|收到和处理',
  units: ['件', '份', '宗', '起', '例'],
  weakUnits: ['条', '次', '个', '项', '件次', '人次', ''],
  never:
    '咨询|留言|来信|信箱|热线|网民|网友|提案|建议|工单|来电|发文|拟文|公文|许可申请|复议|诉讼|仲裁|低保|救助|补贴|处理费|收费标准|一件事|季度|半年|以来|历年|意见|问题|诉求',
  own: '申请',
  weak: '转办|交办|协办|参与|涉及|会商|指导',
  weakSentence: null,
  about: '依申请公开|信息公开申请|申请公开|公开申请|公开信息申请|信息申请',
  rows: applicationRows(edition, (prefix) => rowsStarting(edition, prefix)),
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

const proceedings: ProseTable = {
  table: 'proceedings',
  subject: '行政复议|行政诉讼|复议|诉讼',
  units: ['件', '起', '宗', '例'],
  weakUnits: ['次', '份', '个', '项', '件次', ''],
  never: '决定书|文书|案例|提案|建议|意见书|培训|季度|半年|以来|历年|出庭|听证',
  own: null,
  weak: '应诉|审理|参与|参加|指导|审查|办理|代理',
  weakSentence: '备案',
  about: '信息公开|依申请|政务公开|申请公开',
  rows: [
    sure('未经(?:行政)?复议|直接(?:提起)?(?:起诉|诉讼)', ['direct']),
    sure('复议后|经(?:行政)?复议(?:再|后)?[^□，]{0,4}(?:起诉|诉讼)', ['after_review']),
    sure('诉讼|起诉', ['direct', 'after_review']),
    sure('复议', ['review']),
  ],
  columns: [
    sure('维持', ['maintained']),
    sure('纠正', ['corrected']),
    likely('被?撤销|确认违法|责令', ['corrected']),
    sure('尚?未审结|未结案|审理中|正在审理|尚未结案|待审', ['pending']),
    sure('其[他它]结果', ['other']),
    likely('^其[他它](?:情形|情况)?□', ['other']),
    maybe('驳回|终止|撤回', ['other'], ['maintained']),
  ],
  plainColumn: 'total',
};

const documentRows: readonly ProseWords[] = [
  sure('规范性文件', ['normative']),
  sure('规章(?!制度|库|规范)', ['rules']),
];

const decisionRows: readonly ProseWords[] = [
  sure('行政许可', ['license']),
  sure('行政处罚', ['penalty']),
  sure('行政强制', ['coercion']),
];

const decisionColumns: readonly ProseWords[] = [
  // what was published is not all that was decided
  maybe('公开|公示|发布|公布|上传|归集|录入|推送|信息', ['decisions']),
  sure('(?:处理|许可|处罚|强制)(?:措施|执行)?决定(?:书)?(?:数量)?', ['decisions']),
  likely('作出|实施|办理', ['decisions']),
  maybe('行政(?:许可|处罚|强制)', ['decisions']),
];

const MADE = '制发|制定|出台|印发|新制定|制作|起草';

const disclosure: Readonly<Record<EditionId, ProseTable>> = {
  '2019': {
    table: 'disclosure',
    subject: '规范性文件|规章|行政许可|行政处罚|行政强制|行政事业性收费|政府集中采购',
    units: ['件', '份', '部', '项', '个', '万元', '元'],
    weakUnits: ['宗', '起', '条', '例', '次'],
    never: '解读|草案|征求意见|审查|备案|培训|清单|目录|梳理|案卷|季度|半年|累计|历年|以来|预算|中标公告',
    own: null,
    weak: '本级|市级|县级|区级',
    weakSentence: null,
    about: null,
    rows: [
      ...documentRows,
      ...decisionRows,
      maybe('其[他它]对外管理服务', ['service']),
      likely('政府(?:集中)?采购', ['procurement']),
    ],
    columns: [
      sure(`(?:新)?(?:${MADE})`, ['made']),
      maybe('公开|发布|公布', ['published'], ['total_public'], ['made']),
      ...decisionColumns,
      likely('采购(?:项目|数量)[^□]{0,4}□', ['projects']),
      likely('(?:金额|总额)[^□]{0,4}□', ['amount']),
    ],
    plainColumn: null,
  },
  '2021': {
    table: 'disclosure',
    subject: '规范性文件|规章|行政许可|行政处罚|行政强制|行政事业性收费',
    units: ['件', '份', '部', '个', '万元', '元'],
    weakUnits: ['宗', '起', '条', '例', '次', '项'],
    never: '解读|草案|征求意见|审查|备案|培训|清单|目录|梳理|案卷|季度|半年|历年|以来|事项',
    own: null,
    weak: '本级|市级|县级|区级|失效|清理|修改|修订|拟|累计',
    weakSentence: null,
    about: null,
    rows: [...documentRows, ...decisionRows, likely('行政事业性收费', ['fee'])],
    columns: [
      sure('现行有效|继续有效', ['valid']),
      sure('废止', ['repealed']),
      likely('失效', ['repealed']),
      sure(`(?:新)?(?:${MADE})`, ['made']),
      maybe('公开|发布|公布|新增', ['made'], ['valid']),
      ...decisionColumns,
      likely('(?:收费|金额|总额|收入)[^□]{0,6}□', ['amount']),
    ],
    plainColumn: null,
  },
};

/** The words for an edition of the form. */
export const proseBindings = (edition: EditionId): ProseBindings => ({
  tables: [proceedings, applications(edition), disclosure[edition]],
  comparison:
    '较上年|比上年|与上年|同比|环比|相比|增加|减少|增长|下降|提高|降低|上升|缩短|多出|平均|日均|每[年月日周件]|上限|以内|不超过|超过$|目标|任务',
  parts:
    '网络|网上|网站|在线|线上|互联网|平台|(?:申请|办理|服务)系统|邮寄|信函|信件|邮件|邮箱|电子|当面|现场|窗口|传真|来访|书面|快递|微信|电话|本级|县区|区县|县市区|乡镇|街道|直属|下属|所属|各部门|各地',
  allParts:
    '全[市县区省镇乡州旗盟局委办系]|等(?:各种|多种|各类|不同)?(?:形式|渠道|方式|途径|平台)|、|和|及|与|各种|各类|多种',
});
