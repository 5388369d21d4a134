// What this year's chapter keeps of last year's: each sentence of last year as kept, changed or gone, each of this year as kept or new.
import { blockText, type ChapterDoc } from '../../shared/model/chapter.ts';
import {
  changedPieces,
  commonPositions,
  lettersOf,
  likeness,
  mayBeAlike,
  type Piece,
  sentencesOf,
} from './sentences.ts';

export type SentenceFate = 'kept' | 'changed' | 'gone';

export interface LastSentence {
  readonly fate: SentenceFate;
  readonly pieces: readonly Piece[];
  /** Paragraph of this year's text where it is kept or changed. */
  readonly paragraph: number | null;
}

export interface ProseComparison {
  /** By paragraph of last year's text. */
  readonly last: readonly (readonly LastSentence[])[];
  /** By paragraph of this year's text: the sentences taken over word for word. */
  readonly kept: readonly (readonly string[])[];
  /** Share of this year's sentences that are last year's, 0 to 1. */
  readonly sameShare: number;
}

interface Sentence {
  readonly text: string;
  readonly paragraph: number;
}

const ENOUGH = 0.5;

const flat = (paragraphs: readonly string[]): readonly Sentence[] =>
  paragraphs.flatMap((text, paragraph) => sentencesOf(text).map((sentence) => ({ text: sentence, paragraph })));

export function compareProse(last: readonly string[], now: readonly string[]): ProseComparison {
  const before = flat(last);
  const after = flat(now);
  const pairs = commonPositions(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  );
  const keptBefore = new Map(pairs);
  const keptAfter = new Set(pairs.map(([, index]) => index));
  const free = after
    .filter((_, index) => !keptAfter.has(index))
    .map((one) => ({ ...one, letters: lettersOf(one.text) }));
  const used = new Set<Sentence>();
  const told = before.map((sentence, index): LastSentence => {
    const same = keptBefore.get(index);
    if (same !== undefined) return whole(sentence, 'kept', after[same]?.paragraph ?? null);
    const letters = lettersOf(sentence.text);
    const nearest = free
      .filter((one) => !used.has(one) && mayBeAlike(letters, one.letters, ENOUGH))
      .map((one) => ({ one, share: likeness(sentence.text, one.text) }))
      .toSorted((left, right) => right.share - left.share)[0];
    if (!nearest || nearest.share < ENOUGH) return whole(sentence, 'gone', null);
    used.add(nearest.one);
    return {
      fate: 'changed',
      pieces: changedPieces(sentence.text, nearest.one.text),
      paragraph: nearest.one.paragraph,
    };
  });
  return {
    last: last.map((_, paragraph) => told.filter((_one, index) => before[index]?.paragraph === paragraph)),
    kept: now.map((_, paragraph) =>
      after.filter((one, index) => one.paragraph === paragraph && keptAfter.has(index)).map(({ text }) => text),
    ),
    sameShare: after.length === 0 ? 0 : keptAfter.size / after.length,
  };
}

const paragraphsOf = (doc: ChapterDoc): readonly string[] => doc.content.map(blockText);
const COMPARED = new WeakMap<ChapterDoc, readonly [last: ChapterDoc, comparison: ProseComparison]>();

/** Two chapters compared; a chapter never changes, so the same two are compared once. */
export function compareChapters(last: ChapterDoc, now: ChapterDoc): ProseComparison {
  const [before, known] = COMPARED.get(now) ?? [];
  if (before === last && known) return known;
  const comparison = compareProse(paragraphsOf(last), paragraphsOf(now));
  COMPARED.set(now, [last, comparison]);
  return comparison;
}

const whole = (sentence: Sentence, fate: SentenceFate, paragraph: number | null): LastSentence => ({
  fate,
  pieces: [{ text: sentence.text, changed: fate === 'gone' }],
  paragraph,
});
