// N-TABLE: every quantity of the prose that speaks of a figure of the tables, against that figure.
import type { BoundQuantity } from '../text/match.ts';
import { finding, type Rule } from './context.ts';
import type { Finding } from './finding.ts';

export const proseFigures: Rule = ({ bound, label, sumLabel }) =>
  bound.flatMap((one): Finding[] => {
    if (one.agrees) return [];
    const written = `${one.text.replace(/\s/g, '')}${one.unit}`;
    const expected = one.expected ?? '空白';
    const table = `${sumLabel(one.cells)}${one.cells.length > 1 ? '之和' : ''}`;
    return [
      finding('N-TABLE', {
        severity: one.certainty === 'sure' ? 'warning' : 'hint',
        cells: one.cells,
        chapter: one.chapter,
        left: one.value,
        right: expected,
        message: `正文写“${written}”，${table}是${expected}${one.expected === null ? '' : one.unit}${reason(one, label)}。`,
        quote: one.sentence,
      }),
    ];
  });

/** Where the figure came from by mistake, if that can be seen. */
const reason = ({ alike, value }: BoundQuantity, label: (id: BoundQuantity['cells'][number]) => string): string =>
  alike[0] ? `；${value}与${label(alike[0])}相同，可能取错了列` : '';
