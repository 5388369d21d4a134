// One open document: keeps the content in memory, writes each change as one transaction, and after any error believes only the file.
import type { Delta, HistoryEntry, SignoffNames, SignoffStep, Snapshot } from '../../../shared/ipc/contract.ts';
import { applyEdits, type Change, type Edit, invertEdits } from '../../../shared/model/edit.ts';
import type { CellId, CellValue, ChapterKey, Report } from '../../../shared/model/report.ts';
import { ok, type Refusal, refuse, type Result } from '../../../shared/model/result.ts';
import { appendEntry, type ChangeKind, follow, nextEntry, readEntries, readEntry } from './audit.ts';
import { contentDigest, PART_QUERIES, rowsDigest, sealOf, sha256 } from './digest.ts';
import type {
  DocumentStore,
  ExportEntry,
  ExportRecord,
  Finalisation,
  SourceEntry,
  StoreOptions,
  Verification,
} from './document-store.ts';
import { quoted } from './file-path.ts';
import { loadDocument, type State, statePart } from './load.ts';
import { clearCompanions, readyToReplace } from './new-file.ts';
import { fileIdentity, forget, remember, storeOf } from './open-documents.ts';
import type { OpenedFile } from './open-file.ts';
import { editedPlace, prepareEdits, stale } from './prepare-edits.ts';
import { cellRow } from './rows.ts';
import { replaceFile } from './safe-file.ts';
import { currentVersion } from './migrate.ts';
import { schemaMatches } from './schema.ts';
import { finalised, isSqliteError, writeFailure } from './sqlite-error.ts';
import { invertStored, restoreEdits, storeEdit, type StoredEdit } from './stored-edit.ts';

interface Entry {
  readonly kind: ChangeKind;
  readonly target?: number;
  readonly label: string;
  readonly detail: unknown;
}

type Refused = { readonly ok: false; readonly error: Refusal };

const STEPS = { submitted: '送审', remark: '审核意见', revised: '修改', signed: '签发' } as const;

export class OpenStore implements DocumentStore {
  readonly path: string;
  readonly readOnly: boolean;
  readonly #file: OpenedFile;
  readonly #author: NonNullable<StoreOptions['author']>;
  readonly #identity: string | null;
  #state: State;
  /** The file could not be read again after an error: nothing is written before that has succeeded. */
  #lost = false;

