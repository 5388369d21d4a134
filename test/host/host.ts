// What the parts of the stand-in share: the browser, its windows, and how the app leaves.
import { randomUUID } from 'node:crypto';
import type { Chromium } from './cdp.ts';
import type { BrowserWindow } from './browser-window.ts';

/** Name of the isolated world that the preload script runs in. */
export const PRELOAD_WORLD = 'preload';
/** What the two worlds of a page call each other by; a page cannot guess it. */
export const SECRET: string = randomUUID();

export const host = {
  browser: null as Chromium | null,
  headless: true,
  ready: false,
  quitting: false,
  lock: null as string | null,
  focused: null as BrowserWindow | null,
  windows: new Set<BrowserWindow>(),
  /** Switches that the app appended before it was ready. */
  switches: [] as string[],
};

/** The browser; only what runs before `ready` can find none. */
export function browser(): Chromium {
  if (!host.browser) throw new Error('stand-in host: Chromium is not running');
  return host.browser;
}

export function missing(what: string): never {
  throw new Error(`stand-in host: ${what} is not implemented`);
}

/** An event that a listener may veto. */
export const vetoable = <T extends object>(extra: T) => ({
  ...extra,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
});

/** The value of `--name=value` on the command line. */
export const flag = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
