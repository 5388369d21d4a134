// Prose against the tables, against its own sums, and against last year's prose.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import type { Report } from '../../shared/model/report.ts';
import { YEAR } from './applications.ts';
import { madeReport } from './case-report.ts';

const FACETS = '一年来，主动公开、依申请公开、政府信息管理、平台建设、监督保障各项工作有序开展。';

const withProse = (...lines: string[]) => madeReport({ cells: YEAR, chapters: { '1': [FACETS, ...lines] } });

const found = (report: Report, previous: Report | null = null): readonly Finding[] => runChecks(report, previous);
const brief = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, left, right }) => [rule, severity, left, right]);

test.each([
  ['我局共收到政府信息公开申请28件，其中网络申请20件、邮寄申请8件、当面申请0件。'],
  ['主动公开政府信息4445条，其中通过政府网站2861条，通过政务微博540条、微信1044条。'],
  ['全年开展简明问答98期，其中，市级48期、宿豫区17期、沭阳县15期、泗阳县9期、泗洪县7期、宿城区2期。'],
  ['公开信息136条，其中，动态63条；人事11条；概况4条；其他58条。'],
  ['公开信息120条，其中规范性文件4条，政策解读4条。'],
  ['共办理政府信息公开申请30件（市本级10件、各县20件），同比增长25%，其中，自然人27件，法人或其他组织3件。'],
  [
    '新收政府信息公开申请28件，上年结转2件。其中，予以公开20件，部分公开3件，不予公开2件，无法提供2件，不予处理1件，其他处理1件，结转下年度1件。',
  ],
  [
    '因信息公开引发行政争议6件，其中，行政复议4件，结果维持2件，结果纠正1件，尚未审结1件；行政诉讼2件，结果维持1件，其他结果1件。',
  ],
  [
    '2024年有3件申请收取信息处理费2230元。其中，县民政局1件，收取880元；县政府办1件，收取1080元；镇政府1件，收取270元。',
  ],
  ['收到政府信息公开申请28件，较上年增加3件，增长12%。'],
  ['收到政府信息公开申请28件，网络申请、信函申请分别为20件、8件。'],
  ['网络申请20件、邮寄申请8件，共计28件。'],
  ['收到政府信息公开申请28件，按时办结率100%，其中网络申请占71.43%。'],
  ['予以公开20件，占71.43%。共收到政府信息公开申请28件。'],
  ['公开信息12条，其中指南1条，占8%；公文5条，占42%；预算6条，占50%。'],
  ['办理政协提案12件，均已办结。'],
  ['收到政府信息公开申请28件，除1件结转下年度外，均已办结。'],
  ['未收到当面提出的政府信息公开申请。'],
  ['行政复议机关均依法办理，没有因不当答复被纠正的行政诉讼。'],
  ['2023年以来持续推进。2024年，我局公开信息300条。'],
  ['按照《2023年政务公开工作要点》（清政办〔2023〕8号）抓好落实。'],
  ['2025年，我局将继续加强公开。'],
  ['公开2023年度部门决算1份，按时发布2023年度政府信息公开工作年度报告。'],
  ['根据2023年度全市政务公开考核通报，我局排名第3。'],
])('nothing is wrong with “%s”', (sentence) => {
  expect(found(withProse(sentence))).toEqual([]);
});

