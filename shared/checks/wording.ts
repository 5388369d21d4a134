// Hints about wording: another kind of organ's “我局”, doubled characters and marks, full-width digits, mixed brackets.
import { chapterNumber } from '../editions/chapter-name.ts';
import { DOUBLED, DOUBLED_MARKS, MISSPELT, SELF_WORDS } from '../editions/wording.ts';
import { CHAPTER_KEYS } from '../model/report.ts';
import type { ProseBlock } from '../text/prose.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

export const selfWords: Rule = ({ report, prose }) => {
  if (report.organ.trim() === '') return [];
  const text = prose.map((block) => block.text).join('\n');
  return SELF_WORDS.flatMap(({ word, organs }): Finding[] => {
    const at = text.search(new RegExp(`(?<![自敌唯])${word}`));
    if (at < 0 || organs.test(report.organ)) return [];
    const block = prose.find((one) => one.text.includes(word));
    const message = `正文写“${word}”，而本机关是“${report.organ.trim()}”，请核对称谓。`;
    return [
      finding('S-ORGAN', {
        cells: [],
        ...(block ? { chapter: block.chapter } : {}),
        left: word,
        right: report.organ,
        message,
        quote: around(text, at),
      }),
    ];
  });
};

interface Slip {
  readonly text: string;
  readonly at: number;
}

const KINDS: readonly { readonly name: string; readonly right: string; find(block: ProseBlock): readonly Slip[] }[] = [
  { name: '叠字', right: '删去一字', find: ({ text }) => DOUBLED.flatMap((pattern) => slips(text, pattern)) },
  { name: '重复的标点', right: '留一个标点', find: ({ text }) => slips(text, DOUBLED_MARKS) },
  { name: '全角数字', right: '半角数字', find: ({ text }) => slips(text, /[０-９]+/g) },
  {
    name: '全角、半角混用的括号',
    right: '括号前后一致',
    find: ({ text }) => slips(text, /（[^（）()\n]{1,40}\)|\([^（）()\n]{1,40}）/g),
  },
  { name: '直引号', right: '“”', find: ({ text }) => slips(text, /"[^"\n]{1,40}"/g) },
  {
    name: '半角标点',
    right: '全角标点',
    find: ({ text }) => slips(text, /(?<=[\u4e00-\u9fff])[,;:?!](?=[\u4e00-\u9fff])/g),
  },
];

const slips = (text: string, pattern: RegExp): readonly Slip[] =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));

/** One finding for each kind and chapter, with its first place. */
export const typingSlips: Rule = ({ prose, edition }) =>
  CHAPTER_KEYS.flatMap((chapter) => {
    const blocks = prose.filter((block) => block.chapter === chapter);
    const where = chapterNumber(edition, chapter);
    const found = (name: string, right: string, find: (block: ProseBlock) => readonly Slip[]): Finding[] => {
      const all = blocks.flatMap((block) =>
        find(block).map((slip) => ({ ...slip, quote: around(block.text, slip.at) })),
      );
      const [first] = all;
      if (!first) return [];
      const count = all.length > 1 ? `等${all.length}处` : '';
      const message = `${where}“${first.quote}”中有${name}“${first.text}”${count}，应为${right}。`;
      return [finding('W-TYPO', { cells: [], chapter, left: first.text, right, message, quote: first.quote })];
    };
    return [
      ...KINDS.flatMap(({ name, right, find }) => found(name, right, find)),
      ...MISSPELT.flatMap(({ wrong, right }) => found('错别字', `“${right}”`, ({ text }) => slips(text, wrong))),
    ];
  });

/** A few words around a place. */
const around = (text: string, at: number): string => text.slice(Math.max(0, at - 8), at + 12).replace(/\s+/g, '');
