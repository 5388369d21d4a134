// Lines that a site puts around a report, and lines of the report that begin or go on like them.
import { describe, expect, test } from 'vitest';
import { EDITIONS } from '../../shared/editions/index.ts';
import { isBodyJunk, isPageJunk, textEnd } from '../../shared/import/prose/page-junk.ts';
import { chapterText } from '../../shared/model/chapter.ts';
import { PLAIN, tsvReport } from './build-report.ts';
import { expectedOf, importBytes } from './import-case.ts';

describe('lines of the site', () => {
  test.each([
    '大 中 小',
    '【字体：大 中 小】',
    '[字体: ] 打印',
    '【打印本页】【关闭窗口】',
    '打印',
    '打印正文',
    '返回上级栏目',
    '分享到：微信 微博',
    '收藏',
    '字号：',
    '上一篇：江城市2019年政府信息公开工作年度报告',
    '扫一扫在手机打开当前页',
    '扫一扫在手机打开当前页。',
    '主办单位：江城市人民政府办公室 承办单位：江城市大数据中心',
    '技术支持：江城网络公司',
    '相关链接',
    '相关附件：',
    '相关文章',
    '推荐阅读',
    '访问量:',
    '来源：江城市人民政府办公室 发布时间：2021-01-20',
  ])('%s', (line) => expect(isPageJunk(line)).toBe(true));
});

describe('lines of a report', () => {
  test.each([
    '中坪乡2020年政府信息公开工作年度报告(以下简称年报)根据《条例》编制。',
    '大力推进决策公开，全年发布信息12条。',
    '大力推进政务公开',
    '中央和省市各项部署落实到位；',
    '小微企业政策一次告知。',
    '大中小企业座谈会召开3次',
    '关闭政务新媒体2个，合并1个。',
    '分享基层经验，组织培训2次。',
    '返回申请材料3件，均已说明理由。',
    '（二）优化网站无障碍浏览、语音朗读功能。',
    '开通手机版网站，方便群众查阅。',
    '（三）强化技术支持',
    '相关信息公开情况',
    '阅读量超过一万次的解读有3篇。',
  ])('%s', (line) => expect(isPageJunk(line)).toBe(false));

  test('the head and the foot of a page that a browser printed stay in none', () => {
    expect(isBodyJunk('2024/1/20 10:30    江城市2023年政府信息公开工作年度报告')).toBe(true);
    expect(isBodyJunk('11/26/24, 12:20 AM   江城市2023年政府信息公开工作年度报告')).toBe(true);
    expect(isBodyJunk('2024/1/20 召开会议，部署公开工作。')).toBe(false);
    expect(isBodyJunk('https://www.example.invalid/art/2024/1/20/art_1.html  3/3')).toBe(true);
    expect(isBodyJunk('https://www.example.invalid/ 上公布了年报')).toBe(false);
  });

  test.each([
    ['a sentence', '办理“政府网站找错”平台留言12条，均按期办结。'],
    ['a heading with its number', '（二）“政府网站找错”平台留言办理情况'],
    ['a heading with its number', '2.推广“扫一扫”查询'],
    ['a heading with its number', '三、“扫一扫”看政策解读'],
  ])('%s, however it speaks of sites, is no foot and ends nothing: %s', (_, line) => {
    expect(isPageJunk(line)).toBe(false);
    expect(isBodyJunk(line)).toBe(false);
    for (const page of [true, false])
      expect(textEnd(['本年没有收取信息处理费。', line, '没有其他需要报告的事项。'], page)).toBe(3);
  });

  test('end where the foot of a site begins', () => {
    const foot = '主办单位：江城市人民政府办公室 承办单位：江城市大数据中心';
    for (const page of [true, false]) expect(textEnd(['没有其他事项。', foot, '网站地图'], page)).toBe(1);
  });

  test('stay in the other chapters', () => expect(isBodyJunk('群众扫一扫即可查阅。')).toBe(false));

  test('go on in the next line where a page has wrapped them', async () => {
    const chapters = EDITIONS['2021'].chapters.flatMap(({ number, title }) => [
      `${number}、${title}`,
      ...(number === '一' ? ['认真贯彻《条例》', '，坚持公开', '。', '全年公开信息716条。'] : ['没有收取信息处理费。']),
    ]);
    const { report } = await importBytes(['江城市民政局2023年政府信息公开工作年度报告', ...chapters].join('\n'));
    expect(chapterText(report.chapters['1'])).toBe('认真贯彻《条例》，坚持公开。\n全年公开信息716条。');
  });

  test('stay in the preface and in the last chapter', async () => {
    const preface = '中坪乡2020年政府信息公开工作年度报告(以下简称年报)根据《条例》编制:';
    const last = [
      '按时发布2020年政府信息公开工作年度报告',
      '大力推进政务公开',
      '中央和省市各项部署落实到位，没有收取信息处理费。',
      '优化网站语音朗读功能。',
    ];
    const chapters = EDITIONS['2019'].chapters.flatMap(({ number, title }) => [
      `${number}、${title}`,
      ...(number === '六' ? last : ['全年公开信息716条。']),
    ]);
    const text = [
      '首页 > 乡镇信息公开',
      '中坪乡2020年政府信息公开工作年度报告',
      '访问量:',
      preface,
      ...chapters,
      '打印',
    ];
    const { report } = await importBytes(text.join('\n'));
    expect(chapterText(report.chapters.preface)).toBe(preface);
    expect(chapterText(report.chapters['6'])).toBe(last.join('\n'));
  });
});

describe('the end of the last chapter', () => {
  const FEE = PLAIN.prose['6']?.[0] ?? '';
  const withEnd = (...end: readonly string[]): string =>
    tsvReport(expectedOf('suqian-2024')).replace(FEE, end.join('\n'));

  test('does not come where a printed page repeats the title of the report over its text', async () => {
    const { report, warnings } = await importBytes(withEnd(PLAIN.title, FEE, '上一篇：关于做好重点工作的通知'));
    expect(chapterText(report.chapters['6'])).toBe(FEE);
    expect(warnings).toEqual([]);
  });

  test('comes with another report, and a sentence of the report behind it is told, links are not', async () => {
    const other = '临江市人民政府2023年政府信息公开工作年度报告';
    const told = await importBytes(withEnd(FEE, other, '没有其他需要报告的事项。'));
    expect(told.warnings.map(({ code, chapter }) => [code, chapter])).toEqual([['text-outside', '6']]);
    const site = `版权所有：${'临江市人民政府办公室'.repeat(6)} 网站标识码：3301000051`;
    const links = await importBytes(withEnd(FEE, other, '1.政府信息公开统计表.doc', site));
    expect([chapterText(links.report.chapters['6']), links.warnings]).toEqual([FEE, []]);
  });
});
