// What the form and the notices ask of the prose of a chapter, as data: length, facets, problems and measures, the fee sentence.
import type { ChapterKey, EditionId } from '../model/report.ts';

/** How long 总体情况 may be. */
export const LONGEST: { readonly chapter: ChapterKey; readonly characters: number; readonly basis: string } = {
  chapter: '1',
  characters: 1000,
  basis: '国办公开办函〔2021〕30号：原则上不超过一千字',
};

export interface Facet {
  readonly name: string;
  readonly words: string;
  /** Asked of 各级人民政府 only (《条例》第五十条). */
  readonly governmentsOnly?: true;
}

/** 国办公开办函〔2021〕30号 一（一）: what 总体情况 covers. */
export const FACETS: { readonly chapter: ChapterKey; readonly facets: readonly Facet[] } = {
  chapter: '1',
  facets: [
    { name: '主动公开', words: '主动公开|公开(?:政府|政务|各类|部门)*信息' },
    { name: '依申请公开', words: '依申请|公开申请|申请公开' },
    { name: '政府信息管理', words: '信息(?:资源)?(?:的)?(?:规范)?管理|信息发布|审查|审核|目录|动态调整' },
    { name: '政府信息公开平台建设', words: '平台|网站|公众号|新媒体|专栏|公报|专区' },
    { name: '监督保障', words: '监督|保障|考核|培训|检查|评议' },
    { name: '工作考核', words: '考核|考评|评估|绩效|测评', governmentsOnly: true },
    { name: '社会评议', words: '评议|满意度|社会评价|第三方', governmentsOnly: true },
    { name: '责任追究', words: '责任追究|追究|问责|追责|约谈|通报批评', governmentsOnly: true },
  ],
};

/** 各级人民政府: by the name of the organ. Development zones and the like are none. */
export const isGovernment = (organ: string): boolean =>
  organ.endsWith('人民政府') ||
  (/[省市县区州盟旗乡镇]$/.test(organ) && !/(?:开发|新|园|景|管理|示范|保税|合作|试验|高新)区$/.test(organ));

/** Practice: a report names a problem and a measure. */
export const PROBLEMS: {
  readonly chapter: ChapterKey;
  readonly problem: { readonly name: string; readonly words: string };
  readonly measure: { readonly name: string; readonly words: string };
  readonly none: string;
} = {
  chapter: '5',
  // what is lacking is said in many ways; a chapter with none of these words says nothing of the kind
  problem: {
    name: '存在的问题',
    words:
      '(?<!不)存在|现象|问题|短板|差距|弱|薄|够|待|尚|仍|欠|缺|偏|参差|滞后|单一|同质|困|难(?![得忘免])|压力|瓶颈|流于|超期|逾期|较[少低弱慢]|慢|瑕疵|违法|需|不(?!断|仅|忘|懈|负|少于|低于|超过)|未(?!来)',
  },
  measure: {
    name: '改进措施',
    words:
      '(?<!有待|有待进一步|待|需|需要|需进一步|不够|未)(?:加强|强化|完善|健全|优化|深化|加大|规范|拓[宽展]|建立|落实|创新|细化|推[进动])|措施|下一步|下步|今后|接下来|改进(?:措施|举措|情况|方向|办法|工作)|整改|针对|(?<!即)将(?![近来至])|20\\d{2}年，?(?:我|加强|强化|提升|完善|健全|优化|深化|提高|加大|规范|拓[宽展]|推[进动])|拟|计划|打算|力争|需(?:要)?(?:进一步)?(?:加强|强化|完善|提升|改进)|改进[:：]|采取|加以改进|予以改进|工作(?:打算|计划|安排)|努力方向|(?:一是|1[.、])(?:加强|强化|提升|完善|健全|优化|深化|提高|加大|规范|拓[宽展])',
  },
  none: '^(?:本年度)?(?:暂)?(?:无|没有|不存在)(?:存在)?(?:的)?(?:主要)?(?:问题)?(?:及改进情况)?[。.]?$',
};

/** 收取信息处理费情况在第六章报告: asked since the form of 2021 (国办函〔2020〕109号 in force since 2021). */
export const FEE: Readonly<Record<EditionId, { readonly chapter: ChapterKey; readonly words: string } | null>> = {
  '2019': null,
  '2021': { chapter: '6', words: '处理费|收取|收费|费用' },
};

/** Chapters whose prose is much the same every year: the preface, and the sentence about the fee. */
export const ALIKE_EVERY_YEAR: readonly ChapterKey[] = ['preface', '6'];
