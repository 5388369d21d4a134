// What is changed behind the program's back is noticed; what is deleted is gone.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDocument, readDocumentReport, verifyDocument } from '../../electron/core/store/document-store.ts';
import {
  bytesOf,
  closedDocument,
  created,
  dropTriggers,
  folder,
  forge,
  good,
  refused,
  setCell,
  setChapter,
  withSql,
} from './documents.ts';

/** A document with something in every table, closed. */
function lived(): string {
  const path = join(folder(), 'a.nianbao');
  const store = created(path, { source: { name: '原件.docx', bytes: new Uint8Array([1, 2, 3]), note: '' } });
  for (const value of ['1', '2', '3']) good(store.commit(setCell(store, value)));
  good(store.undo());
  good(store.explain('key', '说明文字'));
  good(store.addSignoffStep({ kind: 'remark', name: '李审', at: '2026-01-20', remark: '请核对' }));
  good(store.recordExport({ kind: 'pdf', path: 'x.pdf', sha256: 'a'.repeat(64), bytes: 1, fingerprint: '0' }));
  store.close();
  return path;
}

const BEHIND: Readonly<Record<string, string>> = {
  'a figure': "UPDATE cell SET value = '666' WHERE id = 'applications.new.natural'",
  'where a figure came from': `UPDATE cell SET source = '{"kind":"computed"}' WHERE id = 'applications.new.natural'`,
  'a figure that does not exist': "UPDATE cell SET id = 'a.b.c' WHERE id = 'applications.new.natural'",
  'a missing figure': "DELETE FROM cell WHERE id = 'applications.new.natural'",
  prose: `UPDATE chapter SET doc = '{"type":"doc","content":[]}' WHERE key = '1'`,
  'an edition that does not exist': "PRAGMA ignore_check_constraints = ON; UPDATE meta SET edition = '1999'",
  "last year's edition": "PRAGMA ignore_check_constraints = ON; UPDATE reference SET edition = 'constructor'",
  'a source that is no object': "PRAGMA ignore_check_constraints = ON; UPDATE cell SET source = 'null'",
  'prose outside the schema': `UPDATE chapter SET doc = '{"type":"doc","content":[{"type":"image"}]}' WHERE key = '1'`,
  'the organ': "UPDATE meta SET organ = '别的局'",
  'the year': 'UPDATE meta SET year = 2024',
  'the status': "UPDATE meta SET origin = 'imported'",
  'a false final mark': 'UPDATE meta SET final = 1, final_digest = digest',
  "last year's figure": "UPDATE reference_cell SET value = '666' WHERE id = 'applications.new.natural'",
  "last year's status": "UPDATE reference SET status = 'draft'",
  'a missing last year': 'DELETE FROM reference',
  'an explanation': "UPDATE explanation SET text = '别的'",
  'the original': "UPDATE source SET bytes = x'010204'",
  'the name of the original': "UPDATE source SET name = '别的.docx'",
  'a remark of sign-off': "UPDATE signoff SET remark = '没有意见'",
  'a removed sign-off': 'DELETE FROM signoff',
  'an export': "UPDATE export SET path = 'y.pdf'",
  'an entry of the history': "UPDATE change SET label = '填写 9' WHERE seq = 2",
  'what an entry of the history did': 'UPDATE change SET detail = replace(detail, \'"1"\', \'"7"\') WHERE seq = 2',
  'a removed entry of the history': 'DELETE FROM change WHERE seq = 3',
  'the last entry of the history': 'DELETE FROM change WHERE seq = (SELECT max(seq) FROM change)',
};

for (const [what, sql] of Object.entries(BEHIND)) {
  test(`${what}, changed with a SQLite tool, is noticed at opening, reading and verifying`, () => {
    const path = lived();
    forge(path, sql);
    const before = bytesOf(path);
    expect(refused(openDocument(path)).code).toBe('file-damaged');
    expect(refused(readDocumentReport(path)).code).toBe('file-damaged');
    const { ok, problems } = good(verifyDocument(path));
    expect(ok).toBe(false);
    expect(problems.join()).toMatch(/^[\u3000-\uffef\u4e00-\u9fff0-9a-f]+$/);
    expect(bytesOf(path).equals(before)).toBe(true);
  });
}

