// N-CLAIM: statements such as “全部办结” that the tables contradict.
import { CLAIMS } from '../editions/prose-claims.ts';
import { sumOf } from '../editions/totals.ts';
import { compareDecimals } from '../model/decimal.ts';
import { found, matches } from '../text/pattern.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

export const proseClaims: Rule = ({ report, prose }) =>
  prose.flatMap(({ chapter, section, plain: whole, sentences }) =>
    sentences.flatMap(({ text, written }) => {
      const plain = text.replace(/[\s“”]/g, '');
      const claims = CLAIMS.flatMap(({ words, unless, about, inParagraph, zero, reason }): Finding[] => {
        const claim = found(words, plain);
        if (claim === null || matches(unless, plain)) return [];
        if (![plain, section, ...(inParagraph ? [whole] : [])].some((one) => matches(about, one))) return [];
        const sum = sumOf(report.cells, zero);
        if (sum === null || compareDecimals(sum, '0') <= 0) return [];
        const message = `正文写“${claim}”，而${reason.replace('N', sum)}。`;
        return [finding('N-CLAIM', { cells: zero, chapter, left: claim, right: sum, message, quote: written })];
      });
      return claims.filter((one, at) => !claims.some((other, place) => says(other, place, one, at)));
    }),
  );

/** The same cells, said before, or more cells: one statement of a sentence is one finding. */
const says = (other: Finding, place: number, one: Finding, at: number): boolean =>
  place !== at &&
  one.cells.every((cell) => other.cells.includes(cell)) &&
  (other.cells.length > one.cells.length || place < at);
