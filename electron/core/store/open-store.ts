// One open document: the methods of a store, each handed to the file that knows how.
import type { Delta, HistoryEntry, SignoffNames, SignoffStep, Snapshot } from '../../../shared/ipc/contract.ts';
import type { Change } from '../../../shared/model/edit.ts';
import type { Report } from '../../../shared/model/report.ts';
import { refuse, type Result } from '../../../shared/model/result.ts';
import { commitChange, positionOf, redoLast, undoLast } from './content-edits.ts';
import { sealOf } from './digest.ts';
import type {
  DocumentStore,
  ExportEntry,
  ExportRecord,
  Finalisation,
  SourceEntry,
  Verification,
} from './document-store.ts';
import { reportAt } from './earlier.ts';
import { setExplanation } from './explanation.ts';
import { quoted } from './file-path.ts';
import { addExport, readSourceBytes } from './kept-files.ts';
import { EVERYTHING, loadDocument } from './load.ts';
import { currentVersion } from './migrate.ts';
import { clearCompanions, readyToReplace } from './new-file.ts';
import { forget, remember, storeOf } from './open-documents.ts';
import type { OpenedFile } from './open-file.ts';
import { replaceFile } from './safe-file.ts';
import { schemaMatches } from './schema.ts';
import { openRefusal } from './sqlite-error.ts';
import { addStep, finalise, unlock } from './sign-off.ts';
import { OpenTransactions } from './transaction.ts';

export class OpenStore implements DocumentStore {
  readonly path: string;
  readonly readOnly: boolean;
  readonly #file: OpenedFile;
  #author: string;
  readonly #changes: OpenTransactions;

  constructor(file: OpenedFile, author: string) {
    this.#file = file;
    this.#author = author;
    this.#changes = new OpenTransactions(file, author);
    this.path = file.path;
    this.readOnly = file.readOnly;
    if (!file.readOnly) remember(this.#changes.identity, this);
  }

  signAs(author: string): void {
    this.#author = author;
    this.#changes.signAs(author);
  }

  snapshot(): Snapshot {
    const { report, previous, explanations, trail } = this.#changes.state;
    return { path: this.path, report, previous, explanations, ...positionOf(trail), readOnly: this.readOnly };
  }

  commit(change: Change, revision?: number): Result<Delta> {
    return commitChange(this.#changes, change, revision);
  }

  undo(): Result<Delta> {
    return undoLast(this.#changes);
  }

  redo(): Result<Delta> {
    return redoLast(this.#changes);
  }

  explain(findingKey: string, text: string): Result<null> {
    return setExplanation(this.#changes, findingKey, text);
  }

  history(): readonly HistoryEntry[] {
    return this.#changes.state.trail.entries.map(({ places: _places, ...entry }) => entry);
  }

  reportAt(revision: number): Result<Report> {
    return reportAt(this.#changes, revision, this.path);
  }

  digest(): string {
    return this.#changes.state.parts.content;
  }

  verify(): Verification {
    try {
      return this.#verified();
    } catch (error) {
      return { ok: false, problems: [openRefusal(error, this.path).error.message] };
    }
  }

  #verified(): Verification {
    const { database, state } = this.#changes;
    if (!schemaMatches(database, currentVersion())) {
      return { ok: false, problems: ['文件的内部结构被其他程序改动过。'] };
    }
    const found = loadDocument(database, EVERYTHING);
    const changed = found.state !== null && sealOf(found.state.parts) !== sealOf(state.parts);
    const problems = found.problems.length === 0 && changed ? ['文件在打开期间被其他程序改动过。'] : found.problems;
    return { ok: problems.length === 0, problems };
  }

  sources(): readonly SourceEntry[] {
    return this.#changes.state.sources;
  }

  sourceBytes(id: number): Uint8Array {
    return readSourceBytes(this.#changes.database, id);
  }

  recordExport(file: ExportRecord): Result<null> {
    return addExport(this.#changes, file);
  }

  exports(): readonly ExportEntry[] {
    return this.#changes.state.exports;
  }

  finalise(names: SignoffNames, at: string): Result<{ readonly digest: string }> {
    return finalise(this.#changes, names, at);
  }

  unlock(reason: string): Result<null> {
    return unlock(this.#changes, reason, this.#author);
  }

  finalisation(): Finalisation | null {
    const { finalDigest, trail } = this.#changes.state;
    return finalDigest === null ? null : trail.finalisation;
  }

  signoffs(): readonly SignoffStep[] {
    return this.#changes.state.signoffs;
  }

  addSignoffStep(step: SignoffStep): Result<null> {
    return addStep(this.#changes, step);
  }

  saveCopy(path: string): Result<null> {
    const there = storeOf(path);
    if (there === this) return refuse('file-exists', `文件${quoted(path)}就是正在编辑的文件，请换一个文件名。`);
    if (there) return refuse('file-busy', `文件${quoted(path)}已在另一个窗口中打开。请换一个文件名。`);
    const ready = readyToReplace(path);
    if (!ready.ok) return ready;
    const { database } = this.#changes;
    return replaceFile(path, (temporary) => void database.prepare('VACUUM INTO ?').run(temporary), {
      beforeRename: clearCompanions,
    });
  }

  close(): void {
    this.#file.connection.close();
    forget(this.#changes.identity, this);
  }
}
