// A document holds what it was given, also after it was closed, copied, or read while another program has it open.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createDocument,
  openDocument,
  readDocumentReport,
  readPreviousReport,
  refuseExisting,
  verifyDocument,
} from '../../electron/core/store/document-store.ts';
import { EDITIONS, figures } from '../../shared/editions/index.ts';
import { BLANK } from '../../shared/model/report.ts';
import {
  afterTest,
  bytesOf,
  CELL,
  closedDocument,
  created,
  folder,
  good,
  newDocument,
  number,
  OTHER_CELL,
  opened,
  refused,
  reportOf,
  setCell,
  setChapter,
  valueOf,
} from './documents.ts';

test('a document gives back the report, last year, explanations and the imported file exactly, also after closing', () => {
  const path = join(folder(), '年报 2025.nianbao');
  const bytes = new Uint8Array([0, 1, 2, 255]);
  const store = created(path, { source: { name: '年报.docx', bytes, note: '导入' } });
  good(store.explain('T3-IDENT|x', '因跨年办结'));
  const before = store.snapshot();
  store.close();
  const again = opened(path);
  expect(again.snapshot()).toEqual(before);
  expect(again.snapshot().previous?.status).toBe('final');
  expect(again.snapshot().explanations).toEqual({ 'T3-IDENT|x': '因跨年办结' });
  expect(Uint8Array.from(again.sourceBytes(1))).toEqual(bytes);
  expect(again.sources()).toMatchObject([{ id: 1, name: '年报.docx', bytes: 4, note: '导入' }]);
  expect(again.verify()).toEqual({ ok: true, problems: [] });
});

test('every cell of the edition is present in a document, blank where none was given', () => {
  const store = created(join(folder(), 'a.nianbao'));
  const { cells } = store.snapshot().report;
  expect(Object.keys(cells)).toEqual([...figures(EDITIONS['2021']).keys()]);
  expect(cells['proceedings.direct.total' as never] ?? BLANK).toEqual(BLANK);
});

test('a report with a cell that the form does not have is refused and leaves no file', () => {
  const path = join(folder(), 'a.nianbao');
  const report = reportOf(2025, { cells: { 'applications.nowhere.total': number('1') } });
  expect(refused(createDocument(path, newDocument({ report }))).code).toBe('cell-unknown');
  expect(existsSync(path)).toBe(false);
});

test('a name that no folder can hold is refused in a sentence, read or written', () => {
  const path = join(folder(), `${'年'.repeat(90)}.nianbao`);
  const circle = join(folder(), 'a.nianbao');
  symlinkSync(circle, circle);
  expect(refused(createDocument(path, newDocument())).message).toContain('太长');
  expect(refused(readDocumentReport(path)).message).toContain('太长');
  expect(refused(readDocumentReport(circle)).code).toBe('file-unreadable');
});

test('an existing file is refused, and replaced only when forced', () => {
  const path = join(folder(), 'a.nianbao');
  writeFileSync(path, 'something');
  expect(refused(createDocument(path, newDocument())).message).toContain('“a.nianbao”已存在');
  expect(refused(refuseExisting(path, false)).code).toBe('file-exists');
  expect(bytesOf(path).toString()).toBe('something');
  good(createDocument(path, newDocument(), { force: true })).close();
  expect(good(readDocumentReport(path)).organ).toBe('嘉禾市生态环境局');
});

test('a forced new document never takes up a journal that lay beside the old file', () => {
  const path = join(folder(), 'a.nianbao');
  for (const end of ['-journal', '-wal']) writeFileSync(`${path}${end}`, Buffer.alloc(5000, 7));
  good(createDocument(path, newDocument(), { force: true })).close();
  expect(good(verifyDocument(path))).toMatchObject({ ok: true, problems: [] });
});

test('a document that is open is never replaced', () => {
  const path = join(folder(), 'a.nianbao');
  const store = created(path);
  expect(refused(createDocument(path, newDocument(), { force: true })).code).toBe('file-busy');
  good(store.commit(setCell(store, '99')));
  expect(valueOf(store)).toBe('99');
});

test('nothing but the document is left in its folder after closing', () => {
  const place = folder();
  const store = created(join(place, 'a.nianbao'));
  good(store.commit(setCell(store, '99')));
  store.close();
  expect(readdirSync(place)).toEqual(['a.nianbao']);
});

test('reading the report of a document leaves its bytes and its folder untouched', () => {
  const place = folder();
  const path = closedDocument(join(place, 'a.nianbao'));
  const before = bytesOf(path);
  expect(good(readDocumentReport(path)).cells[CELL]).toEqual(number('12'));
  expect(good(readPreviousReport(path))?.year).toBe(2024);
  expect(good(verifyDocument(path)).ok).toBe(true);
  expect(bytesOf(path).equals(before)).toBe(true);
  expect(readdirSync(place)).toEqual(['a.nianbao']);
});

