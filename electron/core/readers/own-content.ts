// What our own exports carry about themselves (workbook: sheet _meta and names; PDF: attachment) -> title, chapters and cells of a RawDocument.
import { chapterHeading } from '../../../shared/editions/chapter-name.ts';
import { CHAPTERS } from '../../../shared/editions/chapters.ts';
import type { RawBlock, RawDocument } from '../../../shared/import/raw-document.ts';

export interface OwnContent {
  readonly meta: Readonly<Record<string, string>>;
  /** Paragraphs by chapter key: preface, 1 … 6. */
  readonly chapters: Readonly<Record<string, readonly string[]>>;
}

const META_KEYS = ['organ', 'year', 'edition', 'title'];

/** @returns null where the pairs are not ours. */
export function ownContent(pairs: readonly (readonly [key: string, value: string])[]): OwnContent | null {
  if (!pairs.some(([key, value]) => key === 'format' && value === 'nianbao')) return null;
  const chapters: Record<string, string[]> = {};
  const meta: Record<string, string> = {};
  for (const [key, value] of pairs) {
    if (META_KEYS.includes(key)) meta[key] = value;
    const chapter = /^chapter_(preface|[1-6])$/.exec(key)?.[1];
    if (chapter) (chapters[chapter] ??= []).push(...value.split('\n'));
  }
  return { meta, chapters };
}

/** Title and prose as any document would have them: title, preface, each chapter under its heading. `tables` go to their chapters. */
export function ownBlocks(content: OwnContent, place: string): readonly RawBlock[] {
  const blocks: RawBlock[] = [];
  const title = content.meta['title'];
  if (title) blocks.push({ kind: 'heading', level: 1, text: title, place });
  const prose = (key: string): void => {
    for (const text of content.chapters[key] ?? [])
      if (text.trim() !== '') blocks.push({ kind: 'paragraph', text, place });
  };
  prose('preface');
  for (const chapter of CHAPTERS) {
    blocks.push({ kind: 'heading', level: 2, text: chapterHeading(chapter), place });
    prose(chapter.key);
  }
  return blocks;
}

/** `nb_applications__new__total` -> `applications.new.total`; null for any other name. */
export const cellIdOfName = (name: string): string | null =>
  /^nb_\w+$/.test(name) ? name.slice(3).replaceAll('__', '.') : null;

export type NamedCells = NonNullable<RawDocument['namedCells']>;
