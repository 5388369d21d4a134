// electron.WebContents of the stand-in: one page over DevTools.
import { EventEmitter } from 'node:events';
import type { PrintToPDFOptions, WebPreferences } from 'electron';
import type { Answer, Params } from './cdp.ts';
import { browser, host } from './host.ts';
import { encodeArgs } from './ipc-main.ts';
import { printPage } from './print-page.ts';
import { session } from './session.ts';

interface Evaluated {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
}

let last = 0;

export class WebContents extends EventEmitter {
  readonly id = ++last;
  readonly session = session.defaultSession;
  targetId = '';
  sessionId = '';
  frameId = '';
  /** The address that loadURL asked for: the only navigation that needs no permission. */
  loading = '';
  url = '';
  /** Execution context of the preload's world. */
  world = 0;
  dead = false;
  /** As its window was made; Electron has them too, though its typings do not say so. */
  preferences: WebPreferences = {};
  openHandler: ((details: { readonly url: string }) => { readonly action: string }) | null = null;

  /** One DevTools command to this page. */
  command<T = Answer>(method: string, params: Params = {}): Promise<T> {
    return browser().send<T>(method, params, this.sessionId);
  }
  /** Runs a text in the preload's world; a page that has gone is no error. */
  async evaluate(expression: string, contextId = this.world): Promise<void> {
    if (this.dead || !contextId) return;
    await this.command('Runtime.evaluate', { expression, contextId }).catch(() => {});
  }
  getLastWebPreferences(): WebPreferences {
    return this.preferences;
  }
  getURL(): string {
    return this.url;
  }
  isDestroyed(): boolean {
    return this.dead;
  }
  isLoading(): boolean {
    return this.loading !== '';
  }
  send(channel: string, ...args: readonly unknown[]): void {
    void this.evaluate(`hostEmit(${JSON.stringify(channel)}, ${JSON.stringify(encodeArgs(args))})`);
  }
  setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.loading = this.url;
    void this.command('Page.reload');
  }
  openDevTools(): void {}
  setZoomFactor(): void {}
  setVisualZoomLevelLimits(): Promise<void> {
    return Promise.resolve();
  }
  close(): void {
    [...host.windows].find((window) => window.webContents === this)?.close();
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.command<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'script failed');
    return result.value;
  }
  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const { data } = await this.command<{ readonly data: string }>('Page.captureScreenshot');
    return { toPNG: () => Buffer.from(data, 'base64') };
  }
  printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
    return printPage((method, params) => this.command(method, params), options);
  }
}
