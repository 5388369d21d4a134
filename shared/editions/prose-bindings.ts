// Which words of the prose speak of which cells, as data: read by shared/text/match.ts, which knows no row or column by name.
import type { EditionId } from '../model/report.ts';
import { applicationWords } from './prose-applications.ts';
import { likely, maybe, type ProseBindings, type ProseTable, type ProseWords, sure } from './prose-words.ts';

const proceedings: ProseTable = {
  table: 'proceedings',
  subject: '行政复议|行政诉讼|复议|诉讼',
  units: ['件', '起', '宗', '例'],
  weakUnits: ['次', '份', '个', '项', '件次', ''],
  never: '法院|决定书|文书|案例|提案|建议|意见书|培训|季度|半年|以来|历年|出庭|听证',
  own: null,
  weak: '应诉|审理|参与|参加|指导|审查|办理|代理',
  weakWhole: '',
  weakSentence: '备案',
  about: '信息公开|依申请|政务公开|申请公开',
  signs: [],
  isOwn: true,
  rows: [
    sure('未经(?:行政)?复议|直接(?:提起)?(?:起诉|诉讼)', ['direct']),
    sure('复议后|经(?:行政)?复议(?:再|后)?[^□，]{0,4}(?:起诉|诉讼)', ['after_review']),
    likely('败诉(?!率)', ['direct', 'after_review']),
    sure('诉讼|起诉|被诉', ['direct', 'after_review']),
    sure('复议(?!机关|机构|委员)', ['review']),
  ],
  columns: [
    sure('维持', ['maintained']),
    sure('纠正', ['corrected']),
    likely('胜诉(?!率)', ['maintained'], ['maintained', 'other']),
    likely('被?撤销|确认违法|责令|纠错(?!率)|败诉(?!率)', ['corrected']),
    sure('尚?未审结|未结案|审理中|正在审理|尚未结案|待审', ['pending']),
    sure('(?:已|全部)?审结', ['maintained', 'corrected', 'other']),
    sure('其[他它]结果', ['other']),
    likely('^其[他它](?:情形|情况)?□', ['other']),
    maybe('驳回|终止|撤回', ['other'], ['maintained']),
  ],
  plainColumn: 'total',
};

const documentRows: readonly ProseWords[] = [
  sure('规范性文件(?!管理|制定|备案|审查|目录|库)', ['normative']),
  sure('规章(?!制度|库|规范)', ['rules']),
];

/** “处罚71件”, “未实施强制”; not “劳务派遣许可23件”. */
const BARE = '^(?:全年|本年|共|累计)*[、和及与]?(?:作出|实施|办理|给予|处理|下达)?';

const decisionRows: readonly ProseWords[] = [
  sure('行政许可', ['license']),
  sure('行政处罚', ['penalty']),
  sure('行政强制', ['coercion']),
  likely(`${BARE}许可(?:决定|措施)?□`, ['license']),
  likely(`${BARE}处罚(?:决定|措施)?□`, ['penalty']),
  likely(`${BARE}强制(?:决定|措施)?□`, ['coercion']),
];

const decisionColumns: readonly ProseWords[] = [
  // what was published is not all that was decided
  maybe('公开|公示|发布|公布|上传|归集|录入|推送|信息', ['decisions']),
  sure('(?:处理|许可|处罚|强制)(?:措施|执行)?决定(?:书)?(?:数量)?', ['decisions']),
  {
    ...sure('(?:作出|实施)(?:[^□，、]{0,8}行政(?:许可|处罚|强制)(?:措施)?□|了?□行政(?:许可|处罚|强制))', ['decisions']),
    anyUnit: true,
  },
  likely('作出|实施|办理|处理|查处|出具|下达|开具', ['decisions']),
  {
    ...likely('^(?:全年|本年|共|累计)*[、和及与]?(?:行政)?(?:许可|处罚|强制)(?:措施)?□', ['decisions']),
    follows: true,
  },
  maybe('行政(?:许可|处罚|强制)', ['decisions']),
];

