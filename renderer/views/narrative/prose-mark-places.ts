// Where the marks of a chapter stand: sentences kept from last year, the sentence of a finding. Pure.
import { canonical } from '../../../shared/text/canonical.ts';
import type { ProseComparison } from '../../editor/compare-prose.ts';
import type { ProseMark } from '../../editor/prose-marks.ts';
import { blockText, type ChapterDoc } from '../../../shared/model/chapter.ts';

/** Sentences kept word for word, as marks. */
export function keptMarks(doc: ChapterDoc, comparison: ProseComparison): readonly ProseMark[] {
  return doc.content.flatMap((node, block) => {
    const text = blockText(node);
    return (comparison.kept[block] ?? []).flatMap((sentence): ProseMark[] => {
      const from = text.indexOf(sentence);
      return from < 0 ? [] : [{ block, from, to: from + sentence.length, kind: 'kept' }];
    });
  });
}

/** Each place where a text stands in the chapter; full-width and half-width marks are the same to it, as to the checks. */
export function foundMarks(doc: ChapterDoc, quote: string): readonly ProseMark[] {
  return doc.content.flatMap((node, block): ProseMark[] => {
    const from = canonical(blockText(node)).indexOf(canonical(quote));
    return from < 0 || quote === '' ? [] : [{ block, from, to: from + quote.length, kind: 'found' }];
  });
}
