// Opens a document file only after it has been found to be one: header, table list, pages, digests, history. Refuses without touching it.
import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, extname } from 'node:path';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { type Connection, connect, connectCopy, connectRecoveredCopy } from './connection.ts';
import { sealOf } from './digest.ts';
import { readRefusal, systemCode } from './file-error.ts';
import { type FileHeader, readHeader } from './file-header.ts';
import { quoted, resolveFilePath } from './file-path.ts';
import { EVERYTHING, loadDocument, type State } from './load.ts';
import { currentVersion, MIGRATIONS, type Migration, migrate } from './migrate.ts';
import { storeOf } from './open-documents.ts';
import { pause, replaceFile } from './safe-file.ts';
import { schemaMatches } from './schema.ts';
import { busy, isSqliteError, openRefusal } from './sqlite-error.ts';

export interface OpenedFile {
  readonly path: string;
  readonly connection: Connection;
  readonly state: State;
  readonly readOnly: boolean;
}

/** Opens for writing, or in memory for reading where file or folder cannot be written. */
export function openFile(path: string, migrations: readonly Migration[] = MIGRATIONS): Result<OpenedFile> {
  const resolved = resolveFilePath(path);
  if (!resolved.ok) return resolved;
  if (storeOf(resolved.value)) return busy(path);
  const header = readHeader(resolved.value, migrations);
  if (!header.ok) return header;
  const real = realpathSync(resolved.value);
  if (!canWrite(real)) return openReadOnly(resolved.value, migrations);
  if (header.value.version < currentVersion(migrations)) {
    const rehearsed = lookInto(resolved.value, migrations); // on a copy: a file that cannot be brought forward stays as it is
    if (!rehearsed.ok) return rehearsed;
    rehearsed.value.connection.close();
  }
  let connection: Connection;
  try {
    connection = connect(real);
  } catch (error) {
    if (isSqliteError(error) && error.code.startsWith('SQLITE_READONLY'))
      return openReadOnly(resolved.value, migrations);
    return openRefusal(error, path);
  }
  const checked = guarded(connection, path, () => checkAndUpgrade(connection, real, header.value.version, migrations));
  return checked.ok ? ok({ path: resolved.value, connection, state: checked.value, readOnly: false }) : checked;
}

function openReadOnly(path: string, migrations: readonly Migration[]): Result<OpenedFile> {
  const looked = lookInto(path, migrations);
  return looked.ok ? ok({ path, ...looked.value, readOnly: true }) : looked;
}

export interface Look {
  readonly connection: Connection;
  readonly state: State;
}

/** Reads a document that may be open elsewhere, by copy. */
export function lookInto(path: string, migrations: readonly Migration[] = MIGRATIONS): Result<Look> {
  const resolved = resolveFilePath(path);
  if (!resolved.ok) return resolved;
  return whenStill(
    resolved.value,
    () => lookOnce(resolved.value, migrations),
    (look) => !look.ok && look.error.code === 'file-damaged',
  );
}

const STILL_MS = 3000;

/** Repeats a reading that found damage while somebody was writing: the copy may have caught a change half done. */
export function whenStill<T>(path: string, read: () => T, isDamaged: (value: T) => boolean): T {
  let value = read();
  for (let again = 0; again < 5 && isDamaged(value) && writtenLately(path); again++) {
    pause(40);
    value = read();
  }
  return value;
}

const writtenLately = (path: string): boolean =>
  [path, `${path}-journal`].some((file) => {
    const found = statSync(file, { throwIfNoEntry: false });
    return found !== undefined && Math.abs(Date.now() - found.mtimeMs) < STILL_MS;
  });

function lookOnce(path: string, migrations: readonly Migration[]): Result<Look> {
  const header = readHeader(path, migrations);
  if (!header.ok) return header;
  const copied = copyOf(path, header.value);
  if (!copied.ok) return copied;
  const connection = copied.value;
  const checked = guarded(connection, path, () => {
    if (!schemaMatches(connection.database, header.value.version, migrations)) return tampered(path);
    migrate(connection.database, header.value.version, migrations, (database) => reseal(database));
    return whole(connection, path);
  });
  return checked.ok ? ok({ connection, state: checked.value }) : checked;
}

/** The connection to a copy, before anything in it has been checked. */
export function copyOf(path: string, header: FileHeader): Result<Connection> {
  try {
    return ok(header.hotJournal ? connectRecoveredCopy(path) : connectCopy(path));
  } catch (error) {
    return systemCode(error).startsWith('E') ? readRefusal(error, path) : openRefusal(error, path);
  }
}

/** Closes the connection unless the work succeeds; what SQLite throws becomes a refusal. */
function guarded<T>(connection: Connection, path: string, work: () => Result<T>): Result<T> {
  let result: Result<T> | null = null;
  try {
    result = work();
    return result;
  } catch (error) {
    return error instanceof ContentChanged ? tampered(path) : openRefusal(error, path);
  } finally {
    if (!result?.ok) connection.close();
  }
}

function checkAndUpgrade(
  connection: Connection,
  path: string,
  version: number,
  migrations: readonly Migration[],
): Result<State> {
  const { database } = connection;
  // the header was read before an interrupted change was taken back
  const found = database.pragma('user_version', { simple: true });
  if (found !== version || !schemaMatches(database, version, migrations)) return tampered(path);
  if (version < currentVersion(migrations)) {
    const kept = keepOld(database, path, version);
    if (!kept.ok) return kept;
    migrate(database, version, migrations, reseal);
  }
  return whole(connection, path);
}

function whole(connection: Connection, path: string): Result<State> {
  const { state, problems } = loadDocument(connection.database, EVERYTHING);
  if (state && problems.length === 0) return ok(state);
  return refuse(
    'file-damaged',
    `文件${quoted(path)}没有打开：${problems.join('')}请用最近的备份或副本；本程序没有改动这个文件。`,
  );
}

const tampered = (path: string) =>
  refuse('file-damaged', `文件${quoted(path)}的内部结构被其他程序改动过，没有打开。请用最近的备份或副本。`);

/** The file as it was, beside the new one, before its tables are changed. */
function keepOld(database: Connection['database'], path: string, version: number): Result<null> {
  const stem = path.slice(0, path.length - extname(path).length);
  for (let number = 1; ; number++) {
    const copy = `${stem}（升级前备份v${version}${number === 1 ? '' : `-${number}`}）${extname(path)}`;
    if (existsSync(copy)) continue;
    return replaceFile(copy, (temporary) => void database.prepare('VACUUM INTO ?').run(temporary), { mustBeNew: true });
  }
}

/** The older file was not whole, or a migration is wrong: either way the transaction is taken back. */
class ContentChanged extends Error {}

/** After a migration: the report must be what it was; the seal is made anew, because it follows the tables. */
function reseal(database: Connection['database']): void {
  const { state, problems } = loadDocument(database, { pages: false, seal: false });
  if (!state || problems.length > 0) throw new ContentChanged();
  database.prepare('UPDATE meta SET seal = ?').run(sealOf(state.parts));
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
