// Which Chromium to drive: $HOST_CHROMIUM, else an installed browser (can show a window), else the headless one from npm.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache');
const packed = join(root, 'node_modules/@sparticuz/chromium');

const INSTALLED: Readonly<Record<string, readonly string[]>> = {
  linux: [
    '/usr/lib/chromium/chromium',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/opt/google/chrome/chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
    'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  ],
};

export interface FoundChromium {
  readonly file: string;
  readonly headless: boolean;
  /** Environment of the browser: the npm one brings its own libraries and fonts. */
  readonly env: NodeJS.ProcessEnv;
  /** Switches that this browser needs. */
  readonly args: readonly string[];
}

export const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** The browser that can show a window, if there is one. `HOST_HEADLESS=npm` takes the one from npm all the same. */
export function installedChromium(): string | null {
  if (process.env['HOST_CHROMIUM']) return process.env['HOST_CHROMIUM'];
  if (process.env['HOST_HEADLESS'] === 'npm') return null;
  return INSTALLED[process.platform]?.find((file) => existsSync(file)) ?? null;
}

export async function findChromium(): Promise<FoundChromium> {
  const installed = installedChromium();
  if (!installed) return npmChromium();
  const headless = !hasScreen() || Boolean(process.env['HOST_HEADLESS']);
  return { file: installed, headless, env: process.env, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}

/** The headless browser that tests open pages in: `$HOST_CHROMIUM`, else the one from npm, the same on every machine. */
export async function testChromium(): Promise<FoundChromium> {
  const named = process.env['HOST_CHROMIUM'];
  if (!named) return npmChromium();
  return { file: named, headless: true, env: process.env, args: ['--no-sandbox', '--disable-gpu'] };
}

/** The headless Chromium of the development dependencies, with the libraries that a bare Linux lacks. */
async function npmChromium(): Promise<FoundChromium> {
  const stated = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8')) as { readonly version: string }; // npm sees to it
  const browser = await unpacked(`chromium-${stated.version}`, async () => {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  });
  const libraries = await unpacked(`chromium-libraries-${stated.version}`, async () => {
    const { inflate } = await import('@sparticuz/chromium');
    await inflate(join(packed, 'bin/al2023.tar.br'));
  });
  const path = [join(libraries, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  const env = { ...process.env, LD_LIBRARY_PATH: path, FONTCONFIG_FILE: fontSettings(browser) };
  // the sandbox would need a setuid program or user namespaces, which a bare machine may not allow
  return {
    file: join(browser, 'chromium'),
    headless: true,
    env,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
  };
}

/** The package unpacks into the temporary folder without a lock: so into a folder of its own, renamed into place when complete. */
async function unpacked(name: string, unpack: () => Promise<void>): Promise<string> {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const unpacking = mkdtempSync(join(cache, 'unpack-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = unpacking;
  try {
    await unpack();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    rmSync(unpacking, { recursive: true, force: true });
    if (!existsSync(folder)) throw error; // else another process was first
  }
  return folder;
}

/** The system's font settings where it has any, and the program's own fonts: without them Chinese is not drawn on a bare machine. */
function fontSettings(browser: string): string {
  const file = join(cache, 'fonts.conf');
  const text = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(browser, 'fonts')}</dir>
  <dir>${join(root, 'resources/fonts')}</dir>
  <cachedir>${join(cache, 'fontconfig')}</cachedir>
  <alias binding="weak"><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias binding="weak"><family>serif</family><prefer><family>Noto Serif SC</family></prefer></alias>
</fontconfig>
`;
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    const temporary = `${file}.${process.pid}`;
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  }
  return file;
}
