// Schemes, requests and permissions of the stand-in. Chromium hands an unknown scheme to the operating system before it can be
// intercepted, so app://bundle/x travels as https://bundle.app.invalid/x; the app sees its own addresses.
import type { CallbackResponse, CustomScheme } from 'electron';
import { browser, missing, vetoable } from './host.ts';
import type { WebContents } from './web-contents.ts';

type Handler = (request: Request) => Response | Promise<Response>;
export interface RequestDetails {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}
export type BeforeRequest = (details: RequestDetails, callback: (answer: CallbackResponse) => void) => void;

const schemes = new Set<string>();
const handlers = new Map<string, Handler>();
let beforeRequest: BeforeRequest | null = null;

const wireOrigin = (scheme: string, place: string): string => `https://${place}.${scheme}.invalid`;

export const toWire = (url: string): string =>
  url.replace(/^([a-z-]+):\/\/([^/?#]*)/, (all, scheme: string, place: string) =>
    schemes.has(scheme) ? wireOrigin(scheme, place) : all,
  );

export const fromWire = (url: string): string =>
  url.replace(/^https:\/\/([^/?#]*)\.([a-z-]+)\.invalid/, (all, place: string, scheme: string) =>
    schemes.has(scheme) ? `${scheme}://${place}` : all,
  );

export const protocol = {
  registerSchemesAsPrivileged(list: readonly CustomScheme[]): void {
    for (const { scheme } of list) schemes.add(scheme);
  },
  handle(scheme: string, handler: Handler): void {
    if (!schemes.has(scheme)) missing(`protocol.handle of the unregistered scheme ${scheme}`);
    handlers.set(scheme, handler);
  },
};

/** Electron's name of a permission, and DevTools' descriptor. */
const PERMISSIONS = [
  ['notifications', { name: 'notifications' }],
  ['geolocation', { name: 'geolocation' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write' }],
  ['local-fonts', { name: 'local-fonts' }],
] as const;

export const session = {
  defaultSession: {
    webRequest: {
      onBeforeRequest(listener: BeforeRequest): void {
        beforeRequest = listener;
      },
      onHeadersReceived(): never {
        return missing('webRequest.onHeadersReceived; set headers in the protocol handler');
      },
    },
    /** Asked once for each kind at the start, not for each request. */
    setPermissionRequestHandler(
      handler: (contents: null, permission: string, callback: (granted: boolean) => void) => void,
    ): void {
      for (const [name, permission] of PERMISSIONS) {
        handler(null, name, (granted) => {
          const setting = granted ? 'granted' : 'denied';
          browser()
            .send('Browser.setPermission', { permission, setting })
            .catch((error: Error) => console.error(error.message));
        });
      }
    },
    setPermissionCheckHandler(): void {},
    setSpellCheckerEnabled(): void {},
  },
};

export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly urlFragment?: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postData?: string;
  };
}

/** Every request of a page passes here: navigation veto, the app's filter, then the app's own scheme. */
export async function onPaused(contents: WebContents, paused: PausedRequest): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const url = fromWire(request.url + (request.urlFragment ?? ''));
  const fail = (errorReason: string) => contents.command('Fetch.failRequest', { requestId, errorReason });
  if (resourceType === 'Document' && paused.frameId === contents.frameId && url !== contents.loading) {
    const event = vetoable({ url });
    contents.emit('will-navigate', event, url);
    if (event.defaultPrevented) return void (await fail('Aborted'));
  }
  if (beforeRequest) {
    const ask = beforeRequest;
    const answer = await new Promise<CallbackResponse>((done) => {
      ask({ url, method: request.method, resourceType }, done);
    });
    if (answer.cancel) return void (await fail('BlockedByClient'));
  }
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  if (!handler) return void (await contents.command('Fetch.continueRequest', { requestId }));
  let response: Response;
  try {
    const { method, headers, postData } = request;
    response = await handler(
      new Request(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) }),
    );
  } catch (error) {
    console.error(error);
    return void (await fail('Failed'));
  }
  await contents.command('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: (await bodyOf(response, url)).toString('base64'),
  });
}

/** The bytes; in pages and style sheets the app's own absolute addresses are written as they travel. */
async function bodyOf(response: Response, url: string): Promise<Buffer> {
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!/^text\/(html|css)/.test(response.headers.get('content-type') ?? '')) return bytes;
  const { protocol: scheme, host: place } = new URL(url);
  const own = `${scheme}//${place}/`;
  return bytes.includes(own) ? Buffer.from(bytes.toString('utf8').replaceAll(own, toWire(own))) : bytes;
}
