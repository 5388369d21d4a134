// One edition made ready for matching: its rows, its column heads, and the heads that only other editions have.
import { EDITIONS } from '../editions/index.ts';
import type { FormEdition, LabelCell } from '../editions/types.ts';
import { allNames, type FormRow, formRows, type Names, namesOf, tableNames } from './form-labels.ts';
import { bareLabel, labelMatch } from './labels.ts';

export interface FormModel {
  readonly edition: FormEdition;
  readonly rows: readonly FormRow[];
  /** Every label of the edition, bare, with variants. */
  readonly names: readonly Names[];
  /** Labels over figures, bare. */
  readonly columns: readonly Names[];
  /** Heads of sections, in any edition. */
  readonly sections: ReadonlySet<string>;
  /** Heads over the labels of rows, such as 信息内容. */
  readonly labelHeads: ReadonlySet<string>;
  /** Labels of other editions that this one lacks. */
  readonly foreign: ReadonlySet<string>;
  /** Labels matched before, for this document. */
  readonly known: Map<string, RowMatch | null>;
}

export function formModel(edition: FormEdition): FormModel {
  const rows = formRows(edition);
  const names = edition.tables.flatMap((table) => tableNames(edition, table));
  const columns = rows.flatMap((row) => row.columns.flat());
  const overFigures = new Set(columns.flat());
  const every = Object.values(EDITIONS);
  return {
    edition,
    rows,
    names,
    columns,
    sections: new Set(every.flatMap((one) => labelsOf(one, 'section'))),
    labelHeads: new Set(labelsOf(edition, 'column').filter((text) => !overFigures.has(text))),
    foreign: exclusiveLabels(edition),
    known: new Map(),
  };
}

const labelsOf = (edition: FormEdition, role: LabelCell['role']): string[] =>
  edition.tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      row.flatMap((cell) => (cell.kind === 'label' && cell.role === role ? namesOf(edition, cell.text) : [])),
    ),
  );

let everyName: readonly string[] | null = null;

/** Whether a text is a label of the form in any edition, or a piece of one: no prose, wherever it stands. */
export function isFormLabel(text: string): boolean {
  const bare = bareLabel(text);
  if (bare.length < 2 || bare.length > 45) return bare.length < 2;
  everyName ??= [...new Set(Object.values(EDITIONS).flatMap(allNames))];
  if (/[。；！？]/.test(text)) return false;
  if (everyName.some((name) => name.includes(bare))) return true;
  if (TELLS.test(text)) return false;
  // “2022年，我局没有行政诉讼” has words of the form, and more
  const most = /[，,]/.test(text) ? bare.length - MORE : 0;
  return everyName.some(
    (name) =>
      (name.length >= most && labelMatch(bare, name) >= 0.75) ||
      (name.length > MORE && bare.startsWith(name.slice(0, MORE + 2))),
  );
}

/** Words and figures of a statement: “本年度未制发行政规范性文件”, “作出581件行政许可”. */
const TELLS =
  /全年|我[局办委镇乡街县市区单院]|本(?:单位|机关|局|镇|街道|年度(?!办理))|\d\s*(?:件|项|条|起|次|万?元|%)|未(?!经复议|审结)|没有(?!现成)/;

/** Characters that the number and the group of a label add to it; so many, and a label has begun. */
const MORE = 8;

/** Labels that only other editions have. */
function exclusiveLabels(edition: FormEdition): ReadonlySet<string> {
  const own = new Set(allNames(edition));
  const others = Object.values(EDITIONS).filter((other) => other !== edition);
  return new Set(others.flatMap(allNames).filter((name) => !own.has(name)));
}

export interface RowMatch {
  readonly row: FormRow;
  readonly score: number;
}

/** The form row that a printed label names; null where none does, or two do about as well. */
export function matchRow(model: FormModel, printed: string): RowMatch | null {
  const text = bareLabel(printed);
  if (text === '') return null;
  const before = model.known.get(text);
  if (before !== undefined) return before;
  const plain = text.length > 80 ? null : findRow(model, text);
  const joined = plain?.score === 1 || text.length > 80 ? null : findJoined(model, text);
  const match = joined ?? plain ?? findAnnotated(model, printed);
  model.known.set(text, match);
  return match;
}

/** “三、本年度办理结果（六）其他处理3.其他”: the heads of a row and its label in one cell, all in the form's own words. */
function findJoined(model: FormModel, text: string): RowMatch | null {
  const row = model.rows.find(({ heads, names }) => {
    const last = heads.at(-1);
    if (!last?.some((head) => text.includes(head))) return false;
    const before = heads.slice(0, -1).map((head) => `(?:${NUMBER}${anyOf(head)})?`);
    return new RegExp(`^${before.join('')}${NUMBER}${anyOf(last)}${NUMBER}${anyOf(names)}$`).test(text);
  });
  return row ? { row, score: 1 } : null;
}

/** Bare labels have no character that means something in a pattern. */
const anyOf = (names: Names): string => `(?:${names.join('|')})`;
const NUMBER = '[一二三四五六七八九十\\d]{0,2}';

/** “规章（设区的市、自治州人民政府应提供相关数据）”: the label with an explanation behind it. */
function findAnnotated(model: FormModel, printed: string): RowMatch | null {
  const label = /^(.{2,40}?)[（(](?!.*[（(]).{4,120}[）)]$/s.exec(printed.trim())?.[1] ?? '';
  const match = findRow(model, bareLabel(label));
  return match && match.score === 1 ? { ...match, score: ANNOTATED } : null;
}

const ANNOTATED = 0.95;

function findRow(model: FormModel, text: string): RowMatch | null {
  let best: RowMatch | null = null;
  let second = 0;
  for (const row of model.rows) {
    const score = Math.max(0, ...row.names.map((name) => labelMatch(text, name)));
    if (score > (best?.score ?? 0)) {
      second = best?.score ?? 0;
      best = { row, score };
    } else second = Math.max(second, score);
  }
  if (!best || best.score < 0.7 || (best.score < 1 && best.score - second < 0.02)) return null;
  // a label that the form has elsewhere (a head, a column) is that label
  if (best.score < 1 && model.names.some((names) => names.includes(text))) return null;
  return model.foreign.has(text) && best.score < 1 ? null : best;
}
