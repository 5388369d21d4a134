// The history of a document: an append-only chain of entries, each holding the hash of the one before, and at once the undo history.
import type { Database } from 'better-sqlite3';
import type { HistoryEntry } from '../../../shared/ipc/contract.ts';
import type { Finalisation } from './document-store.ts';
import { sha256 } from './digest.ts';
import { editedPlaces } from './prepare-edits.ts';
import type { StoredEdit } from './stored-edit.ts';

export type ChangeKind = 'create' | 'edit' | 'undo' | 'redo' | 'explain' | 'signoff' | 'finalise' | 'unlock' | 'export';

export interface ChangeRow {
  readonly seq: number;
  /** ISO time. */
  readonly at: string;
  readonly kind: ChangeKind;
  /** For undo and redo: the entry of kind `edit` that is undone or done again. */
  readonly target: number | null;
  readonly label: string;
  readonly author: string;
  /** JSON: for create, edit, undo and redo the edits, for the others what was done. */
  readonly detail: string;
  readonly hash: string;
}

/** The history as it is kept in memory: everything but what each entry did. */
export interface Trail {
  readonly seq: number;
  readonly hash: string;
  readonly at: string;
  /** Number of the last entry that changed the content. */
  readonly revision: number;
  /** Entries that can be undone, the last one first to go; and those that can be done again. */
  readonly undo: readonly Step[];
  readonly redo: readonly Step[];
  /** All entries, the oldest first, each with the places it set. In memory, because a failing disk must not take the list away. */
  readonly entries: readonly (HistoryEntry & { readonly places: readonly string[] })[];
  /** Of the last 定稿, whether or not it was released later. */
  readonly finalisation: Finalisation | null;
}

export interface Step {
  readonly seq: number;
  readonly label: string;
}

export const EMPTY_TRAIL: Trail = {
  seq: 0,
  hash: '',
  at: '',
  revision: 0,
  undo: [],
  redo: [],
  entries: [],
  finalisation: null,
};

const chainHash = (before: string, row: Omit<ChangeRow, 'hash'>): string =>
  sha256(JSON.stringify([before, row.seq, row.at, row.kind, row.target, row.label, row.author, row.detail]));

/** The entry that comes next, with its number and hash. Texts are made well-formed, as SQLite would store them. */
export function nextEntry(
  trail: Trail,
  entry: Pick<ChangeRow, 'at' | 'kind' | 'target' | 'label' | 'author' | 'detail'>,
): ChangeRow {
  const row = {
    ...entry,
    label: entry.label.toWellFormed(),
    author: entry.author.toWellFormed(),
    seq: trail.seq + 1,
  };
  return { ...row, hash: chainHash(trail.hash, row) };
}

/** The trail after one more entry of this program. */
export function follow(trail: Trail, row: ChangeRow): Trail {
  const next = openTrail(trail);
  if (!advance(next, row)) throw new Error(`history entry ${row.seq} does not follow`);
  return next;
}

type OpenTrail = { -readonly [K in keyof Trail]: Trail[K] extends readonly (infer Item)[] ? Item[] : Trail[K] };

const openTrail = (trail: Trail): OpenTrail => ({
  ...trail,
  undo: [...trail.undo],
  redo: [...trail.redo],
  entries: [...trail.entries],
});

/** False where the entry cannot come here: an undo of something that was not the last thing done, a second beginning. */
function advance(trail: OpenTrail, row: ChangeRow): boolean {
  if (row.seq !== trail.seq + 1 || (row.kind === 'create') !== (row.seq === 1)) return false;
  trail.seq = row.seq;
  trail.hash = row.hash;
  trail.at = row.at;
  const edits: readonly StoredEdit[] = isContent(row) ? JSON.parse(row.detail) : [];
  trail.entries.push({
    revision: row.seq,
    at: row.at,
    label: row.label,
    author: row.author,
    cells: [...new Set(edits.flatMap((edit) => (edit.kind === 'cell' ? [edit.cell] : [])))],
    chapters: [...new Set(edits.flatMap((edit) => (edit.kind === 'chapter' ? [edit.chapter] : [])))],
    places: editedPlaces(edits),
  });
  if (row.kind === 'finalise') trail.finalisation = JSON.parse(row.detail) as Finalisation; // as sign-off.ts writes it
  if (row.kind === 'create' || isContent(row)) trail.revision = row.seq;
  if (row.kind === 'edit') {
    trail.undo.push({ seq: row.seq, label: row.label });
    trail.redo = [];
  }
  if (row.kind === 'undo' || row.kind === 'redo') {
    const [from, to] = row.kind === 'undo' ? [trail.undo, trail.redo] : [trail.redo, trail.undo];
    const step = from.pop();
    if (!step || step.seq !== row.target) return false;
    to.push(step);
  }
  return true;
}

/** True for entries whose detail is a list of edits. */
export const isContent = (row: ChangeRow): boolean => row.kind === 'edit' || row.kind === 'undo' || row.kind === 'redo';

const COLUMNS = 'seq, at, kind, target, label, author, detail, hash';

/** Reads the whole history and checks its chain; null where an entry is missing, altered or out of order. */
export function readTrail(database: Database): Trail | null {
  const trail = openTrail(EMPTY_TRAIL);
  for (const row of database.prepare<[], ChangeRow>(`SELECT ${COLUMNS} FROM change ORDER BY seq`).iterate()) {
    if (row.hash !== chainHash(trail.hash, row) || !advance(trail, row)) return null;
  }
  return trail.seq === 0 ? null : trail;
}

export function appendEntry(database: Database, row: ChangeRow): void {
  database
    .prepare(`INSERT INTO change (${COLUMNS}) VALUES (@seq, @at, @kind, @target, @label, @author, @detail, @hash)`)
    .run(row);
}

/** The entry of a number; it exists, because the trail names it. */
export function readEntry(database: Database, seq: number): ChangeRow {
  const row = database.prepare<[number], ChangeRow>(`SELECT ${COLUMNS} FROM change WHERE seq = ?`).get(seq);
  if (!row) throw new Error(`no history entry ${seq}`);
  return row;
}
