// All statutory tables of a document, however they are laid out -> rows of the form, and the blocks that they took.
import type { ChapterKey } from '../../model/report.ts';
import { chapterAt } from '../prose/chapter-lines.ts';
import { exactRows, type PlacedTable } from './exact-rows.ts';
import type { FormRow } from '../form-labels.ts';
import { type FormModel, isFormLabel } from '../form-model.ts';
import { lineRows } from './line-rows.ts';
import type { ChapterStart } from '../prose/match-chapters.ts';
import type { RawBlock } from '../raw-document.ts';
import { cellKind, type RowReading, type TableReadings, type UnknownRow } from './row-reading.ts';
import { streamRows } from './stream-rows.ts';
import type { StreamLine } from './stream-stretches.ts';
import { verticalRow } from './vertical-rows.ts';
import { splitLine, type TextLine, textLines } from './text-tokens.ts';

export interface MatchedTables {
  readonly readings: readonly RowReading[];
  readonly unknown: readonly UnknownRow[];
  /** Blocks (`3`) and table rows (`3/7`) that are table, not text. */
  readonly taken: ReadonlySet<string>;
  /** A second report stands in the file, with other figures. */
  readonly second: boolean;
  /** The last block of each table chapter's table. */
  readonly lastBlock: ReadonlyMap<ChapterKey, number>;
}

export function matchTables(
  model: FormModel,
  blocks: readonly RawBlock[],
  starts: readonly ChapterStart[],
): MatchedTables {
  const tables = blocks.flatMap((table, block): PlacedTable[] => (table.kind === 'table' ? [{ block, table }] : []));
  const withCells = tables.filter(({ table }) => table.cells === 'exact');
  const vertical = withCells.flatMap((placed) => verticalRow(model, placed) ?? []);
  const exact = exactRows(
    model,
    withCells.filter(({ block }) => !vertical.some((reading) => reading.block === block)),
  );
  const readings = [...inOwnChapters(model, starts, exact.readings), ...vertical];
  const again = secondTables(model, readings, exact.readings);
  const unknown = [...exact.unknown];
  const taken = takenBy(readings);
  for (const part of lineParts(model, blocks, starts, tables)) {
    const rows = model.rows.filter((row) => chapterOf(model, row) === part.chapter || part.chapter === null);
    const found = readPart(model, rows, part);
    readings.push(...found.readings);
    unknown.push(...found.unknown);
    if (found.readings.length > 0) for (const { block, content } of part.blocks) takeLines(taken, block, content);
  }
  for (const part of lostTables(model, blocks, starts, readings)) {
    const found = readPart(
      model,
      model.rows.filter((row) => chapterOf(model, row) === part.chapter),
      part,
    );
    readings.push(...found.readings);
    unknown.push(...found.unknown);
    const first = Math.min(...found.readings.map(({ block }) => block));
    for (const { block, content } of part.blocks)
      if (
        content.kind !== 'table' &&
        (isFormLabel(content.text) || (block >= first && cellKind(content.text) !== 'label'))
      )
        taken.add(`${block}`);
  }
  const lastBlock = new Map<ChapterKey, number>();
  for (const { row, block } of readings) {
    const chapter = chapterOf(model, row);
    if (chapter) lastBlock.set(chapter, Math.max(block, lastBlock.get(chapter) ?? 0));
  }
  const second = again.some((other) => readings.some(({ row, text }) => row === other.row && text !== other.text));
  return { readings: [...readings, ...again], unknown, taken, second, lastBlock };
}

/** The lines of a table without cells, but not the short lines of text that stand before its first head and behind its last row. */
function takeLines(taken: Set<string>, block: number, content: RawBlock): void {
  if (content.kind !== 'table') {
    taken.add(`${block}`);
    return;
  }
  const ofTable = textLines([{ block, content }]).map(({ tokens }) =>
    tokens.some(({ kind, cell }) => kind === 'figure' || isFormLabel(cell.text)),
  );
  const [first, last] = [ofTable.indexOf(true), ofTable.lastIndexOf(true)];
  for (let at = first; at <= last; at++) taken.add(`${block}/${at}`);
}

const chapterOf = (model: FormModel, row: FormRow): ChapterKey | undefined =>
  model.edition.tables.find(({ id }) => id === row.table)?.chapter;

/** A stretch of the document whose tables have lost their cells. */
interface LinePart {
  /** null where no chapter title tells which table it is. */
  readonly chapter: ChapterKey | null;
  readonly blocks: readonly { readonly block: number; readonly content: RawBlock }[];
}

const LONGEST_PIECE = 40;