const STRUCTURE: Readonly<Record<string, string>> = {
  'a trigger that rewrites figures': "CREATE TRIGGER x AFTER UPDATE ON cell BEGIN UPDATE cell SET raw = '666'; END",
  'a view': 'CREATE VIEW v AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT * FROM c',
  'a view in place of a table': 'DROP TABLE explanation; CREATE VIEW explanation AS SELECT 1 AS finding, 2 AS text',
  'another table': 'CREATE TABLE extra (a)',
  'another column': 'ALTER TABLE signoff ADD COLUMN extra TEXT',
  'another index': 'CREATE INDEX i ON change (at)',
  'a removed trigger': 'DROP TRIGGER change_keep_update',
  'a table without its rules': 'DROP TABLE explanation; CREATE TABLE explanation (finding, text)',
};

for (const [what, sql] of Object.entries(STRUCTURE)) {
  test(`a document with ${what} is refused before any of it can run, and stays as it is`, () => {
    const path = lived();
    withSql(path, (database) => {
      if (sql.startsWith('DROP TABLE')) dropTriggers(database);
      database.exec(sql);
    });
    const before = bytesOf(path);
    for (const attempt of [openDocument, readDocumentReport]) {
      expect(refused(attempt(path)).message).toContain('的内部结构被其他程序改动过');
    }
    expect(good(verifyDocument(path)).ok).toBe(false);
    expect(bytesOf(path).equals(before)).toBe(true);
  });
}

test('a deleted 说明 is gone from the bytes of the file', () => {
  const path = join(folder(), 'a.nianbao');
  const secret = '不该外传的内部说明';
  const store = created(path);
  good(store.explain('key', secret.repeat(2000)));
  store.close();
  expect(bytesOf(path).includes(secret)).toBe(true);
  const again = good(openDocument(path));
  good(again.explain('key', ''));
  again.close();
  expect(bytesOf(path).includes(secret)).toBe(false);
  expect(good(verifyDocument(path)).ok).toBe(true);
});

test('prose taken out is gone from the tables and kept in the history alone, where undo needs it', () => {
  const path = join(folder(), 'a.nianbao');
  const store = created(path);
  good(store.commit(setChapter(store, '5', '删去的句子')));
  good(store.commit(setChapter(store, '5', '留下的句子')));
  store.close();
  withSql(path, (database) => {
    const found = (table: string) =>
      database.prepare(`SELECT * FROM ${table}`).raw().all().flat().join().includes('删去的句子');
    expect(found('chapter')).toBe(false);
    expect(found('change')).toBe(true);
  });
});

test('SQL that would write history out of order or over itself is stopped in the file itself', () => {
  const path = closedDocument(join(folder(), 'a.nianbao'));
  withSql(path, (database) => {
    database.pragma('recursive_triggers = OFF');
    const insert = (seq: number, verb: string) =>
      `${verb} INTO change SELECT ${seq}, at, kind, target, label, author, detail, hash FROM change WHERE seq = 1`;
    expect(() => database.exec(insert(9, 'INSERT'))).toThrow('sequence');
    expect(() => database.exec(insert(1, 'REPLACE'))).toThrow('sequence');
    expect(() => database.exec('UPDATE change SET seq = 5')).toThrow('append-only');
  });
});

test('a text longer than any report can hold is refused without being read into memory', () => {
  const path = lived();
  // written by another process: what it takes there does not count here
  const script = `const db = require('better-sqlite3')(process.argv[1]); db.pragma('ignore_check_constraints = ON');
    db.exec("UPDATE chapter SET doc = '\\"' || printf('%.*c', 120000000, 'x') || '\\"' WHERE key = '1'")`;
  execFileSync(process.execPath, ['-e', script, path], { cwd: import.meta.dirname });
  const highest = (): number => process.resourceUsage().maxRSS / 1024;
  const before = highest();
  expect(refused(openDocument(path)).code).toBe('file-damaged');
  expect(highest() - before).toBeLessThan(100);
});
