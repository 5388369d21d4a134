// TEST ONLY: starts the window on the in-memory stand-in.
import { carryForward } from '../../../shared/editions/carry-forward.ts';
import { fakeDesktop } from './desktop.ts';
import { reportOf } from './report-of.ts';

const CASE = '/cases/seed-jiaxing-eco-2020';
const text = await (await fetch(`${CASE}.txt`)).text();
const expected: unknown = await (await fetch(`${CASE}.expected.json`)).json();
const previous = reportOf(expected as never, '嘉兴市生态环境局', text);
const { draft, notes } = carryForward(previous, 2021);
Object.defineProperty(window, 'desktop', { value: fakeDesktop({ report: draft, previous, notes, text }) });
await import('../../../renderer/main.tsx');
