// npm test: style, types, unit and store tests, then the program itself end to end. Ends with “N passed, N failed”.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { node24, root, tool } from './setup.mjs';
import { checks } from './check.mjs';

const results = path.join(root, 'test-results');
const counts = { passed: 0, failed: 0 };

for (const { name, passed } of checks()) {
  if (passed) counts.passed++;
  else {
    counts.failed++;
    console.error(`not passed: ${name}`);
  }
}

/** Runs a test runner that leaves a JSON report; a runner that leaves none has failed. */
function runner(name, args, env, count) {
  const report = path.join(results, `${name}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(report, { force: true });
  const { status } = spawnSync(node24(), args(report), {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env(report) },
  });
  const [passed, failed] = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : [0, 1];
  counts.passed += passed;
  counts.failed += failed === 0 && status !== 0 ? 1 : failed;
}

runner(
  'vitest',
  (report) => [
    tool('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  () => ({}),
  (report) => [report.numPassedTests, report.numFailedTests + (report.numFailedTests === 0 && !report.success ? 1 : 0)],
);
runner(
  'playwright',
  () => [tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
  (report) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: report }),
  ({ stats }) => [stats.expected + stats.flaky, stats.unexpected],
);

console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
