// A file is written completely or not at all, and every failure says what to do.
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readRefusal, writeRefusal } from '../../electron/core/store/file-error.ts';
import { copyFileSafely, replaceFile, writeFileSafely } from '../../electron/core/store/safe-file.ts';
import { folder, good, refused } from './documents.ts';

const OLD = 'old content';

test('a file is written, replaced, and nothing else is left beside it', () => {
  const place = folder();
  const path = join(place, '年报.pdf');
  good(writeFileSafely(path, Buffer.from(OLD)));
  good(writeFileSafely(path, Buffer.alloc(3_000_000, 7)));
  expect(readFileSync(path).equals(Buffer.alloc(3_000_000, 7))).toBe(true);
  expect(readdirSync(place)).toEqual(['年报.pdf']);
});

test('when the content cannot be made the old file stays as it was', () => {
  const place = folder();
  const path = join(place, 'a.pdf');
  writeFileSync(path, OLD);
  const failing = () =>
    replaceFile(path, (temporary) => {
      writeFileSync(temporary, 'half');
      throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    });
  expect(refused(failing())).toEqual({
    code: 'disk-full',
    message: '磁盘空间不足，文件“a.pdf”没有写成。请清理磁盘，或换一个磁盘保存。',
  });
  expect(readFileSync(path, 'utf8')).toBe(OLD);
  expect(readdirSync(place)).toEqual(['a.pdf']);
});

test('a link stays a link, and its file keeps its permissions', () => {
  const place = folder();
  writeFileSync(join(place, 'real'), OLD);
  chmodSync(join(place, 'real'), 0o640);
  symlinkSync(join(place, 'real'), join(place, 'link'));
  good(writeFileSafely(join(place, 'link'), Buffer.from('new')));
  expect(lstatSync(join(place, 'link')).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(place, 'real'), 'utf8')).toBe('new');
  if (process.platform !== 'win32') expect(statSync(join(place, 'real')).mode & 0o777).toBe(0o640);
});

test('a missing folder, a folder as target, a read-only file and bad names are refused with a sentence', () => {
  const place = folder();
  mkdirSync(join(place, 'dir'));
  writeFileSync(join(place, 'locked'), OLD);
  chmodSync(join(place, 'locked'), 0o444);
  const cases = [
    [join(place, 'none', 'a'), 'write-failed', '不存在'],
    [join(place, 'dir'), 'write-failed', '是一个文件夹'],
    [join(place, 'locked', 'a'), 'write-failed', '不是文件夹'],
    [join(place, 'locked'), 'write-failed', '是只读的'],
    [join(place, '长'.repeat(100)), 'write-failed', '太长'],
    [`${join(place, 'a')} `, 'bad-argument', '空格'],
    ['a\0b', 'bad-argument', '不能使用的字符'],
    ['', 'bad-argument', '没有给出文件名'],
  ] as const;
  for (const [path, code, part] of cases) {
    const refusal = refused(writeFileSafely(path, Buffer.from('x')));
    expect(refusal.code).toBe(code);
    expect(refusal.message).toContain(part);
  }
  expect(readFileSync(join(place, 'locked'), 'utf8')).toBe(OLD);
  expect(readdirSync(place).sort()).toEqual(['dir', 'locked']);
});

test('every error of the system becomes a sentence without a code in it', () => {
  const codes = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EISDIR', 'ENOENT', 'EIO', 'EMFILE'];
  for (const code of codes) {
    const error = Object.assign(new Error(code), { code });
    for (const make of [writeRefusal, readRefusal]) {
      const { message } = refused(make(error, '/某处/年报.pdf'));
      expect(message).toMatch(/“.*”.*。$/);
      expect(message).not.toContain(code);
    }
  }
  expect(() => writeRefusal(new TypeError('a bug'), 'x')).toThrow('a bug');
});

test('what a killed run left is swept, what others are writing is left alone', () => {
  const place = folder();
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
  const dead = `.nianbao-${host}-999999999-0123456789ab.tmp`;
  const alive = `.nianbao-${host}-${process.ppid}-0123456789ab.tmp`;
  const elsewhere = '.nianbao-00000000-999999999-0123456789ab.tmp';
  for (const name of [dead, `${dead}-journal`, alive, elsewhere, '.nianbao-notes.tmp'])
    writeFileSync(join(place, name), '');
  good(writeFileSafely(join(place, 'a'), Buffer.from('x')));
  expect(readdirSync(place).sort()).toEqual([alive, elsewhere, '.nianbao-notes.tmp', 'a'].sort());
});

test('a copy is complete, can be written, and never replaces a file that must be new', () => {
  const place = folder();
  writeFileSync(join(place, 'a'), OLD);
  chmodSync(join(place, 'a'), 0o444);
  good(copyFileSafely(join(place, 'a'), join(place, 'b'), { mustBeNew: true }));
  expect(readFileSync(join(place, 'b'), 'utf8')).toBe(OLD);
  writeFileSync(join(place, 'b'), 'changed');
  expect(refused(copyFileSafely(join(place, 'a'), join(place, 'b'), { mustBeNew: true })).code).toBe('file-exists');
  expect(readFileSync(join(place, 'b'), 'utf8')).toBe('changed');
  expect(existsSync(join(place, 'c'))).toBe(false);
});
