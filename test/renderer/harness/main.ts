// TEST ONLY: starts the window on the in-memory stand-in.
import { carryForward } from '../../../shared/carry/carry-forward.ts';
import { blockText, paragraph } from '../../../shared/model/chapter.ts';
import type { Report } from '../../../shared/model/report.ts';
import { fakeDesktop, type Harness } from './desktop.ts';
import { reportOf } from './report-of.ts';

const CASE = '/cases/seed-jiaxing-eco-2020';
const text = await (await fetch(`${CASE}.txt`)).text();
const expected: unknown = await (await fetch(`${CASE}.expected.json`)).json();
const times = Number(new URLSearchParams(location.search).get('times') ?? 1);
const previous = withLong(reportOf(expected as never, '嘉兴市生态环境局', text));
const { draft, notes } = carryForward(previous, 2021);
const harness: Harness = { refusal: null, asked: [] };
Object.assign(window, { harness, desktop: fakeDesktop({ report: draft, previous, notes, text }, harness) });
await import('../../../renderer/main.tsx');

/** The first chapter so many times over, no sentence twice: a report of many pages. */
function withLong(report: Report): Report {
  const { content } = report.chapters['1'];
  const long = Array.from({ length: times }, (_, turn) =>
    turn === 0 ? content : content.map((block) => paragraph(blockText(block).replaceAll('。', `（之${turn}）。`))),
  ).flat();
  return { ...report, chapters: { ...report.chapters, '1': { type: 'doc', content: long } } };
}
