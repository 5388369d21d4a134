// A disk that is really full: the change is refused with a sentence, nothing is lost, and the document can be saved elsewhere.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDocument, openDocument } from '../../electron/core/store/document-store.ts';
import { writeFileSafely } from '../../electron/core/store/safe-file.ts';
import { setCellTo, setProseTo, someDocument } from './store-edits.ts';

const folder = mkdtempSync(join(tmpdir(), 'store-full-'));
const disk = join(folder, 'disk');
mkdirSync(disk);
const mounted =
  process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status === 0;
if (!mounted) console.log('store-full-disk: skipped, a small disk cannot be mounted here');
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(!mounted)(
  'on a full disk a change is refused, what was saved stays, and 另存 to another disk works',
  () => {
    const path = join(disk, 'a.nianbao');
    const made = createDocument(path, someDocument());
    if (!made.ok) throw new Error(made.error.message);
    const store = made.value;
    let saved = store.digest();
    let refusal = null;
    for (let count = 0; refusal === null && count < 500; count++) {
      const done = store.commit(setProseTo(store, `${count} `.repeat(4000)));
      if (done.ok) saved = store.digest();
      else refusal = done.error;
    }
    expect(refusal).toMatchObject({ code: 'disk-full' });
    expect(refusal?.message).toBe(
      '磁盘空间不足，刚才的修改没有存入文件“a.nianbao”。请清理磁盘后重做，或另存到其他磁盘。',
    );
    expect(store.digest()).toBe(saved);
    expect(store.verify()).toEqual({ ok: true, problems: [] });
    const elsewhere = join(folder, 'b.nianbao');
    expect(store.saveCopy(elsewhere).ok).toBe(true);
    const exported = writeFileSafely(join(disk, 'x.pdf'), Buffer.alloc(2_000_000));
    expect(!exported.ok && exported.error.code).toBe('disk-full');
    const another = createDocument(join(disk, 'c.nianbao'), someDocument());
    expect(!another.ok && another.error.code).toBe('disk-full');
    store.close();
    for (const file of [path, elsewhere]) {
      const again = openDocument(file);
      if (!again.ok) throw new Error(again.error.message);
      expect(again.value.digest()).toBe(saved);
      again.value.close();
    }
  },
);

test.skipIf(!mounted)('after room was made the same open document goes on', () => {
  const path = join(disk, 'd.nianbao');
  for (const name of ['a.nianbao', 'filler']) rmSync(join(disk, name), { force: true });
  const made = createDocument(path, someDocument());
  if (!made.ok) throw new Error(made.error.message);
  const store = made.value;
  try {
    for (let size = 1 << 20; size >= 1024; size >>= 1) {
      try {
        writeFileSync(join(disk, `filler-${size}`), Buffer.alloc(size));
      } catch {
        rmSync(join(disk, `filler-${size}`), { force: true });
      }
    }
    const change = setProseTo(store, '很长的文字。'.repeat(5000));
    expect(store.commit(change)).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    for (let size = 1 << 20; size >= 1024; size >>= 1) rmSync(join(disk, `filler-${size}`), { force: true });
    expect(store.commit(change).ok).toBe(true);
    expect(store.commit(setCellTo(store, '5')).ok).toBe(true);
    expect(store.verify().ok).toBe(true);
  } finally {
    store.close();
  }
});
