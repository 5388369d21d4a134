// Draws resources/icon.svg at every size that Windows and Linux ask for. Run by hand when the picture changes; the results are committed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launchTestBrowser } from '../test/grid/browser.ts';
import { root } from './setup.mjs';

const svg = readFileSync(path.join(root, 'resources/icon.svg'), 'utf8');
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const browser = await launchTestBrowser();
const pictures = new Map();
for (const size of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>*{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  pictures.set(size, await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();

mkdirSync(path.join(root, 'resources/icons'), { recursive: true });
for (const [size, png] of pictures) writeFileSync(path.join(root, `resources/icons/${size}x${size}.png`), png);

// an .ico is a list of places and sizes, then the pictures; 0 stands for 256
const inside = [...pictures].filter(([size]) => size <= 256);
const head = Buffer.alloc(6 + 16 * inside.length);
head.writeUInt16LE(1, 2);
head.writeUInt16LE(inside.length, 4);
let at = head.length;
for (const [index, [size, png]] of inside.entries()) {
  const entry = 6 + 16 * index;
  head.writeUInt8(size % 256, entry);
  head.writeUInt8(size % 256, entry + 1);
  head.writeUInt16LE(1, entry + 4);
  head.writeUInt16LE(32, entry + 6);
  head.writeUInt32LE(png.length, entry + 8);
  head.writeUInt32LE(at, entry + 12);
  at += png.length;
}
writeFileSync(path.join(root, 'resources/icon.ico'), Buffer.concat([head, ...inside.map(([, png]) => png)]));