/** Tables without cells, with the short lines between them (pieces of wrapped labels), by chapter. */
function lineParts(
  model: FormModel,
  blocks: readonly RawBlock[],
  starts: readonly ChapterStart[],
  tables: readonly PlacedTable[],
): LinePart[] {
  const loose = tables.filter(({ table }) => table.cells !== 'exact').map(({ block }) => block);
  const parts = new Map<ChapterKey | null, number[]>();
  for (const block of loose) {
    const chapter = chapterAt(starts, { block });
    const key = isTableChapter(model, chapter) ? chapter : null;
    parts.set(key, [...(parts.get(key) ?? []), block]);
  }
  return [...parts].map(([chapter, own]): LinePart => {
    const first = own[0] ?? 0;
    const last = own.at(-1) ?? 0;
    const titles = new Set(starts.map(({ block }) => block));
    const between = blocks.flatMap((content, block) => {
      const inside = block >= first && block <= last && !titles.has(block);
      const piece = content.kind === 'table' ? content.cells !== 'exact' : content.text.length <= LONGEST_PIECE;
      return inside && piece && (chapter === null ? content.kind === 'table' : true) ? [{ block, content }] : [];
    });
    return { chapter, blocks: between };
  });
}

/** Chapters whose table came as paragraphs, a cell each: the site dropped the table around them. */
function lostTables(
  model: FormModel,
  blocks: readonly RawBlock[],
  starts: readonly ChapterStart[],
  readings: readonly RowReading[],
): LinePart[] {
  const found = new Set(readings.map(({ row }) => chapterOf(model, row)));
  const lost = model.edition.chapters.filter(({ key, kind }) => kind === 'table' && !found.has(key));
  return lost.flatMap(({ key: chapter }): LinePart[] => {
    const titles = new Set(starts.map(({ block }) => block));
    const own = blocks.flatMap((content, block) => {
      const short = content.kind !== 'table' && content.text.length <= LONGEST_LINE;
      return short && !titles.has(block) && chapterAt(starts, { block }) === chapter ? [{ block, content }] : [];
    });
    const figures = textLines(own).reduce((sum, line) => sum + splitLine(line).figures.length, 0);
    return figures >= 3 ? [{ chapter, blocks: own }] : [];
  });
}

const LONGEST_LINE = 90;

const isTableChapter = ({ edition }: FormModel, chapter: ChapterKey | null): boolean =>
  edition.chapters.some(({ key, kind }) => key === chapter && kind === 'table');

/** A row a line, or a cell a line: told by lines that hold words and figures. */
function readPart(model: FormModel, rows: readonly FormRow[], part: LinePart): TableReadings {
  const lines = textLines(part.blocks);
  const mixed = lines
    .map(splitLine)
    .filter(({ labels, figures }) => figures.length > 1 || (labels.length > 0 && figures.length > 0));
  const written = lines.filter(({ tokens }) => tokens.length > 0);
  const positional = part.blocks.some(({ content }) => content.kind === 'table' && content.cells === 'positional');
  const wide = mixed.some(({ figures }) => figures.length >= 5);
  if (positional || wide || mixed.length >= written.length / 4) return lineRows(model, rows, lines);
  const kept = part.blocks.every(({ content }) => content.kind === 'table' && content.cells === 'lines');
  const stream = part.blocks.flatMap(({ block, content }): StreamLine[] =>
    content.kind === 'table'
      ? content.rows.map((row, at) => ({ block, at, cell: row[0] ?? { text: '', place: content.place } }))
      : [{ block, at: 0, cell: { text: content.text, place: content.place } }],
  );
  return streamRows(
    model,
    rows,
    stream.flatMap((line, index) => cellLines(line, lines[index])),
    kept,
  );
}

/** “行政规范性文件 28” and “35 422” are two cells each that came to stand on one line. */
function cellLines(line: StreamLine, { tokens }: TextLine = { block: 0, at: 0, tokens: [] }): StreamLine[] {
  if (tokens.length < 2 || !tokens.some(({ kind }) => kind === 'figure')) return [line];
  return tokens.map(({ cell }) => ({ ...line, cell }));
}

/** A table that gave rows is no text. */
const takenBy = (readings: readonly RowReading[]): Set<string> => new Set(readings.map(({ block }) => `${block}`));

/** Rows of other tables, in a chapter of text, that have a label of the form: not the form's where that stands in its own chapter. */
function inOwnChapters(
  model: FormModel,
  starts: readonly ChapterStart[],
  readings: readonly RowReading[],
): RowReading[] {
  const place = ({ row, block }: RowReading): 'own' | 'text' | 'other' => {
    const chapter = chapterAt(starts, { block });
    if (chapter === chapterOf(model, row)) return 'own';
    return isTableChapter(model, chapter) ? 'other' : 'text';
  };
  const settled = new Set(readings.filter((reading) => place(reading) === 'own').map(({ row }) => row.table));
  return readings.filter((reading) => place(reading) !== 'text' || !settled.has(reading.row.table));
}

/**
 * Rows that were left out although their table is all there: a second report stands in the file. They come last, so that what is taken
 * stays, and rows with other figures are told.
 */
function secondTables(
  model: FormModel,
  kept: readonly RowReading[],
  all: readonly RowReading[],
): readonly RowReading[] {
  const left = all.filter((reading) => !kept.includes(reading));
  return model.edition.tables.flatMap(({ id }) => {
    const own = left.filter(({ row }) => row.table === id);
    const rows = model.rows.filter(({ table }) => table === id);
    return new Set(own.map(({ row }) => row.id)).size >= rows.length * 0.6 ? own : [];
  });
}
