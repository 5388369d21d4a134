// 送审 to 定稿: the steps with names and remarks, the lock of a final document and its release.
import type { Database } from 'better-sqlite3';
import type { SignoffNames, SignoffStep } from '../../../shared/ipc/contract.ts';
import { ok, refuse, type Result } from '../../../shared/model/result.ts';
import { PART_QUERIES, rowsDigest } from './digest.ts';
import { readSignoffs, type State, statePart } from './load.ts';
import type { OpenTransactions } from './transaction.ts';

const STEPS = { submitted: '送审', remark: '审核意见', revised: '修改', signed: '签发' } as const;

export function addStep(changes: OpenTransactions, step: SignoffStep): Result<null> {
  const locked = changes.contentLock();
  if (locked) return locked;
  if (step.kind === 'finalised' || step.kind === 'unlocked') throw new Error(`${step.kind} is not added by hand`);
  const signed = { ...step, name: step.name.trim(), remark: step.remark.trim() };
  if (!signed.name) return refuse('bad-argument', '请填写姓名。');
  const label = `${STEPS[step.kind]}（${signed.name}）`;
  return changes.write({ kind: 'signoff', label, detail: signed }, (database, state) => {
    insert(database, signed);
    return withSteps(database, state);
  });
}

export function finalise(
  changes: OpenTransactions,
  who: SignoffNames,
  at: string,
): Result<{ readonly digest: string }> {
  const names = { drafted: who.drafted.trim(), reviewed: who.reviewed.trim(), signed: who.signed.trim() };
  const { drafted, reviewed, signed } = names;
  if (!drafted || !reviewed || !signed) {
    return refuse('bad-argument', '定稿需要填写拟稿人、审核人和签发人的姓名。');
  }
  const locked = changes.contentLock();
  if (locked) return locked;
  const digest = changes.state.parts.content;
  const remark = `拟稿：${drafted}；审核：${reviewed}；签发：${signed}；校验码：${digest.slice(0, 16)}`;
  const entry = { kind: 'finalise', label: '定稿', detail: { ...names, at, digest } } as const;
  const done = changes.write(entry, (database, state) => {
    insert(database, { kind: 'finalised', name: signed, at, remark });
    database.prepare('UPDATE meta SET final = 1, final_digest = ?').run(digest);
    return withStatus(database, state, digest);
  });
  return done.ok ? ok({ digest }) : done;
}

export function unlock(changes: OpenTransactions, reason: string, author: string): Result<null> {
  const locked = changes.lock();
  if (locked) return locked;
  const remark = reason.trim();
  const digest = changes.state.finalDigest;
  if (digest === null) return refuse('not-final', '年报没有定稿，不需要解除。');
  if (!remark) return refuse('bad-argument', '解除定稿需要填写原因。');
  const entry = { kind: 'unlock', label: '解除定稿', detail: { reason: remark, digest } } as const;
  return changes.write(entry, (database, state) => {
    insert(database, { kind: 'unlocked', name: author, at: new Date().toISOString(), remark });
    database.prepare('UPDATE meta SET final = 0, final_digest = NULL').run();
    return withStatus(database, state, null);
  });
}

function insert(database: Database, { kind, name, at, remark }: SignoffStep): void {
  database
    .prepare('INSERT INTO signoff SELECT coalesce(max(seq), 0) + 1, ?, ?, ?, ? FROM signoff')
    .run(kind, name.toWellFormed(), at.toWellFormed(), remark.toWellFormed());
}

const withSteps = (database: Database, state: State): State => ({
  ...state,
  signoffs: readSignoffs(database),
  parts: { ...state.parts, signoff: rowsDigest(database, PART_QUERIES.signoff) },
});

function withStatus(database: Database, before: State, finalDigest: string | null): State {
  const state = withSteps(database, before);
  return {
    ...state,
    finalDigest,
    report: { ...state.report, status: finalDigest === null ? state.origin : 'final' },
    parts: { ...state.parts, state: statePart(state.origin, state.createdAt, finalDigest) },
  };
}
