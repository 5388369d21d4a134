// utilityProcess of the stand-in, the parent's side: a Node child process with process.parentPort, as Electron's has.
import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ForkOptions } from 'electron';
import { host } from './host.ts';

/** Chromium takes flags for V8 inside one switch, Node takes them as they are. */
const nodeFlags = (switches: readonly string[]): string[] =>
  switches.flatMap((one) => (one.startsWith('--js-flags=') ? one.slice('--js-flags='.length).split(' ') : [one]));

type Stream = 'ignore' | 'inherit' | 'pipe';

const alive = new Set<UtilityProcess>();

class UtilityProcess extends EventEmitter {
  pid: number | undefined;
  readonly name: string;
  readonly stdout: ChildProcess['stdout'];
  readonly stderr: ChildProcess['stderr'];
  readonly #child: ChildProcess;

  constructor(file: string, args: readonly string[], options: ForkOptions) {
    super();
    const { stdio = ['ignore', 'inherit', 'inherit'] } = options;
    this.name = options.serviceName ?? 'Node Utility Process';
    // Electron's typings allow strings only, and these three words
    const streams = (typeof stdio === 'string' ? ['ignore', stdio, stdio] : stdio) as Stream[];
    this.#child = fork(join(import.meta.dirname, 'utility-child.ts'), args, {
      cwd: options.cwd ?? process.cwd(),
      env: { ...process.env, ...options.env, HOST_UTILITY: resolve(file) },
      stdio: [...streams, 'ipc'],
      serialization: 'advanced',
      execArgv: nodeFlags(options.execArgv ?? []), // Node would hand on the host's own --inspect
    });
    this.stdout = this.#child.stdout;
    this.stderr = this.#child.stderr;
    alive.add(this);
    this.#child.on('spawn', () => {
      this.pid = this.#child.pid;
      this.emit('spawn');
    });
    this.#child.on('message', (message: { readonly data: unknown }) => this.emit('message', message.data));
    this.#child.on('error', (error) => console.error(`stand-in host: utility process: ${error.message}`));
    this.#child.on('exit', (code, signal) => {
      alive.delete(this);
      this.pid = undefined;
      this.emit('exit', code ?? (signal === 'SIGKILL' ? 9 : 15));
    });
  }

  /** To one that has gone: dropped, as in Electron. */
  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('stand-in host: MessagePorts to a utility process are not implemented');
    if (this.#child.connected) this.#child.send({ data }, () => {});
  }
  /** SIGTERM, and SIGKILL two seconds later for one that caught it. */
  kill(): boolean {
    const sent = this.#child.kill();
    const late = setTimeout(() => this.#child.kill('SIGKILL'), 2000);
    this.#child.once('exit', () => clearTimeout(late));
    return sent;
  }
  end(): void {
    this.#child.kill('SIGKILL');
  }
}

export const utilityProcess = {
  fork(file: string, args: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!host.ready) throw new Error('utilityProcess cannot be created before app is ready');
    return new UtilityProcess(file, args, options);
  },
};

/** As app.getAppMetrics tells of them; memory in kilobytes, 0 where it is not known. */
export const utilityMetrics = (): readonly {
  readonly type: 'Utility';
  readonly name: string;
  readonly pid: number;
  readonly memory: { readonly workingSetSize: number };
}[] =>
  [...alive].flatMap(({ pid, name }) =>
    pid === undefined
      ? []
      : [{ type: 'Utility' as const, name, pid, memory: { workingSetSize: residentKilobytes(pid) } }],
  );

function residentKilobytes(pid: number): number {
  try {
    return Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0; // it has ended meanwhile, or there is no /proc
  }
}

/** When the app leaves, at once. */
export function endUtilities(): void {
  for (const one of alive) one.end();
}
