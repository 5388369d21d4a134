// electron.BrowserWindow of the stand-in: life and death of a window. What happens inside its page: attach-page.ts.
import { EventEmitter } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { attachPage } from './attach-page.ts';
import { browser, host, missing, vetoable } from './host.ts';
import { toWire } from './session.ts';
import { WebContents } from './web-contents.ts';

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly id = this.webContents.id;
  readonly size: { readonly width: number; readonly height: number };
  /** Resolves when the page can be used. */
  readonly opened: Promise<void>;
  title: string;
  visible = false;
  closing = false;

  static getAllWindows(): BrowserWindow[] {
    return [...host.windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return host.focused;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...host.windows].find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return [...host.windows].find((window) => window.id === id) ?? null;
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    if (!host.ready) throw new Error('Cannot create BrowserWindow before app is ready');
    const { preload, nodeIntegration, contextIsolation, sandbox } = options.webPreferences ?? {};
    if (nodeIntegration || contextIsolation === false || sandbox === false)
      missing('a window without isolation and sandbox');
    this.webContents.preferences = options.webPreferences ?? {};
    this.title = options.title ?? app.name;
    this.size = { width: options.width ?? 800, height: options.height ?? 600 };
    host.windows.add(this);
    // a window that stays out of sight has no preload script: it only prints
    const hidden = options.show === false && preload === undefined;
    if (!hidden) host.focused = this;
    this.opened = attachPage(this, preload, hidden);
    if (options.show !== false) this.show();
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.opened;
    const contents = this.webContents;
    const loaded = new Promise<void>((done) => contents.once('did-finish-load', () => done()));
    contents.loading = url;
    const { errorText } = await contents.command<{ readonly errorText?: string }>('Page.navigate', {
      url: toWire(url),
    });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }
  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolve(app.getAppPath(), file)).href);
  }

  close(): void {
    void this.closeAndWait().then((gone) => {
      if (!gone) host.quitting = false;
    });
  }
  /** True when the window is gone, false when something kept it open. */
  async closeAndWait(): Promise<boolean> {
    if (this.closing || this.webContents.dead) return true;
    const event = vetoable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.closing = true;
    await this.opened;
    await this.webContents.evaluate('hostVeto = false');
    const gone = new Promise<boolean>((done) => {
      this.once('closed', () => done(true));
      this.once('host-stayed', () => done(false));
    });
    await this.webContents.command('Page.close').catch(() => {});
    return gone;
  }
  destroy(): void {
    this.closing = true;
    const { targetId } = this.webContents;
    void this.opened.then(() =>
      browser().send('Target.closeTarget', { targetId: this.webContents.targetId || targetId }),
    );
  }
  /** Called when the page has gone, whoever closed it. */
  hasClosed(): void {
    const contents = this.webContents;
    if (contents.dead) return;
    contents.dead = true;
    host.windows.delete(this);
    if (host.focused === this) host.focused = [...host.windows].findLast((window) => window.visible) ?? null;
    contents.emit('destroyed');
    this.emit('closed');
    if (host.windows.size === 0 && !host.quitting && !app.emit('window-all-closed')) void app.quit();
  }

  isDestroyed(): boolean {
    return this.webContents.dead;
  }
  isVisible(): boolean {
    return this.visible;
  }
  isFocused(): boolean {
    return host.focused === this;
  }
  show(): void {
    this.visible = true;
    this.focus();
    this.emit('show');
  }
  hide(): void {
    this.visible = false;
  }
  focus(): void {
    host.focused = this;
    void this.opened
      .then(() => browser().send('Target.activateTarget', { targetId: this.webContents.targetId }))
      .catch(() => {});
    this.emit('focus');
  }
  isMinimized(): boolean {
    return false;
  }
  isMaximized(): boolean {
    return false;
  }
  restore(): void {}
  minimize(): void {}
  maximize(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  /** The page has a title: the window takes it unless a listener objects. An address stands for a page without one. */
  followTitle(title: string): void {
    if (title === '' || title === this.title || /^(https?|about|data):|^[\w.]+\.invalid/.test(title)) return;
    const event = vetoable({});
    this.emit('page-title-updated', event, title, true);
    if (!event.defaultPrevented) this.title = title;
  }
  setTitle(title: string): void {
    this.title = title;
  }
  getTitle(): string {
    return this.title;
  }
  getBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.size };
  }

  /**
   * Only a person can close a window without BrowserWindow.close(). Chromium has no veto for that; the page then asks through
   * beforeunload, which stands for Electron's `close`.
   */
  override on(name: string, listener: (...args: never[]) => void): this {
    if (name === 'close' && !host.headless) {
      this.webContents.on('did-finish-load', () => void this.webContents.evaluate('hostVeto = true'));
    }
    // Electron hands each listener what it documents for that event
    return super.on(name, listener as (...args: unknown[]) => void);
  }
}
