// What a chapter must speak of: the facets of 总体情况, problems and measures, the fee; and how long it may be.
import { chapterName } from '../editions/chapter-name.ts';
import { FACETS, FEE, isGovernment, LONGEST, PROBLEMS } from '../editions/prose-requirements.ts';
import { chapterText, characterCount } from '../model/chapter.ts';
import type { ChapterKey, Report } from '../model/report.ts';
import { finding, type Rule } from './context.ts';

const textOf = (report: Report, chapter: ChapterKey): string =>
  chapterText(report.chapters[chapter]).replace(/\s/g, '');

export const chapterLength: Rule = ({ report, edition }) => {
  const { chapter, characters } = LONGEST;
  const count = characterCount(report.chapters[chapter]);
  if (count <= characters) return [];
  const message = `${chapterName(edition, chapter)}有${count}字，原则上不超过${characters}字。`;
  return [finding('C-ONE-LENGTH', { cells: [], chapter, left: String(count), right: String(characters), message })];
};

export const chapterFacets: Rule = ({ report, edition }) => {
  const { chapter, facets } = FACETS;
  const text = textOf(report, chapter);
  if (text === '') return []; // C-CHAPTER says so
  const government = isGovernment(report.organ);
  const missing = facets
    .filter(({ governmentsOnly, words }) => (!governmentsOnly || government) && !new RegExp(words).test(text))
    .map(({ name }) => name);
  if (missing.length === 0) return [];
  const message = `${chapterName(edition, chapter)}没有写到：${missing.join('、')}。`;
  return [finding('C-ONE-FACETS', { cells: [], chapter, left: '没有写到', right: missing.join('、'), message })];
};

export const problemsAndMeasures: Rule = ({ report, edition }) => {
  const { chapter, problem, measure, none } = PROBLEMS;
  const text = textOf(report, chapter);
  if (text === '') return [];
  const missing = new RegExp(none).test(text)
    ? [problem.name, measure.name]
    : [
        ...(new RegExp(problem.words).test(text) ? [] : [problem.name]),
        // what is said of next year is a plan
        ...(new RegExp(measure.words).test(text) || text.includes(`${report.year + 1}年`) ? [] : [measure.name]),
      ];
  if (missing.length === 0) return [];
  const message = `${chapterName(edition, chapter)}没有写${missing.join('和')}。`;
  return [finding('C-FIVE', { cells: [], chapter, left: text.slice(0, 20), right: missing.join('、'), message })];
};

export const feeSentence: Rule = ({ report, edition }) => {
  const fee = FEE[report.edition];
  const text = fee ? textOf(report, fee.chapter) : '';
  if (!fee || text === '' || new RegExp(fee.words).test(text)) return [];
  const message = `${chapterName(edition, fee.chapter)}没有写收取信息处理费的情况，没有收取也要写明。`;
  return [finding('C-SIX-FEE', { cells: [], chapter: fee.chapter, left: '没有写到', right: '信息处理费', message })];
};
