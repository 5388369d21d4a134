// Lines that a web page puts around an article: navigation, sharing, dates of publication, the foot of the site.
import { squeeze } from '../labels.ts';

/** Words of the buttons around an article; a line of nothing else is the page's. */
const BUTTONS =
  /^(?:[【】[\]（）()|｜：:/·>]|返回|打印|关闭|收藏|分享|保存|字体|字号|放大|缩小|默认|大|中|小|本页|此页|本文|窗口|首页|顶部|列表|上一页|下一页|微信|微博)+$/;

const AROUND = [
  BUTTONS,
  /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页)/,
  // “打印正文”, “返回上级栏目”; not “分享基层经验，……”
  /^[【[（(]?(?:返回|打印|关闭|收藏|分享|字体|字号)[^，,；;、。]{0,9}$/,
  /^[【[]?(?:打印本页|打印此页|关闭窗口|关闭本页|返回顶部|返回列表|加入收藏|我要纠错|纠错|(?:字体|字号|分享)[：:])/,
  /(?:扫一扫|扫描二维码|用手机打开|分享到|分享至|一键分享|微信扫)/,
  /^(?:手机版|无障碍浏览|语音朗读|朗读)/,
  /^(?:来源|信息来源|发布来源|发布时间|发布日期|发文时间|成文日期|公开日期|浏览次数|浏览量|访问量|阅读|点击(?:数|率|量)?|作者|编辑|责任编辑|责编|审核|文章来源|日期|时间|索引号|发布机构|发文机关|信息分类|主题分类|公文种类|文号|有效性|生成日期|公开方式|公开形式|公开时限|公开范围|组配分类|主题导航|关键词|信息名称|内容概述|发布文号|有效期|字号|保护视力色|视力保护色)[：:]/,
  /^(?:首页|网站首页|当前位置|您(?:所)?(?:现在)?(?:所?在)?的?位置|你的位置|位置[：:])/,
  /^(?:来源|信息来源|撰写时间|发布时间|发布日期|编辑|作者|字体|字号|索引号|浏览次数|点击查看解读)$/,
  /^20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\d{1,2}:\d{2}(?::\d{2})?)?(?:来源|信息来源|作者|浏览|点击|发布)/,
  /(?:^|[|｜）)\s])(?:主办单位|承办单位|技术支持)|(?:主办|承办|主办单位|承办单位|技术支持)[：:]/,
  /(?:版权所有|网站标识码|ICP备|公网安备|政府网站找错|网站地图|关于我们|联系我们|站点地图|All Rights Reserved|Copyright)/i,
  /^(?:(?:相关|推荐|热门)(?:链接|信息|阅读|文档|文章|新闻|报道|推荐|稿件|附件|解读)(?:$|[：:【[])|友情链接|附件下载|文件下载|下载附件)/,
];

const ATTACHMENT =
  /^附件\s*\d{0,2}\s*[：:]?.{0,60}$|\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar)\s*(?:[（(].{0,20}[）)])?$/i;

/** The title of a report behind the text of this one. */
const OTHER_REPORT =
  /^(?!.*(?:发布|编制|公布|完成|做好|撰写|报送|现将))[^，,。；：:]{0,40}(?:政府信息|政务)公开(?:工作)?(?:年度)?(?:报告|年报)(?:20\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?)?$/;

/** Whether a line belongs to the page, not to the report. Long text never does. */
export function isPageJunk(text: string): boolean {
  const line = squeeze(text).replace(/^[•·●■◆▪](?=.)/, '');
  if (line.length > 90) return false;
  if (isSeparator(line)) return true;
  return !isOwn(line) && AROUND.some((pattern) => pattern.test(line)) && !/。.+。/.test(line);
}

/** What only a site says of itself, or a browser of the page. */
const OF_SITE = /当前页|本页|版权所有|网站标识码|ICP备|公网安备|Copyright|^(?:https?|file):\/\//i;

/** A sentence or a numbered heading: “群众扫一扫即可查阅。”, “（二）“政府网站找错”留言办理” are the report's; a site may speak of itself in whole sentences, too. */
const isOwn = (line: string): boolean =>
  /[。；！]$|^(?:[（(]?[一二三四五六七八九十]{1,2}[）)、]|[（(]?\d{1,2}[）).．、](?!\d))/.test(line) &&
  !OF_SITE.test(line);

/** Whether a line behind the foot of a page may be the report's all the same, and has to be told. */
export function isReportText(text: string): boolean {
  const line = squeeze(text);
  return isOwn(line) ? !ATTACHMENT.test(line) : line.length > 60 && !OF_SITE.test(line);
}

/** Lines of signs alone, and numbers of pages. */
const isSeparator = (line: string): boolean => /^[|｜>＞<＜·•.\-—_=*]+$/.test(line) || /^[—–-]\d{1,3}[—–-]$/.test(line);

/** Whether a line between the chapters is no text of theirs: there “来源：” and “日期：” are words of the report. */
export function isBodyJunk(text: string): boolean {
  const line = squeeze(text);
  return isSeparator(line) || isFoot(line);
}

const isFoot = (line: string): boolean =>
  line.length <= 90 && !isOwn(line) && FOOT.some((pattern) => pattern.test(line));

/** Lines that only a web page has, also where it was printed or saved as another kind of file. */
const FOOT = [
  // the head and the foot of a page that a browser printed: “2024/1/20 10:30 江城市……报告”, “https://www.….html 3/3”
  /^\d{1,4}[/-]\d{1,2}[/-]\d{1,4}[,，]?(?:上午|下午)?\d{1,2}:\d{2}(?:[AP]M)?[^。；，]{0,60}$/,
  /^(?:https?|file|ﬁle):\/\/[^\u4e00-\u9fff]+$/,
  /^[【[]?(?:打印|关闭|打印本页|打印此页|关闭窗口|关闭本页|返回顶部|返回列表|加入收藏|我要纠错)[】\]]?(?:[【[|｜ ]|$)/,
  /(?:分享到|分享至|一键分享|扫一扫|用手机打开)/,
  /^(?:上一篇|下一篇|上一条|下一条|(?:相关|推荐|热门)(?:链接|信息|阅读|文档|文章|新闻|报道|稿件)|友情链接)(?:[：:]|$)/,
  /(?:版权所有|主办单位[：:]|承办单位[：:]|网站标识码|ICP备|公网安备|政府网站找错|网站地图|All Rights Reserved)/i,
];

/**
 * The first line of the page's foot after the text of the last chapter: from there on nothing is text of the report.
 *
 * @param page the file is a web page or was copied from one; else only lines that no report has are its foot.
 */
export function textEnd(lines: readonly string[], page: boolean): number {
  if (page) {
    const end = lines.findIndex(
      (line) => isPageJunk(line) || ATTACHMENT.test(squeeze(line)) || OTHER_REPORT.test(squeeze(line)),
    );
    return end < 0 ? lines.length : end;
  }
  let end = lines.findIndex((line) => isFoot(squeeze(line)));
  if (end < 0) return lines.length;
  while (end > 0 && ATTACHMENT.test(squeeze(lines[end - 1] ?? ''))) end--;
  return end;
}
