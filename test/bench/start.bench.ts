// From the start of a process to something useful: commands against bare Node, the window with a report open against a bare page in the
// same browser. Each time with everything that ends again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { launchTestBrowser } from '../grid/browser.ts';
import { fixture, nianbao } from '../nianbao.ts';
import { BARE } from './key-times.ts';
import { medians, milliseconds, ratio } from './medians.ts';

const root = resolve(import.meta.dirname, '../..');

async function bareWindow(): Promise<void> {
  const browser = await launchTestBrowser();
  const page = await browser.newPage();
  await page.setContent(BARE);
  await page.locator('#total').waitFor();
  await browser.close();
}

async function window(folder: string, ...words: readonly string[]): Promise<void> {
  const app = await _electron.launch({
    executablePath: join(root, 'test/host/electron'),
    args: [root, `--user-data-dir=${join(folder, 'data')}`, ...words],
    env: Object.fromEntries(
      // what is not set is not passed on
      Object.entries({ ...process.env, HOST_HEADLESS: 'npm' }).filter(
        (one): one is [string, string] => one[1] !== undefined,
      ),
    ),
  });
  const page = await app.firstWindow();
  await page.locator(words.length > 0 ? '.outline-item >> nth=0' : '.start').waitFor();
  await app.close();
}

export async function run(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'start-bench-'));
  const report = join(folder, 'a.nianbao');
  const done = (...words: readonly string[]) => {
    const { status, stderr } = nianbao(...words);
    if (status === 2 || status === null) throw new Error(stderr);
    return Promise.resolve();
  };
  try {
    await done('import', fixture('huaian-2024.txt'), '--out', report);
    const time = await medians({
      'bare Node': async () => void spawnSync(process.execPath, ['-e', '0']),
      '--help': () => done('--help'),
      show: () => done('show', report, '--json'),
      check: () => done('check', report, '--json'),
      set: () => done('set', report, 'applications.new.natural=1'),
      import: () => done('import', fixture('huaian-2024.txt'), '--out', join(folder, 'b.nianbao'), '--force'),
      'bare page': bareWindow,
      'the window': () => window(folder),
      'the window with a report': () => window(folder, report),
    });
    const of = (name: string): number => time[name] ?? 0;
    const against = (name: string, base: string): string =>
      `${name}: ${milliseconds(of(name))}, ${ratio(of(name), of(base))} ${base} (${milliseconds(of(base))})`;
    return [
      ...['--help', 'show', 'check', 'set', 'import'].map((name) => against(name, 'bare Node')),
      ...['the window', 'the window with a report'].map((name) => against(name, 'bare page')),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