const MADE = '制发|制定|出台|印发|新制定|制作|起草';

const disclosure: Readonly<Record<EditionId, ProseTable>> = {
  '2019': {
    table: 'disclosure',
    subject: '规范性文件|规章|行政许可|行政处罚|行政强制|行政事业性收费|政府集中采购',
    units: ['件', '宗', '起', '例', '份', '部', '项', '个', '亿元', '万元', '元'],
    weakUnits: ['条', '次'],
    never: '解读|草案|征求意见|审查|备案|培训|清单|目录|梳理|案卷|季度|半年|累计|历年|以来|预算|中标公告',
    own: null,
    weak: '累计',
    weakWhole: '',
    weakSentence: null,
    about: null,
    signs: [],
    isOwn: false,
    rows: [
      ...documentRows,
      ...decisionRows,
      likely('其[他它]对外管理服务', ['service']),
      likely('政府(?:集中)?采购|采购总?金额', ['procurement']),
    ],
    columns: [
      sure('对外公开总数', ['total_public']),
      sure('本年新公开数量', ['published']),
      { ...sure(`(?:新)?(?:${MADE})`, ['made']), anyUnit: true },
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
    units: ['件', '宗', '起', '例', '份', '部', '个', '亿元', '万元', '元'],
    weakUnits: ['条', '次', '项'],
    never:
      '解读|草案|征求意见|审查|备案|培训|清单|目录|梳理(?!现行有效)|案卷|季度|半年|历年|(?<!本年)以来|(?<!办[理结]行政许可)事项|拟(?!定)',
    own: null,
    weak: '失效|清理|修改|修订|累计|集中(?:发布|公开)',
    weakWhole: '',
    weakSentence: null,
    about: null,
    signs: [],
    isOwn: false,
    rows: [...documentRows, ...decisionRows, sure('(?<![减免退缓降][^，]{0,6})行政事业性收费', ['fee'])],
    columns: [
      sure('现行有效|继续有效|有效(?:行政)?规范性文件', ['valid']),
      likely('(?:目前|现|仍|尚)有效|^有效(?:的)?(?:共|共计)?□|现有(?:行政)?规范性文件(?:共|共计)?□', ['valid']),
      sure('废止', ['repealed']),
      likely('失效', ['repealed']),
      { ...sure(`(?:新)?(?:${MADE})`, ['made']), anyUnit: true },
      likely('(?<!公开[^□，]{0,4})新增', ['made'], ['valid']),
      maybe('公开|发布|公布', ['made'], ['valid']),
      ...decisionColumns,
      sure('(?:收费|金额|总额|收入)[^□]{0,6}□', ['amount']),
    ],
    plainColumn: null,
  },
};

/** The words for an edition of the form. */
export const proseBindings = (edition: EditionId): ProseBindings => ({
  tables: [proceedings, applicationWords(edition), disclosure[edition]],
  comparison:
    '(?:由|从)(?:上年)?的?$|较上年|比上年|与上年|同比|环比|相比|增加|减少|增长|下降|提高|降低|上升|缩短|多出|平均|日均|每[年月日周件]|上限|以内|不超过|超过$|目标|任务',
  channels:
    '转办|转交|交办|协办|网络|网上|网站|在线|线上|互联网|平台|(?:申请|办理|服务)系统|邮寄|信函|(?<!公开)信件|邮件|邮箱|电子|当面|现场|窗口|专区|大厅|传真|来访|书面|快递|微信|电话',
  scopes: '本级|县区|区县|县市区|市级|县级|区级|省级|乡镇|街道|直属|下属|所属|部门|各地',
  all: '全[市县区省镇乡州旗盟局委办系]|等(?:各种|多种|各类|不同)?(?:形式|渠道|方式|途径|平台)|、|和|及|与|各种|各类|多种',
});