test.each([
  ['我局共收到政府信息公开申请27件。', ['N-TABLE', 'warning', '27', '28']],
  ['公开信息4445条，其中网站2861条，微博540条、微信1004条。', ['N-SUM', 'warning', '4445', '4405']],
  ['公开信息120条，其中规范性文件40条，政策解读40条、动态50条。', ['N-SUM', 'warning', '120', '130']],
  ['收到咨询28件，其中网络20件、邮寄5件、当面0件。', ['N-SUM', 'warning', '28', '25']],
  ['网络申请20件、邮寄申请8件，共计29件。', ['N-SUM', 'warning', '29', '28']],
  [
    '2024年有3件申请收取信息处理费2230元。其中，县民政局1件，收取880元；县政府办1件，收取1080元；镇政府1件，收取280元。',
    ['N-SUM', 'warning', '2230', '2240'],
  ],
  ['收到申请书28份，其中自然人26件，法人或其他组织3件。', ['N-SUM', 'warning', '28', '29']],
  ['公开信息25条，较上年的20条增长20%。', ['N-PERCENT', 'warning', '20%', '25%']],
  ['公开信息28条，较上年增加3条，增长13%。', ['N-PERCENT', 'warning', '13%', '12%']],
  ['公开信息12条，其中指南6条，占40%。', ['N-PERCENT', 'warning', '40%', '50%']],
  ['公开信息12条，其中指南6条、公文5条，占41%。', ['N-PERCENT', 'hint', '41%', '41.67%']],
  ['收到的政府信息公开申请均已按时办结。', ['N-CLAIM', 'warning', '均已按时办结', '1']],
  ['未收到政府信息公开申请。', ['N-CLAIM', 'warning', '未收到政府信息公开申请', '28']],
  ['未发生因政府信息公开引起的行政诉讼。', ['N-CLAIM', 'warning', '未发生因政府信息公开引起的行政诉讼', '2']],
  ['政府信息公开行政复议均获维持。', ['N-CLAIM', 'warning', '复议均获维持', '2']],
  ['现将我局2023年政府信息公开工作情况报告如下。', ['N-YEAR', 'warning', '2023', '2024']],
  ['2023年，我局公开信息300条。', ['N-YEAR', 'warning', '2023', '2024']],
])('“%s” is found', (sentence, expected) => {
  const findings = found(withProse(sentence));
  expect(brief(findings)).toContainEqual(expected);
  expect(findings.every(({ chapter }) => chapter === '1')).toBe(true);
});

const sentences = (file: string): readonly string[] =>
  readFileSync(resolve(import.meta.dirname, '../fixtures/prose', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));

test.each(sentences('sound-sentences.txt'))('nothing is found in “%s”', (sentence) => {
  expect(found(withProse(sentence))).toEqual([]);
});

test.each(sentences('sound-government.txt'))('nothing is found in a government’s “%s”', (sentence) => {
  const report = madeReport({ organ: '清河县人民政府', cells: YEAR, chapters: { '1': [FACETS, sentence] } });
  expect(found(report).filter(({ rule }) => rule !== 'C-ONE-FACETS')).toEqual([]);
});

test.each(sentences('wrong-sentences.txt'))('a contradiction is found in “%s”', (sentence) => {
  const warnings = found(withProse(sentence)).filter(
    ({ severity, quote }) => severity === 'warning' && quote === sentence,
  );
  expect(warnings.length).toBeGreaterThan(0);
});

test('all reviews of an office cannot be fewer than those about disclosure', () => {
  const severities = (sentence: string) => found(withProse(sentence)).map(({ rule, severity }) => [rule, severity]);
  expect(severities('全年行政复议3件。')).toEqual([['N-TABLE', 'warning']]);
  expect(severities('全年行政复议12件。')).toEqual([['N-TABLE', 'hint']]);
});

test('decisions told by 项 are held against the table where they were 作出, and not where they were published', () => {
  const severities = (sentence: string) => found(withProse(sentence)).map(({ rule, severity }) => [rule, severity]);
  expect(severities('全年作出行政处罚99项。')).toEqual([['N-TABLE', 'hint']]);
  expect(severities('公开行政处罚99项。')).toEqual([]);
  expect(severities('全年共制定9条行政规范性文件。')).toEqual([['N-TABLE', 'hint']]);
  expect(severities('公开行政规范性文件信息9条。')).toEqual([]);
});