  constructor(file: OpenedFile, author: string) {
    this.#file = file;
    this.#author = author;
    this.#state = file.state;
    this.path = file.path;
    this.readOnly = file.readOnly;
    this.#identity = file.readOnly ? null : fileIdentity(file.path);
    if (this.#identity) remember(this.#identity, this);
  }

  snapshot(): Snapshot {
    const { report, previous, explanations } = this.#state;
    return { path: this.path, report, previous, explanations, ...this.#position(), readOnly: this.readOnly };
  }

  commit(change: Change, revision?: number): Result<Delta> {
    const refused = this.#refused();
    if (refused) return refused;
    const prepared = prepareEdits(this.#state.report, change.edits);
    if (!prepared.ok) return prepared;
    const edits = prepared.value;
    if (edits.length === 0) return ok(this.#delta([]));
    if (revision !== undefined && revision !== this.#state.trail.revision && this.#meets(edits, revision)) {
      return stale('要修改的内容');
    }
    return this.#edit({ kind: 'edit', label: change.label, detail: edits.map(storeEdit) }, edits);
  }

  undo(): Result<Delta> {
    const step = this.#state.trail.undo.at(-1);
    if (!step) return refuse('bad-argument', '没有可以撤销的操作。');
    return this.#repeat('undo', step.seq, `撤销：${step.label}`);
  }

  redo(): Result<Delta> {
    const step = this.#state.trail.redo.at(-1);
    if (!step) return refuse('bad-argument', '没有可以重做的操作。');
    return this.#repeat('redo', step.seq, `重做：${step.label}`);
  }

  explain(findingKey: string, text: string): Result<null> {
    const finding = findingKey.toWellFormed();
    const wanted = text.trim().toWellFormed();
    if (finding === '' || finding.length > 100_000 || wanted.length > 100_000) {
      return refuse('bad-argument', '说明太长，没有保存。');
    }
    const refused = this.#refused();
    if (refused) return refused;
    if ((this.#state.explanations[finding] ?? '') === wanted) return ok(null);
    // the text itself stays out of the history: what is deleted here is gone from the file
    const detail = { finding, sha256: wanted && sha256(wanted) };
    return this.#write({ kind: 'explain', label: wanted ? '填写说明' : '删除说明', detail }, (state) => {
      this.#run('DELETE FROM explanation WHERE finding = ?', finding);
      const { [finding]: _, ...explanations } = state.explanations;
      if (wanted) this.#run('INSERT INTO explanation VALUES (?, ?)', finding, wanted);
      return {
        ...state,
        explanations: wanted ? { ...explanations, [finding]: wanted } : explanations,
        parts: { ...state.parts, explanation: this.#part('explanation') },
      };
    });
  }

  history(): readonly HistoryEntry[] {
    return readEntries(this.#file.connection.database).map((row) => {
      const edits: readonly StoredEdit[] = ['edit', 'undo', 'redo'].includes(row.kind) ? JSON.parse(row.detail) : [];
      return {
        revision: row.seq,
        at: row.at,
        label: row.label,
        cells: [...new Set(edits.flatMap((edit) => (edit.kind === 'cell' ? [edit.cell] : [])))],
        chapters: [...new Set(edits.flatMap((edit) => (edit.kind === 'chapter' ? [edit.chapter] : [])))],
      };
    });
  }

  digest(): string {
    return this.#state.parts.content;
  }

  verify(): Verification {
    const { database } = this.#file.connection;
    if (!schemaMatches(database, currentVersion())) {
      return { ok: false, problems: ['文件的内部结构被其他程序改动过。'] };
    }
    const { state, problems } = loadDocument(database, true);
    const all =
      problems.length === 0 && state && sealOf(state.parts) !== sealOf(this.#state.parts)
        ? ['文件在打开期间被其他程序改动过。']
        : problems;
    return { ok: all.length === 0, problems: all };
  }

  sources(): readonly SourceEntry[] {
    return this.#all<SourceEntry>('SELECT seq AS id, name, sha256, size AS bytes, note FROM source ORDER BY seq');
  }

  sourceBytes(id: number): Uint8Array {
    const [row] = this.#all<{ bytes: Buffer }>('SELECT bytes FROM source WHERE seq = ?', id);
    if (!row) throw new Error(`no source ${id}`);
    return row.bytes;
  }

  recordExport(file: ExportRecord): Result<null> {
    const label = `导出 ${file.kind}`;
    const at = new Date().toISOString();
    return this.#write({ kind: 'export', label, detail: file }, (state) => {
      this.#run(
        'INSERT INTO export SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ?, ?, ? FROM export',
        at,
        file.kind,
        file.path.toWellFormed(),
        file.bytes,
        file.sha256,
        file.fingerprint,
      );
      return { ...state, parts: { ...state.parts, export: this.#part('export') } };
    });
  }

  exports(): readonly ExportEntry[] {
    return this.#all<ExportEntry>(
      'SELECT seq AS id, at, kind, path, size AS bytes, sha256, fingerprint FROM export ORDER BY seq',
    );
  }

  finalise(signoff: SignoffNames, at: string): Result<{ readonly digest: string }> {
    const names = { drafted: signoff.drafted.trim(), reviewed: signoff.reviewed.trim(), signed: signoff.signed.trim() };
    if (!names.drafted || !names.reviewed || !names.signed) {
      return refuse('bad-argument', '定稿需要填写拟稿人、审核人和签发人的姓名。');
    }
    const refused = this.#refused();
    if (refused) return refused;
    const digest = this.digest();
    const done = this.#write({ kind: 'finalise', label: '定稿', detail: { ...names, at, digest } }, (state) => {
      const { drafted, reviewed, signed } = names;
      const remark = `拟稿：${drafted}；审核：${reviewed}；签发：${signed}；校验码：${digest.slice(0, 16)}`;
      this.#sign({ kind: 'finalised', name: signed, at, remark });
      this.#run('UPDATE meta SET final = 1, final_digest = ?', digest);
      return this.#withStatus(state, digest);
    });
    return done.ok ? ok({ digest }) : done;
  }

  unlock(reason: string): Result<null> {
    const remark = reason.trim().toWellFormed();
    if (this.#state.finalDigest === null) return refuse('not-final', '年报没有定稿，不需要解除。');
    if (!remark) return refuse('bad-argument', '解除定稿需要填写原因。');
    const digest = this.#state.finalDigest;
    return this.#write({ kind: 'unlock', label: '解除定稿', detail: { reason: remark, digest } }, (state) => {
      this.#sign({ kind: 'unlocked', name: this.#author, at: new Date().toISOString(), remark });
      this.#run('UPDATE meta SET final = 0, final_digest = NULL');
      return this.#withStatus(state, null);
    });
  }

