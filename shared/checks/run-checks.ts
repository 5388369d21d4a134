// 全审: every rule over one report, errors first, in the order of the form. Pure: the window runs it after each edit.
import { figures } from '../editions/index.ts';
import { CHAPTER_KEYS, type Report } from '../model/report.ts';
import { arithmetic } from './arithmetic.ts';
import { cellBlanks, cellTypes, cellUnits } from './cells.ts';
import { chapterFacets, chapterLength, feeSentence, problemsAndMeasures } from './chapter-content.ts';
import { chapterMissing, title } from './chapters.ts';
import { type CheckContext, contextOf, type Rule } from './context.ts';
import { crossYear, jumps } from './cross-year.ts';
import type { Finding, Severity } from './finding.ts';
import { numbering } from './numbering.ts';
import { privacy } from './privacy.ts';
import { proseChanges } from './prose-changes.ts';
import { proseClaims } from './prose-claims.ts';
import { proseFigures } from './prose-figures.ts';
import { prosePercents } from './prose-percents.ts';
import { proseSums } from './prose-sums.ts';
import { sameParagraphs, staleYears } from './prose-years.ts';
import { selfWords, typingSlips } from './wording.ts';

/** The rules in the order in which their findings about one place are shown. */
const RULES: readonly Rule[] = [
  title,
  chapterMissing,
  cellTypes,
  arithmetic,
  crossYear,
  cellUnits,
  cellBlanks,
  proseFigures,
  proseChanges,
  proseSums,
  prosePercents,
  proseClaims,
  staleYears,
  sameParagraphs,
  jumps,
  privacy,
  chapterFacets,
  problemsAndMeasures,
  feeSentence,
  chapterLength,
  numbering,
  selfWords,
  typingSlips,
];

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 };

/** Every finding about a report; `previous` is last year's report, for the checks across years. The order is always the same. */
export function runChecks(report: Report, previous: Report | null): readonly Finding[] {
  const context = contextOf(report, previous);
  const place = placesOf(context);
  return RULES.flatMap((rule) => rule(context)).toSorted(
    (left, right) => ORDER[left.severity] - ORDER[right.severity] || place(left) - place(right),
  );
}

/** Where a finding belongs: its chapter, or the chapter of its table; the report as a whole comes first. */
function placesOf({ edition }: CheckContext): (finding: Finding) => number {
  const chapters = new Map(
    [...figures(edition).keys()].map((id) => [
      id,
      edition.tables.find((table) => id.startsWith(`${table.id}.`))?.chapter,
    ]),
  );
  return ({ chapter, cells }) => {
    const key = chapter ?? (cells[0] ? chapters.get(cells[0]) : undefined);
    return key === undefined ? -1 : CHAPTER_KEYS.indexOf(key);
  };
}
