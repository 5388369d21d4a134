// Which addresses are the program's own: nothing else may be loaded, asked for or come to the window's place.
import { expect, test } from 'vitest';
import {
  bundleHeaders,
  bundleTarget,
  isWindowPage,
  mayNavigate,
  mayRequest,
} from '../../electron/main/offline-guard.ts';

const places = { renderer: '/app/out/renderer', fonts: '/app/resources/fonts' };
const target = (path: string) => bundleTarget(`app://bundle${path}`, places);

test('files of the window and fonts are found in their folders', () => {
  expect(target('/index.html')).toEqual({ kind: 'file', path: '/app/out/renderer/index.html' });
  expect(target('/fonts/song.ttf')).toEqual({ kind: 'file', path: '/app/resources/fonts/song.ttf' });
  expect(target('/preview/3b241101-e2bb-4255-8caf-4136c566a962.pdf')).toMatchObject({ kind: 'held' });
});

test.each([
  '/../main/index.js',
  '/%2e%2e/main/index.js',
  '/assets/..%2f..%2fmain/index.js',
  '/fonts/..%2f..%2f..%2fetc/passwd',
  '/fonts/%2e%2e/%2e%2e/out/main/index.js',
  '/..%5c..%5cmain%5cindex.js',
  '/c:/windows/win.ini',
  '/index.html%00.png',
  '/%E0%A4%A',
  '/',
  '/assets/',
])('%s leads to nothing outside the two folders', (path) => {
  const found = target(path);
  if (found?.kind === 'file') expect(found.path).toMatch(/^\/app\/(?:out\/renderer|resources\/fonts)\//);
});

test.each([
  'https://bundle/index.html',
  'app://bundle.evil/index.html',
  'app://bundle@evil/index.html',
  'app://evil@bundle/index.html',
  'app://bundle:80/index.html',
  'file:///etc/passwd',
  'http://127.0.0.1/',
  'ws://127.0.0.1/',
  'javascript:alert(1)',
  'app:bundle/index.html',
  '',
])('%s is not the window and is not asked for', (url) => {
  expect([isWindowPage(url), mayNavigate(url), mayRequest(url), bundleTarget(url, places)]).toEqual([
    false,
    false,
    false,
    null,
  ]);
});

test('the window runs its own scripts alone, a page to be printed none', () => {
  const policy = (print: boolean) => bundleHeaders('/index.html', print)['content-security-policy'] ?? '';
  expect(policy(false)).toContain("script-src 'self';");
  expect(policy(false)).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|https?:/);
  expect(policy(true)).not.toContain('script-src');
  for (const print of [true, false]) expect(policy(print)).toMatch(/^default-src 'none'/);
});
