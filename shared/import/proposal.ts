// What was recognised in a file, before anything is written: a report, the doubts about it, and the source beside each figure.
import type { CellId, ChapterKey, EditionId, Report } from '../model/report.ts';
import type { RawBlock } from './raw-document.ts';

export type ImportWarningCode =
  | 'organ-unknown'
  | 'year-unknown'
  | 'year-contradicts' // the user's year is not the year of the text
  | 'edition-guessed'
  | 'edition-contradicts'
  | 'chapter-missing'
  | 'chapter-title'
  | 'table-missing'
  | 'label-fuzzy' // recognised although a character differs
  | 'label-unknown' // a row or column the form does not have; its figures are not taken
  | 'row-missing'
  | 'cells-lost' // a row has another number of cells than the form: the figures may be shifted
  | 'cells-uncertain' // blank cells are lost, the columns were guessed
  | 'value-unread' // not a figure; the text is kept
  | 'value-unit' // a unit or words in the cell
  | 'value-odd' // read, but written in an unusual way
  | 'sum-breaks' // a sum that fails only under this reading
  | 'text-outside' // prose at a place where the form has none
  | 'reader'; // the reader's own remark

/** A doubt. `cell` is a cell id, or `table.row` when a whole row is doubtful. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  readonly message: string;
  readonly cell?: string;
  readonly chapter?: ChapterKey;
}

/** The piece of the source that a figure was read from. */
export interface CellOrigin {
  readonly raw: string;
  readonly place: string;
  /** Index into `blocks`, with the row inside a table; -1 where the file itself names its figures, and only `place` tells. */
  readonly block: number;
  readonly row?: number;
}

export interface ImportProposal {
  readonly report: Report;
  readonly warnings: readonly ImportWarning[];
  readonly origins: Readonly<Record<CellId, CellOrigin>>;
  /** The blocks of the source, to be shown beside the reading. */
  readonly blocks: readonly RawBlock[];
}

/** What the user fixes before the reading: `--year`, `--edition`, the wizard's choices. */
export interface ImportWishes {
  readonly fileName: string;
  readonly year?: number;
  readonly edition?: EditionId;
  readonly organ?: string;
}
