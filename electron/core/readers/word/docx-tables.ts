// The tables of a Word text while it is read, one inside the other: rows, cells, and the columns that they begin in.
import type { WordBlock, WordTable } from './word-blocks.ts';

interface Cell {
  blocks: WordBlock[];
  start: number;
  span: number;
  continues: boolean;
}

interface Table {
  rows: Cell[][];
  column: number;
  deletedRow: boolean;
}

const MAX_CELLS = 50_000;
const MAX_SPAN = 200;

export class OpenTables {
  /** Spans or cells without end. */
  absurd = false;
  readonly #tables: Table[] = [];
  #cells = 0;

  /** Where text goes now: the innermost cell; null outside of all tables. */
  get into(): WordBlock[] | null {
    return this.#cell?.blocks ?? null;
  }

  get #table(): Table | undefined {
    return this.#tables.at(-1);
  }

  get #cell(): Cell | undefined {
    return this.#table?.rows.at(-1)?.at(-1);
  }

  /** An element that begins, with its value. */
  open(name: string, value: string | undefined, parent: string | undefined): void {
    if (name === 'tbl') this.#tables.push({ rows: [], column: 0, deletedRow: false });
    const table = this.#table;
    if (!table) return;
    const cell = this.#cell;
    switch (name) {
      case 'tr':
        table.rows.push([]);
        table.column = 0;
        table.deletedRow = false;
        break;
      case 'gridBefore':
        if (parent === 'trPr') table.column = this.#span(value);
        break;
      case 'tc':
        if (++this.#cells > MAX_CELLS) this.absurd = true;
        table.rows.at(-1)?.push({ blocks: [], start: table.column, span: 1, continues: false });
        table.column += 1;
        break;
      case 'gridSpan':
        if (!cell) break;
        cell.span = this.#span(value);
        table.column = cell.start + cell.span;
        break;
      case 'vMerge':
        if (cell) cell.continues = value === undefined || value === 'continue';
        break;
      default:
    }
  }

  /** The row that is open is marked as deleted. */
  deleteRow(): void {
    if (this.#table) this.#table.deletedRow = true;
  }

  endRow(): void {
    if (this.#table?.deletedRow) this.#table.rows.pop();
  }

  endTable(): WordTable | null {
    const done = this.#tables.pop();
    return done ? { kind: 'table', rows: done.rows.filter((row) => row.length > 0) } : null;
  }

  #span(value: string | undefined): number {
    const number = Number(value);
    if (!Number.isInteger(number) || number < 0 || number > MAX_SPAN) this.absurd = true;
    return Math.min(Math.max(number || 1, 1), MAX_SPAN);
  }
}
