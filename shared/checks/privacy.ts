// P-PRIVACY: numbers of persons in a text that will be published.
import { quotedMask } from '../text/mask.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

const KINDS: readonly { readonly name: string; readonly pattern: RegExp; readonly digits: RegExp }[] = [
  {
    name: '身份证号',
    pattern:
      /(?<![\dA-Za-z])[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
    digits: /^.{18}$/,
  },
  {
    name: '银行卡号',
    pattern: /(?<![\dA-Za-z-])(?:62|4\d|5[1-5])\d{2}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z])/g,
    digits: /^\d{16,19}$/,
  },
  { name: '手机号', pattern: /(?<![\d.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.])/g, digits: /^\d{11}$/ },
];

export const privacy: Rule = ({ prose }) =>
  prose.flatMap(({ chapter, plain, sentences }) => {
    const taken: (readonly [number, number])[] = [];
    return KINDS.flatMap(({ name, pattern, digits }) =>
      [...plain.matchAll(pattern)].flatMap((match): Finding[] => {
        const [from, to] = [match.index, match.index + match[0].length];
        if (!digits.test(match[0].replace(/[ -]/g, '')) || taken.some(([a, b]) => from < b && a < to)) return [];
        taken.push([from, to]);
        const masked = quotedMask(match[0]);
        const message = `正文含有${name}“${masked}”，公开前请核对或删去。`;
        const quote = sentences.find((sentence) => sentence.from <= from && from < sentence.to)?.written;
        return [
          finding('P-PRIVACY', { cells: [], chapter, left: masked, right: name, message, ...(quote ? { quote } : {}) }),
        ];
      }),
    );
  });
