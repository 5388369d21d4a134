// Version 1 of the document file. Never edited after a release; what it names is copied here, so that later changes elsewhere cannot reach it.
import type { Migration } from '../migrate.ts';

// Where a table holds what a person signed for, triggers refuse a change while the document is final and a change of the history at
// any time. They stop a program and a careless hand; a SQLite tool can remove them, and then the digests show it.
const lockedWhileFinal = (table: string): string =>
  ['INSERT', 'UPDATE', 'DELETE']
    .map(
      (action) => `CREATE TRIGGER ${table}_final_${action.toLowerCase()} BEFORE ${action} ON ${table}
  WHEN (SELECT final FROM meta) = 1 BEGIN SELECT RAISE(ABORT, 'finalised'); END;`,
    )
    .join('\n');

const appendOnly = (table: string): string => `CREATE TRIGGER ${table}_keep_update BEFORE UPDATE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ${table}_keep_delete BEFORE DELETE ON ${table}
  BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ${table}_sequence BEFORE INSERT ON ${table}
  WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ${table})
  BEGIN SELECT RAISE(ABORT, 'sequence'); END;`;

const cellColumns = `
  id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 5 AND 200 AND id GLOB '?*.?*.?*'),
  state TEXT NOT NULL CHECK (state IN ('blank', 'number', 'dash', 'text')),
  value TEXT CHECK ((value IS NOT NULL) = (state = 'number')
    AND (value IS NULL OR (length(value) BETWEEN 1 AND 30 AND value NOT GLOB '*[^-0-9.]*' AND value GLOB '*[0-9]'))),
  raw TEXT NOT NULL CHECK (length(raw) <= 100000),
  note TEXT CHECK (length(note) <= 100000),
  source TEXT NOT NULL CHECK (json_valid(source) AND json_type(source) = 'object'),
  proposed INTEGER NOT NULL CHECK (proposed IN (0, 1))`;

const chapterColumns = `
  key TEXT PRIMARY KEY CHECK (key IN ('preface', '1', '2', '3', '4', '5', '6')),
  doc TEXT NOT NULL CHECK (json_valid(doc) AND json_type(doc) = 'object' AND length(doc) <= 20000000)`;

const reportColumns = `
  id INTEGER PRIMARY KEY CHECK (id = 1),
  organ TEXT NOT NULL CHECK (length(organ) <= 1000),
  year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
  edition TEXT NOT NULL CHECK (edition IN ('2019', '2021')),
  title TEXT NOT NULL CHECK (length(title) <= 1000)`;

const sha256 = (column: string): string =>
  `${column} TEXT NOT NULL CHECK (length(${column}) = 64 AND ${column} NOT GLOB '*[^0-9a-f]*')`;

export const initial: Migration = {
  version: 1,
  sql: `
CREATE TABLE meta (${reportColumns},
  origin TEXT NOT NULL CHECK (origin IN ('draft', 'imported')),
  final INTEGER NOT NULL CHECK (final IN (0, 1)),
  final_digest TEXT CHECK ((final_digest IS NOT NULL) = (final = 1) AND (final_digest IS NULL OR length(final_digest) = 64)),
  created_at TEXT NOT NULL,
  ${sha256('digest')},
  ${sha256('seal')}
) STRICT;
CREATE TABLE cell (${cellColumns}) STRICT, WITHOUT ROWID;
CREATE TABLE chapter (${chapterColumns}) STRICT, WITHOUT ROWID;
CREATE TABLE reference (${reportColumns},
  status TEXT NOT NULL CHECK (status IN ('draft', 'imported', 'final'))
) STRICT;
CREATE TABLE reference_cell (${cellColumns}) STRICT, WITHOUT ROWID;
CREATE TABLE reference_chapter (${chapterColumns}) STRICT, WITHOUT ROWID;
CREATE TABLE explanation (
  finding TEXT PRIMARY KEY CHECK (length(finding) BETWEEN 1 AND 100000),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 100000)
) STRICT, WITHOUT ROWID;
CREATE TABLE source (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size = length(bytes)),
  ${sha256('sha256')},
  bytes BLOB NOT NULL
) STRICT;
CREATE TABLE change (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  at TEXT NOT NULL CHECK (length(at) BETWEEN 10 AND 40),
  kind TEXT NOT NULL CHECK (kind IN ('create', 'edit', 'undo', 'redo', 'explain', 'signoff', 'finalise', 'unlock', 'export')),
  target INTEGER CHECK ((target IS NOT NULL) = (kind IN ('undo', 'redo')) AND (target IS NULL OR target < seq)),
  label TEXT NOT NULL,
  author TEXT NOT NULL,
  detail TEXT NOT NULL CHECK (json_valid(detail)),
  ${sha256('hash')}
) STRICT;
CREATE TABLE signoff (
  seq INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('submitted', 'remark', 'revised', 'signed', 'finalised', 'unlocked')),
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  remark TEXT NOT NULL
) STRICT;
CREATE TABLE export (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  ${sha256('sha256')},
  fingerprint TEXT NOT NULL
) STRICT;
CREATE TRIGGER meta_one BEFORE INSERT ON meta WHEN EXISTS (SELECT 1 FROM meta) BEGIN SELECT RAISE(ABORT, 'one row'); END;
CREATE TRIGGER meta_keep BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER meta_final BEFORE UPDATE ON meta WHEN OLD.final = 1 AND (NEW.organ IS NOT OLD.organ OR NEW.year IS NOT OLD.year
    OR NEW.edition IS NOT OLD.edition OR NEW.title IS NOT OLD.title OR NEW.origin IS NOT OLD.origin
    OR NEW.digest IS NOT OLD.digest OR (NEW.final = 1 AND NEW.final_digest IS NOT OLD.final_digest))
  BEGIN SELECT RAISE(ABORT, 'finalised'); END;
${['cell', 'chapter', 'reference', 'reference_cell', 'reference_chapter', 'explanation'].map(lockedWhileFinal).join('\n')}
${['source', 'change', 'signoff', 'export'].map(appendOnly).join('\n')}
`,
};
