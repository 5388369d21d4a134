// The checks that read the sources only: types, lint, format.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { node24, root, tool } from './setup.mjs';

const CHECKS = {
  types: ['typescript/bin/tsc', '-b'],
  lint: ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'],
  format: ['@biomejs/biome/bin/biome', 'format', '.'],
};

/** Runs every check with its output shown. */
export function checks() {
  const bin = path.join(root, 'node_modules', '.bin');
  const env = {
    ...process.env,
    PATH: `${path.dirname(node24())}${path.delimiter}${bin}${path.delimiter}${process.env.PATH}`,
  };
  return Object.entries(CHECKS).map(([name, [file, ...args]]) => {
    const { status } = spawnSync(node24(), [tool(file), ...args], { cwd: root, stdio: 'inherit', env });
    return { name, passed: status === 0 };
  });
}

if (process.argv[1] === import.meta.filename && checks().some(({ passed }) => !passed)) process.exit(1);
