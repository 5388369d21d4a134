// The prose of a report made ready for reading: blocks with their sentences, quantities and the section they stand in.
import { blockText, type ChapterBlock, type ChapterDoc } from '../model/chapter.ts';
import { CHAPTER_KEYS, type ChapterKey, type Report } from '../model/report.ts';
import { canonical } from './canonical.ts';
import { type Quantity, readQuantities } from './numbers.ts';
import { bySpan, isWithin, quotedRanges, sentencesOf, type Span } from './sentences.ts';

export interface ProseSentence extends Span {
  /** What it counts; figures in “…” and 《…》 are left out. Places are those of the block. */
  readonly quantities: readonly Quantity[];
  /** The sentence as it is printed; `text` is its canonical spelling. */
  readonly written: string;
}

export interface ProseBlock {
  readonly chapter: ChapterKey;
  /** Place among the blocks of its chapter. */
  readonly index: number;
  readonly text: string;
  /** The text in one spelling, character for character. */
  readonly plain: string;
  readonly isHeading: boolean;
  /** The heading it stands under, its own included: “（二）依申请公开情况”. */
  readonly section: string;
  readonly sentences: readonly ProseSentence[];
}

const RUN_IN =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、]|[一二三四五六七八九十]是)\s*[^。：:；;，]{2,24}(?=[。：:])/;
const SHORT_HEADING =
  /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d)|[一二三四五六七八九十]是)?[^。，；]{2,24}$/;

/** Every block of the report's prose, in order. */
export const readProse = (report: Report): readonly ProseBlock[] =>
  CHAPTER_KEYS.flatMap((chapter) => readChapter(chapter, report.chapters[chapter]));

/** A chapter is a value that never changes: it is read once, not after each edit of another one. */
const known = new WeakMap<ChapterDoc, readonly ProseBlock[]>();

function readChapter(chapter: ChapterKey, doc: ChapterDoc): readonly ProseBlock[] {
  const before = known.get(doc);
  if (before?.[0]?.chapter === chapter) return before;
  let section = '';
  const blocks = doc.content.map((block, index): ProseBlock => {
    const text = blockText(block);
    const own = headingOf(block, text);
    if (own !== null) section = own;
    return { chapter, index, text, isHeading: own === text, section, ...readText(text) };
  });
  known.set(doc, blocks);
  return blocks;
}

/** The words of a heading, standing alone or run into its paragraph. */
function headingOf(block: ChapterBlock, text: string): string | null {
  if (block.type === 'heading') return text;
  const runIn = RUN_IN.exec(text)?.[0];
  if (runIn !== undefined) return runIn;
  return SHORT_HEADING.test(text) && !/\d/.test(text) ? text : null;
}

type ReadText = Pick<ProseBlock, 'plain' | 'sentences'>;

const TEXTS = new Map<string, ReadText>();
const MOST_TEXTS = 4000;

/** The same text reads the same: typing in one paragraph does not read the other forty pages anew. */
function readText(text: string): ReadText {
  const known = TEXTS.get(text);
  if (known) return known;
  if (TEXTS.size >= MOST_TEXTS) TEXTS.clear();
  const plain = canonical(text);
  const read = { plain, sentences: sentencesIn(text, plain) };
  TEXTS.set(text, read);
  return read;
}

function sentencesIn(text: string, plain: string): ProseSentence[] {
  const quoted = quotedRanges(text);
  const quantities = readQuantities(text, plain).filter(({ from }) => !isWithin(quoted, from));
  const sentences = sentencesOf(plain);
  const own = bySpan(sentences, quantities, ({ from }) => from);
  return sentences.map((sentence, at) => ({
    ...sentence,
    quantities: own[at] ?? [],
    written: text.slice(sentence.from, sentence.to),
  }));
}
