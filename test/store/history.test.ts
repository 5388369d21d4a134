// Every action is one undo step, undo survives a restart, and an edit made on an older state is refused.
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChapterDoc } from '../../shared/model/chapter.ts';
import { heading, paragraph } from '../../shared/model/chapter.ts';
import { type Edit, editsBetween } from '../../shared/model/edit.ts';
import { BLANK } from '../../shared/model/report.ts';
import {
  CELL,
  created,
  folder,
  good,
  number,
  OTHER_CELL,
  opened,
  refused,
  setCell,
  setChapter,
  TOTAL,
  valueOf,
} from './documents.ts';

const fresh = () => created(join(folder(), 'a.nianbao'));

test('an edit tells what changed, its number and what can be undone', () => {
  const store = fresh();
  const delta = good(store.commit(setCell(store, '13')));
  expect(delta).toMatchObject({ revision: 2, undo: '填写 13', redo: null, cells: { [CELL]: number('13') } });
  expect(store.snapshot()).toMatchObject({ revision: 2, undo: '填写 13', redo: null, savedAt: delta.savedAt });
  expect(good(store.undo())).toMatchObject({
    revision: 3,
    undo: null,
    redo: '填写 13',
    cells: { [CELL]: number('12') },
  });
  expect(good(store.redo())).toMatchObject({
    revision: 4,
    undo: '填写 13',
    redo: null,
    cells: { [CELL]: number('13') },
  });
});

test('organ and title are edited, undone and kept like figures', () => {
  const store = fresh();
  const edits: Edit[] = [{ kind: 'field', field: 'organ', before: '嘉禾市生态环境局', after: '嘉禾市水利局' }];
  expect(good(store.commit({ label: '修改机关名称', edits })).organ).toBe('嘉禾市水利局');
  const { path } = store;
  store.close();
  const again = opened(path);
  expect(again.snapshot().report.organ).toBe('嘉禾市水利局');
  expect(good(again.undo()).organ).toBe('嘉禾市生态环境局');
});

test('the report of every earlier moment can be read, and going back to one is a step that can be undone', () => {
  const store = fresh();
  const moments = [store.snapshot().report];
  const note = (): void => void moments.push(store.snapshot().report);
  good(store.commit(setCell(store, '13')));
  note();
  good(store.commit(setChapter(store, '1', '改写一遍。')));
  note();
  good(store.undo());
  note();
  good(store.explain('T4-SUM/x', '属实'));
  note();
  good(
    store.commit({
      label: '修改标题',
      edits: [{ kind: 'field', field: 'title', before: store.snapshot().report.title, after: '新标题' }],
    }),
  );
  note();
  const { path } = store;
  store.close();
  const again = opened(path);
  moments.forEach((report, index) => expect(good(again.reportAt(index + 1))).toEqual(report));
  const now = again.snapshot().report;
  const then = good(again.reportAt(2));
  good(again.commit({ label: '恢复', edits: editsBetween(now, then) }));
  expect(again.snapshot().report).toEqual(then);
  good(again.undo());
  expect(again.snapshot().report).toEqual(now);
  expect(refused(again.reportAt(0)).code).toBe('bad-argument');
  expect(refused(again.reportAt(99)).code).toBe('bad-argument');
});

test('undo and redo go on after a restart', () => {
  const store = fresh();
  for (const value of ['1', '2', '3']) good(store.commit(setCell(store, value)));
  good(store.commit(setChapter(store, '1', '改写。')));
  good(store.undo());
  const { path } = store;
  store.close();
  const again = opened(path);
  expect(again.snapshot()).toMatchObject({ undo: '填写 3', redo: '修改文字' });
  for (const value of ['2', '1', '12']) {
    good(again.undo());
    expect(valueOf(again)).toBe(value);
  }
  expect(refused(again.undo()).message).toBe('没有可以撤销的操作。');
  for (const value of ['1', '2', '3']) {
    good(again.redo());
    expect(valueOf(again)).toBe(value);
  }
  good(again.redo());
  expect(again.snapshot().report.chapters['1'].content).toEqual([paragraph('改写。')]);
  expect(refused(again.redo()).message).toBe('没有可以重做的操作。');
  expect(again.verify()).toEqual({ ok: true, problems: [] });
});

test('a new edit empties redo', () => {
  const store = fresh();
  good(store.commit(setCell(store, '1')));
  good(store.undo());
  good(store.commit(setCell(store, '2')));
  expect(store.snapshot().redo).toBeNull();
  expect(refused(store.redo()).code).toBe('bad-argument');
});

test('the history lists every action with its cells and chapters, undo included', () => {
  const store = fresh();
  good(store.commit(setCell(store, '1')));
  good(store.commit(setChapter(store, '5', '一段。')));
  good(store.undo());
  good(store.explain('key', '说明'));
  expect(store.history().map(({ revision, label, cells, chapters }) => ({ revision, label, cells, chapters }))).toEqual(
    [
      { revision: 1, label: '由2024年年报新建', cells: [], chapters: [] },
      { revision: 2, label: '填写 1', cells: [CELL], chapters: [] },
      { revision: 3, label: '修改文字', cells: [], chapters: ['5'] },
      { revision: 4, label: '撤销：修改文字', cells: [], chapters: ['5'] },
      { revision: 5, label: '填写说明', cells: [], chapters: [] },
    ],
  );
});

