// Between the rows of a document and the report: one place that says how a cell or a chapter is written down.
import type { Database } from 'better-sqlite3';
import { EDITIONS, figures } from '../../../shared/editions/index.ts';
import { type ChapterDoc, EMPTY_CHAPTER, readChapterDoc } from '../../../shared/model/chapter.ts';
import type { Edit } from '../../../shared/model/edit.ts';
import { isDecimal } from '../../../shared/model/decimal.ts';
import {
  allChapters,
  CHAPTER_KEYS,
  type CellId,
  type CellSource,
  type CellState,
  type CellValue,
  type ChapterKey,
  type EditionId,
  type Report,
} from '../../../shared/model/report.ts';

export interface CellRow {
  readonly id: CellId;
  readonly state: CellState;
  readonly value: string | null;
  readonly raw: string;
  readonly note: string | null;
  readonly source: string;
  readonly proposed: 0 | 1;
}

export interface ChapterRow {
  readonly key: ChapterKey;
  readonly doc: string;
}

/** The tables of this year's report and of last year's. */
export const REPORT_TABLES = {
  own: { cell: 'cell', chapter: 'chapter' },
  reference: { cell: 'reference_cell', chapter: 'reference_chapter' },
} as const;
export type Side = keyof typeof REPORT_TABLES;

/**
 * A cell in its one written form: fields in a fixed order, and no lone half of a surrogate pair, which SQLite would silently replace.
 * Null where it cannot be a cell (a number that is no exact decimal, an unknown source).
 */
export function normalCell(cell: CellValue): CellValue | null {
  const source = normalSource(cell.source);
  const number = cell.state === 'number';
  if (!source || number !== (cell.value !== null) || (cell.value !== null && !isDecimal(cell.value))) return null;
  return {
    state: cell.state,
    value: cell.value,
    raw: cell.raw.toWellFormed(),
    ...(cell.note === undefined ? {} : { note: cell.note.toWellFormed() }),
    source,
    ...(cell.proposed ? { proposed: true as const } : {}),
  };
}

function normalSource(source: CellSource): CellSource | null {
  switch (source.kind) {
    case 'empty':
    case 'typed':
    case 'pasted':
    case 'filled':
    case 'computed':
      return { kind: source.kind };
    case 'imported':
      if (typeof source.file !== 'string' || typeof source.place !== 'string') return null;
      return { kind: 'imported', file: source.file, place: source.place };
    case 'carried':
      if (typeof source.from !== 'string' || !Number.isSafeInteger(source.year)) return null;
      return { kind: 'carried', from: source.from, year: source.year };
    default:
      return null; // from outside the types
  }
}

/** A chapter under the closed schema, its parts in a fixed order; null where it leaves the schema. */
export const normalChapter = (doc: unknown): ChapterDoc | null => readChapterDoc(doc);

export const cellRow = (id: CellId, cell: CellValue): CellRow => ({
  id,
  state: cell.state,
  value: cell.value,
  raw: cell.raw,
  note: cell.note ?? null,
  source: JSON.stringify(cell.source),
  proposed: cell.proposed ? 1 : 0,
});

/** Null where the row is not one that this program writes. */
function cellFromRow(row: CellRow): CellValue | null {
  const cell = normalCell({
    state: row.state,
    value: row.value,
    raw: row.raw,
    ...(row.note === null ? {} : { note: row.note }),
    source: JSON.parse(row.source) as CellSource, // normalSource refuses what is none
    ...(row.proposed ? { proposed: true as const } : {}),
  });
  return cell && JSON.stringify(cellRow(row.id, cell)) === JSON.stringify(row) ? cell : null;
}

export interface ReportFields {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly title: string;
}

/** The cells and chapters of a report from their rows, cells in the order of the form; null where a row is not of this program. */
export function readReportRows(
  database: Database,
  side: Side,
  fields: ReportFields,
  status: Report['status'],
): Report | null {
  const tables = REPORT_TABLES[side];
  const rows = new Map<CellId, CellRow>();
  for (const row of database.prepare<[], CellRow>(`SELECT * FROM ${tables.cell} ORDER BY id`).all())
    rows.set(row.id, row);
  const cells: Record<CellId, CellValue> = {};
  for (const id of figures(EDITIONS[fields.edition]).keys()) {
    const row = rows.get(id);
    const cell = row && cellFromRow(row);
    if (!cell) return null;
    cells[id] = cell;
    rows.delete(id);
  }
  if (rows.size > 0) return null; // a cell that the form does not have
  const chapters = new Map<ChapterKey, ChapterDoc>();
  for (const row of database.prepare<[], ChapterRow>(`SELECT key, doc FROM ${tables.chapter}`).all()) {
    const doc = normalChapter(JSON.parse(row.doc));
    if (!doc || JSON.stringify(doc) !== row.doc) return null;
    chapters.set(row.key, doc);
  }
  if (chapters.size !== CHAPTER_KEYS.length) return null;
  const { organ, year, edition, title } = fields;
  return {
    organ,
    year,
    edition,
    title,
    status,
    cells,
    chapters: allChapters((key) => chapters.get(key) ?? EMPTY_CHAPTER),
  };
}

/** Puts the `after` of an edit into its row. A row that is not there means that memory and file hold different documents: a bug. */
export function putEdit(database: Database, edit: Edit): void {
  const { changes } = updateFor(database, edit);
  if (changes !== 1) throw new Error(`${changes} rows instead of one`);
}

function updateFor(database: Database, edit: Edit): { readonly changes: number } {
  switch (edit.kind) {
    case 'cell':
      return database
        .prepare(
          `UPDATE cell SET state = @state, value = @value, raw = @raw, note = @note, source = @source, proposed = @proposed
           WHERE id = @id`,
        )
        .run(cellRow(edit.cell, edit.after));
    case 'chapter':
      return database.prepare('UPDATE chapter SET doc = ? WHERE key = ?').run(JSON.stringify(edit.after), edit.chapter);
    case 'field':
      return database.prepare(`UPDATE meta SET ${edit.field === 'organ' ? 'organ' : 'title'} = ?`).run(edit.after);
  }
}
