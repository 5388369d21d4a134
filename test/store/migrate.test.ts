// An older file is brought forward in one transaction, kept beside the new one, and every migration has its test.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentVersion, MIGRATIONS, type Migration } from '../../electron/core/store/migrate.ts';
import { lookInto, openFile } from '../../electron/core/store/open-file.ts';
import { afterTest, bytesOf, CELL, closedDocument, folder, forge, good, refused } from './documents.ts';

const folderOf = (path: string) => new URL(path, import.meta.url);

test('migrations are numbered without gaps and each has a file and a test of the same name', () => {
  const files = readdirSync(folderOf('../../electron/core/store/migrations/')).sort();
  expect(MIGRATIONS.map((migration) => migration.version)).toEqual(files.map((_, index) => index + 1));
  for (const [index, file] of files.entries()) {
    expect(file).toMatch(new RegExp(`^${String(index + 1).padStart(4, '0')}-[a-z0-9-]+\\.ts$`));
    expect(existsSync(folderOf(`migrations/${file.replace('.ts', '.test.ts')}`)), `a test for ${file}`).toBe(true);
  }
});

const second: Migration = { version: currentVersion() + 1, sql: 'CREATE TABLE extra (a INTEGER) STRICT;' };
const WITH_SECOND = [...MIGRATIONS, second];

test('an older file is brought forward with its content, and kept as it was beside it', () => {
  const place = folder();
  const path = closedDocument(join(place, '年报.nianbao'));
  const opened = good(openFile(path, WITH_SECOND));
  afterTest(() => opened.connection.close());
  expect(opened.state.report.cells[CELL]?.value).toBe('12');
  expect(opened.connection.database.prepare('SELECT count(*) FROM extra').pluck().get()).toBe(0);
  opened.connection.close();
  const kept = join(place, `年报（升级前备份v${currentVersion()}）.nianbao`);
  expect(readdirSync(place).sort()).toEqual([path, kept].map((file) => file.slice(place.length + 1)).sort());
  const old = good(openFile(kept));
  expect(old.state.report.cells[CELL]?.value).toBe('12');
  old.connection.close();
  expect(refused(openFile(path)).code).toBe('file-newer');
  good(openFile(path, WITH_SECOND)).connection.close();
  expect(readdirSync(place)).toHaveLength(2);
});

test('reading an older file changes nothing on the disk', () => {
  const path = closedDocument(join(folder(), 'a.nianbao'));
  const before = bytesOf(path);
  const look = good(lookInto(path, WITH_SECOND));
  expect(look.state.report.cells[CELL]?.value).toBe('12');
  look.connection.close();
  expect(bytesOf(path).equals(before)).toBe(true);
});

test('a migration that fails leaves the file as it was', () => {
  const path = closedDocument(join(folder(), 'a.nianbao'));
  const before = bytesOf(path);
  const broken: Migration = {
    ...second,
    move: (database) => void database.exec("UPDATE cell SET value = '666' WHERE state = 'number'"),
  };
  expect(refused(openFile(path, [...MIGRATIONS, broken])).code).toBe('file-damaged');
  expect(bytesOf(path).equals(before)).toBe(true);
  good(openFile(path)).connection.close();
});

test('an older file that was changed behind the program is refused, not brought forward', () => {
  const path = closedDocument(join(folder(), 'a.nianbao'));
  forge(path, "UPDATE cell SET value = '666' WHERE id = 'applications.new.natural'");
  const before = bytesOf(path);
  expect(refused(openFile(path, WITH_SECOND)).code).toBe('file-damaged');
  expect(bytesOf(path).equals(before)).toBe(true);
});

/** What admits another edition of the form: the checks of the two columns are widened in place, no row is copied. */
const ADMITS_2027: Migration = {
  version: currentVersion() + 1,
  sql: '',
  move: (database) => {
    database.unsafeMode(true);
    database.pragma('writable_schema = ON');
    database
      .prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name IN ('meta', 'reference')")
      .run("IN ('2019', '2021')", "IN ('2019', '2021', '2027')");
    database.pragma('writable_schema = RESET');
    database.unsafeMode(false);
  },
};

test('a migration admits an edition of the form, and an older program says that the file is newer', () => {
  const path = closedDocument(join(folder(), 'a.nianbao'));
  const { connection, state } = good(openFile(path, [...MIGRATIONS, ADMITS_2027]));
  afterTest(() => connection.close());
  expect(state.report.cells[CELL]?.value).toBe('12');
  const { database } = connection;
  const widened = "SELECT name FROM sqlite_schema WHERE sql LIKE '%''2021'', ''2027''%' ORDER BY name";
  expect(database.prepare(widened).pluck().all()).toEqual(['meta', 'reference']);
  database.exec("UPDATE meta SET edition = '2027'");
  expect(() => database.exec("UPDATE meta SET edition = '2028'")).toThrow(/CHECK/);
  expect(() => database.exec("UPDATE sqlite_schema SET sql = ''")).toThrow(/may not be modified/);
  connection.close();
  expect(refused(openFile(path)).code).toBe('file-newer');
});
