// Keeps the findings up to date: the checks run a moment after the last edit, in a worker, outside the hot path of typing.
import type { Finding } from '../../shared/checks/finding.ts';
import type { CheckOrder, CheckResult } from './check-worker.ts';
import { reuseFindings } from './merge.ts';
import { setState, useStore } from './store.ts';

const DELAY_MS = 120;

interface Checker {
  run(order: CheckOrder): void;
  stop(): void;
}

/** Checks in the worker; in the window itself where the worker cannot be had, because findings must never stay away. */
function startChecker(done: (result: CheckResult) => void): Checker {
  const here = async ({ number, report, previous }: CheckOrder): Promise<void> => {
    const { runChecks } = await import('../../shared/checks/run-checks.ts');
    done({ number, findings: runChecks(report, previous) });
  };
  let worker: Worker | null = new Worker(new URL('./check-worker.ts', import.meta.url), { type: 'module' });
  let pending: CheckOrder | null = null;
  worker.addEventListener('message', (event: MessageEvent<CheckResult>) => {
    if (event.data.number === pending?.number) pending = null;
    done(event.data);
  });
  worker.addEventListener('error', () => {
    worker?.terminate();
    worker = null;
    if (pending) void here(pending);
  });
  return {
    run(order) {
      pending = order;
      if (worker) worker.postMessage(order);
      else void here(order);
    },
    stop: () => worker?.terminate(),
  };
}

/** Starts watching; gives the function that stops. */
export function watchFindings(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = 0;
  const show = (findings: readonly Finding[]): void =>
    setState({
      findings: reuseFindings(useStore.getState().findings, findings),
      checked: true,
      checkedAt: new Date().toISOString(),
    });
  const checker = startChecker(({ number, findings }) => {
    if (number === last && useStore.getState().document) show(findings);
  });
  const check = (): void => {
    const { document } = useStore.getState();
    if (document) checker.run({ number: ++last, report: document.report, previous: document.previous });
  };
  const stop = useStore.subscribe((now, before) => {
    if (now.document?.report === before.document?.report && now.document?.previous === before.document?.previous)
      return;
    clearTimeout(timer);
    last += 1;
    if (!now.document) return;
    setState({ checkedAt: null });
    timer = setTimeout(check, DELAY_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
    checker.stop();
  };
}
