// What a government web site puts around a report does not get into it; what belongs to the report is kept.
import { expect, test } from 'vitest';
import { chapterText } from '../../shared/model/chapter.ts';
import { htmlReport, PLAIN } from './build-report.ts';
import { expectAllRight, expectedOf, importBytes } from './import-case.ts';

const expected = expectedOf('suqian-2024');
const page = htmlReport(expected);

const BEFORE = `<div class="top"><ul><li><a>首页</a></li><li><a>政务公开</a></li><li><a>政府信息公开年报</a></li></ul>
<div>长者版 无障碍阅读</div><div>当前位置：<a>首页</a> &gt; <a>政府信息公开</a> &gt; <a>政府信息公开工作年度报告</a> &gt; 2024</div>
<table><tr><td>索引号：</td><td>014416330/2025-00736</td><td>分类：</td><td>政府信息公开年报</td></tr><tr><td>发布机构：</td><td>市政府办</td><td>发文日期：</td><td>2025-01-18</td></tr></table></div>`;
const UNDER_TITLE =
  '<p>发布日期：2025-01-18 10:44　来源：市政府办公室　浏览次数：<span id="hits">128</span> 次　字号：[ 大 中 小 ]</p><div>2025-01-18 10:44</div><p>分享到：</p>';
const SIGNED = '<p align="right">临江市人民政府办公室</p><p align="right">2025年1月18日</p>';
const AFTER = `<p>附件：<a href="a.docx">临江市人民政府2024年政府信息公开工作年度报告.docx</a></p><div>扫一扫在手机打开当前页</div><div>【打印本页】【关闭窗口】</div>
<p>上一篇：<a>关于印发2023年工作要点的通知</a></p><p>下一篇：无</p><div class="foot"><p>主办单位：临江市人民政府办公室 ICP备案号：皖ICP备05000000号</p><p>网站标识码：3400000000</p></div>`;

const chrome = (html: string): string =>
  html
    .replace('<body>', `<body>${BEFORE}`)
    .replace(`<p>${PLAIN.preface}`, `${UNDER_TITLE}<p>${PLAIN.preface}`)
    .replace('</div></body>', `${SIGNED}</div>${AFTER}</body>`);

test('navigation, publication data, links and the foot of the site stay out; the signature stays in', async () => {
  const proposal = await importBytes(chrome(page), 'a.html');
  const { report } = proposal;
  expectAllRight(proposal, expected.cells);
  expect([report.title, report.organ, report.year]).toEqual([PLAIN.title, '临江市人民政府', 2024]);
  expect(chapterText(report.chapters.preface)).toBe(PLAIN.preface);
  expect(chapterText(report.chapters['1']).split('\n')).toEqual(PLAIN.prose['1']);
  expect(chapterText(report.chapters['6']).split('\n')).toEqual([
    ...(PLAIN.prose['6'] ?? []),
    '临江市人民政府办公室',
    '2025年1月18日',
  ]);
  for (const key of ['2', '3', '4'] as const) expect(chapterText(report.chapters[key])).toBe('');
});

test('scripts, styles and hidden text are not read', async () => {
  const html = page.replace(
    '<p>一、',
    '<script>document.write("<p>二、主动公开政府信息情况</p>")</script><style>p{}</style><p style="display:none">密</p><noscript>请启用脚本</noscript><p>一、',
  );
  const { report } = await importBytes(html, 'a.html');
  expect(JSON.stringify(report.chapters)).not.toMatch(/document|密|启用脚本/);
});

test('a table of contents is no chapter', async () => {
  const contents = [
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
  ];
  const html = page.replace(
    `<p>${PLAIN.preface}`,
    `<p>目录</p>${contents.map((line) => `<p>${line}</p>`).join('')}<p>${PLAIN.preface}`,
  );
  const proposal = await importBytes(html, 'a.html');
  expectAllRight(proposal, expected.cells);
  expect(chapterText(proposal.report.chapters['1']).split('\n')).toEqual(PLAIN.prose['1']);
  expect(chapterText(proposal.report.chapters.preface)).toBe(PLAIN.preface);
});

test('words of the report that a page might say too are kept between the chapters', async () => {
  const said = ['日期：2024年12月', '时间：全年', '来源：各科室报送'];
  const html = page.replace(`${PLAIN.prose['1']?.[2]}</p>`, `$&${said.map((line) => `<p>${line}</p>`).join('')}`);
  const { report } = await importBytes(html, 'a.html');
  expect(chapterText(report.chapters['1']).split('\n')).toEqual([...(PLAIN.prose['1'] ?? []), ...said]);
});

test('chapters numbered “（一）” are chapters where none is numbered “一、”', async () => {
  const html = page
    .replaceAll(/>([一二三四五六])、/g, '>（$1）')
    .replaceAll('（一）主动公开情况。', '1.主动公开情况。');
  const { report } = await importBytes(html, 'a.html');
  expect(chapterText(report.chapters.preface)).toBe(PLAIN.preface);
  expect(chapterText(report.chapters['5']).split('\n')).toEqual(PLAIN.prose['5']);
  expect(chapterText(report.chapters['6']).split('\n')).toEqual(PLAIN.prose['6']);
});

