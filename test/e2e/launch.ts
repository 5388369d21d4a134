// Starts the built program for a test: real Electron where its binary is installed, the stand-in host elsewhere.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { DesktopApi } from '../../shared/ipc/contract.ts';
import { _electron, type ElectronApplication, test as base } from '@playwright/test';

declare global {
  interface Window {
    readonly desktop: DesktopApi;
  }
}

export const root = resolve(import.meta.dirname, '../..');
/** Looking at path.txt does not start a download. */
const real = existsSync(join(root, 'node_modules/electron/path.txt'));
export const host: 'electron' | 'stand-in' = real ? 'electron' : 'stand-in';

/** Starts the program; `words` follow on its command line. */
export const launch = (userData: string, ...words: readonly string[]): Promise<ElectronApplication> =>
  _electron.launch({
    ...(real ? {} : { executablePath: join(root, 'test/host/electron') }),
    args: [process.env['APP_DIR'] ?? root, `--user-data-dir=${userData}`, ...words],
    cwd: root,
    env: { ...process.env, HOST_HEADLESS: process.env['HOST_HEADLESS'] ?? 'npm' },
  });

/** Runs the command line of the program, to prepare files. */
export function command(...words: readonly string[]): string {
  const ran = spawnSync(process.execPath, [join(root, 'test/host/boot.ts'), root, ...words], { encoding: 'utf8' });
  if (ran.status === 2) throw new Error(ran.stderr);
  return ran.stdout;
}

export const fixture = (name: string): string => join(root, 'test/fixtures', name);

/** A folder of its own for each test. */
export const test = base.extend<{ readonly folder: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright asks for a pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
});
