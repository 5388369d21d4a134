// The content as it was at an earlier moment: the history walked back from now, entry by entry.
import { applyEdits, invertEdits } from '../../../shared/model/edit.ts';
import type { Report } from '../../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { isContent, readEntry } from './audit.ts';
import { writeFailure, isSqliteError } from './sqlite-error.ts';
import { restoreEdits } from './stored-edit.ts';
import type { OpenTransactions } from './transaction.ts';

/** The report directly after an entry of the history. */
export function reportAt({ state, database }: OpenTransactions, revision: number, path: string): Result<Report> {
  const { trail } = state;
  if (revision < 1 || revision > trail.seq) return refuse('bad-argument', '历史中没有这一步。');
  try {
    let { report } = state;
    for (let seq = trail.seq; seq > revision; seq--) {
      const row = readEntry(database, seq);
      if (!isContent(row)) continue;
      const edits = restoreEdits(JSON.parse(row.detail), report);
      if (!edits) throw new Error(`history entry ${seq} does not fit the content`);
      report = applyEdits(report, invertEdits(edits));
    }
    return ok(report);
  } catch (error) {
    if (isSqliteError(error)) return writeFailure(error, path);
    throw error;
  }
}
