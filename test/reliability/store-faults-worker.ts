// Works on a document while one file operation fails, for every operation in turn, and prints what did not hold. Under store-faults.c.
import { copyFileSync, existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentStore, openDocument, verifyDocument } from '../../electron/core/store/document-store.ts';
import { writeFileSafely } from '../../electron/core/store/safe-file.ts';
import type { Result } from '../../shared/model/result.ts';
import { setCellTo, setProseTo } from './store-edits.ts';

const root = process.env['FAULT_ROOT'] ?? '';
const counter = process.env['FAULT_COUNT'] ?? '';
const [base = '', step = '1'] = process.argv.slice(2);
const path = join(root, 'a.nianbao');
const copy = join(root, 'b.nianbao');
const other = join(root, 'c.pdf');

const tell = (name: string): void => {
  try {
    openSync(join(root, name), 'r');
  } catch {
    // the shim always answers “not there”
  }
};

const WORK: readonly ((store: DocumentStore) => Result<unknown>)[] = [
  (store) => store.commit(setCellTo(store, '1')),
  (store) => store.commit(setProseTo(store, '一段较长的文字。'.repeat(900))),
  (store) => store.explain('key', '说明'.repeat(500)),
  (store) => store.undo(),
  (store) => store.saveCopy(copy),
  () => writeFileSafely(other, Buffer.alloc(50_000, 2)),
  (store) => store.commit(setCellTo(store, '2')),
  (store) => store.finalise({ drafted: '甲', reviewed: '乙', signed: '丙' }, '2026-01-20'),
];

const faults: string[] = [];
const refusals: Record<string, number> = {};
let positions = 0;
let refusedButKept = 0;

for (const [errno, name] of [
  [5, 'EIO'],
  [28, 'ENOSPC'],
] as const) {
  for (const forGood of [0, 1]) {
    for (let position = 1; ; position += Number(step)) {
      if (!runOnce(position, errno, forGood, `${name} ${forGood ? 'for good' : 'once'} at ${position}`)) break;
      positions++;
    }
  }
}
console.log(JSON.stringify({ positions, refusedButKept, refusals, faults }));

function runOnce(position: number, errno: number, forGood: number, where: string): boolean {
  for (const file of [path, `${path}-journal`, copy]) rmSync(file, { force: true });
  copyFileSync(base, path);
  copyFileSync(base, other);
  const opened = openDocument(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  let acknowledged = 0;
  tell(`ARM-${position}-${errno}-${forGood}`);
  for (const work of WORK) {
    const entries = store.history().length;
    const done = work(store);
    if (!done.ok) refusals[done.error.code] = (refusals[done.error.code] ?? 0) + 1;
    if (!done.ok && !done.error.message.endsWith('。')) faults.push(`${where}: ${done.error.message}`);
    if (done.ok) acknowledged = Math.max(acknowledged, store.history().length);
    if (!done.ok && store.history().length > entries) refusedButKept++;
  }
  tell('OFF');
  const counted = Number(readFileSync(counter, 'utf8'));
  // whole again: the same store can go on
  let healed = store.commit(setCellTo(store, '9'));
  if (!healed.ok && healed.error.code === 'finalised' && store.unlock('继续').ok) {
    healed = store.commit(setCellTo(store, '9'));
  }
  // a change that nobody could say was kept may have come to light: then its “before” is not the one seen
  if (!healed.ok && healed.error.code === 'bad-value') healed = store.commit(setCellTo(store, '9'));
  if (!healed.ok) faults.push(`${where}: cannot go on: ${healed.error.message}`);
  const digest = store.digest();
  store.close();
  const again = openDocument(path);
  if (!again.ok) faults.push(`${where}: ${again.error.message}`);
  else {
    if (again.value.digest() !== digest) faults.push(`${where}: memory and file differ`);
    if (again.value.history().length < acknowledged) faults.push(`${where}: an acknowledged change is lost`);
    again.value.close();
  }
  if (existsSync(copy)) {
    const whole = verifyDocument(copy);
    if (!whole.ok || !whole.value.ok) faults.push(`${where}: the copy is torn`);
  }
  const written = readFileSync(other);
  const untouched = written.equals(readFileSync(base)) || written.equals(Buffer.alloc(50_000, 2));
  if (!untouched) faults.push(`${where}: the other file is torn`);
  return counted >= position;
}
