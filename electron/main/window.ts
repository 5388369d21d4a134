// The program's window: locked down, 1366×768, shown when it has something to show. Its title follows the page's.
import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import type { EventName, Events } from '../../shared/ipc/contract.ts';
import type { Log } from './log.ts';
import { START_PAGE } from './offline-guard.ts';

/** Frozen: no later code may open what is closed here. */
export const WEB_PREFERENCES = Object.freeze({
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
});

export interface MainWindow {
  readonly window: BrowserWindow;
  send<K extends EventName>(name: K, payload: Events[K]): void;
  show(): void;
}

export function openMainWindow(log: Log): MainWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: '年报编制',
    backgroundColor: '#ffffff',
    webPreferences: WEB_PREFERENCES,
  });
  window.once('ready-to-show', () => window.show());
  reloadWhenGone(window, log);
  logFaults(window, log);
  void window.loadURL(START_PAGE).catch((error: unknown) => log(`window: ${String(error)}`));
  return {
    window,
    send: (name, payload) => {
      if (!window.isDestroyed()) window.webContents.send(name, payload);
    },
    show() {
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
    },
  };
}

/** What goes wrong in the page is for whoever mends it; a fault that comes again and again shall not fill the log. */
function logFaults(window: BrowserWindow, log: Log): void {
  const known = new Set<string>();
  window.webContents.on('console-message', ({ level, message }) => {
    const fault = message.slice(0, 2_000);
    if (level !== 'error' || known.has(fault) || known.size >= 100) return;
    known.add(fault);
    log(`page: ${fault}`);
  });
}

/** A page that crashed is loaded again; the document lives in the engine and is still open. Not again at once: it may crash again. */
function reloadWhenGone(window: BrowserWindow, log: Log): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log(`window: page gone, ${reason} (${exitCode})`);
    const now = Date.now();
    if (reason === 'clean-exit' || now - last < 10_000 || window.isDestroyed()) return;
    last = now;
    window.webContents.reload();
  });
}