test('the heads of the older form in the words of the form speak of its columns', () => {
  const cells = {
    'disclosure.rules.total_public': '1',
    'disclosure.normative.published': '2',
    'disclosure.normative.total_public': '15',
    'disclosure.service.decisions': '6',
  };
  const sentences = [
    '规章对外公开总数量1件。',
    '规范性文件本年新公开数量2件，对外公开总数量15件。',
    '其他对外管理服务事项新增57项，处理决定数量6件。',
  ];
  const report = (lines: readonly string[]) => madeReport({ year: 2020, cells, chapters: { '1': [FACETS, ...lines] } });
  expect(found(report(sentences)).filter(({ rule }) => rule.startsWith('N-'))).toEqual([]);
  const wrong = sentences.map((line) => line.replaceAll(/(?<=数量)\d+/g, '9'));
  expect(found(report(wrong)).filter(({ rule }) => rule === 'N-TABLE')).toHaveLength(4);
});

test('outcomes behind 复议 and 诉讼 belong to the one that has cases', () => {
  const report = (sentence: string) =>
    madeReport({
      cells: {
        'proceedings.review.maintained': '2',
        'proceedings.review.corrected': '1',
        'proceedings.review.total': '3',
      },
      chapters: { '1': [FACETS, sentence] },
    });
  const sentence = '因政府信息公开被申请行政复议3件、行政诉讼0件，其中2件维持原答复，1件结果纠正。';
  expect(found(report(sentence))).toEqual([]);
  expect(brief(found(report(sentence.replace('2件', '1件'))))).toContainEqual(['N-TABLE', 'warning', '1', '2']);
});

test('where the totals of a table were left blank, the prose is held against the sum of their parts', () => {
  const rows = ['granted', 'partial', 'denied_internal'];
  const report = (sentence: string) =>
    madeReport({
      cells: {
        ...YEAR,
        ...Object.fromEntries(rows.map((row) => [`applications.${row}.total`, null])),
        ...Object.fromEntries(
          ['natural', 'company', 'research', 'welfare', 'legal', 'other', 'total'].map((column) => [
            `applications.rejected_petition.${column}`,
            null,
          ]),
        ),
      },
      chapters: { '1': [FACETS, sentence] },
    });
  const prose = (sentence: string) => brief(found(report(sentence))).filter(([rule]) => rule === 'N-TABLE');
  expect(prose('收到政府信息公开申请28件，其中予以公开20件，部分公开3件，信访类申请0件。')).toEqual([]);
  expect(prose('收到政府信息公开申请28件，其中予以公开21件，部分公开3件。')).toEqual([
    ['N-TABLE', 'warning', '21', '20'],
  ]);
});

test('parts that count the carried applications in are a hint, and so are answers without what was withdrawn', () => {
  const parts = '收到政府信息公开申请28件，其中予以公开20件，无法提供9件，结转下年度1件。';
  const sums = (sentence: string) => brief(found(withProse(sentence))).filter(([rule]) => rule === 'N-SUM');
  expect(sums(parts)).toEqual([['N-SUM', 'hint', '28', '30']]);
  expect(sums(parts.replace('20', '21'))).toEqual([['N-SUM', 'warning', '28', '31']]);
  const cells = { ...YEAR, 'applications.other_rest.natural': '4', 'applications.other_rest.total': '4' };
  const report = madeReport({
    cells,
    chapters: { '1': [FACETS, '收到政府信息公开申请28件，主动撤回4件，答复25件。'] },
  });
  expect(brief(found(report)).filter(([rule]) => rule === 'N-TABLE')).toEqual([['N-TABLE', 'hint', '25', '29']]);
});

test('a sentence that begins with the applicants divides the applications of the one before', () => {
  const prose = (natural: string) =>
    brief(
      found(withProse(`共收到政府信息公开申请28件。其中，网站提交的20件、信函提交的8件。自然人提出${natural}件。`)),
    );
  expect(prose('25')).toEqual([]);
  expect(prose('24').map(([rule, , left, right]) => [rule, left, right])).toContainEqual(['N-TABLE', '24', '25']);
});

