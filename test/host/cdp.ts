// Chromium over a DevTools pipe (file descriptors 3 and 4): no port is opened.
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** An answer or event of the protocol, as it comes. Each caller names the fields that the protocol promises it. */
// biome-ignore lint: see above
export type Answer = Record<string, never>;
export type Params = Readonly<Record<string, unknown>>;

export interface Chromium {
  readonly pid: number;
  /** Sends one command; `T` is its answer as the protocol documents it. */
  send<T = Answer>(method: string, params?: Params, sessionId?: string): Promise<T>;
  /** Protocol events by method, with parameters and session; `exit` with code and signal. */
  readonly events: EventEmitter;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Params;
  readonly sessionId?: string;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly method: string;
  done(answer: Answer): void;
  fail(error: Error): void;
}

export interface Launch {
  readonly file: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  onStderr(line: string): void;
}

export function launchChromium({ file, args, env, onStderr }: Launch): Chromium {
  const child = spawn(file, ['--remote-debugging-pipe', ...args], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...env, LANGUAGE: 'zh_CN' },
  });
  const [, , errors, out, answers] = child.stdio as unknown as [null, null, Readable, Writable, Readable]; // pipes as asked for above
  const events = new EventEmitter().setMaxListeners(0);
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let closed = false;

  function receive(text: string): void {
    const message = JSON.parse(text) as Message; // the protocol's own messages
    const asked = message.id === undefined ? undefined : waiting.get(message.id);
    if (!asked || message.id === undefined) {
      if (message.method) events.emit(message.method, message.params ?? {}, message.sessionId);
      return;
    }
    waiting.delete(message.id);
    if (message.error) asked.fail(new Error(`${asked.method}: ${message.error.message}`));
    else asked.done(message.result ?? {});
  }

  errors.setEncoding('utf8').on('data', (text: string) => text.split('\n').forEach(onStderr));
  // pieces are joined once a message is complete: joining them one by one is quadratic for large files
  let pieces: string[] = [];
  answers.setEncoding('utf8').on('data', (chunk: string) => {
    const parts = chunk.split('\0');
    const rest = parts.pop() ?? '';
    for (const part of parts) {
      const text = pieces.join('') + part;
      pieces = [];
      receive(text);
    }
    pieces.push(rest);
  });
  child.on('error', (error) => {
    console.error(`stand-in host: cannot start ${file}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    closed = true;
    for (const { fail } of waiting.values()) fail(new Error('Chromium exited'));
    events.emit('exit', code, signal);
  });
  out.on('error', () => {});

  return {
    pid: child.pid ?? 0,
    events,
    send: <T>(method: string, params: Params = {}, sessionId?: string) =>
      new Promise<T>((done, fail) => {
        if (closed) {
          fail(new Error('Chromium exited'));
          return;
        }
        waiting.set(++last, { method, fail, done: (answer) => done(answer as T) }); // as the caller named it
        out.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
  };
}
