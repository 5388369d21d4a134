// Prose under a closed schema: what leaves it is refused, what would hide text is stripped.
import { expect, test } from 'vitest';
import { chapterText, characterCount, heading, paragraph, readChapterDoc } from '../../shared/model/chapter.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';

test('headings, paragraphs and bold pass unchanged', () => {
  const doc = {
    type: 'doc',
    content: [
      heading(1, '（一）主动公开'),
      { type: 'paragraph', content: [{ type: 'text', text: '28件', marks: [{ type: 'bold' }] }] },
      paragraph(''),
    ],
  };
  expect(readChapterDoc(JSON.parse(JSON.stringify(doc)))).toEqual(doc);
});

test('an image, a link target, an unknown level or a wrong type is refused', () => {
  const block = (content: unknown) => ({ type: 'doc', content: [content] });
  expect(readChapterDoc(block({ type: 'image', attrs: { src: 'x' } }))).toBeNull();
  expect(readChapterDoc(block({ type: 'heading', attrs: { level: 4 } }))).toBeNull();
  expect(readChapterDoc(block({ type: 'paragraph', content: [{ type: 'text', text: 5 }] }))).toBeNull();
  expect(readChapterDoc({ type: 'doc', content: 'text' })).toBeNull();
  expect(readChapterDoc(null)).toBeNull();
});

test('control, zero-width and direction marks are gone, a link mark is dropped', () => {
  const doc = readChapterDoc({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '2\u202e8\u200b件\u0000', marks: [{ type: 'link', attrs: { href: 'javascript:1' } }] },
        ],
      },
    ],
  });
  expect(doc).toEqual({ type: 'doc', content: [paragraph('28件')] });
});

test('plain lines become paragraphs and come back as the same lines', () => {
  expect(chapterText(chapterFromLines(['  一年来', '', '（一）问题。']))).toBe('一年来\n（一）问题。');
});

test('characters are counted without white space, and one outside the basic plane is one', () => {
  expect(characterCount(chapterFromLines(['二〇二五年 ，', '　　我局', '\u{20bb7}']))).toBe(9);
});
