// Words that reports get wrong, as data: how an organ calls itself, doubled characters, common misspellings.

/** “我局” is the word of a bureau; each kind of organ with what its full name ends in. */
export const SELF_WORDS: readonly { readonly word: string; readonly organs: RegExp }[] = [
  { word: '我局', organs: /局|队|所$/ },
  { word: '我委', organs: /委|发展和改革|卫生健康|国有资产|纪/ },
  { word: '我厅', organs: /厅/ },
  { word: '我镇', organs: /镇/ },
  { word: '我乡', organs: /乡/ },
  { word: '我街道', organs: /街道/ },
  { word: '我中心', organs: /中心/ },
  { word: '我院', organs: /院/ },
  { word: '我校', organs: /校|学院|大学/ },
];

/** Doubled characters that no word of the language has; what follows some of them makes a good word after all. */
export const DOUBLED: readonly RegExp[] = [
  /的的(?!确)/g,
  /了了(?![解然无却事])/g,
  /和和(?![平谐睦解美气顺])/g,
  /与与(?![会时])/g,
  /及及(?![时早格其])/g,
  /是是(?![非否])/g,
  /进行进行|工作工作(?!者|人员|组|站|室|会议|制度|报告|要点|年度)|信息信息(?!化|系统|网|中心)|公开公开(?!透明|制度|指南)|政府政府|情况情况/g,
];

export const DOUBLED_MARKS = /[，,]{2,}|[。]{2}(?!。)|、{2,}|；{2,}|：{2,}|，。|。，|、，|，、|；。|。；|，；|；，/g;

/** Misspellings with the right word. */
export const MISSPELT: readonly { readonly wrong: RegExp; readonly right: string }[] = [
  { wrong: /签定/g, right: '签订' },
  { wrong: /布署/g, right: '部署' },
  { wrong: /按装/g, right: '安装' },
  { wrong: /截止(?=(?:到|至)?(?:20\d{2}年|\d{1,2}月|目前|年底|本年))/g, right: '截至' },
  { wrong: /帐号|帐户/g, right: '账号、账户' },
  { wrong: /座谈会议会/g, right: '座谈会' },
  { wrong: /其它(?=处理|需要报告|组织)/g, right: '其他' },
  { wrong: /政府信息工开|政务工开/g, right: '公开' },
  { wrong: /依申请工开/g, right: '依申请公开' },
  { wrong: /行政复义/g, right: '行政复议' },
  { wrong: /即使公开|即使更新/g, right: '及时' },
];
