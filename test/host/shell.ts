// electron.shell and nativeTheme of the stand-in: files go to the system's own programs.
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { dirname } from 'node:path';

const OPENERS: Readonly<Record<string, string>> = { darwin: 'open', win32: 'explorer' };

/** Empty when it was started, else why not. */
const openWith = (target: string): Promise<string> =>
  new Promise((done) => {
    const child = spawn(OPENERS[process.platform] ?? 'xdg-open', [target], { stdio: 'ignore', detached: true });
    child.on('error', (error) => done(error.message));
    child.on('spawn', () => {
      child.unref();
      done('');
    });
  });

export const shell = {
  openPath: openWith,
  showItemInFolder: (file: string): void => void openWith(dirname(file)),
};

export const nativeTheme = Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' });
