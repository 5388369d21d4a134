// Connects a window to its page: scripts before the page's own, requests, messages, navigation, closing.
import { readFileSync } from 'node:fs';
import type { BrowserWindow } from './browser-window.ts';
import type { Params } from './cdp.ts';
import { browser, host, PRELOAD_WORLD, vetoable } from './host.ts';
import { onMessage, type PreloadMessage } from './ipc-main.ts';
import { answerPathOfFile, type PausedAtFile } from './path-of-file.ts';
import { pageScript, preloadScript } from './page/scripts.ts';
import { fromWire, onPaused, type PausedRequest } from './session.ts';
import { newTarget } from './start-chromium.ts';

interface Frame {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly urlFragment?: string;
}
interface Context {
  readonly id: number;
  readonly name: string;
  readonly auxData: { readonly frameId: string };
}

export async function attachPage(window: BrowserWindow, preload: string | undefined, hidden: boolean): Promise<void> {
  const contents = window.webContents;
  const { width, height } = window.size;
  const script = preload === undefined ? null : readFileSync(preload, 'utf8');
  contents.targetId = await newTarget(width, height, hidden);
  const { targetId } = contents;
  const attached = await browser().send<{ readonly sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  });
  contents.sessionId = attached.sessionId;
  listen(window);
  const { frameTree } = await contents.command<{ readonly frameTree: { readonly frame: Frame } }>('Page.getFrameTree');
  contents.frameId = frameTree.frame.id;
  const command = (method: string, params: Params = {}) => contents.command(method, params);
  await Promise.all([
    command('Page.enable'),
    command('Inspector.enable'),
    command('Runtime.addBinding', { name: 'hostMessage', executionContextName: PRELOAD_WORLD }),
    command('Page.addScriptToEvaluateOnNewDocument', { source: pageScript() }),
    script !== null &&
      command('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(script), worldName: PRELOAD_WORLD }),
    script?.includes('getPathForFile') && command('Debugger.enable'),
    command('Runtime.enable'),
    command('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    setSize(window, hidden),
  ]);
}

async function setSize(window: BrowserWindow, hidden: boolean): Promise<void> {
  const { webContents, size } = window;
  if (host.headless) {
    await webContents.command('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 0, mobile: false });
  } else if (!hidden) {
    const { targetId } = webContents;
    const { windowId } = await browser().send<{ readonly windowId: number }>('Browser.getWindowForTarget', {
      targetId,
    });
    await browser().send('Browser.setWindowBounds', { windowId, bounds: size });
  }
}

function listen(window: BrowserWindow): void {
  const contents = window.webContents;
  const { events } = browser();
  const stops: (() => void)[] = [];
  /** Events of this page only. `T` is what the protocol documents for them. */
  const on = <T>(method: string, listener: (params: T) => void, ofThisPage = true): void => {
    const heard = (params: T, sessionId?: string): void => {
      if (!ofThisPage || sessionId === contents.sessionId) listener(params);
    };
    events.on(method, heard);
    stops.push(() => events.off(method, heard));
  };

  on<PausedRequest>('Fetch.requestPaused', (paused) => {
    onPaused(contents, paused).catch((error: Error) => {
      if (!contents.dead) console.error(error.message);
    });
  });
  on<{ readonly name: string; readonly executionContextId: number; readonly payload: string }>(
    'Runtime.bindingCalled',
    ({ name, executionContextId, payload }) => {
      if (name === 'hostMessage') void onMessage(contents, executionContextId, JSON.parse(payload) as PreloadMessage); // from preload-world.ts
    },
  );
  on<{ readonly context: Context }>('Runtime.executionContextCreated', ({ context }) => {
    if (context.name === PRELOAD_WORLD && context.auxData.frameId === contents.frameId) contents.world = context.id;
  });
  const complain = (message: string): void => {
    contents.emit('console-message', { level: 'error', message });
  };
  on<{ readonly type: string; readonly args: readonly { readonly value?: unknown; readonly description?: string }[] }>(
    'Runtime.consoleAPICalled',
    ({ type, args }) => {
      if (type === 'error') complain(args.map(({ value, description }) => description ?? String(value)).join(' '));
    },
  );
  on<{ readonly exceptionDetails: { readonly text: string; readonly exception?: { readonly description?: string } } }>(
    'Runtime.exceptionThrown',
    ({ exceptionDetails: { text, exception } }) => complain(`${text} ${exception?.description ?? ''}`),
  );
  on<PausedAtFile>('Debugger.paused', (paused) => void answerPathOfFile(contents, paused));
  listenToNavigation(window, on);
  on('Inspector.targetCrashed', () => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
  on<{ readonly targetInfo: { readonly targetId: string; readonly title: string } }>(
    'Target.targetInfoChanged',
    ({ targetInfo: { targetId, title } }) => {
      if (targetId === contents.targetId) window.followTitle(title);
    },
    false,
  );
  on<{ readonly targetId: string }>(
    'Target.targetDestroyed',
    ({ targetId }) => {
      if (targetId !== contents.targetId) return;
      for (const stop of stops) stop();
      window.hasClosed();
    },
    false,
  );
}

type On = <T>(method: string, listener: (params: T) => void) => void;

function listenToNavigation(window: BrowserWindow, on: On): void {
  const contents = window.webContents;
  /** A beforeunload after a started navigation belongs to it, not to a closing window. */
  let leaving = false;
  on<{ readonly frame: Frame }>('Page.frameNavigated', ({ frame }) => {
    leaving = false;
    if (frame.parentId) return;
    contents.url = fromWire(frame.url + (frame.urlFragment ?? ''));
    contents.loading = '';
    contents.emit('did-navigate', {}, contents.url);
  });
  on<{ readonly frameId: string; readonly url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === contents.frameId) contents.url = fromWire(url);
  });
  on('Page.loadEventFired', () => {
    // without a person's gesture no beforeunload question is asked
    void contents.command('Runtime.evaluate', { expression: '0', userGesture: true }).catch(() => {});
    contents.emit('did-finish-load');
    window.emit('ready-to-show');
  });
  for (const method of ['Page.frameStartedNavigating', 'Page.frameRequestedNavigation']) {
    on<{ readonly frameId: string }>(method, ({ frameId }) => {
      leaving ||= frameId === contents.frameId;
    });
  }
  on<{ readonly type: string }>('Page.javascriptDialogOpening', ({ type }) => {
    if (type === 'beforeunload') void answerBeforeUnload(window, leaving);
    leaving = false;
  });
}

async function answerBeforeUnload(window: BrowserWindow, leaving: boolean): Promise<void> {
  const event = vetoable({});
  let accept = leaving;
  if (!leaving && window.closing) {
    // the page itself objects to the close: Electron then stays, silently
    window.webContents.emit('will-prevent-unload', event);
    accept = event.defaultPrevented;
    window.closing = accept;
    if (!accept) window.emit('host-stayed');
  } else if (!leaving) {
    window.emit('close', event);
    accept = !event.defaultPrevented;
  }
  await window.webContents.command('Page.handleJavaScriptDialog', { accept }).catch(() => {});
}
