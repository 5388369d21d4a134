// Runs the checks beside the window, so that typing never waits for them.
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Finding } from '../../shared/checks/finding.ts';
import type { Report } from '../../shared/model/report.ts';

export interface CheckOrder {
  readonly number: number;
  readonly report: Report;
  readonly previous: Report | null;
}

export interface CheckResult {
  readonly number: number;
  readonly findings: readonly Finding[];
}

addEventListener('message', (event: MessageEvent<CheckOrder>) => {
  const { number, report, previous } = event.data;
  const result: CheckResult = { number, findings: runChecks(report, previous) };
  postMessage(result);
});
