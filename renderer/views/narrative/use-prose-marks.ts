// The underlines of a chapter: its quantities against the tables, what it keeps of last year, the sentence of the finding visited.
import { useMemo } from 'react';
import type { ChapterKey } from '../../../shared/model/report.ts';
import type { ProseComparison } from '../../editor/compare-prose.ts';
import type { ProseMark } from '../../editor/prose-marks.ts';
import { foundMarks, keptMarks } from './prose-mark-places.ts';
import { useStore } from '../../state/store.ts';

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
