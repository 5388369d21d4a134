// Which files are dated copies, and the names they come back under.
import { expect, test } from 'vitest';
import { backupsIn, isBackup, restoredName } from '../../electron/main/backups.ts';

test.each([
  ['/data/backups/年报-0123456789ab/20260105080000000_20260105075900000_0123456789abcdef.nianbao', true],
  ['/old/年报-0123456789ab/20260105080000000_20260105075900000_0123456789abcdef.nianbao', true], // where they lay before
  ['/old/20260105080000000_20260105075900000_0123456789abcdef.nianbao', false],
  ['/data/backups/../report.nianbao', false],
  ['/data/backups', false],
  ['/data/backups2/a.nianbao', false],
  ['/home/me/..backups/a.nianbao', false],
  ['/data/backups/..a/b.nianbao', true],
])('%s is a dated copy: %s', (path, is) => {
  expect(isBackup(path, '/data/backups')).toBe(is);
});

test('a copy comes back under the name of its document and its moment', () => {
  const name = restoredName(
    '/data/backups/市局 2025-0123456789ab/20260105080000000_20260105075900000_0123456789abcdef.nianbao',
  );
  expect(name).toMatch(/^市局 2025_备份01月0[56]日\d\d时00分\.nianbao$/);
  expect(restoredName('/data/backups/市局 2025-0123456789ab/x.nianbao')).toBe('市局 2025_备份.nianbao');
});

test('a chosen folder gets one for the copies; chosen again, that one is taken as it is', () => {
  expect(backupsIn('/usb')).toBe('/usb/年报编制备份');
  expect(backupsIn('/usb/年报编制备份')).toBe('/usb/年报编制备份');
});
