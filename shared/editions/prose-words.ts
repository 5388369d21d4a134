// The shape of the words that bind prose to cells.
//
// A pattern is matched against the words beside a figure, written as “words in front□words behind”, where □ is the figure with its
// unit, white space and quotation marks are gone, and years are called 上年, 本年 and 下年.
import type { TableId } from './types.ts';

/** sure: a difference is a warning. likely: a hint. maybe: the figure is bound only where it agrees. */
export type Certainty = 'sure' | 'likely' | 'maybe';

/** Keys of rows or columns whose figures are added. */
export type Sum = readonly string[];

export interface ProseWords {
  readonly words: string;
  /** What the words may mean, the first being the plain meaning; any of them may agree. */
  readonly means: readonly Sum[];
  readonly certainty: Certainty;
  /** A further meaning where the sentence says so, e.g. “含上年结转”. */
  readonly where?: { readonly words: string; readonly means: readonly Sum[] };
  /** Sums that would explain a difference: then it is only a hint, unless the words around it tell them apart. */
  readonly excuses?: readonly { readonly plus: Sum; readonly minus?: Sum; readonly unless?: string }[];
  /** The whole, which a single part (one channel, one department) does not speak of. */
  readonly whole?: true;
  /** So plain that a weak unit may be wrong too: “作出行政处罚11项”. */
  readonly anyUnit?: true;
  /** Bare words that mean what was said before them: “作出行政处罚决定17件、行政强制5件”. */
  readonly follows?: true;
}

export interface ProseTable {
  readonly table: TableId;
  /** Words of a heading that make the table the subject of what follows. */
  readonly subject: string;
  /** Units of its figures. Other units of `weakUnits` bind only where they agree. */
  readonly units: readonly string[];
  readonly weakUnits: readonly string[];
  /** Beside these words a figure of the table's kind is something else. */
  readonly never: string;
  /** A clause with these words needs no check of the sentence for words of `never`. */
  readonly own: string | null;
  /** Beside these words a difference is only a hint. */
  readonly weak: string;
  /** The same for a row that is a whole: “涉及征地的申请12件”. */
  readonly weakWhole: string;
  /** The same, anywhere in the sentence in front of the figure. */
  readonly weakSentence: string | null;
  /** The sentence, its heading or a figure before must speak of this; null: the words for the row say enough. */
  readonly about: string | null;
  /** Or two of these. */
  readonly signs: readonly string[];
  /** In the report of an organ that is no government, a figure without any such word is its own after all, and a difference a hint. */
  readonly isOwn: boolean;
  readonly rows: readonly ProseWords[];
  readonly columns: readonly ProseWords[];
  /** The column where no word names one; null: the column last named. */
  readonly plainColumn: string | null;
}

export interface ProseBindings {
  readonly tables: readonly ProseTable[];
  /** Words which make a figure a change against last year, an average or a target: never a figure of the tables. */
  readonly comparison: string;
  /** One channel: not the whole. */
  readonly channels: string;
  /** One department or level: not the whole, nor are the figures that follow in the sentence. */
  readonly scopes: string;
  /** A list of channels, or 等渠道, or 全市: the whole after all. */
  readonly all: string;
}

export const sure = (words: string, ...means: Sum[]): ProseWords => ({ words, means, certainty: 'sure' });
export const likely = (words: string, ...means: Sum[]): ProseWords => ({ words, means, certainty: 'likely' });
export const maybe = (words: string, ...means: Sum[]): ProseWords => ({ words, means, certainty: 'maybe' });
