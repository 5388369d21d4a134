// 说明 on findings: one text for each finding, kept beside the report.
import { CHECKS } from '../../../shared/checks/specs.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { PART_QUERIES, rowsDigest, sha256 } from './digest.ts';
import type { OpenTransactions } from './transaction.ts';

const MOST = 100_000;

/** The check that a finding is of, for the history; '' where this program does not know it. */
function named(finding: string): string {
  const rule = finding.split('|')[0] ?? '';
  const check = Object.entries(CHECKS).find(([id]) => id === rule);
  return check ? `（${check[1].name}）` : '';
}

export function setExplanation(changes: OpenTransactions, findingKey: string, text: string): Result<null> {
  const finding = findingKey.toWellFormed();
  const wanted = text.trim().toWellFormed();
  if (finding === '' || finding.length > MOST || wanted.length > MOST) {
    return refuse('bad-argument', '说明太长，没有保存。');
  }
  const locked = changes.contentLock();
  if (locked) return locked;
  if ((changes.state.explanations[finding] ?? '') === wanted) return ok(null);
  // the text itself stays out of the history: what is deleted here is gone from the file
  const entry = {
    kind: 'explain',
    label: `${wanted ? '填写' : '删除'}说明${named(finding)}`,
    detail: { finding, sha256: wanted && sha256(wanted) },
  } as const;
  return changes.write(entry, (database, state) => {
    database.prepare('DELETE FROM explanation WHERE finding = ?').run(finding);
    if (wanted) database.prepare('INSERT INTO explanation VALUES (?, ?)').run(finding, wanted);
    const { [finding]: _, ...others } = state.explanations;
    const explanation = rowsDigest(database, PART_QUERIES.explanation);
    return {
      ...state,
      explanations: wanted ? { ...others, [finding]: wanted } : others,
      parts: { ...state.parts, explanation },
    };
  });
}