  finalisation(): Finalisation | null {
    const digest = this.#state.finalDigest;
    if (digest === null) return null;
    const entry = readEntries(this.#file.connection.database).findLast((row) => row.kind === 'finalise');
    return entry ? (JSON.parse(entry.detail) as Finalisation) : null; // written by `finalise` above, held by the chain
  }

  signoffs(): readonly SignoffStep[] {
    return this.#all<SignoffStep>('SELECT kind, name, at, remark FROM signoff ORDER BY seq');
  }

  addSignoffStep(step: SignoffStep): Result<null> {
    const refused = this.#refused();
    if (refused) return refused;
    if (step.kind === 'finalised' || step.kind === 'unlocked') throw new Error(`${step.kind} is not added by hand`);
    const signed = { ...step, name: step.name.trim(), remark: step.remark.trim() };
    if (!signed.name) return refuse('bad-argument', '请填写姓名。');
    const label = `${STEPS[step.kind]}（${signed.name}）`;
    return this.#write({ kind: 'signoff', label, detail: signed }, (state) => {
      this.#sign(signed);
      return { ...state, parts: { ...state.parts, signoff: this.#part('signoff') } };
    });
  }

  saveCopy(path: string): Result<null> {
    const there = storeOf(path);
    if (there === this) return refuse('file-exists', `文件${quoted(path)}就是正在编辑的文件，请换一个文件名。`);
    if (there) return refuse('file-busy', `文件${quoted(path)}已在另一个窗口中打开。请换一个文件名。`);
    const ready = readyToReplace(path);
    if (!ready.ok) return ready;
    const { database } = this.#file.connection;
    return replaceFile(path, (temporary) => void database.prepare('VACUUM INTO ?').run(temporary), {
      beforeRename: clearCompanions,
    });
  }

  close(): void {
    this.#file.connection.close();
    if (this.#identity && storeOf(this.path) === this) forget(this.#identity);
  }

  #position() {
    const { trail } = this.#state;
    return {
      revision: trail.revision,
      savedAt: trail.at,
      undo: trail.undo.at(-1)?.label ?? null,
      redo: trail.redo.at(-1)?.label ?? null,
    };
  }

  #delta(edits: readonly Edit[]): Delta {
    const { report } = this.#state;
    const cells: Record<CellId, CellValue> = {};
    const chapters: { -readonly [K in ChapterKey]?: Report['chapters'][K] } = {};
    let fields: { organ?: string; title?: string } = {};
    for (const edit of edits) {
      if (edit.kind === 'cell') cells[edit.cell] = edit.after;
      if (edit.kind === 'chapter') chapters[edit.chapter] = edit.after;
      if (edit.kind === 'field') fields = { ...fields, [edit.field]: report[edit.field] };
    }
    return { ...this.#position(), cells, chapters, ...fields };
  }

  /** Why the content cannot be changed now, if so. */
  #refused(): Refused | null {
    return this.#state.finalDigest === null ? null : finalised();
  }

  /** True when something that these edits set was set by a later change than the one they were made on. */
  #meets(edits: readonly Edit[], revision: number): boolean {
    const places = new Set(edits.map(editedPlace));
    return readEntries(this.#file.connection.database, revision)
      .filter((row) => row.kind === 'edit' || row.kind === 'undo' || row.kind === 'redo')
      .flatMap((row): StoredEdit[] => JSON.parse(row.detail))
      .map(editedPlace)
      .some((place) => place !== null && places.has(place));
  }

