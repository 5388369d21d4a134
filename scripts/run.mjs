// One entry for every npm script: does the set-up that is missing (dependencies, fonts, build), then the command.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild, ensureDependencies, ensureFonts, node24, root, tool } from './setup.mjs';

const [command = '', ...words] = process.argv.slice(2);

// inherited by every process started from here: the stand-in host is TypeScript, which each would strip and compile anew, some hundred
// times in a run of the tests
process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules', '.cache', 'compiled');

/** Runs a program with its output shown; ends with its exit status when it fails. */
function run(file, args, cwd = root) {
  const { status } = spawnSync(file, args, { cwd, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
const script = (file, ...args) => run(node24(), [path.join(root, file), ...args]);

/** The program itself: real Electron where its binary is installed, else the stand-in host. Relative paths are the caller's. */
function program(args) {
  const host = existsSync(tool('electron/path.txt')) ? tool('electron/cli.js') : path.join(root, 'test/host/boot.ts');
  run(node24(), [host, root, ...args], process.env.INIT_CWD ?? root);
}

const COMMANDS = {
  start: () => script('test/host/start.mjs', ...words),
  nianbao: () => program(words.length > 0 ? words : ['--help']),
  demo: () => script('scripts/demo.mjs', ...words),
  test: () => script('scripts/test.mjs', ...words),
  bench: () => script('test/bench/run.ts', ...words),
  screenshot: () => script('scripts/screenshot.mjs', ...words),
  build: () => {},
  check: () => script('scripts/check.mjs', ...words),
  format: () => run(node24(), [tool('@biomejs/biome/bin/biome'), 'format', '--write', '.']),
  package: () => run(node24(), [tool('electron-builder/out/cli/cli.js'), ...words]),
};

if (!Object.hasOwn(COMMANDS, command)) {
  console.error(`unknown command: ${command}; one of ${Object.keys(COMMANDS).join(', ')}`);
  process.exit(2);
}
ensureDependencies();
if (!['check', 'format'].includes(command)) {
  ensureFonts();
  ensureBuild();
}
COMMANDS[command]();
