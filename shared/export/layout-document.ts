// The finished document as data: title, prose and tables in printing order. Writers print it and know no edition.
import type { CellId, EditionId } from '../model/report.ts';
import type { FigureType } from '../editions/types.ts';

export interface LayoutRun {
  readonly text: string;
  readonly bold?: true;
  /** The run-in heading of a paragraph, “（一）主动公开情况。”, set in 楷体. */
  readonly runIn?: true;
}

export type LayoutBlock =
  | { readonly kind: 'chapter-title'; readonly text: string; readonly anchor: string }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly LayoutRun[] }
  | LayoutTable;

export interface LayoutTable {
  readonly kind: 'table';
  readonly id: string;
  /** Name of the sheet and caption, e.g. 表三 收到和处理政府信息公开申请情况. */
  readonly caption: string;
  readonly gridColumns: number;
  readonly columnWidths: readonly number[];
  readonly headRows: number;
  readonly rows: readonly (readonly LayoutCell[])[];
}

export type LayoutCell =
  | {
      readonly kind: 'label';
      readonly text: string;
      readonly role: 'column' | 'row' | 'section';
      readonly row: number;
      readonly column: number;
      readonly colspan: number;
      readonly rowspan: number;
    }
  | {
      readonly kind: 'figure';
      readonly id: CellId;
      readonly type: FigureType;
      readonly unit: string;
      readonly row: number;
      readonly column: number;
      readonly colspan: number;
      readonly rowspan: number;
      /** As printed: figure, note, dash, or empty. */
      readonly text: string;
      /** The decimal, where the cell holds one. */
      readonly value: string | null;
      /** The parts whose sum this total is; empty for an entered figure. `agrees` false: printed total differs, print it as it stands. */
      readonly sumOf: readonly CellId[];
      readonly agrees: boolean;
    };

export interface LayoutDocument {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly title: string;
  readonly blocks: readonly LayoutBlock[];
  /** First 16 hex digits of the content digest, printed in the properties. */
  readonly fingerprint: string;
  /** true: 草稿 watermark on each page. */
  readonly draft: boolean;
}
