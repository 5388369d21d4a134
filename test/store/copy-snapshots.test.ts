// Dated copies in another folder: all of them whole, or the folder stays what it was; the old ones are never touched.
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createBackups } from '../../electron/core/backups.ts';
import { copySnapshots } from '../../electron/core/store/copy-snapshots.ts';
import { listSnapshots, takeSnapshotWhenDue } from '../../electron/core/store/snapshots.ts';
import { bytesOf, created, folder, good, refused, setCell } from './documents.ts';

const at = (minute: number) => new Date(Date.parse('2026-01-05T08:00:00.000Z') + minute * 60_000);

/** A document with two dated copies, and a file beside them that is none of the program's. */
function kept() {
  const from = folder();
  const store = created(join(folder(), '年报 2025.nianbao'));
  good(takeSnapshotWhenDue(store, from, at(0)));
  good(store.commit(setCell(store, '13')));
  good(takeSnapshotWhenDue(store, from, at(30)));
  writeFileSync(join(from, '别人的.txt'), '');
  return { from, store, copies: good(listSnapshots(from, store.path)) };
}

test('every copy is in the new folder, byte for byte, and still in the old one', async () => {
  const { from, store, copies } = kept();
  const to = join(folder(), '新', '年报编制备份');
  expect(good(await copySnapshots(from, to))).toEqual({ copied: 2, unread: 0 });
  const there = good(listSnapshots(to, store.path));
  expect(there.map(({ at: moment }) => moment)).toEqual(copies.map(({ at: moment }) => moment));
  there.forEach(({ path }, index) => expect(bytesOf(path).equals(bytesOf(copies[index]?.path ?? ''))).toBe(true));
  expect(readdirSync(to)).toHaveLength(1); // no trial, nothing that is no copy
  expect(good(await copySnapshots(from, to))).toEqual({ copied: 0, unread: 0 });
});

test('a folder that cannot be written is refused in one sentence and nothing is left in it', async () => {
  const { from } = kept();
  const file = join(folder(), '文件');
  writeFileSync(file, '内容');
  expect(refused(await copySnapshots(from, '/proc/年报编制备份')).code).toBe('write-failed'); // and it comes to an end
  const answer = refused(await copySnapshots(from, join(file, '年报编制备份')));
  expect(answer.message).toMatch(/^文件夹“.*”不能写入，数据文件夹没有更改；请换一个文件夹。$/);
  expect(bytesOf(file).toString()).toBe('内容');
});

test('when one copy cannot be written, those before it are taken away again', async () => {
  const { from, copies } = kept();
  const to = folder();
  const [newest] = copies;
  const own = join(to, dirname(newest?.path ?? '').slice(from.length));
  mkdirSync(join(own, newest?.path.slice(-61) ?? ''), { recursive: true }); // a folder has its name
  const answer = refused(await copySnapshots(from, to));
  expect(answer.message).toMatch(/^数据文件夹没有更改：/);
  expect(readdirSync(own)).toHaveLength(1);
});

test('a copy gone bad on a stick does not take the place of the whole one; a bad one is replaced by a whole one', async () => {
  const { from, copies } = kept();
  const stick = folder();
  good(await copySnapshots(from, stick));
  const path = copies[1]?.path ?? '';
  const whole = bytesOf(path);
  const onStick = join(stick, path.slice(from.length));
  writeFileSync(onStick, whole.subarray(0, whole.length / 2));
  expect(good(await copySnapshots(stick, from))).toEqual({ copied: 0, unread: 1 });
  expect(bytesOf(path).equals(whole)).toBe(true);
  expect(good(await copySnapshots(from, stick))).toEqual({ copied: 1, unread: 0 });
  expect(bytesOf(onStick).equals(whole)).toBe(true);
});

test('a copy that cannot be read stays where it is and does not keep the others back', async () => {
  const { from, copies } = kept();
  const path = copies[1]?.path ?? '';
  rmSync(path);
  symlinkSync(join(from, '没有'), path); // as good as a bad sector
  expect(good(await copySnapshots(from, folder()))).toEqual({ copied: 1, unread: 1 });
});

test('copies are made and listed in the new folder at once, and the refused one changes nothing', async () => {
  const { from, store } = kept();
  const backups = createBackups(from);
  const to = folder();
  const moving = backups.moveTo(to);
  expect(refused(await backups.moveTo(folder())).code).toBe('bad-argument');
  good(await moving);
  good(store.commit(setCell(store, '14')));
  good(backups.keep(store));
  const listed = good(backups.list(store.path));
  expect(listed).toHaveLength(3);
  expect(listed.every(({ path }) => path.startsWith(to) && existsSync(path))).toBe(true);
  expect(good(listSnapshots(from, store.path))).toHaveLength(2);
  refused(await backups.moveTo(join(from, '别人的.txt')));
  expect(good(backups.list(store.path))).toEqual(listed);
});

test('copies made in the usual folder while the chosen one was away are listed with the others, each once', async () => {
  const { from: standard, store } = kept();
  const usb = folder();
  good(await copySnapshots(standard, usb));
  good(store.commit(setCell(store, '15')));
  good(takeSnapshotWhenDue(store, standard, at(60)));
  good(store.commit(setCell(store, '16')));
  good(takeSnapshotWhenDue(store, usb, at(90)));
  const listed = good(createBackups(usb, standard).list(store.path));
  expect(listed.map((copy) => copy.at)).toEqual([90, 60, 30, 0].map((minute) => at(minute).toISOString()));
  expect(listed.map(({ path }) => path.startsWith(usb))).toEqual([true, false, true, true]);
});
