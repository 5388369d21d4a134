// The set-up behind every command: dependencies when missing or out of date, fonts once, build when the sources are newer.
// Runs on Node 20 with nothing installed; what needs Node 24 is started with the one from the pinned optional dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

export const root = path.join(import.meta.dirname, '..');
const at = (...parts) => path.join(root, ...parts);

/** The file of a package's program, to be run with Node. */
export const tool = (file) => at('node_modules', file);

/** Node 24 or newer: this process's own, else the one from npm. better-sqlite3 13 does not run on older ones. */
export function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = at('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(file)) return file;
  console.error(`需要 Node 24：本机是 ${process.version}，也没有 ${name} 包。`);
  process.exit(1);
}

const LOCK = at('.setup.lock');

/** One set-up at a time: a second command waits for the first, and takes over from one that died. */
function locked(needed, work) {
  if (!needed()) return;
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      if (Date.now() - (statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? 0) > 600_000)
        rmSync(LOCK, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  const unlock = () => rmSync(LOCK, { recursive: true, force: true });
  process.once('exit', unlock);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  try {
    if (needed()) work(); // another command may have done it meanwhile
  } finally {
    unlock();
  }
}

/** Progress goes to standard error: standard output belongs to the command. */
function step(text, file, args, env = {}) {
  console.error(text);
  const { status } = spawnSync(file, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
    shell: file === 'npm' && process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`${text}没有成功，请看上面的说明。`);
  process.exit(1);
}

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

export function ensureDependencies() {
  const stamp = at('node_modules', '.nianbao-installed');
  const wanted = hashOf(at('package-lock.json'));
  const needed = () => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted;
  locked(needed, () => {
    step('正在安装依赖（只在第一次或依赖更新后）…', 'npm', [
      'ci',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    writeFileSync(stamp, wanted);
  });
}

export function ensureFonts() {
  const stamp = at('resources', 'fonts', '.made');
  const wanted = hashOf(at('scripts', 'make-fonts.mjs'));
  const needed = () => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted;
  locked(needed, () => {
    step('正在准备字体（只在第一次）…', node24(), [at('scripts/make-fonts.mjs')]);
    writeFileSync(stamp, wanted);
  });
}

/** Newest change under a folder or of a file, in milliseconds. */
function newest(place) {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}

export function ensureBuild() {
  const stamp = at('out', '.built');
  const sources = ['electron', 'renderer', 'shared', 'vite.config.ts', 'package-lock.json'].map((name) => at(name));
  const built = () => statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  locked(
    () => built() < Math.max(...sources.map(newest)),
    () => {
      const began = new Date();
      step('正在构建程序…', node24(), [tool('vite/bin/vite.js'), 'build', '--logLevel', 'warn']);
      mkdirSync(at('out'), { recursive: true });
      writeFileSync(stamp, '');
      utimesSync(stamp, began, began); // a source saved during the build counts as newer
    },
  );
}
