// Dated copies of a document on the local disk: what remains when a USB stick lies, breaks or is lost.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { ok, type Result } from '../../../shared/model/result.ts';
import { sha256 } from './digest.ts';
import { type DocumentStore, readDocumentReport } from './document-store.ts';
import { readRefusal, systemCode, writeRefusal } from './file-error.ts';
import { resolveFilePath } from './file-path.ts';
import { makeFolder } from './make-folder.ts';
import { copyFileSafely } from './safe-file.ts';
import { SNAPSHOT_NAME } from './snapshot-name.ts';

export interface SnapshotFile {
  readonly path: string;
  /** ISO time at which the copy was made. */
  readonly at: string;
  /** ISO time of the last change that is in it. */
  readonly savedAt: string;
  /** First 16 digits of the digest of its content. */
  readonly digest: string;
  readonly bytes: number;
}

const APART_MS = 600_000;
const RECENT = 10;
const MOST = 20;

/**
 * Copies the open document into `folder` when it has changed since its last copy and that one is older than ten minutes; null when
 * it is not due. Keeps the ten newest copies and the last one of each earlier day, twenty in all.
 */
export function takeSnapshotWhenDue(
  store: DocumentStore,
  folder: string,
  now: Date = new Date(),
): Result<SnapshotFile | null> {
  const own = folderOf(folder, store.path);
  try {
    makeFolder(own);
  } catch (error) {
    return writeRefusal(error, join(own, 'x'));
  }
  const listed = listSnapshots(folder, store.path);
  if (!listed.ok) return listed;
  const savedAt = store.snapshot().savedAt;
  const digest = store.digest().slice(0, 16);
  const newest = listed.value[0];
  if (newest && newest.savedAt === savedAt && newest.digest === digest) return ok(null);
  if (newest && now.getTime() - Date.parse(newest.at) < APART_MS) return ok(null);
  const path = join(own, `${stamp(now.toISOString())}_${stamp(savedAt)}_${digest}.nianbao`);
  const copied = store.saveCopy(path);
  if (!copied.ok) return copied;
  const taken = { path, at: now.toISOString(), savedAt, digest, bytes: statSync(path).size };
  for (const old of surplus([taken, ...listed.value])) rmSync(old.path, { force: true });
  return ok(taken);
}

/** The copies of the document that stands, or stood, at `documentPath`; the newest first. */
export function listSnapshots(folder: string, documentPath: string): Result<readonly SnapshotFile[]> {
  const resolved = resolveFilePath(documentPath);
  if (!resolved.ok) return resolved;
  const own = folderOf(folder, resolved.value);
  try {
    const found = readdirSync(own).flatMap((name): SnapshotFile[] => {
      const match = SNAPSHOT_NAME.exec(name);
      if (!match?.[1] || !match[2] || !match[3]) return [];
      const path = join(own, name);
      const bytes = statSync(path).size;
      return [{ path, at: isoOf(match[1]), savedAt: isoOf(match[2]), digest: match[3], bytes }];
    });
    return ok(found.sort((left, right) => right.path.localeCompare(left.path)));
  } catch (error) {
    return systemCode(error) === 'ENOENT' ? ok([]) : readRefusal(error, own);
  }
}

/** Puts a copy back as a new file; the present document is never overwritten. A copy that is not whole is refused. */
export function restoreSnapshot(snapshotPath: string, target: string): Result<null> {
  const whole = readDocumentReport(snapshotPath);
  return whole.ok ? copyFileSafely(snapshotPath, target, { mustBeNew: true }) : whole;
}

/** A folder for each document, named for the person and told apart by its path. */
const folderOf = (folder: string, path: string): string =>
  join(folder, `${basename(path, extname(path)).slice(0, 60)}-${sha256(path).slice(0, 12)}`);

const stamp = (iso: string): string => iso.replace(/\D/g, '');

const isoOf = (digits: string): string =>
  digits.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/, '$1-$2-$3T$4:$5:$6.$7Z');

function surplus(newestFirst: readonly SnapshotFile[]): readonly SnapshotFile[] {
  const days = new Set<string>();
  const kept = newestFirst.filter((file, index) => {
    const day = file.at.slice(0, 10);
    const keep = index < RECENT || !days.has(day);
    days.add(day);
    return keep;
  });
  const keep = new Set(kept.slice(0, MOST));
  return newestFirst.filter((file) => !keep.has(file));
}