test('chapters are known by their titles in other words, with the title glued to the preface, and with one title lost', async () => {
  const html = page
    .replace(/<p[^>]*>一、总体情况<\/p>/, '')
    .replace(PLAIN.preface, `${PLAIN.preface}一、总体情况`)
    .replace('四、政府信息公开行政复议、行政诉讼情况', '四、因政府信息公开申请行政复议、提起行政诉讼的情况')
    .replace('五、存在的主要问题及改进情况', '五、政府信息公开工作存在的主要问题和改进措施')
    .replace(/<p[^>]*>三、收到和处理政府信息公开申请情况<\/p>/, '');
  const { report, warnings } = await importBytes(html, 'a.html');
  expect(chapterText(report.chapters.preface)).toBe(PLAIN.preface);
  expect(chapterText(report.chapters['1']).split('\n')).toEqual(PLAIN.prose['1']);
  expect(chapterText(report.chapters['5']).split('\n')).toEqual(PLAIN.prose['5']);
  expect(warnings.filter(({ code }) => code === 'chapter-missing').map(({ chapter }) => chapter)).toEqual(['3']);
});

test('text beside a table is kept with its chapter, the unit over the table is not', async () => {
  const html = page
    .replace(/(三、收到和处理政府信息公开申请情况<\/p>)/, '$1<p>（单位：件）</p>')
    .replace('<p style="text-indent:2em">四、', '<p>注：本表为全市汇总数据。</p><p style="text-indent:2em">四、');
  const { report } = await importBytes(html, 'a.html');
  expect(chapterText(report.chapters['3'])).toBe('注：本表为全市汇总数据。');
});

test('a site that dropped the table around the cells is still read', async () => {
  const html = page
    .replaceAll(/<\/?(?:table|tbody|tr)[^>]*>/g, '')
    .replaceAll(/<td[^>]*>/g, '')
    .replaceAll('</td>', '');
  const proposal = await importBytes(html, 'a.html');
  expectAllRight(proposal, expected.cells);
  for (const key of ['2', '3', '4'] as const) expect(chapterText(proposal.report.chapters[key])).toBe('');
});

test('a report whose tables are pictures is imported with a warning for each table', async () => {
  const html = page.replaceAll(/<table.*?<\/table>/gs, '<p><img src="table.png"></p>');
  const { report, warnings } = await importBytes(html, 'a.html');
  expect(warnings.filter(({ code }) => code === 'table-missing').map(({ cell }) => cell)).toEqual([
    'disclosure',
    'applications',
    'proceedings',
  ]);
  expect(report.year).toBe(2024);
});

test.each([
  ['an advertisement', '<html><body><h1>招聘启事</h1><p>本局招聘打字员一名，五、待遇面议。</p></body></html>'],
  [
    'the law',
    `<p>中华人民共和国政府信息公开条例</p>${'<p>第二十条 行政机关应当主动公开本行政机关的下列政府信息。</p>'.repeat(20)}`,
  ],
  [
    'a list of reports',
    `<ul>${[2020, 2021, 2022].map((year) => `<li>${year}年政府信息公开工作年度报告</li>`).join('')}</ul>`,
  ],
  ['another table', '<table><tr><td>姓名</td><td>职务</td></tr><tr><td>张三</td><td>5</td></tr></table>'],
])('%s is refused as no report, in one sentence', async (_, html) => {
  await expect(importBytes(html, 'a.html')).rejects.toThrow(/^文件“a\.html”里没有认出.*。$/);
});

test('rows and figures that the style sheet of the page hides are not read; what it hides in print is', async () => {
  const id = 'disclosure.license.decisions';
  const value = expected.cells[id] ?? '';
  const html = page
    .replace(
      '<head>',
      '<head><style>.a,span.off{ display:none } #b{visibility:hidden} .c{color:red} @media print{.c{display:none}}</style>',
    )
    .replace('</body>', '<style>.d{display:none} .d{display:inline}</style></body>')
    .replace(
      `>${value}<`,
      `><i class="a x">9</i><span class="off">8</span><b id="b">7</b><u class="c">${value.slice(0, 1)}</u><u class="d">${value.slice(1)}</u><`,
    )
    .replace(
      /(<tr>(?:(?!<tr>).)*上年结转)/s,
      `<tr class="a"><td colspan="3">一、本年新收政府信息公开申请数量</td>${'<td>5</td>'.repeat(7)}</tr>$1`,
    );
  expect(html).toContain('class="c"');
  expect(html).toContain('<tr class="a">');
  const proposal = await importBytes(html, 'a.html');
  expectAllRight(proposal, expected.cells);
  expect(proposal.warnings.filter(({ cell }) => cell)).toEqual([]);
});

test('an article that the style sheet hides until a script shows it is read', async () => {
  const html = page.replace('<body>', '<body><style>.article{display:none}</style><div class="article">');
  expectAllRight(await importBytes(html, 'a.html'), expected.cells);
  const laidOut = html.replace('<body>', '<body><table><tr><td>').replace('</body>', '</td></tr></table></body>');
  expect(laidOut).not.toBe(html);
  expectAllRight(await importBytes(laidOut, 'a.html'), expected.cells);
});

test('figures in the fields of a page are read', async () => {
  const figure = /<td([^>]*)>(?:<p[^>]*>)?(\d+)(?:<\/p>)?<\/td>/g;
  const html = page
    .replace(figure, '<td$1><textarea>$2</textarea></td>')
    .replace(/<textarea>(\d+)<\/textarea>/, '<select><option>3</option><option selected>$1</option></select>');
  expect(html).toContain('<select>');
  expectAllRight(await importBytes(html, 'a.html'), expected.cells);
});

test('a title set as a picture is the title', async () => {
  const html = page
    .replaceAll(PLAIN.title, '')
    .replace('<body>', `<body><h1><img src="t.png" alt="${PLAIN.title}"></h1>`);
  expect((await importBytes(html, 'a.html')).report.title).toBe(PLAIN.title);
});
