// A chapter's prose: a ProseMirror document under a closed schema (headings 1-3, paragraphs, bold), and its plain text.

export interface TextNode {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly { readonly type: 'bold' }[];
}

export interface ParagraphNode {
  readonly type: 'paragraph';
  readonly content?: readonly TextNode[];
}

/** Level 1 is printed as （一）, level 2 as 1., level 3 as （1）; the number is part of the text. */
export interface HeadingNode {
  readonly type: 'heading';
  readonly attrs: { readonly level: 1 | 2 | 3 };
  readonly content?: readonly TextNode[];
}

export type ChapterBlock = ParagraphNode | HeadingNode;

export interface ChapterDoc {
  readonly type: 'doc';
  readonly content: readonly ChapterBlock[];
}

/** A chapter in which nothing is written. */
export const EMPTY_CHAPTER: ChapterDoc = { type: 'doc', content: [] };

/** The text of one paragraph or heading, without its formatting. */
export const blockText = (block: ChapterBlock): string => (block.content ?? []).map((node) => node.text).join('');

/** The prose with one line a paragraph. */
export const chapterText = (doc: ChapterDoc): string => doc.content.map(blockText).join('\n');

/** Characters as an office and the notices count them: without white space; one outside the basic plane is one. */
export function characterCount(doc: ChapterDoc): number {
  const dense = chapterText(doc).replace(/\s/g, '');
  return dense.length - (dense.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);
}

/** A paragraph of plain text. */
export const paragraph = (text: string): ParagraphNode =>
  text ? { type: 'paragraph', content: [{ type: 'text', text }] } : { type: 'paragraph' };

/** A heading of a level within its chapter. */
export const heading = (level: 1 | 2 | 3, text: string): HeadingNode => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});

/** True when nothing but white space is written. */
export const isEmptyChapter = (doc: ChapterDoc): boolean => chapterText(doc).trim() === '';

/** Untrusted JSON (a file, the window) as a chapter, or null where it leaves the closed schema. */
export function readChapterDoc(value: unknown): ChapterDoc | null {
  if (!isRecord(value) || value['type'] !== 'doc' || !Array.isArray(value['content'])) return null;
  const content: ChapterBlock[] = [];
  for (const item of value['content']) {
    const block = readBlock(item);
    if (!block) return null;
    content.push(block);
  }
  return { type: 'doc', content };
}

function readBlock(value: unknown): ChapterBlock | null {
  if (!isRecord(value)) return null;
  const content = value['content'] === undefined ? [] : readTexts(value['content']);
  if (!content) return null;
  const body = content.length > 0 ? { content } : {};
  if (value['type'] === 'paragraph') return { type: 'paragraph', ...body };
  const level = isRecord(value['attrs']) ? value['attrs']['level'] : undefined;
  if (value['type'] !== 'heading' || (level !== 1 && level !== 2 && level !== 3)) return null;
  return { type: 'heading', attrs: { level }, ...body };
}

function readTexts(value: unknown): TextNode[] | null {
  if (!Array.isArray(value)) return null;
  const nodes: TextNode[] = [];
  for (const item of value) {
    if (!isRecord(item) || item['type'] !== 'text' || typeof item['text'] !== 'string') return null;
    const marks = item['marks'];
    const bold = Array.isArray(marks) && marks.some((mark) => isRecord(mark) && mark['type'] === 'bold');
    nodes.push({
      type: 'text',
      text: stripControls(item['text']),
      ...(bold ? { marks: [{ type: 'bold' as const }] } : {}),
    });
  }
  return nodes.filter((node) => node.text !== '');
}

/** Without control characters, zero-width and bidirectional marks, which would hide text in a published document. */
export const stripControls = (text: string): string =>
  // biome-ignore lint: the characters are named by code on purpose
  text.replace(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g,
    '',
  );

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
