// 定稿: refused while errors stand; a document that may be final is locked with the names of those who answer for it.
import { countFindings, findingKey } from '../../shared/checks/finding.ts';
import { runChecks } from '../../shared/checks/run-checks.ts';
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import type { SignoffNames } from '../../shared/ipc/contract.ts';
import type { DocumentStore } from './store/document-store.ts';

/** `unexplained: 'refused'` asks for a 说明 on every warning. */
export function finaliseDocument(
  store: DocumentStore,
  names: SignoffNames,
  { unexplained }: { readonly unexplained: 'allowed' | 'refused' },
): Result<{ readonly digest: string; readonly unexplained: number }> {
  const { report, previous, explanations } = store.snapshot();
  if (report.status === 'final') return refuse('finalised', '这份年报已经定稿。');
  const findings = runChecks(report, previous);
  const { error } = countFindings(findings);
  if (error > 0) return refuse('errors-stand', `全审还有${error}个错误，不能定稿；请先逐条改正。`);
  const open = findings.filter(
    (finding) => finding.severity === 'warning' && !explanations[findingKey(finding)]?.trim(),
  ).length;
  if (open > 0 && unexplained === 'refused') return refuse('unexplained', `还有${open}条提示没有填写说明，不能定稿。`);
  const locked = store.finalise(names, new Date().toISOString());
  return locked.ok ? ok({ digest: locked.value.digest, unexplained: open }) : locked;
}
