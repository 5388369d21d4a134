// Changes of the content: commit, undo and redo, and what the window is told of them.
import type { Delta } from '../../../shared/ipc/contract.ts';
import { applyEdits, type Change, type Edit, invertEdits } from '../../../shared/model/edit.ts';
import type { CellId, CellValue, ChapterKey, Report } from '../../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { type Trail } from './audit.ts';
import { contentDigest } from './digest.ts';
import { editedPlaces, prepareEdits, stale } from './prepare-edits.ts';
import { putEdit } from './rows.ts';
import { invertStored, restoreEdits, storeEdit } from './stored-edit.ts';
import type { Entry, OpenTransactions } from './transaction.ts';

export function commitChange(changes: OpenTransactions, change: Change, revision?: number): Result<Delta> {
  const locked = changes.contentLock();
  if (locked) return locked;
  const prepared = prepareEdits(changes.state.report, change.edits);
  if (!prepared.ok) return prepared;
  const edits = prepared.value;
  if (edits.length === 0) return ok(deltaOf(changes, []));
  if (revision !== undefined && meetsLater(changes, edits, revision)) return stale('要修改的内容');
  return write(changes, { kind: 'edit', label: change.label, detail: edits.map(storeEdit) }, edits);
}

export function undoLast(changes: OpenTransactions): Result<Delta> {
  const locked = changes.contentLock();
  if (locked) return locked;
  const step = changes.state.trail.undo.at(-1);
  if (!step) return refuse('bad-argument', '没有可以撤销的操作。');
  return repeat(changes, 'undo', step.seq, `撤销：${step.label}`);
}

export function redoLast(changes: OpenTransactions): Result<Delta> {
  const locked = changes.contentLock();
  if (locked) return locked;
  const step = changes.state.trail.redo.at(-1);
  if (!step) return refuse('bad-argument', '没有可以重做的操作。');
  return repeat(changes, 'redo', step.seq, `重做：${step.label}`);
}

/** Where a document stands in its history, as snapshots and deltas tell it. */
export const positionOf = (trail: Trail) => ({
  revision: trail.revision,
  savedAt: trail.at,
  undo: trail.undo.at(-1)?.label ?? null,
  redo: trail.redo.at(-1)?.label ?? null,
});

function repeat(changes: OpenTransactions, kind: 'undo' | 'redo', seq: number, label: string): Result<Delta> {
  const read = changes.editsOf(seq);
  if (!read.ok) return read;
  const stored = read.value;
  const { report } = changes.state;
  const done = restoreEdits(kind === 'undo' ? stored : invertStored(stored), report);
  const prepared = done && prepareEdits(report, invertEdits(done));
  if (!prepared?.ok) throw new Error(`history entry ${seq} does not fit the content`);
  const edits = prepared.value;
  return write(changes, { kind, target: seq, label, detail: edits.map(storeEdit) }, edits);
}

function write(changes: OpenTransactions, entry: Entry, edits: readonly Edit[]): Result<Delta> {
  const written = changes.write(entry, (database, state) => {
    for (const edit of edits) putEdit(database, edit);
    const report = applyEdits(state.report, edits);
    return { ...state, report, parts: { ...state.parts, content: contentDigest(report) } };
  });
  return written.ok ? ok(deltaOf(changes, edits)) : written;
}

function deltaOf({ state }: OpenTransactions, edits: readonly Edit[]): Delta {
  const cells: Record<CellId, CellValue> = {};
  const chapters: { -readonly [K in ChapterKey]?: Report['chapters'][K] } = {};
  let fields: { organ?: string; title?: string } = {};
  for (const edit of edits) {
    if (edit.kind === 'cell') cells[edit.cell] = edit.after;
    if (edit.kind === 'chapter') chapters[edit.chapter] = edit.after;
    if (edit.kind === 'field') fields = { ...fields, [edit.field]: edit.after };
  }
  return { ...positionOf(state.trail), cells, chapters, ...fields };
}

/** True when something that these edits set was set by a later change than the one they were made on. */
function meetsLater({ state }: OpenTransactions, edits: readonly Edit[], revision: number): boolean {
  const places = new Set(editedPlaces(edits));
  return state.trail.entries.slice(revision).some((entry) => entry.places.some((place) => places.has(place)));
}
