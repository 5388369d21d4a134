// The underlines of a chapter: its quantities against the tables, what it keeps of last year, the sentence of the finding visited.
import { useDeferredValue, useEffect, useMemo } from 'react';
import type { ChapterKey } from '../../../shared/model/report.ts';
import type { ProseComparison } from '../../editor/compare-prose.ts';
import type { ProseMark } from '../../editor/prose-marks.ts';
import { useStore } from '../../state/store.ts';
import { foundMarks, keptMarks } from './prose-mark-places.ts';
import { type ChapterQuantities, chapterQuantities } from './quantities.ts';

const NONE: ChapterQuantities = { marks: [], bound: [] };

export interface MarksOfChapter {
  readonly marks: readonly ProseMark[];
  readonly bound: ChapterQuantities['bound'];
}

/** Shows the sentence of a finding that was just visited. */
function useShownQuote(nonce: number | null): void {
  useEffect(() => {
    if (nonce === null) return;
    const timer = setTimeout(() => document.querySelector('.mark-found')?.scrollIntoView({ block: 'center' }), 120);
    return () => clearTimeout(timer);
  }, [nonce]);
}

export function useProseMarks(chapter: ChapterKey, comparison: ProseComparison | null): MarksOfChapter {
  const document = useStore((now) => now.document);
  const findings = useStore((now) => now.findings);
  const quote = useStore((now) => (now.quote?.chapter === chapter ? now.quote : null));
  const later = useDeferredValue(document);
  useShownQuote(quote?.nonce ?? null);
  const quantities = useMemo(
    () => (later ? chapterQuantities(later.report, chapter, findings, later.explanations) : NONE),
    [later, chapter, findings],
  );
  return useMemo(() => {
    const doc = later?.report.chapters[chapter];
    if (!doc) return NONE;
    const kept = comparison ? keptMarks(doc, comparison) : [];
    const found = quote ? foundMarks(doc, quote.text) : [];
    return { marks: [...kept, ...found, ...quantities.marks], bound: quantities.bound };
  }, [later, chapter, comparison, quote, quantities]);
}
