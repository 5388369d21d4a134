// End-to-end tests: the built program under its host. Each test is a whole program, which waits half of its time: two of them on two cores.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // a hang guard only: the machine may be busy
  timeout: 90_000,
  globalTimeout: 900_000,
  maxFailures: 5,
  expect: { timeout: 15_000 },
  // real windows on one screen would take the focus from each other
  workers: existsSync('node_modules/electron/path.txt') ? 1 : 2,
  reporter: 'list',
  use: { trace: 'off' },
});
