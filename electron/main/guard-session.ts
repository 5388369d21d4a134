// Applies the rules of offline-guard.ts to Electron: switches, permissions, requests, navigation, popups.
import { app, session } from 'electron';
import { LINUX_SWITCHES, mayNavigate, mayRequest, mayUse, SWITCHES } from './offline-guard.ts';

/** Must run before `ready`. */
export function setSwitches(): void {
  const switches = process.platform === 'linux' ? [...SWITCHES, ...LINUX_SWITCHES] : SWITCHES;
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

/** Pages cannot open windows or go elsewhere. `ownPages` are those that the program itself loads, such as a page to be printed. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      if (!mayNavigate(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** Once the app is ready. `refused` hears of every request that was stopped. */
export function guardSession(refused: (url: string) => void): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, callback) => callback(mayUse(permission)));
  defaultSession.setPermissionCheckHandler((_contents, permission) => mayUse(permission));
  defaultSession.setSpellCheckerEnabled(false); // its dictionaries would be fetched
  defaultSession.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !mayRequest(url);
    if (cancel) refused(url);
    callback({ cancel });
  });
}
