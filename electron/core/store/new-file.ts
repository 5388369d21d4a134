// Fills a new document file: tables, first content, first entry of the history. Nothing here knows where the file will end up.
import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { EDITIONS, figures } from '../../../shared/editions/index.ts';
import { EMPTY_CHAPTER } from '../../../shared/model/chapter.ts';
import {
  allChapters,
  BLANK,
  cellIds,
  CHAPTER_KEYS,
  type CellId,
  type CellValue,
  type ChapterKey,
  type Report,
} from '../../../shared/model/report.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { appendEntry, EMPTY_TRAIL, nextEntry } from './audit.ts';
import { connect } from './connection.ts';
import { contentDigest, PART_QUERIES, rowsDigest, sealOf, sha256 } from './digest.ts';
import { readHeader } from './file-header.ts';
import { statePart } from './load.ts';
import { currentVersion, MIGRATIONS, migrate } from './migrate.ts';
import { cellRow, normalCell, normalChapter, REPORT_TABLES, type Side } from './rows.ts';
import { APPLICATION_ID } from './schema.ts';
import { busy, isSqliteError } from './sqlite-error.ts';

export interface NewDocument {
  readonly report: Report;
  /** Last year's report, kept for reference. */
  readonly previous: Report | null;
  /** What the history says, e.g. “装入 年报.docx”. */
  readonly label: string;
  /** The file that was imported, kept inside the document. */
  readonly source?: { readonly name: string; readonly bytes: Uint8Array; readonly note: string };
}

/** The report as it can be stored: every cell and chapter present, texts well-formed; refused where a cell is unknown or no cell. */
export function normalReport(report: Report): Result<Report> {
  const edition = EDITIONS[report.edition];
  const form = figures(edition);
  const cells: Record<CellId, CellValue> = {};
  for (const id of form.keys()) cells[id] = BLANK;
  for (const id of cellIds(report.cells)) {
    if (!form.has(id)) return refuse('cell-unknown', `${edition.id}年版的表中没有单元格“${id}”。`);
    const cell = normalCell(report.cells[id] ?? BLANK);
    if (!cell) return refuse('bad-value', `单元格“${id}”的内容不是可以保存的数字或文字。`);
    cells[id] = cell;
  }
  const chapters = new Map(CHAPTER_KEYS.map((key) => [key, normalChapter(report.chapters[key] ?? EMPTY_CHAPTER)]));
  for (const [key, doc] of chapters) if (!doc) return refuse('bad-value', `第${key}部分的文字格式不对，不能保存。`);
  const of = (key: ChapterKey) => chapters.get(key) ?? EMPTY_CHAPTER;
  const { year, edition: editionId, status } = report;
  return ok({
    organ: report.organ.toWellFormed(),
    year,
    edition: editionId,
    title: report.title.toWellFormed(),
    status,
    cells,
    chapters: allChapters(of),
  });
}

/** Writes a document into a file that does not exist yet. `report` and `previous` are normal. Throws what SQLite throws. */
export function fillNewFile(path: string, content: NewDocument, author: string): void {
  const database = new Database(path);
  try {
    // nobody sees the file before it is complete and synced, so no journal is needed
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database, 0, MIGRATIONS, () => fill(database, content, author));
    if (database.pragma('user_version', { simple: true }) !== currentVersion()) throw new Error('no schema');
  } finally {
    database.close();
  }
}

function fill(database: Database.Database, content: NewDocument, author: string): void {
  const { report, previous, source } = content;
  const at = new Date().toISOString();
  const entry = nextEntry(EMPTY_TRAIL, {
    at,
    kind: 'create',
    target: null,
    label: content.label,
    author,
    detail: '{}',
  });
  writeReport(database, 'own', report);
  if (previous) {
    writeReport(database, 'reference', previous);
    const { organ, year, edition, title, status } = previous;
    database
      .prepare('INSERT INTO reference (id, organ, year, edition, title, status) VALUES (1, ?, ?, ?, ?, ?)')
      .run(organ, year, edition, title, status);
  }
  if (source) {
    database
      .prepare('INSERT INTO source (seq, name, note, size, sha256, bytes) VALUES (1, ?, ?, ?, ?, ?)')
      .run(source.name, source.note, source.bytes.length, sha256(source.bytes), source.bytes);
  }
  appendEntry(database, entry);
  // a final report given as content was signed as another file: here it is a published one
  const origin = report.status === 'draft' ? 'draft' : 'imported';
  const digest = contentDigest(report);
  const seal = sealOf({
    content: digest,
    chain: entry.hash,
    state: statePart(origin, at, null),
    reference: previous ? `${contentDigest(previous)} ${previous.status}` : '',
    explanation: rowsDigest(database, PART_QUERIES.explanation),
    source: rowsDigest(database, PART_QUERIES.source),
    signoff: rowsDigest(database, PART_QUERIES.signoff),
    export: rowsDigest(database, PART_QUERIES.export),
  });
  database
    .prepare(
      `INSERT INTO meta (id, organ, year, edition, title, origin, final, final_digest, created_at, digest, seal)
       VALUES (1, ?, ?, ?, ?, ?, 0, NULL, ?, ?, ?)`,
    )
    .run(report.organ, report.year, report.edition, report.title, origin, at, digest, seal);
}

function writeReport(database: Database.Database, side: Side, report: Report): void {
  const tables = REPORT_TABLES[side];
  const insertCell = database.prepare(
    `INSERT INTO ${tables.cell} VALUES (@id, @state, @value, @raw, @note, @source, @proposed)`,
  );
  for (const id of cellIds(report.cells)) insertCell.run(cellRow(id, report.cells[id] ?? BLANK));
  const insertChapter = database.prepare(`INSERT INTO ${tables.chapter} VALUES (?, ?)`);
  for (const key of CHAPTER_KEYS) insertChapter.run(key, JSON.stringify(report.chapters[key]));
}

/**
 * Refuses to replace a document that another program holds open. A journal that waits beside it is applied first: left there, it
 * would later be applied to the new file.
 */
export function readyToReplace(path: string): Result<null> {
  if (!existsSync(path) || !readHeader(path).ok) return ok(null);
  try {
    connect(path).close();
  } catch (error) {
    if (isSqliteError(error) && error.code.startsWith('SQLITE_BUSY')) return busy(path);
  }
  return ok(null);
}

/** Takes away what would be taken for the new file's journal. */
export function clearCompanions(path: string): void {
  for (const end of ['-journal', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true });
}
