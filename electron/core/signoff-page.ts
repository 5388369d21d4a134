// 呈批单 of an open document: who drafted, reviewed and signed, what the checks say, what was changed since the last review.
import { findingKey } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { type SignoffPerson, signoffHtml } from '../../shared/export/signoff-sheet.ts';
import type { SignoffStep } from '../../shared/ipc/contract.ts';
import type { DocumentStore } from './store/document-store.ts';

/** The page to print. `fontBase`: address of the bundled fonts, ending with a slash. */
export function signoffPage(store: DocumentStore, fingerprint: string, fontBase: string): string {
  const { report, previous, explanations } = store.snapshot();
  const steps = sinceUnlocked(store.signoffs());
  const final = store.finalisation();
  const person = (kind: SignoffStep['kind'], finalName: string | undefined): SignoffPerson => {
    const step = steps.findLast((one) => one.kind === kind);
    return { name: finalName ?? step?.name ?? '', at: step?.at ?? final?.at ?? '' };
  };
  const reviews = steps.filter(({ kind }) => kind === 'remark');
  const reviewed = reviews.at(-1)?.at;
  return signoffHtml(
    {
      report,
      previous,
      fingerprint,
      drafted: person('submitted', final?.drafted),
      reviewed: person('remark', final?.reviewed),
      signed: person('signed', final?.signed),
      remarks: reviews.filter(({ remark }) => remark !== ''),
      findings: runChecks(report, previous).map((finding) => ({
        severity: finding.severity,
        message: finding.message,
        explanation: explanations[findingKey(finding)] ?? '',
      })),
      changes: store
        .history()
        .filter(
          ({ at, cells, chapters }) => reviewed !== undefined && at > reviewed && cells.length + chapters.length > 0,
        ),
    },
    { fontBase },
  );
}

/** Steps before a 解除定稿 belong to the version that was released. */
const sinceUnlocked = (steps: readonly SignoffStep[]): readonly SignoffStep[] =>
  steps.slice(steps.findLastIndex(({ kind }) => kind === 'unlocked') + 1);
