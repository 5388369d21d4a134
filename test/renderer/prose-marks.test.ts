// The underlines of a text: a key press or a saved text touches its own paragraph only, however many pages there are.
import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import { expect, test } from 'vitest';
import { type ProseMark, underlinesFrom, withMarks } from '../../renderer/editor/prose-marks.ts';
import { chapterExtensions, chapterOf, editorContent } from '../../renderer/editor/schema.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';

const LINES = ['全年受理28件。', '全部按期办结。', '培训5次，共计6场。'];
const schema = getSchema(chapterExtensions());
const begin = (): EditorState =>
  EditorState.create({ doc: schema.nodeFromJSON(editorContent(chapterFromLines(LINES))) });
const MARKS: readonly ProseMark[] = [
  { block: 0, from: 4, to: 6, kind: 'agrees', id: '0:4' },
  { block: 2, from: 2, to: 3, kind: 'unbound' },
  { block: 2, from: 7, to: 8, kind: 'unbound' },
];
const drawn = (set: DecorationSet, doc: EditorState['doc']): readonly string[] =>
  set.find().map(({ from, to }) => doc.textBetween(from, to));
/** The underlines that `before` had not; one that stays keeps its spec, wherever it moves. */
const fresh = (after: DecorationSet, before: DecorationSet): readonly unknown[] => {
  const known = new Set(before.find().map(({ spec }): unknown => spec));
  return after.find().filter(({ spec }) => !known.has(spec));
};

test('underlines stand under their characters, and one that does not fit its paragraph is left out', () => {
  const { doc } = begin();
  const set = withMarks(DecorationSet.empty, doc, [...MARKS, { block: 1, from: 5, to: 90, kind: 'unbound' }]);
  expect(drawn(set, doc)).toEqual(['28', '5', '6']);
});

test('the same underlines again leave every one of them as it is', () => {
  const { doc } = begin();
  const set = withMarks(DecorationSet.empty, doc, MARKS);
  expect(withMarks(set, doc, structuredClone(MARKS))).toBe(set);
});

test('only the paragraph whose underlines change is drawn anew', () => {
  const { doc } = begin();
  const before = withMarks(DecorationSet.empty, doc, MARKS);
  const after = withMarks(
    before,
    doc,
    MARKS.map((mark) => (mark.block === 0 ? { ...mark, kind: 'differs' } : mark)),
  );
  expect(drawn(after, doc)).toEqual(['28', '5', '6']);
  expect(fresh(after, before)).toHaveLength(1);
});

test('underlines that moved with the typing are those that the checks find afterwards', () => {
  const state = begin();
  const set = withMarks(DecorationSet.empty, state.doc, MARKS);
  const typed = state.tr.insertText('本局', 1);
  const moved = set.map(typed.mapping, typed.doc);
  const found = MARKS.map((mark) => (mark.block === 0 ? { ...mark, from: 6, to: 8, id: '0:6' } : mark));
  const after = withMarks(moved, typed.doc, found);
  expect(drawn(after, typed.doc)).toEqual(['28', '5', '6']);
  expect(fresh(after, moved)).toHaveLength(1);
});

test('after a key press every other paragraph of the chapter is the very one it was', () => {
  const state = begin();
  const before = chapterOf(state.doc).content;
  const after = chapterOf(state.tr.insertText('本局', 1).doc).content;
  expect(after.map((block, at) => block === before[at])).toEqual([false, true, true]);
  expect(chapterOf(state.doc).content).toBe(before);
});

test('a text is built with the underlines it begins with, and they are not drawn again when the editor is complete', () => {
  const { doc } = begin();
  const { plugin, decorations } = underlinesFrom({ of: chapterOf(doc), marks: MARKS });
  const built = EditorState.create({ doc });
  const complete = built.reconfigure({ plugins: [plugin] });
  expect(drawn(decorations(built), doc)).toEqual(['28', '5', '6']);
  expect(decorations(complete)).toBe(decorations(built));
});
