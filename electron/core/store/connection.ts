// Opens SQLite as a document needs it; each setting has been measured against kills, power cuts and hostile files.
import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A connection and what must be done when it is closed. */
export interface Connection {
  readonly database: Database.Database;
  close(): void;
}

/**
 * Opens a document for writing and holds it: a second window or program is refused at once. Throws what SQLite throws.
 * The bytes of the file stay as they are until the first change (unless a journal waits: then the interrupted change is taken back).
 */
export function connect(path: string): Connection {
  const database = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    secure(database);
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = TRUNCATE');
    database.exec('BEGIN IMMEDIATE; COMMIT'); // takes the lock now, not at the first edit
    return { database, close: () => closeTidily(database, path) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A copy in memory, made by reading alone: the file itself, its locks and its folder stay untouched. */
export function connectCopy(path: string): Connection {
  const database = new Database(readFileSync(path), { timeout: 0 });
  try {
    secure(database);
    return { database, close: () => database.close() };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** A copy in a temporary folder together with its journal, where SQLite can take back the interrupted change. */
export function connectRecoveredCopy(path: string): Connection {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-'));
  try {
    const copy = join(folder, 'copy.nianbao');
    copyFileSync(path, copy);
    copyFileSync(`${path}-journal`, `${copy}-journal`);
    const { database, close } = connect(copy);
    return {
      database,
      close: () => {
        close();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** What holds for every connection, before any statement that reads the file's own schema. */
export function secure(database: Database.Database): void {
  database.pragma('trusted_schema = OFF');
  database.pragma('recursive_triggers = ON');
  database.pragma('cell_size_check = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('secure_delete = ON');
  database.pragma('synchronous = FULL');
}

/**
 * Nothing but the document stays behind. TRUNCATE leaves an empty journal; one that SQLite has applied when it opened the file after a
 * kill stays with its first bytes set to zero, and holds old pages. A journal that still counts is never touched.
 */
function closeTidily(database: Database.Database, path: string): void {
  if (!database.open) return;
  const journal = `${path}-journal`;
  try {
    database.pragma('journal_mode = DELETE');
    if (existsSync(journal) && isVoid(journal)) rmSync(journal); // while the lock is still held
  } catch {
    // a medium that is gone: nothing is lost by an empty file left there
  }
  database.close();
}

/** Without SQLite's mark in its first eight bytes a journal is nothing to SQLite. */
function isVoid(journal: string): boolean {
  const file = openSync(journal, 'r');
  try {
    const mark = Buffer.alloc(8);
    return readSync(file, mark, 0, 8, 0) === 0 || mark.equals(Buffer.alloc(8));
  } finally {
    closeSync(file);
  }
}
