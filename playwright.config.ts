// End-to-end tests: the built program under its host. One at a time: two cores, and each test is a whole program.
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results/e2e',
  // a hang guard only: the machine may be busy
  timeout: 90_000,
  globalTimeout: 900_000,
  maxFailures: 5,
  expect: { timeout: 15_000 },
  workers: 1,
  reporter: 'list',
  use: { trace: 'off' },
});
