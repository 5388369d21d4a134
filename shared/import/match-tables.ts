// All statutory tables of a document, however they are laid out -> rows of the form, and the blocks that they took.
import type { ChapterKey } from '../model/report.ts';
import { exactRows, type PlacedTable } from './exact-rows.ts';
import type { FormModel } from './form-model.ts';
import type { ChapterStart } from './match-chapters.ts';
import type { RawBlock } from './raw-document.ts';
import type { RowReading, UnknownRow } from './row-reading.ts';

export interface MatchedTables {
  readonly readings: readonly RowReading[];
  readonly unknown: readonly UnknownRow[];
  /** Blocks (`3`) and table rows (`3/7`) that are table, not text. */
  readonly taken: ReadonlySet<string>;
  /** The last block of each table chapter's table. */
  readonly lastBlock: ReadonlyMap<ChapterKey, number>;
}

export function matchTables(
  model: FormModel,
  blocks: readonly RawBlock[],
  starts: readonly ChapterStart[],
): MatchedTables {
  const tables = blocks.flatMap((table, block): PlacedTable[] => (table.kind === 'table' ? [{ block, table }] : []));
  const exact = exactRows(
    model,
    tables.filter(({ table }) => table.cells === 'exact'),
  );
  const readings = [...exact.readings];
  const taken = takenBy(readings, tables, starts);
  const lastBlock = new Map<ChapterKey, number>();
  for (const { row, block } of readings) {
    const chapter = model.edition.tables.find(({ id }) => id === row.table)?.chapter;
    if (chapter) lastBlock.set(chapter, Math.max(block, lastBlock.get(chapter) ?? 0));
  }
  return { readings, unknown: exact.unknown, taken, lastBlock };
}

/** Rows of a statutory table are no text, but chapter titles that stand in one are. */
function takenBy(
  readings: readonly RowReading[],
  tables: readonly PlacedTable[],
  starts: readonly ChapterStart[],
): Set<string> {
  const taken = new Set<string>();
  for (const { block, table } of tables) {
    const rows = readings.filter((reading) => reading.block === block).map(({ at }) => at);
    if (rows.length === 0) continue;
    const titles = starts.filter((start) => start.block === block).flatMap(({ row }) => row ?? []);
    if (titles.length === 0) {
      taken.add(`${block}`);
      continue;
    }
    table.rows.forEach((cells, at) => {
      const long = cells.some((cell) => cell.text.length > 60);
      if (!titles.includes(at) && (rows.includes(at) || !long)) taken.add(`${block}/${at}`);
    });
  }
  return taken;
}
