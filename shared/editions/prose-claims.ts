// Statements of the prose that leave no room for a figure in the tables: “全部办结” beside a carry-over, “零诉讼” beside cases.
import type { CellId } from '../model/report.ts';
import { APPLICANT_KEYS } from './build.ts';
import { OTHER_APPLICATIONS } from './prose-applications.ts';

export interface ProseClaim {
  /** What the sentence says, as a pattern over its text without white space. */
  readonly words: string;
  /** Where the same sentence says this, nothing is claimed. */
  readonly unless: string;
  /** The sentence or its section must speak of this. */
  readonly about: string;
  /** Or its paragraph. */
  readonly inParagraph?: true;
  /** These cells must then be 0. */
  readonly zero: readonly CellId[];
  /** Why they cannot stand together; “N” is their sum. */
  readonly reason: string;
}

const APPLICATION = '申请';
const CASES = '信息公开|依申请|政务公开|申请公开|监督保障|复议、?(?:行政)?诉讼情况';
const reviews: readonly CellId[] = ['proceedings.review.total'];
const lawsuits: readonly CellId[] = ['proceedings.direct.total', 'proceedings.after_review.total'];
const organisations = APPLICANT_KEYS.filter((key) => key !== 'natural' && key !== 'total').map(
  (key): CellId => `applications.new.${key}`,
);
const notMaintained = (group: string): readonly CellId[] =>
  ['corrected', 'other', 'pending'].map((outcome): CellId => `proceedings.${group}.${outcome}`);

const NONE =
  '(?:未(?!经|审结|办结|结|按|及时|能|完)|没有|无(?!法|正当|关|论|偿)|零(?=(?:行政)?(?:复议|诉讼)))(?:因[^，。;\\d]{0,16})?(?:发生|出现|收到|产生|引发|引起|涉及|被)?';

/** “均获维持”; not “其余均为维持”, nor “均为维持或其他结果”. */
const ALL_MAINTAINED =
  '(?<!其余)均(?:获|被|为|予以)?(?:结果)?维持(?!或|和|及|、)|全部(?:获|被|予以)?维持|维持率(?:为|达到?)?100%';

/** “复议后起诉2件，均获维持”: what is said of one kind of lawsuit, up to the next kind. */
const maintained = (what: string, until: string, groups: readonly string[], name: string, all = ALL_MAINTAINED) => ({
  words: `${what}(?:(?!${until})[^。;]){0,60}(?:${all})`,
  unless: '尚未审结',
  about: CASES,
  inParagraph: true as const,
  zero: groups.flatMap(notMaintained),
  reason: `表四${name}还有N件纠正、其他结果或尚未审结`,
});

/** “行政复议1件，结果维持”: one outcome for all of them. */
const outcomeOfAll = (what: string, said: string, outcome: string, groups: readonly string[]): ProseClaim => ({
  words: `${what}(?:案件|申请|案)?有?\\d+[件宗起例][，(](?:目前|现|案件|该案)*(?:复议机关|法院|复议|审理)?(?:结果)?(?:均|全部|依法)?(?:为|被|获|予以|作出)?(?:${said})(?![率\\d])(?![^，。;]{0,4}\\d)`,
  unless: '(?!)',
  about: CASES,
  inParagraph: true,
  zero: groups.flatMap((group) =>
    ['maintained', 'corrected', 'other', 'pending']
      .filter((key) => key !== outcome)
      .map((key): CellId => `proceedings.${group}.${key}`),
  ),
  reason: `表四这一项中还有N件不是“${said.split('|')[0] ?? ''}”`,
});

const outcomesOfAll: readonly ProseClaim[] = (
  [
    ['(?<!未经)(?:行政)?复议', ['review']],
    ['诉讼', ['direct', 'after_review']],
  ] as const
).flatMap(([what, groups]) => [
  outcomeOfAll(what, '维持', 'maintained', groups),
  outcomeOfAll(what, '纠正', 'corrected', groups),
  outcomeOfAll(what, '尚未审结|未审结|正在(?:法院|进一步)?审理|审理中', 'pending', groups),
]);

