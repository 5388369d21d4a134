// The report as the program knows it: figures by cell id, prose by chapter. Nothing here depends on an edition.
import type { ChapterDoc } from './chapter.ts';

/** `<table>.<row>.<column>`, e.g. `applications.new.total`. These ids are a public interface and never change. */
export type CellId = `${string}.${string}.${string}`;

export type EditionId = '2019' | '2021';

/** `preface`, or the number of the chapter. Chapters 2 to 4 hold tables; their text is what stands beside the table. */
export type ChapterKey = 'preface' | '1' | '2' | '3' | '4' | '5' | '6';

export type CellState = 'blank' | 'number' | 'dash' | 'text';

/** Where a figure came from. Every figure keeps it. */
export type CellSource =
  | { readonly kind: 'empty' }
  | { readonly kind: 'typed' }
  | { readonly kind: 'pasted' }
  | { readonly kind: 'filled' }
  | { readonly kind: 'computed' }
  | { readonly kind: 'imported'; readonly file: string; readonly place: string }
  | { readonly kind: 'carried'; readonly from: CellId; readonly year: number };

/** One figure cell. Blank is not 0. `value` is an exact decimal and set only in state `number`. */
export interface CellValue {
  readonly state: CellState;
  readonly value: string | null;
  /** The text as it was typed or printed. */
  readonly raw: string;
  /** A note printed in the cell, such as “其中修订16件”. */
  readonly note?: string;
  readonly source: CellSource;
  /** Proposed by the program and not yet taken by the user (上年结转 of a new draft). */
  readonly proposed?: true;
}

export type Cells = Readonly<Record<CellId, CellValue>>;
export type Chapters = Readonly<Record<ChapterKey, ChapterDoc>>;

/**
 * `draft`: being prepared, totals are computed and locked. `imported`: a published report as it was read, its printed totals kept.
 * `final`: locked by 定稿.
 */
export type ReportStatus = 'draft' | 'imported' | 'final';

export interface Report {
  /** Full name of the organ, e.g. 嘉兴市生态环境局. */
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly title: string;
  readonly status: ReportStatus;
  /** Every cell of the edition is present. */
  readonly cells: Cells;
  readonly chapters: Chapters;
}

/** The parts of a report in their order: what stands before 一、, then 一 to 六. */
export const CHAPTER_KEYS = ['preface', '1', '2', '3', '4', '5', '6'] as const satisfies readonly ChapterKey[];

/** A cell in which nothing is filled in: not the same as 0. */
export const BLANK: CellValue = { state: 'blank', value: null, raw: '', source: { kind: 'empty' } };

/** The ids of some cells. */
export const cellIds = (cells: Cells): CellId[] => Object.keys(cells) as CellId[]; // keys of a record keyed by CellId

/** One document for each part of a report. */
export const allChapters = (of: (key: ChapterKey) => ChapterDoc): Chapters =>
  Object.fromEntries(CHAPTER_KEYS.map((key) => [key, of(key)])) as Chapters; // every key is present
