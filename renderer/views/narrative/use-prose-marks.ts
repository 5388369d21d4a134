// The underlines of a chapter: its quantities against the tables, what it keeps of last year, the sentence of the finding visited.
import { useMemo } from 'react';
import { blockText, type ChapterDoc } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import type { ProseComparison } from '../../editor/compare-prose.ts';
import type { ProseMark } from '../../editor/prose-marks.ts';
import { useStore } from '../../state/store.ts';

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

/** Each place where a text stands in the chapter. */
export function foundMarks(doc: ChapterDoc, quote: string): readonly ProseMark[] {
  return doc.content.flatMap((node, block): ProseMark[] => {
    const from = blockText(node).indexOf(quote);
    return from < 0 || quote === '' ? [] : [{ block, from, to: from + quote.length, kind: 'found' }];
  });
}

export interface MarksOfChapter {
  readonly marks: readonly ProseMark[];
  readonly bindings: readonly never[];
}

export function useProseMarks(chapter: ChapterKey, comparison: ProseComparison | null): MarksOfChapter {
  const report = useStore((now) => now.document?.report);
  const quote = useStore((now) => (now.quote?.chapter === chapter ? now.quote.text : null));
  return useMemo(() => {
    const doc = report?.chapters[chapter];
    if (!doc) return { marks: [], bindings: [] };
    const marks = [...(comparison ? keptMarks(doc, comparison) : []), ...(quote ? foundMarks(doc, quote) : [])];
    return { marks, bindings: [] };
  }, [report, chapter, comparison, quote]);
}
