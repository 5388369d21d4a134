// N-PERCENT: percentages against the two figures they are made of: a share of a whole, a rate, or a growth over last year.
import type { Quantity } from '../text/numbers.ts';
import type { ProseBlock, ProseSentence } from '../text/prose.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';
import { isCount, type WrongPercent } from './percent.ts';
import { wrongGrowth } from './percent-growth.ts';
import { wrongRate } from './percent-rate.ts';
import { wrongNamedShares } from './percent-row.ts';
import { countsOf, sharesOf, wrongShare } from './percent-share.ts';

const GROWTH = /同比|环比|较上年|比上年|较去年|比去年|与上年|上升|增长|增加|增幅|提高|下降|减少|降低|降幅|下滑/;
const FALL = /下降|减少|降低|降幅|下滑/;
/** So many counts in front of a growth may be what grew. */
const NEAREST = 24;

export const prosePercents: Rule = (context) =>
  context.prose.flatMap((block) => {
    const counted = countsOf(block, context);
    return block.sentences.flatMap((sentence) => {
      const counts: Quantity[] = []; // in front of the percentage
      const shares = sharesOf(block, sentence);
      const named = wrongNamedShares(context, block, sentence);
      const places = new Map(shares.map((share, at) => [share.percent, at]));
      let last: Quantity | undefined;
      return sentence.quantities.flatMap((percent): Finding[] => {
        const words = block.plain.slice(last?.end ?? sentence.from, percent.from).replace(/\s/g, '');
        last = percent;
        if (isCount(percent)) counts.push(percent);
        if (percent.kind !== 'percent' || percent.exactness !== 'exact') return [];
        const told = { percent, block, sentence, counts: counts.slice(-NEAREST) };
        const wrong = GROWTH.test(words)
          ? wrongGrowth(context, told, FALL.test(words))
          : (wrongShare(context, counted, sentence, shares, places.get(percent)) ??
            named.get(percent) ??
            (places.has(percent) ? null : wrongRate(context, told, words)));
        return wrong ? [findingOf(wrong, percent, block, sentence)] : [];
      });
    });
  });

function findingOf(wrong: WrongPercent, percent: Quantity, block: ProseBlock, sentence: ProseSentence): Finding {
  const shown = `${percent.text.replace(/\s|百分之/g, '')}%`;
  const cut = wrong.truncated ? '（似乎没有四舍五入）' : '';
  return finding('N-PERCENT', {
    severity: wrong.truncated || !wrong.sure ? 'hint' : 'warning',
    cells: wrong.cells,
    chapter: block.chapter,
    left: shown,
    right: `${wrong.exact}%`,
    message: `正文写“${shown}”，而${wrong.formula}＝${wrong.exact}%${cut}。`,
    quote: sentence.written,
  });
}
