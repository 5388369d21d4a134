// What a reader gives: headings, paragraphs and tables in the order of the file, each with its place. It knows no edition of the form.
import type { Report } from '../model/report.ts';

/** A place in the source a person can find: “第12行”, “第3个表格第5行”, “Sheet ‘表三’ D7”, “第4页”. */
export type Place = string;

export interface RawCell {
  readonly text: string;
  readonly place: Place;
  /** As the file states them; a wrong span is the file's business, matching never relies on it. */
  readonly colspan?: number;
  readonly rowspan?: number;
  /** Left edge in characters or points, where only the position tells the column (text layer of a PDF). */
  readonly left?: number;
  readonly right?: number;
  /** What the reader itself is not sure of in this cell, as a Chinese clause. */
  readonly doubt?: string;
}

export type RawBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string; readonly place: Place }
  | { readonly kind: 'paragraph'; readonly text: string; readonly place: Place; readonly bold?: true }
  | RawTable;

export interface RawTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly RawCell[])[];
  readonly place: Place;
  /**
   * exact: every cell of a row is there, blank ones too. positional: cells are known by `left`/`right`, blank ones are absent.
   * lines: every row is one line of text, blank ones too; a line is a label or a figure, or a whole row.
   * loose: the same, but blank lines were lost, so that blank cells may be missing without a trace.
   */
  readonly cells: 'exact' | 'positional' | 'lines' | 'loose';
}

export type SourceKind = 'text' | 'html' | 'xlsx' | 'xls' | 'docx' | 'doc' | 'pdf' | 'nianbao';

export interface RawDocument {
  readonly kind: SourceKind;
  /** A title outside the text: <title>, document properties, the name of a sheet. */
  readonly title?: string;
  readonly blocks: readonly RawBlock[];
  /** Cells known by id (our own workbook's defined names, our own HTML's data attributes), which need no matching. */
  readonly namedCells?: readonly { readonly id: string; readonly cell: RawCell }[];
  /** What our own workbook, PDF or web page states about itself: organ, year, edition, title. */
  readonly meta?: Readonly<Record<string, string>>;
  /** The whole report, from our own document file: nothing needs matching. */
  readonly report?: Report;
  /** What the reader could not read, as sentences for the person. */
  readonly remarks: readonly string[];
}
