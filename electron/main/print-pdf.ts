// HTML to PDF in a window that nobody sees: loaded from memory, printed when every font that its text needs is there.
import { BrowserWindow } from 'electron';
import { PrintFailure } from '../engine/print-failure.ts';
import { BUNDLE } from './offline-guard.ts';
import type { Bundle } from './serve-bundle.ts';

const MOST_MS = 60_000;

/** Layout asks for fonts, and a font that lacks a character lets layout ask for the next: until nothing more is asked for. */
const FONTS_READY = `(async () => {
  for (let before = -1, loaded = 0; loaded !== before; ) {
    before = loaded;
    document.documentElement.getBoundingClientRect();
    await document.fonts.ready;
    loaded = [...document.fonts].filter((face) => face.status === 'loaded').length;
  }
})()`;

const WEB_PREFERENCES = Object.freeze({
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  spellcheck: false,
  webviewTag: false,
  backgroundThrottling: false,
});

/** The PDF bytes of a page. Throws PrintFailure with a sentence for the person. Pages are printed one after another. */
export function createPrinter(bundle: Bundle): (html: string) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve();
  return (html) => {
    const printed = last.then(() => printOne(bundle, html));
    last = printed.catch(() => {});
    return printed;
  };
}

async function printOne(bundle: Bundle, html: string): Promise<Uint8Array> {
  const address = bundle.hold('print', new TextEncoder().encode(html));
  const window = new BrowserWindow({ show: false, width: 800, height: 1100, webPreferences: WEB_PREFERENCES });
  const { webContents } = window;
  const { promise: interrupted, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new PrintFailure('生成 PDF 超过一分钟，已停止；请稍候再试。')), MOST_MS);
  webContents.on('render-process-gone', () =>
    reject(new PrintFailure('生成 PDF 时中断，可能内存不足；请关闭其他程序后再试。')),
  );
  const print = async (): Promise<Uint8Array> => {
    await window.loadURL(BUNDLE + address.slice(1));
    await webContents.executeJavaScript(FONTS_READY);
    return webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
  };
  try {
    return await Promise.race([print(), interrupted]);
  } finally {
    clearTimeout(timer);
    bundle.letGo(address);
    if (!window.isDestroyed()) window.destroy();
  }
}
