// The window's only door to the program: typed requests and events. Nothing else in the window touches `window.desktop`.
import type { DesktopApi, EventName, Events, Reply, RequestName, Requests } from '../../shared/ipc/contract.ts';
import { refuse } from '../../shared/model/result.ts';

declare global {
  interface Window {
    readonly desktop: DesktopApi;
  }
}

/** Asks the program. A broken connection comes back as a refusal, like every expected failure. */
export async function request<K extends RequestName>(name: K, ...args: Parameters<Requests[K]>): Promise<Reply<K>> {
  try {
    return await window.desktop.request(name, ...args);
  } catch {
    // every reply is a Result, and a refusal is a member of each
    return refuse('internal', '后台没有响应，请稍候再试；已保存的内容不受影响。') as Reply<K>;
  }
}

/** Hears the program; gives the function that stops hearing. */
export const listen = <K extends EventName>(name: K, listener: (payload: Events[K]) => void): (() => void) =>
  window.desktop.on(name, listener);

/** The path of a file dropped on the window; empty where it has none. */
export const pathOf = (file: File): string => window.desktop.pathOf(file);
