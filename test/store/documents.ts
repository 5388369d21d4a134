// What the store's tests share: folders that go away, small reports, edits.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach } from 'vitest';
import {
  createDocument,
  type DocumentStore,
  type NewDocument,
  openDocument,
} from '../../electron/core/store/document-store.ts';
import { EMPTY_CHAPTER, paragraph } from '../../shared/model/chapter.ts';
import type { Change, Edit } from '../../shared/model/edit.ts';
import { BLANK, type CellId, type CellValue, type ChapterKey, type Report } from '../../shared/model/report.ts';
import type { RefusalCode, Result } from '../../shared/model/result.ts';

const undone: (() => void)[] = [];

/** Runs after the test, the last one first. */
export const afterTest = (work: () => void): void => void undone.push(work);

afterEach(() => {
  for (const work of undone.splice(0).toReversed()) work();
});

export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'store-test-'));
  afterTest(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export const number = (value: string): CellValue => ({ state: 'number', value, raw: value, source: { kind: 'typed' } });

export const CELL: CellId = 'applications.new.natural';
export const OTHER_CELL: CellId = 'applications.new.company';
export const TOTAL: CellId = 'applications.new.total';

export function reportOf(year: number, changes: Partial<Report> = {}): Report {
  return {
    organ: '嘉禾市生态环境局',
    year,
    edition: '2021',
    title: `嘉禾市生态环境局${year}年政府信息公开工作年度报告`,
    status: 'draft',
    cells: { [CELL]: number('12'), [OTHER_CELL]: number('3') },
    chapters: {
      preface: EMPTY_CHAPTER,
      '1': { type: 'doc', content: [paragraph('本年主动公开信息12条。'), paragraph('第二段。')] },
      '2': EMPTY_CHAPTER,
      '3': EMPTY_CHAPTER,
      '4': EMPTY_CHAPTER,
      '5': EMPTY_CHAPTER,
      '6': EMPTY_CHAPTER,
    },
    ...changes,
  };
}

export const newDocument = (changes: Partial<NewDocument> = {}): NewDocument => ({
  report: reportOf(2025),
  previous: reportOf(2024, { status: 'final' }),
  label: '由2024年年报新建',
  ...changes,
});

/** The value of a result that must be good. */
export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value;
}

/** Code and sentence of a result that must be a refusal. */
export function refused(result: Result<unknown>): { readonly code: RefusalCode; readonly message: string } {
  if (result.ok) throw new Error('not refused');
  return result.error;
}

export function created(path: string, changes: Partial<NewDocument> = {}): DocumentStore {
  const store = good(createDocument(path, newDocument(changes)));
  afterTest(() => store.close());
  return store;
}

export function opened(path: string): DocumentStore {
  const store = good(openDocument(path));
  afterTest(() => store.close());
  return store;
}

/** A document on the disk, closed. */
export function closedDocument(path: string, changes: Partial<NewDocument> = {}): string {
  good(createDocument(path, newDocument(changes))).close();
  return path;
}

export function setCell(store: DocumentStore, value: string, cell: CellId = CELL): Change {
  const before = store.snapshot().report.cells[cell] ?? BLANK;
  return { label: `填写 ${value}`, edits: [{ kind: 'cell', cell, before, after: number(value) }] };
}

export function setChapter(store: DocumentStore, chapter: ChapterKey, ...lines: string[]): Change {
  const before = store.snapshot().report.chapters[chapter];
  const edit: Edit = { kind: 'chapter', chapter, before, after: { type: 'doc', content: lines.map(paragraph) } };
  return { label: '修改文字', edits: [edit] };
}

export const valueOf = (store: DocumentStore, cell: CellId = CELL) => store.snapshot().report.cells[cell]?.value;

/** Another program's hand in the file: plain SQL on a closed document, its triggers dropped first where `force`. */
export function withSql(path: string, work: (database: Database.Database) => void): void {
  const database = new Database(path);
  try {
    work(database);
  } finally {
    database.close();
  }
}

export function dropTriggers(database: Database.Database): void {
  const names = database.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const name of names) database.exec(`DROP TRIGGER ${name}`);
}

/** Runs SQL on a document as if its triggers were not there, and puts them back exactly: only digests can notice. */
export function forge(path: string, sql: string): void {
  withSql(path, (database) => {
    const triggers = database
      .prepare<[], string>("SELECT sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
      .pluck()
      .all();
    dropTriggers(database);
    database.exec(sql);
    for (const trigger of triggers) database.exec(trigger);
  });
}

export const bytesOf = (path: string): Buffer => readFileSync(path);