  #repeat(kind: 'undo' | 'redo', seq: number, label: string): Result<Delta> {
    const refused = this.#refused();
    if (refused) return refused;
    const stored: StoredEdit[] = JSON.parse(readEntry(this.#file.connection.database, seq).detail);
    const { report } = this.#state;
    const done = restoreEdits(kind === 'undo' ? stored : invertStored(stored), report);
    const prepared = done && prepareEdits(report, invertEdits(done));
    if (!prepared?.ok) throw new Error(`history entry ${seq} does not fit the content`);
    const edits = prepared.value;
    return this.#edit({ kind, target: seq, label, detail: edits.map(storeEdit) }, edits);
  }

  #edit(entry: Entry, edits: readonly Edit[]): Result<Delta> {
    const written = this.#write(entry, (state) => {
      for (const edit of edits) this.#put(edit);
      const report = applyEdits(state.report, edits);
      return { ...state, report, parts: { ...state.parts, content: contentDigest(report) } };
    });
    return written.ok ? ok(this.#delta(edits)) : written;
  }

  #put(edit: Edit): void {
    switch (edit.kind) {
      case 'cell': {
        const row = cellRow(edit.cell, edit.after);
        this.#one(
          `UPDATE cell SET state = @state, value = @value, raw = @raw, note = @note, source = @source, proposed = @proposed
           WHERE id = @id`,
          row,
        );
        break;
      }
      case 'chapter':
        this.#one('UPDATE chapter SET doc = ? WHERE key = ?', JSON.stringify(edit.after), edit.chapter);
        break;
      case 'field':
        this.#one(`UPDATE meta SET ${edit.field === 'organ' ? 'organ' : 'title'} = ?`, edit.after);
        break;
    }
  }

  /** One transaction with its entry in the history. `apply` changes the rows and gives the state that they then hold. */
  #write(entry: Entry, apply: (state: State) => State): Result<null> {
    const { database } = this.#file.connection;
    const blocked = this.#blocked();
    if (blocked) return blocked;
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
      const applied = apply(this.#state);
      appendEntry(database, row);
      const trail = follow(applied.trail, row);
      const next = { ...applied, trail, parts: { ...applied.parts, chain: trail.hash } };
      this.#run('UPDATE meta SET digest = ?, seal = ?', next.parts.content, sealOf(next.parts));
      database.exec('COMMIT');
      this.#state = next;
      return ok(null);
    } catch (error) {
      this.#believeTheFile();
      // SQLite can report an error for a transaction that is in the file all the same
      if (!this.#lost && this.#state.trail.hash === row.hash) return ok(null);
      if (isSqliteError(error)) return writeFailure(error, this.path);
      throw error;
    }
  }

  /** After an error memory may be ahead of the file or behind it. */
  #believeTheFile(): void {
    const { database } = this.#file.connection;
    try {
      if (database.inTransaction) database.exec('ROLLBACK');
      const { state, problems } = loadDocument(database, false);
      this.#lost = state === null || problems.length > 0;
      if (state && !this.#lost) this.#state = state;
    } catch (error) {
      if (!isSqliteError(error)) throw error;
      this.#lost = true;
    }
  }

  #blocked(): Refused | null {
    if (this.readOnly) {
      return refuse(
        'write-failed',
        `文件${quoted(this.path)}是以只读方式打开的，不能修改。请另存到自己的文件夹后再改。`,
      );
    }
    if (this.#identity && fileIdentity(this.path) !== this.#identity) {
      return refuse('write-failed', `文件${quoted(this.path)}已被移动、删除或替换，修改没有保存。请立即另存一份。`);
    }
    if (this.#lost) this.#believeTheFile();
    if (!this.#lost) return null;
    return refuse(
      'write-failed',
      `文件${quoted(this.path)}现在读不出来，修改没有保存。请检查磁盘或U盘，或另存到其他磁盘。`,
    );
  }

  #sign({ kind, name, at, remark }: SignoffStep): void {
    const sql = 'INSERT INTO signoff SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ? FROM signoff';
    this.#run(sql, kind, name.toWellFormed(), at.toWellFormed(), remark.toWellFormed());
  }

  #withStatus(state: State, finalDigest: string | null): State {
    return {
      ...state,
      finalDigest,
      report: { ...state.report, status: finalDigest === null ? state.origin : 'final' },
      parts: {
        ...state.parts,
        state: statePart(state.origin, state.createdAt, finalDigest),
        signoff: this.#part('signoff'),
      },
    };
  }

  #part(part: keyof typeof PART_QUERIES): string {
    return rowsDigest(this.#file.connection.database, PART_QUERIES[part]);
  }

  #run(sql: string, ...values: unknown[]): number {
    return this.#file.connection.database.prepare(sql).run(...values).changes;
  }

  /** A statement that must meet exactly one row: otherwise memory and file do not hold the same document. */
  #one(sql: string, ...values: unknown[]): void {
    const changes = this.#run(sql, ...values);
    if (changes !== 1) throw new Error(`${changes} rows instead of one`);
  }

  #all<Row>(sql: string, ...values: unknown[]): Row[] {
    return this.#file.connection.database.prepare<unknown[], Row>(sql).all(...values);
  }
}
