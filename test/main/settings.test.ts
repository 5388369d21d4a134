// What is set for this computer: kept, read back, and a chosen folder that is not there.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { keptSettings } from '../../electron/main/settings.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function places() {
  const program = mkdtempSync(join(tmpdir(), 'settings-test-'));
  folders.push(program);
  const standard = join(program, 'backups');
  const usb = join(program, 'usb');
  mkdirSync(usb);
  return { standard, usb, start: () => keptSettings(join(program, 'settings.json'), program, standard) };
}

test('name and folder are read back by the next start, neither at the cost of the other', () => {
  const { standard, usb, start } = places();
  const first = start();
  expect(first.read()).toMatchObject({ dataFolder: standard, standardFolder: true, missingFolder: null });
  expect(first.setDataFolder(usb).ok).toBe(true);
  first.setName(' 王小明 ');
  expect(first.dataFolder()).toBe(usb);
  expect(start().read()).toMatchObject({ name: '王小明', dataFolder: usb, standardFolder: false });
});

test('a chosen folder that is not there is told, stood in for, and taken again when it is back', () => {
  const { standard, usb, start } = places();
  start().setDataFolder(usb);
  rmSync(usb, { recursive: true });
  const without = start();
  expect(without.read()).toMatchObject({ dataFolder: standard, standardFolder: true, missingFolder: usb });
  without.setName('王小明');
  mkdirSync(usb);
  expect(start().read()).toMatchObject({ name: '王小明', dataFolder: usb, missingFolder: null });
});

test('a chosen folder that the system cannot even look at does not keep the program from starting', () => {
  const { standard, usb, start } = places();
  start().setDataFolder(usb);
  rmSync(usb, { recursive: true });
  symlinkSync(usb, usb); // as a locked drive, or a folder in that of another account
  expect(start().read()).toMatchObject({ dataFolder: standard, missingFolder: usb });
});

test('a folder that cannot be kept is refused and not used', () => {
  const { standard, usb } = places();
  const file = join(usb, 'a');
  writeFileSync(file, '');
  const settings = keptSettings(join(file, 'settings.json'), usb, standard);
  expect(settings.setDataFolder(usb).ok).toBe(false);
  expect(settings.dataFolder()).toBe(standard);
});
