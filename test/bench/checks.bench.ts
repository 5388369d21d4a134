// What 全审 costs on a long report: against reading the same text once for its digits, for texts never read before and after one edit.
import { runChecks } from '../../shared/checks/run-checks.ts';
import { chapterFromLines } from '../chapter-from-lines.ts';
import type { Report } from '../../shared/model/report.ts';
import { bindBlocks } from '../../shared/text/match.ts';
import { readProse } from '../../shared/text/prose.ts';
import { caseReport } from '../checks/case-report.ts';

const ROUNDS = 15;

/**
 * The middle time of each work in milliseconds, the works taking turns so that a busy moment strikes all of them. What a work is given
 * is made anew each time, outside the clock.
 */
function medians<T>(
  make: (turn: number) => T,
  works: Readonly<Record<string, (given: T) => unknown>>,
): Readonly<Record<string, number>> {
  const times: Record<string, number[]> = {};
  let turn = 0;
  for (let round = -5; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(works)) {
      const given = make(++turn);
      const began = performance.now();
      work(given);
      if (round >= 0) (times[name] ??= []).push(performance.now() - began);
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, all]) => [name, all.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0]),
  );
}

/** A published report with its first chapter so many times over; every paragraph ends with the turn, so that none was read before. */
const repeated = (report: Report, times: number, turn: number): Report => {
  const content = Array.from({ length: times }, () => report.chapters['1'].content).flat();
  const marked = content.map((block, at) => ({
    ...block,
    content: [...(block.content ?? []), { type: 'text' as const, text: `（${turn}之${at}）` }],
  }));
  return { ...report, chapters: { ...report.chapters, '1': { type: 'doc', content: marked } } };
};

export async function run(): Promise<readonly string[]> {
  const [now, last] = [caseReport('suqian2024'), caseReport('suqian2023')];
  const first = repeated(now, 9, 0); // about 40 pages
  const texts = readProse(first).map(({ text }) => text);
  const prose = readProse(first);
  const before = repeated(last, 9, 0);
  const make = (turn: number) => ({
    long: repeated(now, 9, turn),
    short: repeated(now, 1, turn),
    edited: { ...first, chapters: { ...first.chapters, '6': chapterFromLines([`没有其他事项${turn}。`]) } },
  });
  const times = medians(make, {
    baseline: () => texts.map((text) => [...text.matchAll(/\d+(?:\.\d+)?/g)].length),
    'read the prose': ({ long }) => readProse(long),
    'bind its figures to cells': () => bindBlocks(first, prose),
    'all checks': ({ long }) => runChecks(long, null),
    'all checks, with last year': ({ long }) => runChecks(long, before),
    'all checks again after one paragraph changed': ({ edited }) => runChecks(edited, before),
    'all checks of a report of four pages': ({ short }) => runChecks(short, last),
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
