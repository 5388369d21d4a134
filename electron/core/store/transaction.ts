// Changes to an open document: one transaction each with its entry in the history; after any error only the file is believed.
import type { Database } from 'better-sqlite3';
import { type Refusal, refuse, type Result, ok } from '../../../shared/model/result.ts';
import { appendEntry, type ChangeKind, follow, nextEntry, readEntry } from './audit.ts';
import { sealOf } from './digest.ts';
import { quoted } from './file-path.ts';
import { loadDocument, type State } from './load.ts';
import { fileIdentity } from './open-documents.ts';
import type { OpenedFile } from './open-file.ts';
import { finalised, isSqliteError, writeFailure } from './sqlite-error.ts';
import type { StoredEdit } from './stored-edit.ts';

export interface Entry {
  readonly kind: ChangeKind;
  /** For undo and redo: the entry undone or done again. */
  readonly target?: number;
  readonly label: string;
  /** Kept as JSON. */
  readonly detail: unknown;
}

type Refused = { readonly ok: false; readonly error: Refusal };

export class OpenTransactions {
  readonly #file: OpenedFile;
  readonly #identity: string;
  #author: string;
  #state: State;
  /** The file could not be read again after an error: nothing is written before that has succeeded. */
  #lost = false;

  constructor(file: OpenedFile, author: string) {
    this.#file = file;
    this.#author = author;
    this.#state = file.state;
    this.#identity = fileIdentity(file.path) ?? '';
  }

  /** Who makes the changes from now on. */
  signAs(author: string): void {
    this.#author = author;
  }

  /** What the file holds, as of the last change. */
  get state(): State {
    return this.#state;
  }

  get database(): Database {
    return this.#file.connection.database;
  }

  /** Which file it is, whatever it is called. */
  get identity(): string {
    return this.#identity;
  }

  /** Why the content cannot be changed, if so. Comes first: after an error it may bring `state` up to date with the file. */
  contentLock(): Refused | null {
    return this.lock() ?? (this.#state.finalDigest === null ? null : finalised());
  }

  /** After `lock`. `apply` changes the rows, inside the transaction, and gives the state that they then hold. On the disk when it returns. */
  write(entry: Entry, apply: (database: Database, state: State) => State): Result<null> {
    const { database } = this;
    const row = nextEntry(this.#state.trail, {
      at: new Date().toISOString(),
      kind: entry.kind,
      target: entry.target ?? null,
      label: entry.label,
      author: this.#author,
      detail: JSON.stringify(entry.detail),
    });
    try {
      database.exec('BEGIN IMMEDIATE');
      const applied = apply(database, this.#state);
      appendEntry(database, row);
      const trail = follow(applied.trail, row);
      const next = { ...applied, trail, parts: { ...applied.parts, chain: trail.hash } };
      database.prepare('UPDATE meta SET digest = ?, seal = ?').run(next.parts.content, sealOf(next.parts));
      database.exec('COMMIT');
      this.#state = next;
      return ok(null);
    } catch (error) {
      this.#believeTheFile();
      // SQLite can report an error for a transaction that is in the file all the same
      if (!this.#lost && this.#state.trail.hash === row.hash) return ok(null);
      if (!isSqliteError(error)) throw error;
      return this.#lost ? this.#unknown() : writeFailure(error, this.#file.path);
    }
  }

  /** What an entry of kind `edit` did. */
  editsOf(seq: number): Result<readonly StoredEdit[]> {
    try {
      return ok(JSON.parse(readEntry(this.database, seq).detail));
    } catch (error) {
      if (isSqliteError(error)) return writeFailure(error, this.#file.path);
      throw error;
    }
  }

  /** After an error memory may be ahead of the file or behind it. */
  #believeTheFile(): void {
    const { database } = this;
    try {
      if (database.inTransaction) database.exec('ROLLBACK');
      const { state, problems } = loadDocument(database, { pages: false, seal: true });
      this.#lost = state === null || problems.length > 0;
      if (state && !this.#lost) this.#state = state;
    } catch (error) {
      if (!isSqliteError(error)) throw error;
      this.#lost = true;
    }
  }

  /** Why nothing at all can be written now, if so. As `contentLock`. */
  lock(): Refused | null {
    const name = quoted(this.#file.path);
    if (this.#file.readOnly) {
      return refuse('write-failed', `文件${name}是以只读方式打开的，不能修改。请另存到自己的文件夹后再改。`);
    }
    if (fileIdentity(this.#file.path) !== this.#identity) {
      return refuse('write-failed', `文件${name}已被移动、删除或替换，修改没有保存。请立即另存一份。`);
    }
    if (this.#lost) this.#believeTheFile();
    if (!this.#lost) return null;
    return refuse('write-failed', `文件${name}现在读不出来，修改没有保存。请检查磁盘或U盘，或另存到其他磁盘。`);
  }

  #unknown() {
    const name = quoted(this.#file.path);
    return refuse(
      'write-failed',
      `写入文件${name}时出错，而且文件现在读不出来，不能确定刚才的修改是否已保存。请检查磁盘或U盘，再看一下这一处的内容。`,
    );
  }
}
