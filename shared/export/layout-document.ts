// The finished document as data: title, prose and tables in printing order. Writers print it and know no edition.
import type { CellId, ChapterKey, Chapters, EditionId } from '../model/report.ts';
import type { FigureType } from '../editions/types.ts';

export interface LayoutRun {
  readonly text: string;
  readonly bold?: true;
  /** The run-in heading of a paragraph, “（一）主动公开情况。”, set in 楷体. */
  readonly runIn?: true;
}

export type LayoutBlock =
  | {
      readonly kind: 'chapter-title';
      readonly text: string;
      readonly anchor: string;
      readonly chapter: Exclude<ChapterKey, 'preface'>;
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly LayoutRun[] }
  | LayoutTable;

export interface LayoutTable {
  readonly kind: 'table';
  readonly id: string;
  /** 表二, 表三, 表四. */
  readonly name: string;
  /** Name of the sheet and caption, e.g. 表三 收到和处理政府信息公开申请情况. */
  readonly caption: string;
  readonly gridColumns: number;
  /** Share of the width of each grid column; the sum is 1. */
  readonly columnWidths: readonly number[];
  /** Equations that each column shows broken where they do not hold (一+二 = 三（七）+四). */
  readonly identities: readonly { readonly left: readonly CellId[]; readonly right: readonly CellId[] }[];
  /** Leading rows that repeat on a second page; 0 where the table has no head of its own. */
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
      /** The note inside `text`, without its brackets; '' where there is none. */
      readonly note: string;
      /** The unit inside `text`: set where the form's heads do not name it (元 of 2019), else ''. */
      readonly printedUnit: string;
      /** The decimal, where the cell holds one. */
      readonly value: string | null;
      /** The parts whose sum this total is; empty for an entered figure. `agrees` false: printed total differs, print it as it stands. */
      readonly sumOf: readonly CellId[];
      readonly agrees: boolean;
    };

export type LayoutFigure = Extract<LayoutCell, { readonly kind: 'figure' }>;
export type LayoutLabel = Extract<LayoutCell, { readonly kind: 'label' }>;

/** The tables in printing order. */
export const tablesOf = (layout: LayoutDocument): readonly LayoutTable[] =>
  layout.blocks.filter((block) => block.kind === 'table');

/** The figure cells of a table in reading order. */
export const figuresOf = (table: LayoutTable): readonly LayoutFigure[] =>
  table.rows.flatMap((row) => row.filter((cell) => cell.kind === 'figure'));

export interface LayoutDocument {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly title: string;
  readonly blocks: readonly LayoutBlock[];
  /** The prose as it was written, for the machine-readable copies inside the files. */
  readonly chapters: Chapters;
  /** First 16 hex digits of the content digest, printed in the properties. */
  readonly fingerprint: string;
  /** true: 草稿 watermark on each page. */
  readonly draft: boolean;
}

/** A figure for a program to read back: without sign and unit of the printed form, the note in its brackets. */
export const machineText = ({ value, note, text }: LayoutFigure): string =>
  value === null ? text : note ? `${value}（${note}）` : value;
