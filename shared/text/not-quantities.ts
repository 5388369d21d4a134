// Figures in prose that count nothing: dates, numbers of documents, telephone numbers, list numbers, addresses.
//
// Each pattern begins where its run of characters begins and nowhere inside it: a run without end is walked once, not once from
// each of its characters.
import { mergedRanges, type Range } from './sentences.ts';

const PATTERNS: readonly RegExp[] = [
  // years, months and days, with what belongs to them: 2020年1月1日, 2023—2025年, 12月31日
  /\d{4}\s*[-—–~～至]\s*\d{4}\s*(?:年|学年)/g,
  /(?<!\d)(?:1[89]|20)\d{2}\s*年(?:\s*度)?(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/g,
  /(?<!\d)\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/g,
  /(?<!\d)\d{1,2}\s*日(?!均)/g,
  /(?<!\d)(?:19|20)\d{2}[-./]\d{1,2}(?:[-./]\d{1,2})?(?!\d)/g,
  // 二〇二〇年, 四月八日
  /[〇零一二三四五六七八九]{4}\s*年(?:度)?/g,
  /[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?/g,
  // 国办发〔2020〕17号, 第711号, 第二十条, 第七期
  /\(\s*(?:19|20)\d{2}\s*\)\s*(?:第?\s*\d+\s*号?)?/g,
  /第\s*(?:\d+|[零〇一二三四五六七八九十百]+|\([^)]{1,4}\))/g,
  /(?<!\d)\d+\s*号/g,
  /(?<!\d)(?:19|20)\d{2}\s*(?:版|届|级)/g,
  // telephone, post code, address of a page or a mailbox; 4000000000件 is a count
  /(?<!\d)(?:0\d{2,3}\s*[-—]?\s*\d{7,8}|1[3-9]\d{9}|400-?\d{3}-?\d{4})(?:-\d+)?(?!\d|[万亿余多元件条次])/g,
  /(?:邮编|邮政编码)\s*[:为]?\s*\d{6}/g,
  /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?:https?:\/\/|www\.)[^\s，。;)）]+/g,
  // 7*24, 9:00, 1+X, 5G, A4, V3.0
  /(?<!\d)\d+\s*[*×xX]\s*\d+/g,
  /(?<!\d)\d{1,2}:\d{2}(?!\d)/g,
  /\d\s*\+\s*[\dA-Z]/g,
  /(?<![A-Za-z])[A-Za-z]+-?\d+(?:\.\d+)*|(?<!\d|\d\.)\d+(?:\.\d+)*[A-Za-z]+/g,
  // list numbers: 1. at the start or behind a full stop, （1）, 一是, （一）, 一、
  /(?:^|[\n。;:!?])[^\S\n]*\d{1,2}\s*[.、](?!\d)/g,
  /\(\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*\)/g,
  /[一二三四五六七八九十]{1,2}\s*(?=是[^否])/g,
  /(?:^|[\n。;])[^\S\n]*[一二三四五六七八九十]{1,3}、/g,
  // ranges: 10—15件, and not “结转8件至2024年”
  /(?<!\d)\d+(?:\.\d+)?\s*(?:件|个|份|次|条|项|%)?\s*[-—–~～至]\s*\d+(?:\.\d+)?(?!\d|\s*年)/g,
  // 三类内部事务, 四类过程性信息, 三安全一稳定: words of the form
  /[三四34]\s*类(?=内部|过程)/g,
  // 两项合计, 三者占比: what was just named
  /[两二三四]\s*[项类](?=合计|共计|占|之和|相加|总)/g,
  /三安全一稳定/g,
  // 数十件, 几百次: no figure; 一次性, 一部分, 高效办成一件事: no count
  /[数几]\s*[十百千万亿]+/g,
  /一次性|一部分|一件件|一个个|一项项|一条龙|一件事|一体化?|一网通办|一站式/g,
  // 小数比 1:3, scores
  /(?<!\d)\d+\s*:\s*\d+/g,
];

/** The stretches of a canonical text in which figures count nothing, in order. */
export const notQuantities = (text: string): readonly Range[] =>
  mergedRanges(
    PATTERNS.flatMap((pattern) =>
      [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
    ),
  );
