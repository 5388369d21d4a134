// Requests from the window. The only file with ipcMain: who asks, with what, and what they get when a handler throws.
import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { readArgs } from '../../shared/ipc/args.ts';
import { type Handlers, type Reply, type RequestName, requestNames } from '../../shared/ipc/contract.ts';
import { refuse } from '../../shared/model/result.ts';
import { type Log, traceOf } from './log.ts';
import { isWindowPage } from './offline-guard.ts';

/** Requests come from the window's own page, not from a frame inside it and not from any other page. */
function isFromWindow({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && !senderFrame.parent && isWindowPage(senderFrame.url);
}

/** Runs the handler of one request. Every outcome is a Result: wrong arguments and bugs are refusals too. */
async function answerRequest<K extends RequestName>(
  name: K,
  args: readonly unknown[],
  handlers: Handlers,
  log: Log,
): Promise<Reply<K>> {
  try {
    const read = readArgs(name, args, (misfit) => log(`ipc ${name}: ${misfit}`));
    if (!read.ok) return read as Reply<K>; // a refusal is a member of every reply
    return await handlers[name](...read.value);
  } catch (error) {
    log(`ipc ${name}: ${traceOf(error)}`);
    // a refusal is a member of every reply
    return refuse('internal', '操作没有完成，程序内部出错；已保存的内容不受影响，请重试。') as Reply<K>;
  }
}

export function listenToWindow(handlers: Handlers, log: Log): void {
  for (const name of Object.keys(requestNames) as RequestName[]) {
    // keys of the record that names every request
    ipcMain.handle(name, (event, ...args: readonly unknown[]) => {
      if (!isFromWindow(event)) {
        log(`ipc ${name}: refused, from ${event.senderFrame?.url}`);
        return refuse('internal', '请求被拒绝：不是来自年报编制的窗口。');
      }
      return answerRequest(name, args, handlers, log);
    });
  }
}
