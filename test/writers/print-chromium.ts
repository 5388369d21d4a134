// Prints HTML to PDF in the headless Chromium of the development dependencies, over a pipe, with the settings the program prints with.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launchChromium } from '../host/cdp.ts';
import { testChromium } from '../host/chromium.ts';

const root = resolve(import.meta.dirname, '../..');

/** Address of the made fonts, for `toHtml`. */
export const FONT_BASE = `${pathToFileURL(join(root, 'resources/fonts')).href}/`;

/** Whether the set-up has made the fonts: without them a page cannot be judged. */
export const fontsMade = (): boolean => existsSync(join(root, 'resources/fonts/song.ttf'));

export interface Browser {
  /** HTML to PDF; `onRequest` hears every address the page asks for. */
  print(html: string, onRequest?: (url: string) => void): Promise<Uint8Array>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-print-'));
  const browser = await testChromium();
  const chromium = launchChromium({
    file: browser.file,
    args: [
      '--headless',
      ...browser.args,
      '--font-render-hinting=none',
      '--allow-file-access-from-files',
      `--user-data-dir=${join(folder, 'profile')}`,
    ],
    env: browser.env,
    onStderr: () => {},
  });
  const { events, send } = chromium;

  let pages = 0;
  return {
    async print(html, onRequest) {
      const file = join(folder, `page-${++pages}.html`);
      writeFileSync(file, html);
      const { targetId } = await send<{ targetId: string }>('Target.createTarget', { url: 'about:blank' });
      const { sessionId } = await send<{ sessionId: string }>('Target.attachToTarget', { targetId, flatten: true });
      await send('Page.enable', {}, sessionId);
      if (onRequest) await send('Network.enable', {}, sessionId);
      const asked = ({ request }: { readonly request: { readonly url: string } }): void => onRequest?.(request.url);
      events.on('Network.requestWillBeSent', asked);
      const loaded = new Promise((done) => events.once('Page.loadEventFired', done));
      await send('Page.navigate', { url: pathToFileURL(file).href }, sessionId);
      await loaded;
      await send(
        'Runtime.evaluate',
        { expression: 'document.fonts.ready.then(() => 1)', awaitPromise: true },
        sessionId,
      );
      const { data } = await send<{ data: string }>(
        'Page.printToPDF',
        { preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: true },
        sessionId,
      );
      events.off('Network.requestWillBeSent', asked);
      await send('Target.closeTarget', { targetId });
      return new Uint8Array(Buffer.from(data, 'base64'));
    },
    async close() {
      const ended = new Promise((done) => events.once('exit', done));
      process.kill(chromium.pid);
      await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
