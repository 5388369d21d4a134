// Figures in this year's draft that still stand as last year's prose had them: to be brought up to date.
import type { ChapterKey, Report } from '../model/report.ts';
import { bindProse } from './match.ts';
import { type ProseBlock, type ProseSentence, readProse } from './prose.ts';

export interface StaleFigure {
  readonly chapter: ChapterKey;
  /** Place of the block in its chapter. */
  readonly block: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A sentence without its years, figures and white space: what stays the same when only the numbers change. */
function skeleton(block: ProseBlock, sentence: ProseSentence): string {
  let text = '';
  let at = sentence.from;
  for (const { from, to } of sentence.quantities) {
    text += `${block.plain.slice(at, from)}#`;
    at = to;
  }
  return (text + block.plain.slice(at, sentence.to)).replace(/(?:19|20)\d{2}(?=\s*年)/g, '#').replace(/\s/g, '');
}

/**
 * The quantities of sentences taken over from last year that still have last year's figure, unless they agree with the tables. In
 * the window they are marked 待更新.
 */
export function staleFigures(report: Report, previous: Report): readonly StaleFigure[] {
  const last = new Map<string, readonly string[]>();
  for (const block of readProse(previous))
    for (const sentence of block.sentences)
      last.set(
        skeleton(block, sentence),
        sentence.quantities.map(({ value }) => value),
      );
  const prose = readProse(report);
  const settled = new Set(
    bindProse(report)
      .filter(({ agrees }) => agrees)
      .map(({ chapter, block, from }) => `${chapter}/${block}/${from}`),
  );
  return prose.flatMap((block) =>
    block.sentences.flatMap((sentence) => {
      const values = last.get(skeleton(block, sentence)) ?? [];
      return sentence.quantities.flatMap((quantity, index): StaleFigure[] => {
        const { from, to, text, value } = quantity;
        const same = values[index] === value && !settled.has(`${block.chapter}/${block.index}/${from}`);
        return same ? [{ chapter: block.chapter, block: block.index, from, to, text }] : [];
      });
    }),
  );
}
