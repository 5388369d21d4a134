// Whole reports in the manner of published ones: a sound one raises nothing, and each figure that the rest determines is missed by none.
import { expect, test } from 'vitest';
import { type Finding, findingKey } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Report } from '../../shared/model/report.ts';
import { type Seeded, writtenReports } from './written-reports.ts';

const REPORTS = [
  'cities',
  'bureaus',
  'towns',
  'others',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
].flatMap((name) => writtenReports(`${name}.txt`));

/** Prose is cut short and last year is given in part: length, facets and jumps are not asked of these. */
const found = (report: Report, previous: Report | null): readonly Finding[] =>
  runChecks(report, previous).filter(({ rule }) => !/^(?:C-ONE|X-|CELL)/.test(rule));

const isFound = ({ rule, words, hintSuffices }: Seeded, finding: Finding): boolean =>
  (hintSuffices || finding.severity !== 'hint') &&
  (rule === null || finding.rule === rule) &&
  `${finding.quote ?? ''}${finding.message}`.includes(words);

test.each(REPORTS)('nothing is wrong with $name', ({ report, previous }) => {
  expect(found(report, previous).filter(({ message }) => !message.includes('全角数字'))).toEqual([]);
});

test.each(REPORTS)('no mistake is missed in $name', ({ report, previous, seeded }) => {
  const before = new Set(found(report, previous).map(findingKey));
  const missed = seeded.filter(
    (one) => !found(one.report, previous).some((finding) => !before.has(findingKey(finding)) && isFound(one, finding)),
  );
  expect(missed.map(({ name }) => name)).toEqual([]);
});
