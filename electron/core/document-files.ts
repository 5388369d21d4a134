// Questions about document files that need no open document: may this file be written, what does it hold, is it whole.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Report } from '../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import { openDocument } from './store/document-store.ts';

/** Refuses a file that is already there, unless it may be replaced. */
export function refuseExisting(path: string, force: boolean): Result<null> {
  if (force || !existsSync(path)) return ok(null);
  return refuse('file-exists', `“${basename(path)}”已经存在；换一个文件名，或加 --force 覆盖。`);
}

/** Last year's report as kept inside a document; null where there is none. */
export function readPreviousReport(path: string): Result<Report | null> {
  const opened = openDocument(path);
  if (!opened.ok) return opened;
  const { previous } = opened.value.snapshot();
  opened.value.close();
  return ok(previous);
}

/** Opens a document and checks schema, digest and audit chain. */
export function verifyDocument(path: string): Result<{ readonly ok: boolean; readonly problems: readonly string[] }> {
  const opened = openDocument(path);
  if (!opened.ok) return opened;
  const verified = opened.value.verify();
  opened.value.close();
  return ok(verified);
}
