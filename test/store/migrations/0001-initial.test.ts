// Version 1: the tables hold what a report is made of and refuse what it is not.
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { migrate } from '../../../electron/core/store/migrate.ts';
import { initial } from '../../../electron/core/store/migrations/0001-initial.ts';

let database: Database.Database;
beforeEach(() => {
  database = new Database(':memory:');
  migrate(database, 0, [initial]);
});

test('version 1 makes its tables in an empty file and marks it', () => {
  const names = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
  expect(names).toEqual(
    'cell,change,chapter,explanation,export,meta,reference,reference_cell,reference_chapter,signoff,source'.split(','),
  );
  expect(database.pragma('user_version', { simple: true })).toBe(1);
});

const cell = (values: string) => `INSERT INTO cell VALUES (${values})`;
const REFUSED: Readonly<Record<string, string>> = {
  'a number without a value': cell(`'a.b.c', 'number', NULL, '', NULL, '{}', 0`),
  'a blank with a value': cell(`'a.b.c', 'blank', '0', '', NULL, '{}', 0`),
  'a full-width figure': cell(`'a.b.c', 'number', '１２', '', NULL, '{}', 0`),
  'a figure with separators': cell(`'a.b.c', 'number', '1,234', '', NULL, '{}', 0`),
  'an exponent': cell(`'a.b.c', 'number', '1e5', '', NULL, '{}', 0`),
  'a state that is none': cell(`'a.b.c', 'zero', NULL, '', NULL, '{}', 0`),
  'a name that is no cell id': cell(`'abc', 'blank', NULL, '', NULL, '{}', 0`),
  'a source that is no JSON': cell(`'a.b.c', 'blank', NULL, '', NULL, 'x', 0`),
  'prose of an unknown chapter': `INSERT INTO chapter VALUES ('7', '{}')`,
  'prose that is no JSON': `INSERT INTO chapter VALUES ('1', 'x')`,
  'an entry that begins at 2': `INSERT INTO change VALUES (2, '2026-01-01', 'create', NULL, '', '', '[]', '${'a'.repeat(64)}')`,
  'an entry without a hash': `INSERT INTO change VALUES (1, '2026-01-01', 'create', NULL, '', '', '[]', 'a')`,
  'an undo of nothing': `INSERT INTO change VALUES (1, '2026-01-01', 'undo', NULL, '', '', '[]', '${'a'.repeat(64)}')`,
  'a false size of a source': `INSERT INTO source VALUES (1, '', '', 5, '${'a'.repeat(64)}', x'00')`,
  'an empty explanation': `INSERT INTO explanation VALUES ('a', '')`,
};

for (const [what, sql] of Object.entries(REFUSED)) {
  test(`${what} is refused by the file itself`, () => {
    expect(() => database.exec(sql)).toThrow(/constraint|sequence/);
  });
}

test('figures, blanks and dashes are taken', () => {
  const rows = [
    cell(`'a.b.c', 'number', '-12.5', '－12.5', '其中修订16件', '{"kind":"typed"}', 1`),
    cell(`'a.b.d', 'blank', NULL, '', NULL, '{"kind":"empty"}', 0`),
    cell(`'a.b.e', 'dash', NULL, '—', NULL, '{"kind":"typed"}', 0`),
  ];
  for (const row of rows) database.exec(row);
  expect(database.prepare('SELECT count(*) FROM cell').pluck().get()).toBe(3);
});
