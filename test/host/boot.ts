// Runs an Electron app folder in plain Node, with "electron" resolved to the stand-in beside this file.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const words = process.argv.slice(2);
const folder = resolve(words.find((word) => !word.startsWith('-')) ?? '.');
const stated = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly main: string }; // an app folder has one
process.env['HOST_APP'] = folder;
Object.assign(process, { type: 'browser', resourcesPath: join(folder, 'resources'), defaultApp: true });
const electron = new URL('./electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' || name === 'electron/main' ? { url: electron, shortCircuit: true } : next(name, context),
});
const { app } = await import('./electron.ts');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void app.quit());
// Chromium starts when the app first asks for `ready`; an app that ends before that never starts it.
await import(pathToFileURL(resolve(folder, stated.main)).href);
