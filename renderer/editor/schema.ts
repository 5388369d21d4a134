// The closed schema of the prose: headings of three levels, paragraphs, bold. Nothing else can be typed, pasted or dropped.
import type { Extensions, JSONContent } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { type ChapterDoc, EMPTY_CHAPTER, readChapterDoc } from '../../shared/model/chapter.ts';

/** The extensions of the editor; made anew for each editor. */
export const chapterExtensions = (): Extensions => [
  Document,
  Paragraph,
  Heading.configure({ levels: [1, 2, 3] }),
  Text,
  Bold,
  UndoRedo.configure({ depth: 500 }),
];

/** A chapter as the editor wants it: at least one paragraph. */
export const editorContent = (doc: ChapterDoc): JSONContent =>
  // the closed schema is a subset of what the editor's JSON may be; a copy, because the editor's types are mutable
  structuredClone(doc.content.length > 0 ? doc : { type: 'doc', content: [{ type: 'paragraph' }] }) as JSONContent;

/** The editor's content as a chapter; a single empty paragraph is an empty chapter. */
export function chapterOf(json: JSONContent): ChapterDoc {
  const doc = readChapterDoc(json) ?? EMPTY_CHAPTER;
  const [only, ...others] = doc.content;
  return others.length === 0 && only?.type === 'paragraph' && !only.content ? EMPTY_CHAPTER : doc;
}

export const sameChapter = (left: ChapterDoc, right: ChapterDoc): boolean =>
  left === right || JSON.stringify(left) === JSON.stringify(right);
