// npm start: Electron where its binary is present, the stand-in host elsewhere.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { hasScreen, installedChromium } from './chromium.ts';

const root = resolve(import.meta.dirname, '../..');
const electron = join(root, 'node_modules/electron');
const words = process.argv.slice(2);
const stated = join(electron, 'path.txt');
const real = existsSync(stated) ? join(electron, 'dist', readFileSync(stated, 'utf8').trim()) : null;
const unseen = process.env.HOST_HEADLESS || words.some((word) => word.startsWith('--remote-debugging-port'));
if (!hasScreen() && !unseen) {
  console.error('这台机器没有屏幕，窗口打不开；命令行可用：npm run --silent nianbao -- --help');
  process.exit(1);
}
if (!real && !unseen && !installedChromium()) {
  console.error('没有找到能显示窗口的浏览器：请安装 Chromium、Chrome 或 Edge，或让 Electron 的程序文件可以下载。');
  process.exit(1);
}
if (!real) console.error('Electron 的程序文件不在本机，改用替身宿主（test/host）。');
const [file, first] = real ? [real, []] : [process.execPath, [join(import.meta.dirname, 'boot.ts')]];
const child = spawn(file, [...first, root, ...words], { stdio: 'inherit', cwd: process.env.INIT_CWD ?? root });
child.on('exit', (code) => process.exit(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