export const CLAIMS: readonly ProseClaim[] = [
  {
    words:
      '全部(?:按[时期]|依法|及时)?(?:办结|办理完毕|处理完毕|答复完毕)|均(?:已|按[时期]|在[^，。在内]{0,10}内|依法|及时)*(?:办结|办理完毕|处理完毕|答复完毕)|已全部(?:办结|答复)|(?<!按时|按期|及时|限期)办结率(?:为|达到?|均为)?100%',
    unless: `${OTHER_APPLICATIONS}|(?<!无|没有|上年度?|去年度?|上一年度?|\\d年度?)结转|顺延|下年|下一年|次年|其余|除|留言|咨询|信箱|工单|热线|来信|提案|建议`,
    about: APPLICATION,
    zero: ['applications.carried_out.total'],
    reason: '表三还有N件结转下年度继续办理',
  },
  {
    words: '(?:无|没有|未有)(?:申请|件)?(?:结转(?:(?:至|到)?下(?:一)?年)?|下(?:一)?年度?结转)',
    unless: '上年[^，。;]{0,3}(?:无|没有|未有)',
    about: APPLICATION,
    inParagraph: true,
    zero: ['applications.carried_out.total'],
    reason: '表三还有N件结转下年度继续办理',
  },
  {
    words: '(?:无|没有|未有)(?:申请)?(?:上(?:一)?年度?结转|结转自?上(?:一)?年)|上(?:一)?年度?(?:无|没有)结转',
    unless: '(?!)',
    about: APPLICATION,
    inParagraph: true,
    zero: ['applications.carried_in.total'],
    reason: '表三上年结转是N件',
  },
  {
    words:
      '(?:未|没有|从未)(?:收到|接到|受理|接收|有|发生)(?:过)?[^，。;]{0,24}(?:信息公开申请|依申请公开|公开申请|申请公开|公开(?:政府)?信息的?申请)(?![^，。;]{0,16}(?:引起|引发|导致|产生|提起|投诉|举报|复议|诉讼|争议|纠纷|赔偿))',
    unless: '当面|现场|邮寄|信函|网络|传真|电子|重复|不予|答复不',
    about: APPLICATION,
    zero: ['applications.new.total'],
    reason: '表三本年新收是N件',
  },
  {
    words: '(?:均|全部|都)(?:为|是|属于?|系|由)自然人',
    unless: '网络|网上|网站|在线|邮寄|信函|邮件|当面|现场|窗口|传真|结转|其余|除|复议|诉讼',
    about: APPLICATION,
    zero: organisations,
    reason: '表三本年新收中有N件是法人或其他组织的',
  },
  {
    words: `${NONE}[^，。;\\d]{0,20}(?<!未经)(?:行政)?复议(?!后|机关|机构|决定)`,
    unless: '被?纠正|败诉|撤销|维持|不当|违法|错误',
    about: CASES,
    inParagraph: true,
    zero: reviews,
    reason: '表四行政复议总计是N件',
  },
  {
    words: `${NONE}[^，。;\\d]{0,24}(?:行政)?诉讼`,
    unless: '被?纠正|败诉|撤销|维持|不当|违法|错误',
    about: CASES,
    inParagraph: true,
    zero: lawsuits,
    reason: '表四行政诉讼总计是N件',
  },
  maintained('(?<!未经)复议(?!后)', '诉讼|起诉', ['review'], '行政复议'),
  maintained(
    '诉讼',
    '(?<!未经)复议(?!后)',
    ['direct', 'after_review'],
    '行政诉讼',
    `${ALL_MAINTAINED}|均(?:获)?胜诉|全部胜诉|胜诉率(?:为|达到?)?100%`,
  ),
  maintained('复议后起诉', '直接起诉', ['after_review'], '复议后起诉'),
  ...outcomesOfAll,
];
