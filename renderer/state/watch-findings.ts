// Keeps the findings up to date: the checks run a moment after the last edit, outside the hot path of typing.
import type { Finding } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import type { Report } from '../../shared/model/report.ts';
import { setState, useStore } from './store.ts';

const DELAY_MS = 120;

/** Starts watching; gives the function that stops. */
export function watchFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = (): void => {
    const { document } = useStore.getState();
    if (!document) return;
    const { report, previous } = document;
    setState({ findings: checked(report, previous), checkedAt: new Date().toISOString() });
  };
  const stop = useStore.subscribe((now, before) => {
    if (now.document?.report === before.document?.report && now.document?.previous === before.document?.previous)
      return;
    clearTimeout(timer);
    if (!now.document) return;
    setState({ checkedAt: null });
    timer = setTimeout(check, DELAY_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

let memory: { report: Report; previous: Report | null; findings: readonly Finding[] } | null = null;

/** The findings of a report, remembered for the report last asked for. */
export function checked(report: Report, previous: Report | null): readonly Finding[] {
  if (memory?.report !== report || memory.previous !== previous)
    memory = { report, previous, findings: runChecks(report, previous) };
  return memory.findings;
}