test('an edit whose “before” is not what is stored is refused as a whole', () => {
  const store = fresh();
  const older = setCell(store, '50');
  good(store.commit(setCell(store, '40')));
  const both = { label: '两处', edits: [...setCell(store, '7', OTHER_CELL).edits, ...older.edits] };
  expect(refused(store.commit(both)).message).toContain('在此期间已经改变');
  expect(valueOf(store)).toBe('40');
  expect(valueOf(store, OTHER_CELL)).toBe('3');
  expect(store.snapshot().revision).toBe(2);
});

test('an edit made on an older revision is refused where it meets a later change, and taken where it does not', () => {
  const store = fresh();
  const { revision } = store.snapshot();
  good(store.commit(setCell(store, '40')));
  expect(refused(store.commit(setCell(store, '50'), revision)).message).toContain('再改一次');
  good(store.commit(setCell(store, '50', OTHER_CELL), revision));
  expect(valueOf(store, OTHER_CELL)).toBe('50');
});

test('two edits of one row in quick succession both count, though they share a computed total', () => {
  const store = fresh();
  const { revision } = store.snapshot();
  for (const [cell, value, sum] of [
    [CELL, '40', '43'],
    [OTHER_CELL, '50', '90'],
  ] as const) {
    const before = store.snapshot().report.cells[TOTAL] ?? BLANK;
    const total: Edit = { kind: 'cell', cell: TOTAL, before, after: { ...number(sum), source: { kind: 'computed' } } };
    good(store.commit({ label: '填写', edits: [...setCell(store, value, cell).edits, total] }, revision));
  }
  expect(valueOf(store, TOTAL)).toBe('90');
});

test('a change without effect leaves no trace', () => {
  const store = fresh();
  const delta = good(store.commit(setCell(store, '12')));
  expect(delta).toMatchObject({ revision: 1, undo: null, cells: {} });
  expect(store.history()).toHaveLength(1);
});

test('what is no figure, an unknown cell or foreign prose is refused with a sentence', () => {
  const store = fresh();
  const before = number('12');
  const attempt = (edit: Edit) => refused(store.commit({ label: 'x', edits: [edit] })).code;
  for (const value of ['1.5.2', '1e3', '１２', '', '9'.repeat(40)]) {
    expect(attempt({ kind: 'cell', cell: CELL, before, after: number(value) })).toBe('bad-value');
  }
  expect(attempt({ kind: 'cell', cell: 'a.b.c', before, after: before })).toBe('cell-unknown');
  const foreign = { type: 'doc', content: [{ type: 'image' }] } as never as ChapterDoc;
  const { chapters } = store.snapshot().report;
  expect(attempt({ kind: 'chapter', chapter: '1', before: chapters['1'], after: foreign })).toBe('bad-value');
  expect(store.snapshot().revision).toBe(1);
});

test('hours of writing in one chapter do not swell the file: only the paragraph that changed is kept', () => {
  const store = fresh();
  const lines = Array.from({ length: 200 }, (_, index) => `第${index}段，内容较长的一段文字，反复出现。`);
  good(store.commit(setChapter(store, '1', ...lines)));
  const rows = () => store.history().length;
  for (let index = 0; index < 50; index++) {
    good(store.commit(setChapter(store, '1', ...lines.with(100, `改了${index}次`))));
  }
  expect(rows()).toBe(52);
  good(store.saveCopy(join(folder(), 'copy.nianbao')));
  for (let index = 0; index < 50; index++) good(store.undo());
  expect(store.snapshot().report.chapters['1'].content).toEqual(lines.map(paragraph));
});

const block = fc.oneof(
  fc.constantFrom('甲', '乙', '丙', '丁').map(paragraph),
  fc.constantFrom('（一）', '（二）').map((text) => heading(1, text)),
);
const anyChange = fc.oneof(
  fc.record({ kind: fc.constant('cell' as const), cell: fc.constantFrom(CELL, OTHER_CELL), value: fc.nat(5) }),
  fc.record({ kind: fc.constant('prose' as const), blocks: fc.array(block, { maxLength: 6 }) }),
  fc.constant({ kind: 'undo' as const }),
  fc.constant({ kind: 'redo' as const }),
);

test('whatever is done and undone, the document stays whole and undoing everything gives the first content', () => {
  const store = fresh();
  fc.assert(
    fc.property(fc.array(anyChange, { maxLength: 25 }), (actions) => {
      while (store.snapshot().undo !== null) good(store.undo());
      const first = store.digest();
      for (const action of actions) {
        const { report, undo, redo } = store.snapshot();
        if (action.kind === 'cell') good(store.commit(setCell(store, String(action.value), action.cell)));
        if (action.kind === 'prose') {
          const after: ChapterDoc = { type: 'doc', content: action.blocks };
          const edit = { kind: 'chapter', chapter: '1', before: report.chapters['1'], after } as const;
          good(store.commit({ label: '文字', edits: [edit] }));
        }
        if (action.kind === 'undo' && undo !== null) good(store.undo());
        if (action.kind === 'redo' && redo !== null) good(store.redo());
      }
      expect(store.verify()).toEqual({ ok: true, problems: [] });
      const last = store.digest();
      let steps = 0;
      for (; store.snapshot().undo !== null; steps++) good(store.undo());
      expect(store.digest()).toBe(first);
      for (; steps > 0; steps--) good(store.redo());
      expect(store.digest()).toBe(last);
    }),
    { numRuns: 25 },
  );
});
