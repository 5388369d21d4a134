// N-YEAR and N-SAME: text of last year's report that went on unchanged.
import { chapterNumber } from '../editions/chapter-name.ts';
import { ALIKE_EVERY_YEAR } from '../editions/prose-requirements.ts';
import { CHAPTER_KEYS } from '../model/report.ts';
import type { ProseBlock } from '../text/prose.ts';
import { bySpan } from '../text/sentences.ts';
import { moveYears } from '../text/years.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** A sentence that looks back speaks of last year rightly; 上年结转 is no such look. */
const LOOKS_BACK = /今年|本年|同比|相比|整改|上年|上一年/;
const CARRIED = /上一?年度?[^，。;]{0,4}(?:结转|转结)/g;

/** What is made or judged in the year after is rightly last year's: 决算, 考核, 测评, and the report on last year, but not in the preface. */
const MADE_LATER = /^年度?[^，。;]{0,14}(?:决算|报表|公报|考核|测评|评估|通报|评议结果|年鉴|执法数据|法治政府建设)/;
const REPORT = /^年度?[^，。;]{0,20}(?:年度报告|年报)/;
const PUBLISHES = /(?:发布|公布|公开|完成|编制|报送|上报|做好|撰写|反映)[^，。;]{0,12}$/;

/** “因2023年度政府信息公开申请引发行政复议1件”: what followed in the year after. */
const FOLLOWED = /^年度?[^，。;\d]{0,16}(?:申请|答复)[^，。;\d]{0,4}(?:引发|引起|产生|导致|提起)/;

/** “6件（2023年为4件）”: last year's figure in brackets behind this year's. */
const COMPARED = /^年度?(?:同期)?[^，。;()\d]{0,6}\d[^，。;()]{0,8}\)/;

function isWorkOfLastYear({ chapter, plain }: ProseBlock, from: number): boolean {
  const after = plain.slice(from + 4, from + 40).replace(/\s/g, '');
  if (MADE_LATER.test(after) || FOLLOWED.test(after) || (plain[from - 1] === '(' && COMPARED.test(after))) return true;
  return chapter !== 'preface' && REPORT.test(after) && PUBLISHES.test(plain.slice(Math.max(0, from - 20), from));
}

/** A year that would have moved on with the report, in a paragraph that does not speak of both years. */
export const staleYears: Rule = ({ report, prose, previousProse }) => {
  const last = report.year - 1;
  const lastSentences = new Set(previousProse.flatMap(({ sentences }) => sentences.map(({ text }) => squeezed(text))));
  return prose.flatMap((block): Finding[] => {
    const moved = moveYears(block.text, last, report.year).marks.filter(
      ({ kind, from }) => kind === 'moved' && !isWorkOfLastYear(block, from),
    );
    const marks = bySpan(block.sentences, moved, ({ from }) => from);
    return block.sentences.flatMap((sentence, at): Finding[] => {
      const own = squeezed(sentence.text);
      const stale = (marks[at]?.length ?? 0) > 0;
      const both = own.includes(`${report.year}年`);
      if (stale && !both && !LOOKS_BACK.test(own.replace(CARRIED, ''))) {
        const message = `正文写“${last}年”，本报告是${report.year}年的，请核对是否沿用了上年的文字。`;
        return [
          finding('N-YEAR', {
            cells: [],
            chapter: block.chapter,
            left: String(last),
            right: String(report.year),
            message,
            quote: sentence.written,
          }),
        ];
      }
      // last year's plan for this year, word for word
      if (!both || block.chapter === 'preface' || !lastSentences.has(own)) return [];
      const message = `这句话与上年年报完全相同，其中“${report.year}年”在上年年报中是下一年，请改写。`;
      return [
        finding('N-YEAR', {
          cells: [],
          chapter: block.chapter,
          left: `${report.year}年`,
          right: '与上年相同',
          message,
          quote: sentence.written,
        }),
      ];
    });
  });
};

/** Shorter paragraphs are alike by nature. */
const SHORTEST = 40;

/** Without figures, years and marks: what is left the same is 内容雷同. */
const bones = ({ text }: ProseBlock): string => text.replace(/[\d０-９\s，。；：、（）()“”"'.,;:%％]/g, '');

/** One finding a chapter, with its first paragraph. */
export const sameParagraphs: Rule = ({ report, edition, previous, prose, previousProse }) => {
  if (!previous || previous.year >= report.year) return [];
  const last = new Set(previousProse.map(bones));
  return CHAPTER_KEYS.flatMap((chapter): Finding[] => {
    if (ALIKE_EVERY_YEAR.includes(chapter)) return [];
    const same = prose.filter(
      (block) => block.chapter === chapter && bones(block).length >= SHORTEST && last.has(bones(block)),
    );
    const [first] = same;
    if (!first) return [];
    const message = `${chapterNumber(edition, chapter)}有${same.length}段与上年年报相同（只有年份、数字不同），请改写。`;
    return [
      finding('N-SAME', {
        cells: [],
        chapter,
        left: `${same.length}段`,
        right: `与${previous.year}年年报相同`,
        message,
        quote: first.text,
      }),
    ];
  });
};
