// Not a word goes to the network: what the whole program asks of the system is written down, address by address. Linux with a C compiler.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { argsOf, environment, hostProgram, SEED, test as base } from './launch.ts';
import { answerDialogs, goTo, press } from './staffer.ts';
import { compiler, noShims } from '../reliability/c-compiler.ts';

const test = base.extend<{ readonly calls: () => readonly string[] }, { readonly recorder: string }>({
  recorder: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright asks for a pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'nianbao-e2e-'));
      const library = join(folder, 'network-calls.so');
      const source = join(import.meta.dirname, 'network-calls.c');
      execFileSync(compiler ?? 'cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl']);
      await use(library);
      rmSync(folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  env: ({ recorder, folder }, use) => use({ LD_PRELOAD: recorder, NETWORK_CALLS: join(folder, 'calls') }),
  calls: ({ folder }, use) =>
    use(() => {
      const file = join(folder, 'calls');
      return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    }),
});

test.skip(noShims !== null, 'needs Linux and a C compiler');

test('import, checks, preview and export ask the network for nothing; only the debugging of this test listens, on this machine', async ({
  start,
  folder,
  calls,
}) => {
  const { app, page, faults } = await start();
  await answerDialogs(app, { open: SEED, save: join(folder, '2021.nianbao'), folder });
  await press(page, '从上年年报开始');
  await press(page, '选择文件…');
  for (const step of ['下一步', '下一步', '下一步', '选择保存位置并完成']) await press(page, step);
  await goTo(page, '打印预览');
  await expect(page.getByRole('navigation', { name: '页面缩略图' })).toBeVisible({ timeout: 20_000 });
  await press(page, '导出年报');
  await press(page, '导出草稿');
  await expect(page.getByRole('dialog', { name: '导出完成' })).toBeVisible({ timeout: 60_000 });
  await app.close();
  expect(faults).toEqual([]);
  // the recorder works: it has seen the two ports of the debuggers, which Playwright asks for
  expect(new Set(calls())).toEqual(new Set(['bind 127.0.0.1 0']));
});

test('started as a person starts it, the program listens on no port and connects to none', async ({
  folder,
  published,
  env,
  calls,
}) => {
  const { file, args } = hostProgram();
  const program = spawn(file, [...args, ...argsOf(join(folder, 'data'), [published])], {
    env: { ...environment(), ...env },
    stdio: 'ignore',
  });
  const ended = new Promise((done) => program.once('exit', done));
  // the window has opened its document when it stands among the recent ones
  await expect.poll(() => existsSync(join(folder, 'data/recent.json')), { timeout: 30_000 }).toBe(true);
  program.kill('SIGTERM');
  await ended;
  expect(calls()).toEqual([]);
});