test('a finding about prose names both figures, its cells and its sentence', () => {
  expect(found(withProse('我局共收到政府信息公开申请25件。'))).toEqual([
    {
      rule: 'N-TABLE',
      severity: 'warning',
      cells: ['applications.new.total'],
      chapter: '1',
      left: '25',
      right: '28',
      message:
        '正文写“25件”，表三 一、本年新收政府信息公开申请数量 · 总计是28件；25与表三 一、本年新收政府信息公开申请数量 · 自然人相同，可能取错了列。',
      quote: '我局共收到政府信息公开申请25件。',
    },
  ]);
});

test('a growth is held against last year’s table', () => {
  const previous = madeReport({
    year: 2023,
    cells: {
      'applications.new.natural': '20',
      'applications.new.total': '20',
      'applications.carried_out.natural': '2',
      'applications.carried_out.total': '2',
    },
  });
  const percent = (sentence: string) =>
    brief(found(withProse(sentence), previous)).filter(([rule]) => rule === 'N-PERCENT');
  expect(percent('收到政府信息公开申请28件，同比增长40%。')).toEqual([]);
  expect(percent('收到政府信息公开申请28件，同比增长42%。')).toEqual([['N-PERCENT', 'warning', '42%', '40%']]);
  expect(percent('收到政府信息公开申请28件，同比下降40%。')).toEqual([['N-PERCENT', 'warning', '40%', '-40%']]);
});

test('a change against last year is held against last year’s table, and against the figure that the sentence gives', () => {
  const previous = madeReport({
    year: 2023,
    cells: { 'applications.new.natural': '20', 'applications.new.total': '20' },
  });
  const changes = (sentence: string, before: Report | null = previous) =>
    brief(found(withProse(sentence), before)).filter(([rule]) => rule === 'N-TABLE');
  expect(changes('收到政府信息公开申请28件，较上年增加8件。')).toEqual([]);
  expect(changes('收到政府信息公开申请28件，其中网络申请20件、邮寄申请8件，同比增加8件。')).toEqual([]);
  expect(changes('收到政府信息公开申请28件，较上年增加9件。')).toEqual([['N-TABLE', 'warning', '9', '8']]);
  expect(changes('收到政府信息公开申请28件，较2023年减少8件。')).toEqual([['N-TABLE', 'warning', '8', '8']]);
  expect(changes('收到政府信息公开申请28件，较上年增加9件。', null)).toEqual([]);
  expect(changes('收到政府信息公开申请28件，比2023年的20件增加8件。', null)).toEqual([]);
  expect(changes('收到政府信息公开申请28件，比2023年的20件增加7件。', null)).toEqual([
    ['N-TABLE', 'warning', '7', '8'],
  ]);
  expect(changes('收到政府信息公开申请28件，公开信息比上年增加300条。')).toEqual([]);
});

test('last year’s years, plans and paragraphs are found where they went on unchanged', () => {
  const paragraph =
    '2023年，我局围绕中心工作，依托门户网站及时发布各类政策文件和解读材料，不断扩大公众参与，公开信息300条。';
  const previous = madeReport({
    year: 2023,
    chapters: { '1': [FACETS, paragraph], '5': ['存在解读不足的问题。2024年，我局将加强培训，改进解读。'] },
  });
  const same = madeReport({
    chapters: {
      '1': [FACETS, paragraph.replace('2023', '2024').replace('300', '350')],
      '5': ['存在解读不足的问题。2024年，我局将加强培训，改进解读。'],
    },
  });
  expect(brief(found(same, previous))).toEqual([
    ['N-SAME', 'warning', '1段', '与2023年年报相同'],
    ['N-YEAR', 'warning', '2024年', '与上年相同'],
  ]);
  const copied = madeReport({ chapters: { '1': [FACETS, paragraph] } });
  expect(brief(found(copied, previous)).map(([rule]) => rule)).toEqual(['N-YEAR', 'N-SAME']);
});
