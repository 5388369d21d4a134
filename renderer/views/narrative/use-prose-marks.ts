// The underlines of a chapter: its quantities against the tables, what it keeps of last year, the sentence of the finding visited.
import { useDeferredValue, useEffect, useMemo } from 'react';
import { EMPTY_CHAPTER } from '../../../shared/model/chapter.ts';
import type { ChapterKey } from '../../../shared/model/report.ts';
import type { ProseComparison } from '../../editor/compare-prose.ts';
import type { TextPlace } from '../../editor/narrative-editor.tsx';
import type { MarksOfText } from '../../editor/prose-marks.ts';
import { state, useStore } from '../../state/store.ts';
import { foundMarks, keptMarks } from './prose-mark-places.ts';
import { type ChapterQuantities, chapterQuantities } from './quantities.ts';

const NONE = { marks: [], bound: [] } as const satisfies ChapterQuantities;

export interface MarksOfChapter {
  readonly marks: MarksOfText;
  readonly bound: ChapterQuantities['bound'];
  /** Where the sentence stands that a finding or a search has asked for. */
  readonly asked: TextPlace | null;
}

/** Shows the sentence of a finding that was just visited. */
function useShownQuote(nonce: number | null): void {
  useEffect(() => {
    if (nonce === null) return;
    const timer = setTimeout(() => document.querySelector('.mark-found')?.scrollIntoView({ block: 'center' }), 120);
    return () => clearTimeout(timer);
  }, [nonce]);
}

/** Looked up once: what is typed there afterwards must not move the cursor. */
function placeOf(chapter: ChapterKey, text: string): TextPlace | null {
  const doc = state().document?.report.chapters[chapter];
  const [place] = doc ? foundMarks(doc, text) : [];
  return place ? { ...place, to: place.from } : null;
}

export function useProseMarks(chapter: ChapterKey, comparison: ProseComparison | null): MarksOfChapter {
  const report = useDeferredValue(useStore((now) => now.document?.report));
  const previous = useDeferredValue(useStore((now) => now.document?.previous ?? null));
  const explanations = useDeferredValue(useStore((now) => now.document?.explanations));
  const findings = useDeferredValue(useStore((now) => now.findings));
  const quote = useStore((now) => (now.quote?.chapter === chapter ? now.quote : null));
  useShownQuote(quote?.nonce ?? null);
  const asked = useMemo(() => (quote ? placeOf(chapter, quote.text) : null), [chapter, quote]);
  const quantities = useMemo(
    () => (report ? chapterQuantities(report, chapter, findings, explanations ?? {}, previous) : NONE),
    [report, chapter, findings, explanations, previous],
  );
  const doc = report?.chapters[chapter] ?? EMPTY_CHAPTER;
  const marks = useMemo((): MarksOfText => {
    const kept = comparison ? keptMarks(doc, comparison) : [];
    const found = quote ? foundMarks(doc, quote.text) : [];
    return { of: doc, marks: [...kept, ...found, ...quantities.marks] };
  }, [doc, comparison, quote, quantities]);
  return { marks, bound: quantities.bound, asked };
}
