// Starts the built program for a test: real Electron where its binary is installed, the stand-in host elsewhere.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page, test as base } from '@playwright/test';
import type { DesktopApi } from '../../shared/ipc/contract.ts';

declare global {
  interface Window {
    readonly desktop: DesktopApi;
  }
}

export const root = resolve(import.meta.dirname, '../..');
/** Looking at path.txt does not start a download. */
const real = existsSync(join(root, 'node_modules/electron/path.txt'));
export const host: 'electron' | 'stand-in' = real ? 'electron' : 'stand-in';

/** Electron's command line for the program. */
export const argsOf = (userData: string, words: readonly string[]): string[] => [
  process.env['APP_DIR'] ?? root,
  `--user-data-dir=${userData}`,
  ...words,
];
export const environment = (): Record<string, string | undefined> => ({
  ...process.env,
  HOST_HEADLESS: process.env['HOST_HEADLESS'] ?? 'npm',
});

/** Starts the program; `words` follow on its command line. */
export const launch = (userData: string, words: readonly string[], env = {}): Promise<ElectronApplication> =>
  _electron.launch({
    ...(real ? {} : { executablePath: join(root, 'test/host/electron') }),
    args: argsOf(userData, words),
    cwd: root,
    env: { ...environment(), ...env },
    timeout: 60_000,
  });

/** Closes the program as a test ends, whatever state a failed test left it in. */
async function leave(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    // “leave all the same” is the last button of the question
    dialog.showMessageBox = (...args: readonly unknown[]) => {
      const { buttons = [] } = args.at(-1) as { buttons?: readonly string[] };
      return Promise.resolve({ response: buttons.length - 1, checkboxChecked: false });
    };
  });
  await app.close();
}

/** How the program is started without Playwright. */
export const hostProgram = (): { readonly file: string; readonly args: readonly string[] } =>
  real
    ? { file: join(root, 'node_modules/.bin/electron'), args: [] }
    : { file: process.execPath, args: [join(root, 'test/host/boot.ts')] };

/** Runs the command line of the program, to prepare files or to read what the window wrote. Gives its output. */
export function command(...words: readonly string[]): string {
  const ran = spawnSync(process.execPath, [join(root, 'test/host/boot.ts'), root, ...words], { encoding: 'utf8' });
  if (ran.status === 2) throw new Error(ran.stderr);
  return ran.stdout;
}

interface Shown {
  readonly cells: Readonly<Record<string, { readonly value: string | null }>>;
  readonly chapters: Readonly<Record<string, string>>;
}

/** A document as the command line shows it, which reads a copy: the file may be open in the window. */
export const shown = (document: string): Shown => JSON.parse(command('show', document, '--json')) as Shown; // the public shape

/** A published report in the form that it was found in. */
export const fixture = (name: string): string => join(root, 'test/fixtures/cases', name);
export const officeFixture = (name: string): string => join(root, 'test/fixtures/office', name);
export const SEED = fixture('seed-jiaxing-eco-2020.txt');

export interface Program {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Errors of the page and of its console, and addresses outside the program: there should be none. */
  readonly faults: readonly string[];
}

/** What a page asks of its own program; the stand-in carries app://bundle as an address that exists nowhere. */
const OWN = /^(app:\/\/bundle\/|https:\/\/bundle\.app\.invalid\/|data:|blob:|about:)/;

interface Fixtures {
  /** A folder of the test's own. */
  readonly folder: string;
  /** Variables of the environment that the program is started with besides. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts the program on the data of this test, as often as wanted; what still runs at the end is closed. */
  readonly start: (...words: readonly string[]) => Promise<Program>;
  /** The path of a document with the report of 2020 as it was published, this test's own copy. */
  readonly published: string;
}

interface Shared {
  readonly imported: string;
}

export const test = base.extend<Fixtures, Shared>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright asks for a pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'nianbao-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },
  env: [{}, { option: true }],
  start: async ({ folder, env }, use) => {
    const running = new Set<ElectronApplication>();
    await use(async (...words) => {
      const app = await launch(join(folder, 'data'), words, env);
      running.add(app);
      app.on('close', () => running.delete(app));
      const faults: string[] = [];
      const watch = (page: Page): void => {
        page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('request', (request) => OWN.test(request.url()) || faults.push(`asked for ${request.url()}`));
      };
      app.on('window', watch);
      const page = await app.firstWindow();
      await expect(page.locator('.frame')).toBeVisible();
      return { app, page, faults };
    });
    for (const app of running) await leave(app);
  },
  published: async ({ folder, imported }, use) => {
    const path = join(folder, '2020年报.nianbao');
    copyFileSync(imported, path);
    await use(path);
  },
  imported: [
    // oxlint-disable-next-line no-empty-pattern -- see above
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'nianbao-e2e-'));
      const path = join(folder, '2020.nianbao');
      command('import', SEED, '--out', path);
      await use(path);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
