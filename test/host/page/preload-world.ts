// Runs the app's preload script in its isolated world, with the same small `require` a sandboxed preload gets. Sent into the page as
// text: it may use its parameters only.
import type { Codec } from './codec.ts';

interface World {
  readonly platform: string;
  readonly popupEvent: string;
  exposeInMainWorld(key: string, api: unknown): void;
}

export function preloadWorld(
  { encode, decode }: Codec,
  { platform, popupEvent, exposeInMainWorld }: World,
  preload: unknown,
): void {
  type Listener = (event: unknown, ...args: unknown[]) => void;
  const world = globalThis as unknown as {
    hostMessage(message: string): void;
    hostReply: unknown;
    hostEmit: unknown;
    hostVeto?: boolean;
  }; // the host's own names
  const send = world.hostMessage;
  const post = (message: unknown): void => send(JSON.stringify(message));
  const waiting = new Map<number, { done(value: unknown): void; fail(error: Error): void }>();
  const listeners = new Map<string, readonly Listener[]>();
  let last = 0;

  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]): Promise<unknown> =>
      new Promise((done, fail) => {
        const encoded = encode(args);
        waiting.set(++last, { done, fail });
        post({ id: last, channel, args: encoded });
      }),
    send: (channel: string, ...args: unknown[]): void => post({ channel, args: encode(args) }),
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    once(channel: string, listener: Listener) {
      const wrapped: Listener = (event, ...args) => {
        ipcRenderer.off(channel, wrapped);
        listener(event, ...args);
      };
      return ipcRenderer.on(channel, wrapped);
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      );
      return ipcRenderer;
    },
    removeListener: (channel: string, listener: Listener) => ipcRenderer.off(channel, listener),
    removeAllListeners(channel: string) {
      listeners.delete(channel);
      return ipcRenderer;
    },
  };
  const webUtils = {
    /** The host stops here, asks Chromium for the path of `file`, and writes it into `path` before it goes on. */
    getPathForFile(file: unknown): string {
      let path = '';
      if (!(file instanceof File)) throw new TypeError('The "file" argument must be a File');
      // oxlint-disable-next-line no-debugger -- the place where the host stops
      debugger;
      return path;
    },
  };
  world.hostReply = (id: number, value: unknown, error?: string): void => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.done(decode(value));
    else asked?.fail(new Error(error));
  };
  world.hostEmit = (channel: string, args: unknown): void => {
    const decoded = decode(args) as unknown[]; // the host always sends a list
    for (const listener of listeners.get(channel) ?? []) listener({ sender: ipcRenderer, ports: [] }, ...decoded);
  };
  const electron = { contextBridge: { exposeInMainWorld }, ipcRenderer, webUtils };
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  const module = { exports: {} };
  const run = preload as (...args: unknown[]) => void; // the host wraps the script in a function
  run(require, module, module.exports, { type: 'renderer', sandboxed: true, platform });
  window.addEventListener(popupEvent, (event) => post({ popup: (event as CustomEvent<string>).detail })); // only stopPopups knows the name
  window.addEventListener('beforeunload', (event) => {
    if (world.hostVeto) event.preventDefault();
  });
}
