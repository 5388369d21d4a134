// Dated copies: made when due, thinned to twenty, whole, and put back only as a new file.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDocumentReport } from '../../electron/core/store/document-store.ts';
import { listSnapshots, restoreSnapshot, takeSnapshotWhenDue } from '../../electron/core/store/snapshots.ts';
import { bytesOf, CELL, created, folder, good, refused, setCell } from './documents.ts';

const START = Date.parse('2026-01-05T08:00:00.000Z');
const minutes = (count: number) => new Date(START + count * 60_000);

test('a copy is made when the document has changed and the last copy is older than ten minutes', () => {
  const kept = folder();
  const store = created(join(folder(), '年报 2025.nianbao'));
  expect(good(takeSnapshotWhenDue(store, kept, minutes(0)))?.at).toBe('2026-01-05T08:00:00.000Z');
  expect(good(takeSnapshotWhenDue(store, kept, minutes(30)))).toBeNull(); // unchanged
  good(store.commit(setCell(store, '13')));
  expect(good(takeSnapshotWhenDue(store, kept, minutes(5)))).toBeNull(); // too soon
  const taken = good(takeSnapshotWhenDue(store, kept, minutes(30)));
  expect(good(readDocumentReport(taken?.path ?? '')).cells[CELL]?.value).toBe('13');
  const listed = good(listSnapshots(kept, store.path));
  expect(listed.map((file) => file.at)).toEqual([minutes(30).toISOString(), minutes(0).toISOString()]);
  expect(listed[0]).toMatchObject({ savedAt: store.snapshot().savedAt, digest: store.digest().slice(0, 16) });
});

test('documents of the same name in different folders have copies of their own', () => {
  const kept = folder();
  const one = created(join(folder(), 'a.nianbao'));
  const two = created(join(folder(), 'a.nianbao'));
  good(takeSnapshotWhenDue(one, kept, minutes(0)));
  expect(good(listSnapshots(kept, two.path))).toEqual([]);
  good(takeSnapshotWhenDue(two, kept, minutes(0)));
  expect(good(listSnapshots(kept, two.path))).toHaveLength(1);
});

test('at most twenty copies stay: the ten newest and one of each earlier day', () => {
  const kept = folder();
  const store = created(join(folder(), 'a.nianbao'));
  for (let hour = 0; hour < 24 * 15; hour += 8) {
    good(store.commit(setCell(store, String(hour + 100))));
    good(takeSnapshotWhenDue(store, kept, minutes(hour * 60)));
  }
  const files = good(listSnapshots(kept, store.path));
  expect(files.length).toBeLessThanOrEqual(20);
  expect(new Set(files.map((file) => file.at.slice(0, 10))).size).toBeGreaterThanOrEqual(13);
  expect(files[0]?.at).toBe(minutes((24 * 15 - 8) * 60).toISOString());
});

test('a copy is put back as a new file, and a damaged one is refused', () => {
  const kept = folder();
  const store = created(join(folder(), 'a.nianbao'));
  const path = good(takeSnapshotWhenDue(store, kept, minutes(0)))?.path ?? '';
  expect(refused(restoreSnapshot(path, store.path)).code).toBe('file-exists');
  const target = join(folder(), 'back.nianbao');
  good(restoreSnapshot(path, target));
  expect(bytesOf(target).equals(bytesOf(path))).toBe(true);
  writeFileSync(path, bytesOf(path).fill(0, 5000, 9000));
  expect(refused(restoreSnapshot(path, join(folder(), 'c.nianbao'))).code).toBe('file-damaged');
});

test('a folder that cannot be made is refused with a sentence', () => {
  const store = created(join(folder(), 'a.nianbao'));
  expect(refused(takeSnapshotWhenDue(store, join(store.path, 'x'), minutes(0))).message).toMatch(/文件夹.*。$/);
});
