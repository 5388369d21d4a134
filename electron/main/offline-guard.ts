// No network, no foreign page, no permission: the rules, as pure functions. Where they are applied: guard-session.ts, serve-bundle.ts.
import { join, sep } from 'node:path';

export const SCHEME = 'app';
export const BUNDLE = `${SCHEME}://bundle/`;
export const START_PAGE = `${BUNDLE}index.html`;

/** What the window's page may load: itself only. antd writes styles into the page; the editor's figures are data: pictures. */
const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page to be printed has no script at all. */
const PRINT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Chromium switches, to be set before `ready`. Nothing resolves, so that nothing can be reached; no proxy is asked. */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['no-pings'],
  // without it lines break at other places on other machines
  ['font-render-hinting', 'none'],
];

/** Under Wayland some input methods cannot be switched to Chinese (electron#49084). */
export const LINUX_SWITCHES: typeof SWITCHES = [['ozone-platform', 'x11']];

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

/** Whether an address is the program's own. A prefix would not do: `app://bundle.evil/` begins alike. */
function isOwn(url: string): boolean {
  const parsed = parse(url);
  return parsed?.protocol === `${SCHEME}:` && parsed.host === 'bundle' && parsed.username === '' && parsed.port === '';
}

/** Requests come from the window's own page alone. */
export const isWindowPage = (url: string): boolean => isOwn(url) && parse(url)?.pathname === '/index.html';

/** The window's page may be loaded again; nothing else may take its place. */
export const mayNavigate = isWindowPage;

const INNER = new Set(['data:', 'blob:', 'devtools:']);

/** Whether a request may go out of the page: to the program itself, or nowhere. */
export const mayRequest = (url: string): boolean => isOwn(url) || INNER.has(parse(url)?.protocol ?? '');

/** Copy and paste work by key; no other permission is needed. */
export const mayUse = (_permission: string): boolean => false;

export interface BundlePlaces {
  readonly renderer: string;
  readonly fonts: string;
}

export type BundleTarget =
  | { readonly kind: 'file'; readonly path: string }
  /** Held in memory by the program: a page to be printed, a preview. */
  | { readonly kind: 'held'; readonly key: string };

const HELD = /^\/(?:print|preview)\/[0-9a-f-]{36}\.(?:html|pdf)$/;

/** What an address of the bundle stands for, or null. Never leaves the two folders. */
export function bundleTarget(url: string, { renderer, fonts }: BundlePlaces): BundleTarget | null {
  const parsed = isOwn(url) ? parse(url) : null;
  const pathname = parsed && decoded(parsed.pathname);
  if (!pathname) return null;
  if (HELD.test(pathname)) return { kind: 'held', key: pathname };
  const [folder, name] = pathname.startsWith('/fonts/')
    ? [fonts, pathname.slice('/fonts'.length)]
    : [renderer, pathname];
  const path = join(folder, name);
  return path.startsWith(folder + sep) && !pathname.endsWith('/') ? { kind: 'file', path } : null;
}

function decoded(pathname: string): string | null {
  try {
    const text = decodeURIComponent(pathname);
    return /[\0\\:]/.test(text) ? null : text;
  } catch {
    return null;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  pdf: 'application/pdf',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

export const contentType = (path: string): string => TYPES[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';

/** Headers of every answer of the bundle. */
export const bundleHeaders = (path: string, print: boolean): Record<string, string> => ({
  'content-type': contentType(path),
  'content-security-policy': print ? PRINT_POLICY : CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
});