test('a document open in this program can be read, and stays locked against others', async () => {
  const path = join(folder(), 'a.nianbao');
  const store = created(path);
  good(store.commit(setCell(store, '77')));
  expect(good(readDocumentReport(path)).cells[CELL]?.value).toBe('77');
  expect(refused(openDocument(path)).message).toBe(
    '文件“a.nianbao”已在另一个窗口或程序中打开。请先在那里关闭，再回到这里。',
  );
  expect(await openedElsewhere(path)).toBe('file-busy');
});

test('a document open in another program is refused, can be read, and opens after that program is killed', async () => {
  const path = closedDocument(join(folder(), 'a.nianbao'));
  const before = bytesOf(path);
  const holder = spawn(process.execPath, [HOLD_OPEN, path]);
  afterTest(() => void holder.kill('SIGKILL'));
  expect(await firstLine(holder)).toBe('open');
  expect(refused(openDocument(path)).code).toBe('file-busy');
  expect(refused(createDocument(path, newDocument(), { force: true })).code).toBe('file-busy');
  expect(good(readDocumentReport(path)).cells[CELL]?.value).toBe('12');
  expect(bytesOf(path).equals(before)).toBe(true);
  const ended = new Promise((resolve) => holder.once('close', resolve));
  holder.kill('SIGKILL');
  await ended;
  expect(valueOf(opened(path))).toBe('12');
});

test('a saved copy is a whole document of its own', () => {
  const place = folder();
  const store = created(join(place, 'a.nianbao'));
  good(store.commit(setCell(store, '31')));
  good(store.saveCopy(join(place, 'b.nianbao')));
  good(store.commit(setCell(store, '32')));
  const copy = opened(join(place, 'b.nianbao'));
  expect(valueOf(copy)).toBe('31');
  expect(valueOf(store)).toBe('32');
  expect(refused(store.saveCopy(join(place, 'a.nianbao'))).code).toBe('file-exists');
  expect(refused(store.saveCopy(join(place, 'b.nianbao'))).code).toBe('file-busy');
  expect(refused(store.saveCopy(join(place, 'none', 'b.nianbao'))).message).toContain('不存在');
  store.close();
  copy.close();
  expect(readdirSync(place).sort()).toEqual(['a.nianbao', 'b.nianbao']);
});

test('the same content has the same digest in every copy, and another one after any change', () => {
  const place = folder();
  const store = created(join(place, 'a.nianbao'));
  const first = store.digest();
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  good(store.saveCopy(join(place, 'b.nianbao')));
  expect(opened(join(place, 'b.nianbao')).digest()).toBe(first);
  expect(created(join(place, 'c.nianbao')).digest()).toBe(first);
  good(store.commit(setCell(store, '13')));
  const second = store.digest();
  expect(second).not.toBe(first);
  good(store.commit(setChapter(store, '5', '新的一段。')));
  expect(store.digest()).not.toBe(second);
  good(store.undo());
  good(store.undo());
  expect(store.digest()).toBe(first);
});

test('a file removed or replaced while it is open refuses edits and can still be saved elsewhere', () => {
  const place = folder();
  const path = join(place, 'a.nianbao');
  const store = created(path);
  renameSync(closedDocument(join(place, 'b.nianbao')), path);
  expect(refused(store.commit(setCell(store, '5'))).message).toContain('已被移动、删除或替换');
  good(store.saveCopy(join(place, 'c.nianbao')));
  expect(good(readDocumentReport(join(place, 'c.nianbao'))).cells[CELL]?.value).toBe('12');
});

test('any text comes back as it went in, whatever its characters', () => {
  const path = join(folder(), 'a.nianbao');
  const store = created(path);
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, text, (raw, file) => {
      const before = store.snapshot().report.cells[OTHER_CELL] ?? BLANK;
      const source = { kind: 'imported', file, place: '表三' } as const;
      const after = { state: 'text', value: null, raw, note: raw, source } as const;
      good(store.commit({ label: raw, edits: [{ kind: 'cell', cell: OTHER_CELL, before, after }] }));
      expect(store.snapshot().report.cells[OTHER_CELL]?.raw).toBe(raw.toWellFormed());
      expect(store.verify()).toEqual({ ok: true, problems: [] });
    }),
    { numRuns: 150 },
  );
  const last = store.snapshot();
  store.close();
  expect(opened(path).snapshot()).toEqual(last);
});

const HOLD_OPEN = fileURLToPath(new URL('./hold-open.ts', import.meta.url));

const openedElsewhere = (path: string): Promise<string> => {
  const child = spawn(process.execPath, [HOLD_OPEN, path]);
  afterTest(() => void child.kill('SIGKILL'));
  return firstLine(child);
};

const firstLine = (child: ReturnType<typeof spawn>): Promise<string> =>
  new Promise((resolve) => child.stdout?.once('data', (data) => resolve(String(data).trim())));
