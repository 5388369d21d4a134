// Starts Chromium when the app first asks for `ready`, with the app's own switches, and opens its pages.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Chromium, launchChromium } from './cdp.ts';
import { findChromium, type FoundChromium } from './chromium.ts';
import { browser, flag, host } from './host.ts';
import { endUtilities } from './utility.ts';

const SETTINGS = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-extensions',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--disable-search-engine-choice-screen',
  '--test-type',
  '--disable-features=Translate,OptimizationHints,MediaRouter,HttpsUpgrades,DestroyProfileOnBrowserClose',
  '--lang=zh-CN',
  '--accept-lang=zh-CN,zh',
];

let found: FoundChromium | null = null;
let profile = '';

function switches({ headless, args }: FoundChromium): string[] {
  // a headless browser has no display server to talk to
  const wanted = host.switches.filter((one) => !(headless && one.startsWith('--ozone-platform')));
  return [`--user-data-dir=${profile}`, ...SETTINGS, ...args, ...wanted];
}

/** Beside the app's data for the first instance; for a run without the lock one of its own, since a profile serves one browser. */
function profileFolder(userData: string): string {
  if (host.lock) {
    const folder = join(userData, 'Chromium');
    mkdirSync(folder, { recursive: true });
    return folder;
  }
  const folder = mkdtempSync(join(tmpdir(), 'host-profile-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export async function startChromium(userData: string): Promise<Chromium> {
  found = await findChromium();
  host.headless = found.headless;
  profile = profileFolder(userData);
  const port = flag('remote-debugging-port');
  const started = launchChromium({
    file: found.file,
    env: found.env,
    args: [
      ...switches(found),
      '--no-startup-window', // else Playwright's first window would be an empty one
      ...(found.headless ? ['--headless'] : []),
      ...(port === undefined ? [] : [`--remote-debugging-port=${port}`]),
    ],
    onStderr: (line) => {
      if (/^DevTools listening on|ERROR:.*ozone|Missing X server|error while loading/.test(line)) console.error(line);
    },
  });
  started.events.on('exit', (code: number | null, signal: string | null) => {
    if (host.quitting) return;
    console.error(`stand-in host: Chromium ended (${signal ?? code})`);
    endUtilities();
    if (host.lock) rmSync(host.lock, { force: true });
    process.exit(1);
  });
  host.browser = started;
  await started.send('Target.setDiscoverTargets', { discover: true });
  return started;
}

interface TargetEvent {
  readonly targetInfo: { readonly targetId: string; readonly type: string; readonly url: string };
}

/**
 * Opens a page. With a display each window is an --app window (no tabs, no address bar); a second call to the same profile opens one
 * more in the running browser. A hidden window is a page without a window of its own.
 */
export async function newTarget(width: number, height: number, hidden: boolean): Promise<string> {
  if (host.headless || hidden) {
    const wanted = { url: 'about:blank', newWindow: true, background: hidden, width, height };
    return (await browser().send<{ readonly targetId: string }>('Target.createTarget', wanted)).targetId;
  }
  const mark = `data:text/html,${randomUUID()}`;
  const { events } = browser();
  const opened = new Promise<string>((done) => {
    const hit = ({ targetInfo }: TargetEvent): void => {
      if (targetInfo.type !== 'page' || targetInfo.url !== mark) return;
      events.off('Target.targetInfoChanged', hit).off('Target.targetCreated', hit);
      done(targetInfo.targetId);
    };
    events.on('Target.targetInfoChanged', hit).on('Target.targetCreated', hit);
  });
  if (!found) throw new Error('stand-in host: Chromium is not running');
  spawn(found.file, [...switches(found), `--app=${mark}`, `--window-size=${width},${height}`], {
    stdio: 'ignore',
    detached: true,
    env: found.env,
  }).unref();
  return opened;
}
