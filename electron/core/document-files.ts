// Questions about document files that need no open document: what does it hold, is it whole.
import type { Report } from '../../shared/model/report.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { exportedStates, type ExportedState, exportProblem } from './exported-files.ts';
import { openDocument, verifyDocument as verifyFile } from './store/document-store.ts';

/** Last year's report as kept inside a document; null where there is none. */
export function readPreviousReport(path: string): Result<Report | null> {
  const opened = openDocument(path);
  if (!opened.ok) return opened;
  const { previous } = opened.value.snapshot();
  opened.value.close();
  return ok(previous);
}

/** Schema, digest, audit chain and exports of a document, which is only read. */
export function verifyDocument(path: string): Result<Verified> {
  const verified = verifyFile(path);
  if (!verified.ok) return verified;
  const exports = exportedStates(path, verified.value.exports);
  const problems = [...verified.value.problems, ...exports.flatMap((file) => exportProblem(file) ?? [])];
  return ok({ ok: problems.length === 0, problems, exports });
}

export interface Verified {
  readonly ok: boolean;
  /** Chinese sentences. */
  readonly problems: readonly string[];
  readonly exports: readonly ExportedState[];
}
