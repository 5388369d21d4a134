// The closed schema of the prose: headings of three levels, paragraphs, bold. Nothing else can be typed, pasted or dropped.
import type { Extensions, JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { Heading } from '@tiptap/extension-heading';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions';
import { type ChapterBlock, type ChapterDoc, EMPTY_CHAPTER, readChapterDoc } from '../../shared/model/chapter.ts';

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

const CHAPTERS = new WeakMap<Node, ChapterDoc>();
const BLOCKS = new WeakMap<Node, readonly ChapterBlock[]>();

/** The editor's content as a chapter; a single empty paragraph is an empty chapter. What did not change keeps its identity. */
export function chapterOf(doc: Node): ChapterDoc {
  const known = CHAPTERS.get(doc);
  if (known) return known;
  const content = doc.children.flatMap(blocksOf);
  const [only, ...others] = content;
  const empty = others.length === 0 && only?.type === 'paragraph' && !only.content;
  const chapter: ChapterDoc = empty ? EMPTY_CHAPTER : { type: 'doc', content };
  CHAPTERS.set(doc, chapter);
  return chapter;
}

/** The editor never changes a node: a key press in forty pages reads its own paragraph anew. */
function blocksOf(node: Node): readonly ChapterBlock[] {
  const blocks = BLOCKS.get(node) ?? readChapterDoc({ type: 'doc', content: [node.toJSON()] })?.content ?? [];
  BLOCKS.set(node, blocks);
  return blocks;
}

export const sameChapter = (left: ChapterDoc, right: ChapterDoc): boolean =>
  left === right ||
  (left.content.length === right.content.length &&
    left.content.every((block, at) => {
      const other = right.content[at];
      return block === other || JSON.stringify(block) === JSON.stringify(other);
    }));
