// The document file as the rest of the program uses it: what a store can do, and the ways to get one.
import { existsSync } from 'node:fs';
import type { Delta, HistoryEntry, SignoffNames, SignoffStep, Snapshot } from '../../../shared/ipc/contract.ts';
import type { Change } from '../../../shared/model/edit.ts';
import type { Report } from '../../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { readHeader } from './file-header.ts';
import { quoted, resolveFilePath } from './file-path.ts';
import { EVERYTHING, loadDocument } from './load.ts';
import { clearCompanions, fillNewFile, type NewDocument, normalReport, readyToReplace } from './new-file.ts';
import { storeOf } from './open-documents.ts';
import { copyOf, lookInto, openFile, whenStill } from './open-file.ts';
import { OpenStore } from './open-store.ts';
import { replaceFile } from './safe-file.ts';
import { schemaMatches } from './schema.ts';
import { busy, openRefusal } from './sqlite-error.ts';

export type { NewDocument } from './new-file.ts';

/** One document, open. Every method that changes it is one transaction, on the disk when it returns. */
export interface DocumentStore {
  readonly path: string;
  readonly readOnly: boolean;
  /** Who makes the changes from now on, for the history. */
  signAs(author: string): void;
  snapshot(): Snapshot;
  /**
   * One user action: one transaction, one undo step. The `before` of each edit must be what is stored; with `revision`, nothing that is
   * edited may have changed after it (computed totals excepted). A change without effect is done and leaves no trace.
   */
  commit(change: Change, revision?: number): Result<Delta>;
  /** Appends the inverse of the last action; works after a restart, without end. */
  undo(): Result<Delta>;
  redo(): Result<Delta>;
  /** 说明 for a finding; an empty text removes it. The history keeps that it changed, not the text. */
  explain(findingKey: string, text: string): Result<null>;
  history(): readonly HistoryEntry[];
  /** The report as it was directly after an entry of the history. */
  reportAt(revision: number): Result<Report>;
  /** SHA-256 of organ, year, edition, title, cells and chapters, 64 hex digits. */
  digest(): string;
  verify(): Verification;
  sources(): readonly SourceEntry[];
  /** The imported file, byte for byte. Throws for a number that `sources` does not name. */
  sourceBytes(id: number): Uint8Array;
  recordExport(file: ExportRecord): Result<null>;
  exports(): readonly ExportEntry[];
  /** 定稿: locks the content, here and in the file itself. `at`: ISO time. */
  finalise(signoff: SignoffNames, at: string): Result<{ readonly digest: string }>;
  /** 解除定稿, with its reason; stays in the history. */
  unlock(reason: string): Result<null>;
  /** Who finalised the document and when, and its digest then; null while it is not final. */
  finalisation(): Finalisation | null;
  /** 送审 to 定稿 in their order. */
  signoffs(): readonly SignoffStep[];
  /** 送审, 审核意见, 修改 or 签发; 定稿 and 解除定稿 are steps of their own methods. */
  addSignoffStep(step: SignoffStep): Result<null>;
  /** A complete copy in another file, which is replaced if it is there; deleted text is not in it. */
  saveCopy(path: string): Result<null>;
  close(): void;
}

export interface Verification {
  readonly ok: boolean;
  /** Chinese sentences, one for each thing that does not agree. */
  readonly problems: readonly string[];
}

export interface SourceEntry {
  readonly id: number;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly note: string;
}

export interface ExportRecord {
  readonly kind: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly fingerprint: string;
}

export interface ExportEntry extends ExportRecord {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
}

export interface Finalisation extends SignoffNames {
  readonly at: string;
  readonly digest: string;
}

export interface StoreOptions {
  /** Who makes the changes, for the history. */
  readonly author?: string;
}

/**
 * Makes a new document file and opens it. An existing file is refused unless `force`; a crash leaves nothing or all.
 * A report with status `final` becomes an `imported` one: it was signed as another file.
 */
