// A stand-in for the module "electron": the part of its API this app uses, over a plain Chromium.
// For machines where Electron's own binary cannot be had. What it cannot do, it refuses loudly.
// No top-level await here or in anything imported: the inspector require()s this module graph.
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu, MenuItem } from './menu.ts';
export { protocol, session } from './session.ts';
export { nativeTheme, shell } from './shell.ts';
export { utilityProcess } from './utility.ts';
export { webContents } from './all-web-contents.ts';
