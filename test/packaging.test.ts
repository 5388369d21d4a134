// What goes into the packages, shown by the real packer on an Electron that cannot run. Installers, icons and signing want real machines.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listPackage } from '@electron/asar'; // these five come with electron-builder
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeholderElectron } from './packaging/placeholder-electron.ts';

const root = resolve(import.meta.dirname, '..');
const packer = join(root, 'node_modules/electron-builder/out/cli/cli.js');

const PACKAGES = [
  { folder: 'linux-unpacked', program: 'nianbao', native: 'linux-x64.node' },
  { folder: 'linux-arm64-unpacked', program: 'nianbao', native: 'linux-arm64.node' },
  { folder: 'win-unpacked', program: '年报编制.exe', native: 'win32-x64.node' },
] as const;

let folder = '';
const resources = (name: string): string => join(folder, 'dist', name, 'resources');
const packed = (name: string): readonly string[] =>
  listPackage(join(resources(name), 'app.asar'), { isPack: false }).map((file) => file.replaceAll('\\', '/'));

/** Runs electron-builder as `npm run package` does; only where Electron comes from and where packages go is another place. */
function pack(...words: readonly string[]) {
  const places = [`-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'dist')}`];
  return spawnSync(process.execPath, [packer, ...words, ...places], { cwd: root, encoding: 'utf8' });
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nianbao-packages-'));
  placeholderElectron(join(folder, 'electron'));
  const { status, stdout, stderr } = pack('--linux', 'dir:x64', 'dir:arm64', '--win', 'dir:x64');
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('electron-builder.yml has no option that the packer does not know', async () => {
  const config = await getConfig(root, null, null);
  await expect(validateConfiguration(config, new DebugLogger())).resolves.toBeUndefined();
  const misspelt = Object.assign({}, config, { asarUnpak: '**' });
  await expect(validateConfiguration(misspelt, new DebugLogger())).rejects.toThrow('asarUnpak');
});

test.each(PACKAGES)(
  '$folder has one database library, its own, and it can be loaded from outside the archive',
  (one) => {
    const natives = packed(one.folder).filter((file) => file.endsWith('.node'));
    expect(natives).toEqual([`/node_modules/better-sqlite3/prebuilds/${one.native}`]);
    expect(existsSync(join(resources(one.folder), 'app.asar.unpacked', natives[0] ?? ''))).toBe(true);
  },
);

test.each(PACKAGES)('$folder has all that was built, and of the packages from npm the database alone', (one) => {
  const files = packed(one.folder);
  for (const part of ['main', 'engine', 'reader', 'preload', 'renderer']) {
    const built = readdirSync(join(root, 'out', part), { recursive: true, encoding: 'utf8' });
    expect(files).toEqual(expect.arrayContaining(built.map((name) => `/out/${part}/${name.replaceAll('\\', '/')}`)));
  }
  expect(files.filter((file) => /^\/[^/]+$/.test(file)).toSorted()).toEqual(['/node_modules', '/out', '/package.json']);
  expect(files.filter((file) => /^\/node_modules\/[^/]+$/.test(file))).toEqual(['/node_modules/better-sqlite3']);
  expect(files.filter((file) => /\.(?:ts|tsx|map|c|h)$/.test(file))).toEqual([]);
});

test.each(PACKAGES)('$folder has the fonts with their licences, and the character tables of PDF', (one) => {
  const beside = (name: string): readonly string[] => readdirSync(join(resources(one.folder), name));
  for (const font of ['song', 'title', 'hei', 'kai']) expect(beside('fonts')).toContain(`${font}.ttf`);
  expect(beside('fonts').filter((name) => name.startsWith('OFL')).length).toBe(3);
  expect(beside('cmaps')).toContain('UniGB-UCS2-H.bcmap');
});

test('what the built scripts load by name is in the package or is of Node and Electron', () => {
  const scripts = ['main', 'engine', 'reader', 'preload'].flatMap((part) =>
    readdirSync(join(root, 'out', part)).map((name) => readFileSync(join(root, 'out', part, name), 'utf8')),
  );
  const loaded = scripts.flatMap((text) =>
    [...text.matchAll(/^import (?:[^'"\n]* from )?["']([^."'][^"']*)["'];$/gm)].map((match) => match[1] ?? ''),
  );
  const outside = new Set(loaded.filter((name) => !name.startsWith('node:')));
  expect(outside).toContain('better-sqlite3');
  expect([...outside].filter((name) => !['electron', 'better-sqlite3'].includes(name) && !isBuiltin(name))).toEqual([]);
});

test.each(PACKAGES)(
  '$folder has its fuses set: no Node, no inspector, no code from outside its checked archive',
  async (one) => {
    const wire = await getCurrentFuseWire(join(folder, 'dist', one.folder, one.program));
    const on = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === '1'.charCodeAt(0);
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspector: on(FuseV1Options.EnableNodeCliInspectArguments),
      checkedArchive: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyArchive: on(FuseV1Options.OnlyLoadAppFromAsar),
      fileProtocol: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspector: false,
      checkedArchive: true,
      onlyArchive: true,
      fileProtocol: false,
    });
  },
);

test.each(PACKAGES)('$folder speaks Chinese, with English to fall back on, and nothing more', (one) => {
  expect(readdirSync(join(folder, 'dist', one.folder, 'locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak']);
});

test('the program for Windows carries its picture in every size, and the one for Linux finds them beside', () => {
  const program = NtExecutable.from(readFileSync(join(folder, 'dist/win-unpacked/年报编制.exe')), { ignoreCert: true });
  const groups = Resource.IconGroupEntry.fromEntries(NtExecutableResource.from(program).entries);
  expect(groups[0]?.icons.map(({ width }) => width || 256)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  expect(readdirSync(join(root, 'resources/icons'))).toEqual(
    expect.arrayContaining(['16x16.png', '48x48.png', '512x512.png']),
  );
});

test('a user without rights can install it, its files open it, and nothing is fetched', async () => {
  const config = await getConfig(root, null, null);
  expect(config.publish).toBeNull();
  expect(config.nsis).toMatchObject({ oneClick: false, perMachine: false, allowElevation: false });
  expect(config.nsis?.deleteAppDataOnUninstall).toBe(false);
  expect([config.fileAssociations].flat()).toMatchObject([{ ext: 'nianbao', mimeType: 'application/x-nianbao' }]);
  // GTK was renamed in Debian 12 and its successors: both names are named
  const renamed = (config.deb?.depends ?? []).filter((name) => /libgtk-3-0|libatspi2.0-0/.test(name));
  expect(renamed).toEqual(['libgtk-3-0 | libgtk-3-0t64', 'libatspi2.0-0 | libatspi2.0-0t64']);
});
