// electron.app of the stand-in: paths, readiness, quitting, the lock of the first instance.
import { EventEmitter } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { flag, host, missing, vetoable } from './host.ts';
import { takeLock } from './instance-lock.ts';
import { startChromium } from './start-chromium.ts';
import { endUtilities, utilityMetrics } from './utility.ts';

interface AppPackage {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
}

const folder = process.env['HOST_APP'] ?? process.cwd();
const stated = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as AppPackage; // an app folder has one
const settings = process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');

const paths: Record<string, string> = {
  home: homedir(),
  appData: settings,
  userData: flag('user-data-dir') ?? join(settings, stated.productName ?? stated.name),
  temp: tmpdir(),
  exe: process.execPath,
  desktop: join(homedir(), 'Desktop'),
  documents: join(homedir(), 'Documents'),
  downloads: join(homedir(), 'Downloads'),
};

class App extends EventEmitter {
  name = stated.productName ?? stated.name;
  readonly isPackaged = false;
  #ready: Promise<void> | null = null;

  readonly commandLine = {
    /** Counts until Chromium starts, as in Electron. */
    appendSwitch: (name: string, value = ''): void => {
      if (this.#ready && host.browser) throw new Error(`stand-in host: the switch ${name} comes after ready`);
      host.switches.push(value === '' ? `--${name}` : `--${name}=${value}`);
    },
    hasSwitch: (name: string): boolean => process.argv.includes(`--${name}`) || flag(name) !== undefined,
    getSwitchValue: (name: string): string => flag(name) ?? '',
  };

  /** Chromium starts with the first call, after the code that made it: switches appended by then still count. */
  whenReady(): Promise<void> {
    return (this.#ready ??= this.#start());
  }

  async #start(): Promise<void> {
    await new Promise((done) => setImmediate(done));
    await startChromium(this.getPath('userData'));
    host.ready = true;
    this.emit('ready', {});
  }

  override on(name: string, listener: (...args: never[]) => void): this {
    if (name === 'ready') void this.whenReady();
    // Electron hands each listener what it documents for that event
    return super.on(name, listener as (...args: unknown[]) => void);
  }

  isReady(): boolean {
    return host.ready;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return stated.version;
  }
  getLocale(): string {
    return flag('lang') ?? 'zh-CN';
  }
  getAppPath(): string {
    return folder;
  }
  getPath(name: string): string {
    return paths[name] ?? missing(`app.getPath('${name}')`);
  }
  setPath(name: string, path: string): void {
    paths[name] = path;
  }
  /** The processes that the app started itself, and its own; Chromium's are not among them. */
  getAppMetrics(): readonly { readonly type: string; readonly pid: number; readonly name?: string }[] {
    return [{ type: 'Browser', pid: process.pid }, ...utilityMetrics()];
  }
  setAppUserModelId(): void {}
  focus(): void {}
  disableHardwareAcceleration(): void {
    host.switches.push('--disable-gpu');
  }

  requestSingleInstanceLock(data: unknown = {}): boolean {
    host.lock = takeLock(this.getPath('userData'), data, (...args) => this.emit('second-instance', {}, ...args));
    return host.lock !== null;
  }

  async quit(): Promise<void> {
    if (host.quitting) return;
    const before = vetoable({});
    if (this.emit('before-quit', before) && before.defaultPrevented) return;
    host.quitting = true;
    for (const window of host.windows) {
      if (await window.closeAndWait()) continue;
      host.quitting = false;
      return;
    }
    const will = vetoable({});
    if (this.emit('will-quit', will) && will.defaultPrevented) {
      host.quitting = false;
      return;
    }
    this.emit('quit', {}, 0);
    this.exit(0);
  }

  /** Ends at once; before `ready` there is no Chromium to wait for. */
  exit(code = 0): void {
    if (host.lock) rmSync(host.lock, { force: true });
    host.quitting = true;
    endUtilities();
    const running = host.browser;
    if (!running) process.exit(code);
    running.events.on('exit', () => process.exit(code)); // so that the profile folder is at rest afterwards
    void running.send('Browser.close').catch(() => {});
  }
}

export const app = new App();
