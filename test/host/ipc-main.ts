// electron.ipcMain of the stand-in, and the messages that the preload world of a page sends.
import { EventEmitter } from 'node:events';
import { fromWire } from './session.ts';
import { missing } from './host.ts';
import { codec } from './page/codec.ts';
import type { WebContents } from './web-contents.ts';

type Invokable = (event: unknown, ...args: unknown[]) => unknown;

const { encode, decode } = codec();
const invokable = new Map<string, Invokable>();

class IpcMain extends EventEmitter {
  handle(channel: string, handler: Invokable): void {
    if (invokable.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    invokable.set(channel, handler);
  }
  removeHandler(channel: string): void {
    invokable.delete(channel);
  }
}
export const ipcMain = new IpcMain();

export interface PreloadMessage {
  readonly id?: number;
  readonly channel?: string;
  readonly args?: unknown;
  /** Address that the page wanted to open in a window. */
  readonly popup?: string;
}

export async function onMessage(contents: WebContents, world: number, message: PreloadMessage): Promise<void> {
  if (message.popup !== undefined) {
    if (contents.openHandler?.({ url: fromWire(message.popup) }).action !== 'deny') missing('a child window');
    return;
  }
  const { id, channel = '' } = message;
  const event = { sender: contents, senderFrame: { url: contents.getURL(), parent: null } };
  const args = decode(message.args) as unknown[]; // the preload world always sends a list
  if (id === undefined) {
    ipcMain.emit(channel, event, ...args);
    return;
  }
  const reply = await answer(channel, event, args);
  await contents.evaluate(`hostReply(...${JSON.stringify([id, ...reply])})`, world);
}

async function answer(channel: string, event: unknown, args: readonly unknown[]): Promise<readonly unknown[]> {
  try {
    const handler = invokable.get(channel);
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return [encode(await handler(event, ...args))];
  } catch (error) {
    return [null, `Error invoking remote method '${channel}': ${String(error)}`];
  }
}

export const encodeArgs = (args: readonly unknown[]): unknown => encode(args);
