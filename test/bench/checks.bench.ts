// What 全审 costs on a long report: against reading the same text once for its digits, and for a report of ten times the length.
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Report } from '../../shared/model/report.ts';
import { bindBlocks } from '../../shared/text/match.ts';
import { readProse } from '../../shared/text/prose.ts';
import { caseReport } from '../checks/case-report.ts';

const ROUNDS = 15;

/** The middle time of each work in milliseconds, the works taking turns so that a busy moment strikes all of them. */
function medians(works: Readonly<Record<string, () => unknown>>): Readonly<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let round = -5; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const began = performance.now();
      work();
      if (round >= 0) (times[name] ??= []).push(performance.now() - began);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [name, all.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0]),
  );
}

/** A published report with its first chapter so many times over. */
const repeated = (report: Report, times: number): Report => ({
  ...report,
  chapters: {
    ...report.chapters,
    '1': { type: 'doc', content: Array.from({ length: times }, () => report.chapters['1'].content).flat() },
  },
});

export async function run(): Promise<readonly string[]> {
  const [now, last] = [caseReport('suqian2024'), caseReport('suqian2023')];
  const [long, before] = [repeated(now, 9), repeated(last, 9)]; // about 40 pages
  const texts = readProse(long).map(({ text }) => text);
  const prose = readProse(long);
  const times = medians({
    baseline: () => texts.map((text) => [...text.matchAll(/\d+(?:\.\d+)?/g)].length),
    // a chapter is read once and known from then on: each round has new chapters, as an edit makes them
    'read the prose': () => readProse(repeated(now, 9)),
    'bind its figures to cells': () => bindBlocks(long, prose),
    'all checks': () => runChecks(repeated(now, 9), null),
    'all checks, with last year': () => runChecks(repeated(now, 9), before),
    'all checks, with last year, after an edit of a figure': () => runChecks(long, before),
    'all checks of a report of four pages': () => runChecks(repeated(now, 1), last),
  });
  const base = times['baseline'] ?? 1;
  const characters = texts.join('').length;
  return [
    `40 pages, ${characters} characters; digits found once: ${base.toFixed(2)} ms`,
    ...Object.entries(times)
      .filter(([name]) => name !== 'baseline')
      .map(([name, time]) => `${name}: ${time.toFixed(1)} ms, ${(time / base).toFixed(0)}x`),
  ];
}
