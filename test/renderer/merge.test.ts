// Findings of one check after the other: what says the same stays the same object, so that a panel of hundreds draws only what is new.
import { expect, test } from 'vitest';
import { reuseFindings } from '../../renderer/state/merge.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { caseReport } from '../checks/case-report.ts';

const findings = runChecks(caseReport('seed'), null);
const again = (): typeof findings => structuredClone(findings);

test('a check that finds the same gives the very list there was', () => {
  expect(findings.length).toBeGreaterThan(1);
  expect(reuseFindings(findings, again())).toBe(findings);
});

test('of findings one of which is gone the others stay the objects they were', () => {
  const [, ...rest] = again();
  const reused = reuseFindings(findings, rest);
  expect(reused).toHaveLength(findings.length - 1);
  expect(reused.every((one, at) => one === findings[at + 1])).toBe(true);
});

test('a finding with the same key that says something else is the new one', () => {
  const changed = again().map((one, at) => (at === 0 ? { ...one, message: '另一句话。' } : one));
  const reused = reuseFindings(findings, changed);
  expect(reused[0]).toBe(changed[0]);
  expect(reused.slice(1)).toEqual(findings.slice(1));
  expect(reused[1]).toBe(findings[1]);
});