export function createDocument(
  path: string,
  content: NewDocument,
  options: StoreOptions & { readonly force?: boolean } = {},
): Result<DocumentStore> {
  const free = refuseExisting(path, options.force ?? false);
  if (!free.ok) return free;
  if (storeOf(path)) return busy(path);
  const report = normalReport(content.report);
  if (!report.ok) return report;
  const previous = content.previous ? normalReport(content.previous) : ok(null);
  if (!previous.ok) return previous;
  const ready = readyToReplace(path);
  if (!ready.ok) return ready;
  const normal = { ...content, report: report.value, previous: previous.value };
  const written = replaceFile(path, (temporary) => fillNewFile(temporary, normal, options.author ?? ''), {
    mustBeNew: !options.force,
    beforeRename: clearCompanions,
  });
  return written.ok ? openDocument(path, options) : written;
}

/** Opens a document for work; read-only where file or folder cannot be written. A file that is not whole is refused and not touched. */
export function openDocument(path: string, options: StoreOptions = {}): Result<DocumentStore> {
  const opened = openFile(path);
  return opened.ok ? ok(new OpenStore(opened.value, options.author ?? '')) : opened;
}

/** The report of a document, without opening it for work: the file is only read, and may be open elsewhere. */
export function readDocumentReport(path: string): Result<Report> {
  const held = readContent(path);
  return held.ok ? ok(held.value.report) : held;
}

/** Last year's report as kept in a document, or null. As `readDocumentReport`. */
export function readPreviousReport(path: string): Result<Report | null> {
  const held = readContent(path);
  return held.ok ? ok(held.value.previous) : held;
}

function readContent(path: string): Result<Pick<Snapshot, 'report' | 'previous'>> {
  const store = storeOf(path);
  if (store) return ok(store.snapshot());
  const looked = lookInto(path);
  if (!looked.ok) return looked;
  looked.value.connection.close();
  return ok(looked.value.state);
}

/** A verification, with what the document was exported to, as far as that can be read. */
export interface FileVerification extends Verification {
  readonly exports: readonly ExportEntry[];
}

/** Everything that does not agree in a document file, also in one that `openDocument` refuses. Reads only. */
export function verifyDocument(path: string): Result<FileVerification> {
  const store = storeOf(path);
  if (store) return ok({ ...store.verify(), exports: store.exports() });
  const resolved = resolveFilePath(path);
  if (!resolved.ok) return resolved;
  return whenStill(
    resolved.value,
    () => verifyCopy(resolved.value),
    (verified) => verified.ok && !verified.value.ok,
  );
}

function verifyCopy(path: string): Result<FileVerification> {
  const header = readHeader(path);
  if (!header.ok) return header.error.code === 'file-damaged' ? failed(header.error.message) : header;
  const copied = copyOf(path, header.value);
  if (!copied.ok) return copied.error.code === 'file-damaged' ? failed(copied.error.message) : copied;
  const { database, close } = copied.value;
  try {
    // with another schema its own SQL could run while reading
    if (!schemaMatches(database, header.value.version))
      return failed(`文件${quoted(path)}的内部结构被其他程序改动过。`);
    const { problems, state } = loadDocument(database, EVERYTHING);
    return ok({ ok: problems.length === 0, problems, exports: state?.exports ?? [] });
  } catch (error) {
    const refusal = openRefusal(error, path);
    return refusal.error.code === 'file-damaged' ? failed(refusal.error.message) : refusal;
  } finally {
    close();
  }
}

const failed = (problem: string): Result<FileVerification> => ok({ ok: false, problems: [problem], exports: [] });

/** Refuses where a new file would take the place of another one. */
export function refuseExisting(path: string, force: boolean): Result<null> {
  const resolved = resolveFilePath(path);
  if (!resolved.ok) return resolved;
  if (force || !existsSync(resolved.value)) return ok(null);
  return refuse('file-exists', `文件${quoted(path)}已存在，没有覆盖。请换一个文件名。`);
}
