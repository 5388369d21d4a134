// Prints HTML to PDF in the headless Chromium of the development dependencies, over a pipe, with the settings the program prints with.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { testChromium } from '../host/chromium.ts';

const root = resolve(import.meta.dirname, '../..');

/** Address of the made fonts, for `toHtml`. */
export const FONT_BASE = `${pathToFileURL(join(root, 'resources/fonts')).href}/`;

/** Whether the set-up has made the fonts: without them a page cannot be judged. */
export const fontsMade = (): boolean => existsSync(join(root, 'resources/fonts/song.ttf'));

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly sessionId?: string;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
}

export interface Browser {
  /** HTML to PDF; `onRequest` hears every address the page asks for. */
  print(html: string, onRequest?: (url: string) => void): Promise<Uint8Array>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-print-'));
  const browser = await testChromium();
  const switches = [
    '--remote-debugging-pipe',
    '--headless',
    ...browser.args,
    '--font-render-hinting=none',
    '--allow-file-access-from-files',
    `--user-data-dir=${join(folder, 'profile')}`,
  ];
  const child = spawn(browser.file, switches, {
    env: browser.env,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , toBrowser, fromBrowser] = child.stdio as unknown as [null, null, null, Writable, Readable]; // pipes as asked for above
  const waiting = new Map<
    number,
    { done: (result: Readonly<Record<string, unknown>>) => void; fail: (error: Error) => void }
  >();
  let hear: (reply: Reply) => void = () => {};
  let buffer = '';
  let last = 0;
  toBrowser.on('error', () => {});
  child.on('exit', () => {
    for (const { fail } of waiting.values()) fail(new Error('Chromium ended'));
  });
  fromBrowser.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = (buffer + chunk).split('\0');
    buffer = parts.pop() ?? '';
    for (const part of parts) {
      const reply = JSON.parse(part) as Reply; // the protocol's own messages
      const asked = reply.id === undefined ? undefined : waiting.get(reply.id);
      if (!asked || reply.id === undefined) hear(reply);
      else {
        waiting.delete(reply.id);
        if (reply.error) asked.fail(new Error(reply.error.message));
        else asked.done(reply.result ?? {});
      }
    }
  });
  const send = (method: string, params: object = {}, sessionId?: string): Promise<Readonly<Record<string, unknown>>> =>
    new Promise((done, fail) => {
      waiting.set(++last, { done, fail });
      toBrowser.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });

  let pages = 0;
  return {
    async print(html, onRequest) {
      const file = join(folder, `page-${++pages}.html`);
      writeFileSync(file, html);
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
      const session = String(sessionId);
      await send('Page.enable', {}, session);
      if (onRequest) await send('Network.enable', {}, session);
      const loaded = new Promise<void>((done) => {
        hear = ({ method, params }) => {
          if (method === 'Network.requestWillBeSent') onRequest?.((params as { request: { url: string } }).request.url); // protocol event
          if (method === 'Page.loadEventFired') done();
        };
      });
      await send('Page.navigate', { url: pathToFileURL(file).href }, session);
      await loaded;
      await send('Runtime.evaluate', { expression: 'document.fonts.ready.then(() => 1)', awaitPromise: true }, session);
      const { data } = await send(
        'Page.printToPDF',
        { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
        session,
      );
      await send('Target.closeTarget', { targetId });
      return new Uint8Array(Buffer.from(String(data), 'base64'));
    },
    async close() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill();
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
