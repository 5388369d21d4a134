// Between main and the engine process: typed calls, and a new engine when one dies or hangs. The open document is opened again.
import { join } from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { Opened, Snapshot } from '../../shared/ipc/contract.ts';
import { ok, refuse, type Result } from '../../shared/model/result.ts';
import type {
  Ask,
  Asked,
  EngineAnswer,
  EngineMethod,
  EngineMethods,
  FromEngine,
  Progress,
  ToEngine,
} from '../engine/protocol.ts';
import type { Log } from './log.ts';

/** Far above the slowest disk. Work that prints or reads has its own limits; how many dated copies there are nobody knows. */
const HUNG_MS = 60_000;
const UNHURRIED: ReadonlySet<EngineMethod> = new Set(['read', 'export', 'preview', 'moveBackups']);
/** So many deaths within a minute: the document itself may be the cause, so it is not opened again; then no engine either. */
const DEATHS = { withoutDocument: 3, given_up: 6 } as const;

export interface BrokerPorts {
  answer(ask: Ask): Promise<Asked>;
  progress(progress: Progress): void;
  restarted(message: string): void;
  /** A dated copy could not be made. */
  backupFailed(): void;
  readonly log: Log;
  /** Where the engine keeps dated copies of the document. */
  backups(): string;
  readonly standardBackups: string;
  /** Who works here, for the history. */
  author(): string;
}

export interface Broker {
  /** The engine's answer as a Result; a refusal when the engine broke. */
  call<M extends EngineMethod>(method: M, ...args: Parameters<EngineMethods[M]>): Promise<AsResult<EngineAnswer<M>>>;
  /** The open document, as far as main knows. */
  documentPath(): string | null;
  /** Calls are waiting for the engine. */
  busy(): boolean;
  /** Ends the engine for good. */
  end(): void;
}

export type AsResult<T> = [T] extends [Result<unknown>] ? T : Result<T>;

interface Waiting {
  readonly method: EngineMethod;
  readonly args: readonly unknown[];
  done(value: unknown): void;
  readonly watch: NodeJS.Timeout | undefined;
}

const INTERRUPTED = '后台程序意外中断，已重新启动；刚才的操作可能没有完成，请核对后再做一次。';

export function createBroker(ports: BrokerPorts, script = join(import.meta.dirname, '../engine/index.js')): Broker {
  const waiting = new Map<number, Waiting>();
  let child: UtilityProcess | null = null;
  let last = 0;
  let documentPath: string | null = null;
  let ended = false;
  let deaths: number[] = [];
  /** Calls wait for it while the document is being opened again. */
  let restarting: Promise<void> = Promise.resolve();

  function start(): UtilityProcess {
    const started = utilityProcess.fork(script, [ports.backups(), ports.author(), ports.standardBackups], {
      serviceName: '年报编制 后台',
    });
    started.on('message', (message: FromEngine) => receive(started, message)); // the engine's own code sends nothing else
    started.on('exit', (code: number) => lost(started, code));
    return started;
  }

  function receive(from: UtilityProcess, message: FromEngine): void {
    const reply = (id: number, answer: Asked): void =>
      from.postMessage({ kind: 'asked', id, answer } satisfies ToEngine);
    switch (message.kind) {
      case 'answer':
        settle(message.id, message.value);
        break;
      case 'broken': {
        ports.log(`engine ${waiting.get(message.id)?.method ?? '?'}: ${message.message}`);
        settle(message.id, refuse('internal', '操作没有完成，程序内部出错；已保存的内容不受影响，请重试。'));
        break;
      }
      case 'ask':
        void ports.answer(message.ask).then((answer) => reply(message.id, answer));
        break;
      case 'progress':
        ports.progress(message.progress);
        break;
      case 'backup-failed':
        ports.backupFailed();
        break;
      case 'log':
        ports.log(`engine ${message.message}`);
        break;
    }
  }

  function settle(id: number, value: unknown): void {
    const asked = waiting.get(id);
    if (!asked) return;
    waiting.delete(id);
    clearTimeout(asked.watch);
    documentPath = pathAfter(asked.method, value, documentPath);
    asked.done(value);
  }

  function lost(gone: UtilityProcess, code: number): void {
    if (child !== gone || ended) return;
    child = null;
    ports.log(`engine ended (${code})`);
    const opening = [...waiting.values()].some(({ method }) => method === 'open');
    for (const id of waiting.keys()) settle(id, refuse('internal', INTERRUPTED));
    const now = Date.now();
    deaths = [...deaths.filter((at) => now - at < 60_000), now];
    restarting = restart(documentPath, opening);
  }

  async function restart(path: string | null, opening: boolean): Promise<void> {
    if (deaths.length >= DEATHS.given_up) {
      documentPath = null;
      ports.restarted('后台程序连续中断，已不再重新启动；请退出程序后重新打开，已保存的内容不受影响。');
      return;
    }
    const mine = start();
    child = mine;
    if (path === null) {
      if (!opening) ports.restarted('后台程序意外中断，已重新启动。');
      return;
    }
    if (deaths.length >= DEATHS.withoutDocument) {
      documentPath = null;
      ports.restarted('后台程序连续中断，年报已关闭；已保存的内容不受影响，请重新打开。');
      return;
    }
    const opened = await request('open', [path]);
    if (child !== mine) return; // it has died again, and that is being dealt with
    if (isResult(opened) && !opened.ok) {
      documentPath = null;
      ports.restarted(`后台程序意外中断，已重新启动，但年报没有重新打开：${opened.error.message}`);
      return;
    }
    ports.restarted('后台程序意外中断，已重新启动并重新打开年报；已保存的内容不受影响。');
  }

  function request(method: EngineMethod, args: readonly unknown[]): Promise<unknown> {
    const engine = child;
    if (!engine)
      return Promise.resolve(refuse('internal', '后台程序没有运行，请退出程序后重新打开；已保存的内容不受影响。'));
    return new Promise((done) => {
      const id = ++last;
      const hung = (): void => {
        ports.log(`engine hung in ${method}`);
        engine.kill(); // the rest follows when it has gone
      };
      const watch = UNHURRIED.has(method) ? undefined : setTimeout(hung, HUNG_MS);
      waiting.set(id, { method, args, done, watch });
      engine.postMessage({ kind: 'call', id, method, args } satisfies ToEngine);
    });
  }

  child = start();
  return {
    async call<M extends EngineMethod>(method: M, ...args: Parameters<EngineMethods[M]>) {
      await restarting;
      const value = await request(method, args);
      // the engine answers each method as its types say, or main refuses in its place
      return (isResult(value) ? value : ok(value)) as AsResult<EngineAnswer<M>>;
    },
    documentPath: () => documentPath,
    busy: () => waiting.size > 0,
    end() {
      ended = true;
      child?.kill();
    },
  };
}

const isResult = (value: unknown): value is Result<unknown> =>
  typeof value === 'object' && value !== null && 'ok' in value;

const OPENS: ReadonlySet<EngineMethod> = new Set(['open', 'create', 'nextYear', 'accept', 'restore']);

/** Which document is open after a method has answered. */
function pathAfter(method: EngineMethod, value: unknown, before: string | null): string | null {
  if (method === 'close') return null;
  if (!isResult(value) || !value.ok) return before;
  if (OPENS.has(method)) return (value.value as Opened).snapshot.path; // what these methods give
  return method === 'saveAs' ? (value.value as Snapshot).path : before; // what it gives
}
