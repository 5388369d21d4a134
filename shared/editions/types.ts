// The statutory form as data: what an edition of the form is made of. Code elsewhere reads these and knows no row or column by name.
import type { CellId, ChapterKey, EditionId } from '../model/report.ts';

export type TableId = 'disclosure' | 'applications' | 'proceedings';

/** count: whole, not negative. signed: whole, may be negative (增/减). amount: up to six decimals, not negative. */
export type FigureType = 'count' | 'signed' | 'amount';

export interface LabelCell {
  readonly kind: 'label';
  readonly text: string;
  readonly colspan: number;
  readonly rowspan: number;
  /** A column header (above figures), a row header (left of figures), or the head of a section. */
  readonly role: 'column' | 'row' | 'section';
}

export interface FigureCell {
  readonly kind: 'figure';
  readonly id: CellId;
  readonly type: FigureType;
  /** The unit of the figure: 件, 项, 个, 万元, 元. */
  readonly unit: string;
  readonly colspan: number;
  readonly rowspan: 1;
}

export type FormCell = LabelCell | FigureCell;

export interface TableSpec {
  readonly id: TableId;
  readonly chapter: ChapterKey;
  /** How the table is called in messages: 表二, 表三, 表四. */
  readonly name: string;
  readonly gridColumns: number;
  /** Share of the width of each grid column; the sum is 1. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly (readonly FormCell[])[];
}

/**
 * An arithmetic rule of the form: the sum of `left` equals the sum of `right`. Where `computes` is set, that cell (the only one of
 * `left`) is a total which a draft computes from `right`.
 */
export interface Equation {
  readonly rule: 'T3-IDENT' | 'T3-RESULT-SUM' | 'T3-ROW-SUM' | 'T4-SUM';
  readonly left: readonly CellId[];
  readonly right: readonly CellId[];
  readonly computes?: CellId;
  /** What the equation is about, e.g. “自然人列” or “一、本年新收”. */
  readonly subject: string;
}

export interface ChapterSpec {
  readonly key: ChapterKey;
  /** 一 … 六. */
  readonly number: string;
  readonly title: string;
  readonly kind: 'text' | 'table';
  /** Titles seen in published reports and accepted as the same chapter. */
  readonly titleVariants: readonly string[];
  /** What the official form or notice asks of the chapter, shown as help. */
  readonly rule?: string;
}

/** A label as other reports write it, for one row or column of the form. */
export interface LabelVariant {
  readonly label: string;
  readonly variants: readonly string[];
}

export interface FormEdition {
  readonly id: EditionId;
  /** The notice that issued the form. */
  readonly document: string;
  /** The first year whose reports use it; it is in force until the next edition. */
  readonly firstYear: number;
  readonly chapters: readonly ChapterSpec[];
  readonly tables: readonly TableSpec[];
  readonly equations: readonly Equation[];
  readonly labelVariants: readonly LabelVariant[];
}
