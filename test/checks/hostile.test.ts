// Whatever stands in a report: the checks come to an end, and soon.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { carryForward } from '../../shared/carry/carry-forward.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import { BLANK, type CellId, type Report } from '../../shared/model/report.ts';
import { bindProse } from '../../shared/text/match.ts';
import { staleFigures } from '../../shared/text/stale.ts';
import { figureCell, madeReport } from './case-report.ts';

const WORDS =
  '收到 受理 政府信息公开申请 依申请公开 28 3 0 1.05 % 件 份 条 万 元 ， 。 ； 、 （ ） 其中 其中， 共计 包括： 予以公开 不予公开 自然人 法人或其他组织 行政复议 行政诉讼 维持 尚未审结 规范性文件 废止 现行有效 上年结转 结转下年度 同比增长 占 较上年 2023年 2024年 2025年将 一是 二是 （一） 《 》 “ ” 未 无 均已办结 十 二十九 余 约'.split(
    ' ',
  );
/** Milliseconds: many times what the work takes on a busy machine, and less than anything that grows with the square of the text. */
const HANG = 20_000;
const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(''));
const cellText = fc.constantFrom('', '0', '1', '28', '-3', '1.5', '/', '若干', '12件', '9999999999', '3（其中1件）');

test('no prose and no figures make the checks fail', () => {
  const ids = Object.keys(madeReport().cells) as CellId[]; // the cells of the form
  fc.assert(
    fc.property(
      fc.array(sentence, { maxLength: 6 }),
      fc.array(cellText, { minLength: 20, maxLength: 20 }),
      (lines, texts) => {
        const cells = Object.fromEntries(
          ids.map((id, at) => [id, texts[at % texts.length] ? figureCell(texts[at % texts.length] ?? '') : BLANK]),
        );
        const base = madeReport({ chapters: { '1': lines, '5': lines } });
        const report: Report = { ...base, cells };
        const previous: Report = { ...base, year: 2023, cells };
        for (const finding of runChecks(report, previous)) {
          expect(finding.message).toMatch(/。$/);
          for (const id of finding.cells) expect(report.cells[id]).toBeDefined();
        }
        for (const { from, to, text, block } of bindProse(report).filter(({ chapter }) => chapter === '1')) {
          const line = lines.filter((one) => one.trim() !== '')[block]?.trim() ?? '';
          expect(line.slice(from, to)).toBe(text);
        }
        const { draft } = carryForward(report, 2025);
        staleFigures(draft, report);
      },
    ),
    { numRuns: 300 },
  );
});

test('no words said over and over take a long time', () => {
  const more =
    '共计 总共 在内 均 依法 按期 较上年的 由 增至 占 分别为 上年 加上 含 未发生 复议 诉讼 《 （ ） 1. 1 a 年 ，，'.split(
      ' ',
    );
  const few = fc.array(fc.constantFrom(...WORDS, ...more), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(few, few, (words, end) => {
      const text = words.join('').repeat(400) + end.join('');
      const report = madeReport({ chapters: { '1': [text] } });
      const start = process.cpuUsage();
      runChecks(report, null);
      expect(process.cpuUsage(start).user / 1000).toBeLessThan(HANG);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a word of two words', `${'共计'.repeat(40)}甲28件`],
  ['a claim of many words', `申请均${'在内'.repeat(5000)}甲`],
  ['a paragraph without any mark', '收到政府信息公开申请28件'.repeat(4000)],
  ['brackets that never close', '（其中28件'.repeat(6000)],
  ['words without figures', '申请'.repeat(40_000)],
  ['one figure without end', '1'.repeat(60_000)],
  ['years without end', '2023年，'.repeat(8000)],
  ['years without a mark', '2023'.repeat(15_000)],
  ['letters without end', 'a'.repeat(60_000)],
  ['figures and points without end', '1.'.repeat(30_000)],
  ['其中 without end', '其中28件，'.repeat(6000)],
  ['percentages without end', '28件，占50%，'.repeat(6000)],
  ['totals without end', '28件，共计28件，'.repeat(5000)],
  ['parts without end', `28件，其中${'1件、2件、'.repeat(5000)}`],
  ['growing totals without end', Array.from({ length: 5000 }, (_, at) => `1件，共计${at}件，`).join('')],
  ['different percentages without end', Array.from({ length: 5000 }, (_, at) => `${at}件，占1.${at}%，`).join('')],
  ['sentences without end', '收到申请28件。'.repeat(6000)],
  ['titles that never close', '《2023年'.repeat(8000)],
  ['numerals without end', '一二三四五六七八九十百千万亿'.repeat(4000)],
])('%s takes no long time', (_, text) => {
  const base = madeReport();
  const report = { ...base, chapters: { ...base.chapters, '1': chapterFromLines([text]) } };
  // the processor's time: what else the machine does is no matter
  const start = process.cpuUsage();
  runChecks(report, report);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(HANG);
});
