// 定稿 locks the content in the program and in the file; 解除定稿 needs a reason; every step stays.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocument, verifyDocument } from '../../electron/core/store/document-store.ts';
import { created, folder, forge, good, newDocument, opened, refused, reportOf, setCell, withSql } from './documents.ts';

const AT = '2026-01-20T08:00:00.000Z';
const NAMES = { drafted: '王拟', reviewed: '李审', signed: '张签' };
const fresh = () => created(join(folder(), 'a.nianbao'));

test('a final document gives its digest and names, and refuses every change with one sentence', () => {
  const store = fresh();
  good(store.explain('key', '说明'));
  good(store.commit(setCell(store, '13')));
  const change = setCell(store, '14');
  const { digest } = good(store.finalise(NAMES, AT));
  expect(digest).toBe(store.digest());
  expect(store.finalisation()).toEqual({ ...NAMES, at: AT, digest });
  expect(store.snapshot().report.status).toBe('final');
  const step = { kind: 'remark', name: '李审', at: AT, remark: '' } as const;
  const attempts = [
    () => store.commit(change),
    () => store.undo(),
    () => store.explain('key', ''),
    () => store.addSignoffStep(step),
    () => store.finalise(NAMES, AT),
  ];
  for (const attempt of attempts) {
    expect(refused(attempt())).toEqual({
      code: 'finalised',
      message: '年报已定稿，不能修改。如需修改，请先解除定稿。',
    });
  }
  expect(store.verify().ok).toBe(true);
});

test('the lock is in the file: a program that writes figures or prose of a final document is stopped', () => {
  const store = fresh();
  good(store.finalise(NAMES, AT));
  const { path } = store;
  store.close();
  const statements = [
    "UPDATE cell SET value = '666' WHERE id = 'applications.new.natural'",
    "DELETE FROM cell WHERE id = 'applications.new.natural'",
    "REPLACE INTO cell SELECT * FROM cell WHERE id = 'applications.new.natural'",
    "UPDATE chapter SET doc = '{}' WHERE key = '1'",
    "INSERT INTO explanation VALUES ('a', 'b')",
    "UPDATE reference_cell SET value = '1' WHERE state = 'number'",
    "UPDATE meta SET organ = '别的局'",
    'UPDATE meta SET final_digest = digest || digest',
    'DELETE FROM meta',
    'DELETE FROM change',
    "UPDATE change SET label = 'x'",
    'REPLACE INTO change SELECT * FROM change WHERE seq = 1',
    'DELETE FROM signoff',
    "UPDATE signoff SET name = '别人'",
  ];
  withSql(path, (database) => {
    for (const sql of statements) expect(() => database.exec(sql), sql).toThrow();
  });
  expect(good(verifyDocument(path))).toMatchObject({ ok: true, problems: [] });
});

test('an export of a final document is recorded', () => {
  const store = fresh();
  good(store.finalise(NAMES, AT));
  const file = { kind: 'pdf', path: '/年报.pdf', sha256: 'a'.repeat(64), bytes: 10, fingerprint: '0123' };
  good(store.recordExport(file));
  expect(store.exports()).toMatchObject([{ id: 1, ...file }]);
  const { path } = store;
  store.close();
  expect(opened(path).exports()).toMatchObject([file]);
});

test('解除定稿 needs a reason, gives back the status before, and stays in history and sign-off', () => {
  const store = created(join(folder(), 'a.nianbao'), { report: reportOf(2025, { status: 'imported' }) });
  expect(refused(store.unlock('错')).code).toBe('not-final');
  good(store.finalise(NAMES, AT));
  expect(refused(store.unlock('  ')).message).toBe('解除定稿需要填写原因。');
  good(store.unlock('数字有误'));
  expect(store.snapshot().report.status).toBe('imported');
  expect(store.finalisation()).toBeNull();
  good(store.commit(setCell(store, '14')));
  expect(store.signoffs()).toMatchObject([
    { kind: 'finalised', name: '张签', at: AT },
    { kind: 'unlocked', remark: '数字有误' },
  ]);
  expect(store.history().map((entry) => entry.label)).toEqual(['由2024年年报新建', '定稿', '解除定稿', '填写 14']);
});

test('the steps of sign-off are kept in their order, each with a name', () => {
  const store = fresh();
  expect(refused(store.addSignoffStep({ kind: 'submitted', name: ' ', at: AT, remark: '' })).message).toBe(
    '请填写姓名。',
  );
  const steps = [
    { kind: 'submitted', name: '王拟', at: AT, remark: '' },
    { kind: 'remark', name: '李审', at: AT, remark: '第三部分请核对' },
    { kind: 'revised', name: '王拟', at: AT, remark: '已改' },
    { kind: 'signed', name: '张签', at: AT, remark: '' },
  ] as const;
  for (const step of steps) good(store.addSignoffStep(step));
  const { path } = store;
  store.close();
  expect(opened(path).signoffs()).toEqual(steps);
});

test('定稿 without all three names is refused', () => {
  const store = fresh();
  expect(refused(store.finalise({ ...NAMES, signed: ' ' }, AT)).code).toBe('bad-argument');
  expect(store.snapshot().report.status).toBe('draft');
});

test('a figure changed after 定稿 by a tool that removes the lock is named with both digests', () => {
  const store = fresh();
  const { digest } = good(store.finalise(NAMES, AT));
  const { path } = store;
  store.close();
  forge(path, "UPDATE cell SET value = '13', raw = '13' WHERE id = 'applications.new.natural'");
  const { ok, problems } = good(verifyDocument(path));
  expect(ok).toBe(false);
  expect(problems.join()).toContain(`定稿时的校验码是${digest.slice(0, 16)}`);
});

test('a report that was final in another file begins as a published one in a new file', () => {
  const path = join(folder(), 'b.nianbao');
  const store = good(createDocument(path, newDocument({ report: reportOf(2025, { status: 'final' }) })));
  expect(store.snapshot().report.status).toBe('imported');
  store.close();
});
